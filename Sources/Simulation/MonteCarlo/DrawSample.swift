internal import Findings
internal import Statistics

/// Draws, and what is to be known of them.
struct WantedDraws: Sendable {
  /// The draws.
  var stream: DrawStream
  /// Where the cells of the tally meet.
  var edges: [Double]
  /// The ranks whose draws are wanted, counted from 0.
  var ranks: Set<Int>
  /// A function of the draws to be looked at in their place.
  var transform: CompiledCurve?

  /// How many standard errors a bracket extends to either side of its rank at first.
  private static let reach = 6.0

  /// Sets the brackets of the ranks, and with them the cells.
  ///
  /// - Parameters:
  ///   - widening: How many times as wide as usual the brackets are.
  ///   - threads: The number of threads; nil for one a core.
  /// - Returns: The run, of which nothing is drawn yet.
  /// - Throws: When the model draws what is not a finite number.
  func run(widening: Double = 1, threads: Int?) throws(ModelFailure) -> TallyRun {
    let brackets = try brackets(Self.reach * widening, threads: threads)
    let cells = Cells(edges + brackets.flatMap { [$0.lowerBound, $0.upperBound] })
    let gathers = (0..<cells.count).map { cell -> UInt8 in
      // The lowest cell has no lower edge and gathers when a bracket has none either.
      let inside = cell == 0 ? -Double.infinity : cells.edges[cell - 1]
      return brackets.contains { $0.lowerBound <= inside && inside < $0.upperBound } ? 1 : 0
    }
    return TallyRun(stream: stream, cells: cells, gathers: gathers, transform: transform)
  }

  /// The number of draws that the brackets are set by: it grows so that brackets stay few draws.
  static func pilotSize(trials: Int) -> Int { min(trials, max(1 << 16, trials / 128)) }

  /// The stretches in which the ranks lie, as far as the pilot can tell; everything for a short run.
  private func brackets(_ reach: Double, threads: Int?) throws(ModelFailure) -> [Range<Double>] {
    let size = Self.pilotSize(trials: stream.trials)
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
    guard draws.allSatisfy({ $0.isFinite }) else { throw .notFinite(stream.label) }
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
}

/// A run that counts draws by cells, a chunk of the stream at a time.
struct TallyRun: PiecewiseRun {
  let stream: DrawStream
  let cells: Cells
  /// 1 for each cell whose draws are kept, else 0.
  let gathers: [UInt8]
  let transform: CompiledCurve?

  var trials: Int { stream.trials }
  var pieceSize: Int { DrawStream.chunkSize }

  /// The edges in all their bits, by the hash of Fowler, Noll and Vo (FNV-1a).
  var frame: UInt64 {
    cells.edges.reduce(14_695_981_039_346_656_037) { hash, edge in
      (0..<8).reduce(hash) { hash, place in
        let byte: UInt64 = (edge.bitPattern >> UInt64(8 * place)) & 255
        return (hash ^ byte) &* 1_099_511_628_211
      }
    }
  }

  func piece(_ chunk: Int) -> CellTally {
    var tally = CellTally(cellCount: cells.count)
    stream.forEachBlock(of: chunk) { block in
      if let transform { block.apply(transform) }
      tally.add(block.span, cells, gathers: gathers)
    }
    return tally
  }

  /// Adds chunks up in their order, so that sums are the same whoever drew them.
  ///
  /// - Throws: When the model draws what is not a finite number, or chunks have other cells.
  func total(_ chunks: [CellTally]) throws(ModelFailure) -> CellTally {
    for (number, chunk) in chunks.enumerated() {
      let kept = zip(chunk.counts, gathers).reduce(0) { $0 + $1.0 * Int($1.1) }
      guard chunk.counts.count == cells.count, chunk.gathered.count == kept,
        chunk.counts.reduce(0, +) == draws(of: number).count
      else { throw .otherDraws }
    }
    var total = CellTally(cellCount: cells.count)
    total.gathered.reserveCapacity(chunks.reduce(0) { $0 + $1.gathered.count })
    for chunk in chunks { total.add(chunk) }
    guard total.sums.allSatisfy({ $0.sum().isFinite }) else {
      throw .notFinite(stream.label)
    }
    return total
  }
}

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
  ///   - wanted: The draws.
  ///   - drawn: What other machines have drawn of them; nil draws here.
  ///   - widening: How many times as wide as usual the brackets are at first.
  ///   - threads: The number of threads; nil for one a core.
  ///   - progress: Is told the share of the work that is done, from any thread.
  /// - Throws: When the model draws what is not a finite number, or `drawn` are other draws.
  init(
    _ wanted: WantedDraws, drawn: DrawnRun? = nil, widening: Double = 1, threads: Int?,
    progress: (@Sendable (Double) -> Void)? = nil
  ) throws(ModelFailure) {
    trials = wanted.stream.trials
    var (widening, drawn) = (widening, drawn)
    while true {
      let run = try wanted.run(widening: widening, threads: threads)
      let chunks = try drawn.map { drawn throws(ModelFailure) in try run.pieces(drawn) }
      let tally = try run.total(chunks ?? run.pieces(threads: threads, progress))
      if let ranked = Self.select(wanted.ranks, from: tally, gathers: run.gathers) {
        cells = run.cells
        self.tally = tally
        self.ranked = ranked
        return
      }
      // What others have drawn is of no use for wider brackets.
      (widening, drawn) = (widening * 4, nil)
    }
  }

  /// Returns the draw of a rank that was asked for.
  func draw(ofRank rank: Int) -> Double { ranked[rank] ?? .nan }

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
