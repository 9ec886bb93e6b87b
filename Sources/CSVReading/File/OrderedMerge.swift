internal import Findings

/// Joins the results of blocks in the order of the file, in whatever order they arrive.
@usableFromInline
final class OrderedMerge<Accumulator: Sendable>: Sendable {
  private struct State {
    var total: Accumulator
    var tally = CSVTally()
    var next = 0
    var waiting: [Int: (Accumulator, CSVTally)] = [:]
  }

  private let state: Guarded<State>
  private let merge: @Sendable (inout Accumulator, consuming Accumulator) -> Void
  private let isStrict: Bool

  @usableFromInline
  init(
    _ initial: Accumulator, isStrict: Bool,
    merge: @escaping @Sendable (inout Accumulator, consuming Accumulator) -> Void
  ) {
    state = Guarded(State(total: initial))
    self.merge = merge
    self.isStrict = isStrict
  }

  @usableFromInline
  func add(_ accumulator: consuming sending Accumulator, _ tally: CSVTally, at index: Int) {
    let arrived = (accumulator, tally)
    state.withLock { state in
      state.waiting[index] = arrived
      while let (accumulator, tally) = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        // What other threads read past the row that ends a strict reading does not count.
        if isStrict, state.tally.rejected > 0 { continue }
        merge(&state.total, accumulator)
        state.tally.append(tally)
      }
    }
  }

  @usableFromInline
  var result: (Accumulator, CSVTally) { state.withLock { ($0.total, $0.tally) } }
}
