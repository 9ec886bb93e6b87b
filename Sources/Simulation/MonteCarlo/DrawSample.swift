internal import Findings
internal import Statistics

/// What a run of draws leaves behind: a tally of cells, and exact order statistics.
///
/// Order statistics need neither all draws nor a sort. The first draws, a pilot, show between which
/// numbers each rank will lie; the run keeps the draws there, about one in ten of ten million, and
/// counts the others. Should a rank lie elsewhere after all, the run is repeated with wider
/// brackets. Memory: 8 bytes for each draw up to `pilotSize`, then for about 2.4 · √(pilot · n).
struct DrawSample: Sendable {
  let trials: Int
  let cells: Cells
  let tally: CellTally
  /// The draws of the ranks that were asked for, counted from 0.
  private let ranked: [Int: Double]

  /// Runs all draws once, or again where a bracket missed.
  ///
  /// - Parameters:
  ///   - stream: The draws.
  ///   - edges: Where the cells of the tally meet.
  ///   - ranks: The ranks whose draws are wanted.
  ///   - transform: A function of the draws to be looked at in their place.
  ///   - threads: The number of threads; nil for one a core.
  ///   - reach: How many standard errors a bracket extends to either side of its rank.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Throws: When the model draws what is not a finite number.
  init(
    _ stream: DrawStream, edges: [Double], ranks: Set<Int>, transform: CompiledCurve? = nil,
    threads: Int?, reach: Double = 6, progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    trials = stream.trials
    var reach = reach
    while true {
      let brackets = try Self.brackets(stream, ranks, transform, reach, threads: threads)
      let cells = Cells(edges + brackets.flatMap { [$0.lowerBound, $0.upperBound] })
      let gathers = (0..<cells.count).map { cell -> UInt8 in
        // The lowest cell has no lower edge and gathers when a bracket has none either.
        let inside = cell == 0 ? -Double.infinity : cells.edges[cell - 1]
        return brackets.contains { $0.lowerBound <= inside && inside < $0.upperBound } ? 1 : 0
      }
      let tally = Self.tally(stream, cells, gathers, transform, threads, progress)
      guard tally.sums.allSatisfy({ $0.sum().isFinite }) else { throw Self.notFinite(stream) }
      if let ranked = Self.select(ranks, from: tally, gathers: gathers) {
        self.cells = cells
        self.tally = tally
        self.ranked = ranked
        return
      }
      reach *= 4
    }
  }

  private static func notFinite(_ stream: DrawStream) -> ModelFailure {
    ModelFailure.notFinite(stream.label)
  }

  /// Returns the draw of a rank that was asked for.
  func draw(ofRank rank: Int) -> Double { ranked[rank] ?? .nan }

  private static func tally(
    _ stream: DrawStream, _ cells: Cells, _ gathers: [UInt8], _ transform: CompiledCurve?,
    _ threads: Int?, _ progress: (@Sendable (Double) -> Void)?
  ) -> CellTally {
    let report = ProgressCount(of: stream.chunkCount, progress)
    let chunks = Parallel.map(stream.chunkCount, threads: threads) { chunk in
      var tally = CellTally(cellCount: cells.count)
      stream.forEachBlock(of: chunk) { block in
        if let transform { block.apply(transform) }
        tally.add(block.span, cells, gathers: gathers)
      }
      report.step()
      return tally
    }
    // In the order of the chunks, so that sums are the same on any number of threads.
    var total = CellTally(cellCount: cells.count)
    total.gathered.reserveCapacity(chunks.reduce(0) { $0 + $1.gathered.count })
    for chunk in chunks { total.add(chunk) }
    return total
  }

  /// The number of draws that the brackets are set by: it grows so that brackets stay few draws.
  static func pilotSize(trials: Int) -> Int { min(trials, max(1 << 16, trials / 128)) }

  /// The stretches in which the ranks lie, as far as the pilot can tell; everything for a short run.
  private static func brackets(
    _ stream: DrawStream, _ ranks: Set<Int>, _ transform: CompiledCurve?, _ reach: Double,
    threads: Int?
  ) throws(ModelFailure) -> [Range<Double>] {
    let size = pilotSize(trials: stream.trials)
    let everything = [-Double.infinity..<Double.infinity]
    guard size < stream.trials else { return ranks.isEmpty ? [] : everything }
    let pilot = stream.first(size)
    var draws = Parallel.map(pilot.chunkCount, threads: threads) { chunk in
      var draws: [Double] = []
      draws.reserveCapacity(DrawStream.chunkSize)
      pilot.forEachBlock(of: chunk) { block in
        if let transform { block.apply(transform) }
        for index in block.indices { draws.append(block[index]) }
      }
      return draws
    }.flatMap { $0 }
    guard draws.allSatisfy({ $0.isFinite }) else { throw notFinite(stream) }
    let ends = ranks.map { rank -> (low: Int?, high: Int?) in
      let share = (Double(rank) + 0.5) / Double(stream.trials)
      let margin = reach * (share * (1 - share) * Double(size)).squareRoot() + reach
      let low = (share * Double(size) - margin).rounded(.down)
      let high = (share * Double(size) + margin).rounded(.up)
      return (low < 0 ? nil : Int(low), high >= Double(size) ? nil : Int(high))
    }
    Selection.select(ends.flatMap { [$0.low, $0.high].compactMap { $0 } }, in: &draws)
    return ends.map { end in
      // A bracket holds its upper end too, or draws that are all the same would lie beside it.
      (end.low.map { draws[$0] } ?? -.infinity)..<(end.high.map { draws[$0].nextUp } ?? .infinity)
    }
  }

  /// Finds the ranks among the gathered draws; nil when one of them was not gathered.
  private static func select(
    _ ranks: Set<Int>, from tally: CellTally, gathers: [UInt8]
  ) -> [Int: Double]? {
    var places: [Int: Int] = [:]
    var (seen, kept) = (0, 0)
    for (count, gathers) in zip(tally.counts, gathers) {
      if gathers == 1 {
        for rank in ranks where seen <= rank && rank < seen + count {
          places[rank] = kept + rank - seen
        }
        kept += count
      }
      seen += count
    }
    guard places.count == ranks.count else { return nil }
    var gathered = tally.gathered
    Selection.select(Array(places.values), in: &gathered)
    return places.mapValues { gathered[$0] }
  }
}

extension MutableSpan<Double> {
  /// Replaces each number by the value of a curve there.
  fileprivate mutating func apply(_ curve: CompiledCurve) {
    for index in indices { self[index] = curve(self[index]) }
  }
}
