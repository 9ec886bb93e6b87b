// Bootstraps the mean and the median of lognormal pay: 1,000 replicates of 100,000 records.
// Usage: bootstrap-pay THREADS

import Statistics

let threads = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1
var random = Xoshiro256PlusPlus(seed: 1)
let pay = try Lognormal(mean: 57_504, coefficientOfVariation: 0.35)
let sample = try Sample((0..<100_000).map { _ in pay.draw(using: &random) })
let bootstrap = Bootstrap(replicates: 1_000, seed: 1, threads: threads)
for statistic in ["mean", "median"] {
  let clock = ContinuousClock()
  var interval: ConfidenceInterval?
  let time = clock.measure {
    interval = bootstrap.distribution(in: sample) { statistic == "mean" ? $0.mean : $0.median }?
      .percentileInterval()
  }
  print(statistic, time, interval?.lower ?? .nan, interval?.upper ?? .nan)
}
