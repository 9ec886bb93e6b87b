internal import Statistics

/// The draws of a simulation, as far as forecasts look at them.
struct SampledLaw: DrawLaw {
  private let sample: DrawSample
  /// Samples of the functions that rise and fall, whose quantiles are not those of the draws.
  private var ownSamples: [CompiledCurve: DrawSample] = [:]
  /// The functions that only fall: their quantiles are those of the draws from the other end.
  private var falling: Set<CompiledCurve> = []

  /// Runs the draws.
  ///
  /// `edges` are the ends of every piece and stretch that will be asked about, `curves` the functions
  /// whose quantiles will be.
  init(
    _ stream: DrawStream, edges: [Double], curves: [CompiledCurve], percentiles: [Double],
    threads: Int?, progress: (@Sendable (Double) -> Void)?
  ) throws(ModelFailure) {
    let ranks = Set(percentiles.flatMap { QuantileRanks($0, of: stream.trials).all })
    let turning = Set(curves).filter { !$0.isNondecreasing }
    falling = turning.filter { $0.isNonincreasing }
    sample = try DrawSample(
      stream, edges: edges,
      ranks: falling.isEmpty ? ranks : ranks.union(ranks.map { stream.trials - 1 - $0 }),
      threads: threads, progress: progress)
    for curve in turning.subtracting(falling) {
      ownSamples[curve] = try DrawSample(
        stream, edges: [], ranks: ranks, transform: curve, threads: threads)
    }
  }

  var trials: Int? { sample.trials }
  private var count: Double { Double(sample.trials) }

  func spread(of curve: CompiledCurve) -> Spread {
    // Within a cell the function is value + slope · distance, and the tally has the powers of that.
    let cells = (0..<sample.cells.count).filter { sample.tally.counts[$0] > 0 }.map { cell in
      let origin = sample.cells.origin(of: cell)
      let piece = cell == 0 ? 0 : curve.pieceIndex(at: origin)
      let value = curve.values[piece] + curve.slopes[piece] * (origin - curve.starts[piece])
      return (
        value: value, slope: curve.slopes[piece], number: Double(sample.tally.counts[cell]),
        sums: sample.tally.sums[cell]
      )
    }
    let mean = cells.reduce(0) { $0 + $1.number * $1.value + $1.slope * $1.sums[0] } / count
    var (second, fourth, size) = (0.0, 0.0, 0.0)
    for cell in cells {
      let (a, b, s) = (cell.value - mean, cell.slope, cell.sums)
      second += a * a * cell.number + 2 * a * b * s[0] + b * b * s[1]
      size += a * a * cell.number + b * b * s[1]
      fourth +=
        a * a * a * a * cell.number + 4 * a * a * a * b * s[0] + 6 * a * a * b * b * s[1]
        + 4 * a * b * b * b * s[2] + b * b * b * b * s[3]
    }
    // Adding up a chunk can lose n/2 units of the last place; a variance within that is none.
    let noise = Double(DrawStream.chunkSize) * Double.ulpOfOne / 2 * size
    second = second < noise ? 0 : second / count
    return Spread(mean: mean, second: second, fourth: max(0, fourth / count), count: count)
  }

  func probability(of stretches: [Range<Double>]) -> Estimate {
    let inside = (0..<sample.cells.count).reduce(0) { sum, cell in
      let from = cell == 0 ? -Double.infinity : sample.cells.edges[cell - 1]
      let isInside = stretches.contains { $0.lowerBound <= from && from < $0.upperBound }
      return isInside ? sum + sample.tally.counts[cell] : sum
    }
    let share = Double(inside) / count
    return Estimate(share, (share * (1 - share) / count).squareRoot())
  }

  /// The value of a curve that so many draws do not reach.
  private func value(ofRank rank: Int, _ curve: CompiledCurve) -> Double {
    if let own = ownSamples[curve] { return own.draw(ofRank: rank) }
    if falling.contains(curve) { return curve(sample.draw(ofRank: sample.trials - 1 - rank)) }
    return curve(sample.draw(ofRank: rank))
  }

  func quantile(_ p: Double, of curve: CompiledCurve) -> Estimate {
    let ranks = QuantileRanks(p, of: sample.trials)
    let (low, high) = (value(ofRank: ranks.lower, curve), value(ofRank: ranks.upper, curve))
    let range = quantileRange(p, of: curve)
    return Estimate(low + ranks.fraction * (high - low), (range.high - range.low) / 2)
  }

  func quantileRange(_ p: Double, of curve: CompiledCurve) -> (low: Double, high: Double) {
    let ranks = QuantileRanks(p, of: sample.trials)
    return (value(ofRank: ranks.oneErrorDown, curve), value(ofRank: ranks.oneErrorUp, curve))
  }
}

/// The ranks, from 0, from which a quantile and its standard error are read.
struct QuantileRanks {
  /// The quantile is x(lower) + fraction · (x(upper) − x(lower)): type 7 of Hyndman and Fan.
  let lower: Int
  let upper: Int
  let fraction: Double
  /// The ranks one standard error of the rank, √(n p (1 − p)), to either side.
  ///
  /// Half their difference estimates the standard error of the quantile without a density.
  let oneErrorDown: Int
  let oneErrorUp: Int

  init(_ p: Double, of count: Int) {
    let position = p * Double(count - 1)
    let error = (Double(count) * p * (1 - p)).squareRoot()
    lower = Int(position)
    upper = min(count - 1, lower + 1)
    fraction = position - Double(lower)
    oneErrorDown = max(0, Int((position - error).rounded()))
    oneErrorUp = min(count - 1, Int((position + error).rounded()))
  }

  var all: [Int] { [lower, upper, oneErrorDown, oneErrorUp] }
}
