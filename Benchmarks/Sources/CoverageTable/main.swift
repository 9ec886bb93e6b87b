// Counts how often 95 % intervals of percentiles and of the mean hold the value of the population,
// and writes the page docs/coverage.md. Usage: coverage-table [RUNS] > docs/coverage.md

import Dispatch
import Foundation
import OnTarget
import Synchronization

/// People whose law is known.
struct Population: Sendable {
  /// A lognormal part of them.
  struct Part: Sendable {
    var share: Double
    var location: Double
    var spread: Double
    /// The chance that a person who is drawn is of this part.
    var drawn: Double
  }

  var name: String
  var parts: [Part]
  /// The step to which pay is rounded; nil where it is not.
  var step: Double?
  /// Whether the draws have weights, because not every part is drawn as often as it is there.
  var isWeighted = false

  func quantile(_ p: Double) -> Double {
    var (low, high) = (0.0, 1e9)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      let share = parts.reduce(0) {
        $0 + $1.share * Normal.standard.cumulative(at: (log(middle) - $1.location) / $1.spread)
      }
      if share < p { low = middle } else { high = middle }
    }
    // Rounding keeps the order, so the quantile of rounded pay is the rounded quantile.
    return step.map { (high / $0).rounded() * $0 } ?? high
  }

  var mean: Double {
    guard let step else {
      return parts.reduce(0) { $0 + $1.share * exp($1.location + $1.spread * $1.spread / 2) }
    }
    func below(_ pay: Double) -> Double {
      parts.reduce(0) {
        $0 + $1.share * Normal.standard.cumulative(at: (log(pay) - $1.location) / $1.spread)
      }
    }
    return (1...1000).reduce(0.0) { sum, number in
      let pay = Double(number) * step
      return sum + pay * (below(pay + step / 2) - below(pay - step / 2))
    }
  }

  func sample(of count: Int, using random: inout Xoshiro256PlusPlus) throws -> Sample {
    var values: [Double] = []
    var weights: [Double] = []
    for _ in 0..<count {
      var chance = random.uniform()
      var part = parts[0]
      for next in parts {
        part = next
        chance -= next.drawn
        if chance < 0 { break }
      }
      let pay = exp(part.location + part.spread * random.standardNormal())
      values.append(step.map { (pay / $0).rounded() * $0 } ?? pay)
      weights.append(part.share / part.drawn)
    }
    return isWeighted
      ? try Sample(values, weights: weights, .sampling) : try Sample(values)
  }
}

let populations = [
  Population(
    name: "lognormal",
    parts: [.init(share: 1, location: 10.9, spread: 0.4, drawn: 1)]),
  Population(
    name: "steps of 10,000",
    parts: [.init(share: 1, location: 10.9, spread: 0.4, drawn: 1)], step: 10_000),
  Population(
    name: "weights",
    parts: [
      .init(share: 0.8, location: 10.8, spread: 0.35, drawn: 0.5),
      .init(share: 0.2, location: 11.3, spread: 0.45, drawn: 0.5),
    ], isWeighted: true),
  Population(
    name: "mixture",
    parts: [
      .init(share: 0.7, location: 10.7, spread: 0.25, drawn: 0.7),
      .init(share: 0.3, location: 11.6, spread: 0.35, drawn: 0.3),
    ]),
]
let skewed = Population(
  name: "skewed",
  parts: [
    .init(share: 0.9, location: 10.9, spread: 0.3, drawn: 0.9),
    .init(share: 0.1, location: 12.2, spread: 0.5, drawn: 0.1),
  ])

/// The share of runs in which each of several intervals holds the value that it is for.
func coverage(
  _ population: Population, count: Int, truths: [Double], runs: Int,
  _ intervals: @Sendable (Sample, Bootstrap) throws -> [ConfidenceInterval?]
) -> [Double] {
  let covered = Mutex([Int](repeating: 0, count: truths.count))
  let workers = 8
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    var found = [Int](repeating: 0, count: truths.count)
    for run in stride(from: worker, to: runs, by: workers) {
      var random = Xoshiro256PlusPlus(seed: 2021, stream: run)
      let bootstrap = Bootstrap(replicates: 999, seed: UInt64(run), threads: 1)
      guard let sample = try? population.sample(of: count, using: &random),
        let intervals = try? intervals(sample, bootstrap)
      else { continue }
      for index in truths.indices {
        // No interval is no cover; a missing limit excludes nothing.
        if intervals[index]?.contains(truths[index]) ?? false { found[index] += 1 }
      }
    }
    covered.withLock { all in
      for index in all.indices { all[index] += found[index] }
    }
  }
  return covered.withLock { $0.map { Double($0) / Double(runs) } }
}

/// The same of the percentiles and, last, of the mean, as `ontarget compare` has them.
func coverage(
  _ population: Population, count: Int, method: IntervalMethod, runs: Int
) -> [Double] {
  let truths = PaySummary.shares.map { population.quantile($0) } + [population.mean]
  return coverage(population, count: count, truths: truths, runs: runs) { sample, bootstrap in
    var options = ComparisonOptions()
    options.interval = method
    options.bootstrap = bootstrap
    let summary = try sample.paySummary(options)
    return (summary.map { $0.percentiles + [$0.mean] } ?? []).map(\.interval)
  }
}

/// The same of the mean with `--interval bca`, or with Student's t.
func meanCoverage(_ population: Population, count: Int, bca: Bool) -> Double {
  coverage(population, count: count, truths: [population.mean], runs: drawn) { sample, bootstrap in
    guard bca else { return [try sample.meanEstimate()?.interval] }
    let distribution = bootstrap.distribution(in: sample) { $0.mean }
    return [distribution?.bcaInterval(expandedFor: sample.count)]
  }[0]
}

let counts = [30, 100, 500]
let most = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
let drawn = most / 4

func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }

print(
  """
  # How often intervals hold

  A 95 % interval should hold the true value in 95 of 100 samples. This page counts it: samples of
  known populations are drawn, and the intervals of `ontarget compare` are held against the true
  percentiles and mean. `make coverage` writes the page; its random numbers start from seed 2021, so
  the same figures come out. Behind each figure of `woodruff`, `logit` and `beta` stand \(most) samples,
  behind each of `bootstrap` and `bca` \(drawn), from each of which 999 replicates are drawn.

  The figures are per cent. Percentiles are held by Woodruff's interval, centred at the share itself
  and not at that of the sample, which ties pull away; by log odds; by order statistics; or by the
  bootstrap of the share. The mean has Student's t, or the bootstrap-t where the people are few for how
  skewed their pay is (n < 25 G₁², Cochran's rule). All methods are in the documentation of
  `Sample.quantileEstimates` and `PaySummary`.

  | population | pay |
  | --- | --- |
  | lognormal | lognormal around 54,176, standard deviation of logarithms 0.4 |
  | steps of 10,000 | the same, rounded to 10,000: most people share their pay with others |
  | weights | four in five around 49,021 and one in five around 80,822, of whom half of the sample is drawn each; sampling weights make up for it (design effect 1.36) |
  | mixture | seven in ten around 44,356 and three in ten around 109,098 |

  Where the population has no ties no figure of a percentile should be above 97 either: an interval that
  always holds is too wide to say anything (log odds are somewhat so for 30 people with weights). With
  ties it must be above: the next pay is 10,000 away.
  """)
for method in [IntervalMethod.woodruff, .logit, .beta, .bootstrap] {
  print("\n## `--interval \(method.rawValue)`\n")
  print("| population | n | P10 | P25 | P50 | P75 | P90 | mean |")
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
  for population in populations {
    for count in counts {
      let figures = coverage(
        population, count: count, method: method, runs: method == .bootstrap ? drawn : most)
      let cells = [population.name, "\(count)"] + figures.map(percent)
      print("| \(cells.joined(separator: " | ")) |")
      FileHandle.standardError.write(Data("\(method) \(cells)\n".utf8))
    }
  }
}
print("\n## `--interval bca`\n")
print("The percentiles are those of `bootstrap`.\n")
print("| population | n | mean |")
print("| --- | ---: | ---: |")
for population in populations {
  for count in counts {
    print(
      "| \(population.name) | \(count) | \(percent(meanCoverage(population, count: count, bca: true))) |"
    )
  }
}
print(
  """

  ## Where it is not enough

  The mean of pay of which one in ten gets nearly four times as much as the others (around 198,789
  and 54,176). So few people of the upper part are in a small sample that no method can know them;
  the median is the better question then.

  | n | Student's t | bootstrap-t (`woodruff`, `logit`, `beta`, `bootstrap`) | `bca` |
  | ---: | ---: | ---: | ---: |
  """)
for count in counts {
  let figures = [
    meanCoverage(skewed, count: count, bca: false),
    coverage(skewed, count: count, method: .woodruff, runs: drawn)[5],
    meanCoverage(skewed, count: count, bca: true),
  ]
  print("| \(count) | \(figures.map(percent).joined(separator: " | ")) |")
}
