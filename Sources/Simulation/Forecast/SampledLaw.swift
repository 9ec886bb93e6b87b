internal import Statistics

/// The draws of a simulation, as far as forecasts look at them.
struct SampledLaw: DrawLaw {
  private let sample: DrawSample
  /// Samples of the functions that rise and fall, whose quantiles are not those of the draws.
  private var ownSamples: [CompiledCurve: DrawSample] = [:]
  /// The functions that only fall: their quantiles are those of the draws from the other end.
  private var falling: Set<CompiledCurve> = []

  /// Draws that a law looks at.
  struct Looks {
    /// The draws themselves.
    var all: WantedDraws
    /// The functions that only fall.
    var falling: Set<CompiledCurve>
    /// Each function that rises and falls, with the name of its run.
    var turning: [(name: String, draws: WantedDraws)] = []

    /// The name of the run of the draws themselves.
    static let name = "draws"

    /// Finds out what is looked at.
    ///
    /// `edges` are the ends of every piece and stretch that will be asked about, `curves` the functions
    /// whose quantiles will be.
    init(
      _ stream: DrawStream, edges: [Double], curves: [CompiledCurve], percentiles: [Double]
    ) {
      let ranks = Set(percentiles.flatMap { QuantileRanks($0, of: stream.trials).all })
      let turning = Set(curves).filter { !$0.isNondecreasing }
      let falling = turning.filter { $0.isNonincreasing }
      self.falling = falling
      all = WantedDraws(
        stream: stream, edges: edges,
        ranks: falling.isEmpty ? ranks : ranks.union(ranks.map { stream.trials - 1 - $0 }))
      var rest = turning.subtracting(falling)
      for (index, curve) in curves.enumerated() where rest.remove(curve) != nil {
        self.turning.append(
          (
            "\(Self.name)-\(index + 1)",
            WantedDraws(stream: stream, edges: [], ranks: ranks, transform: curve)
          ))
      }
    }

    /// Draws the pieces of a shard, for another machine.
    func drawn(
      _ shard: Shard, threads: Int?, _ progress: (@Sendable (Double) -> Void)?
    ) throws(ModelFailure) -> DrawnRuns {
      var runs = [Self.name: try all.run(threads: threads).drawn(shard, threads: threads, progress)]
      for (name, draws) in turning {
        runs[name] = try draws.run(threads: threads).drawn(shard, threads: threads)
      }
      return runs
    }
  }

  /// Runs the draws, or takes those of other machines.
  init(
    _ looks: Looks, drawn: DrawnRuns? = nil, threads: Int?,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    falling = looks.falling
    sample = try DrawSample(
      looks.all, drawn: try drawn?.run(Looks.name), threads: threads, progress: progress)
    for (name, draws) in looks.turning {
      guard let curve = draws.transform else { continue }
      ownSamples[curve] = try DrawSample(draws, drawn: try drawn?.run(name), threads: threads)
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
