/// How numbered pieces of work are done that do not depend on each other.
///
/// Pages calculate with this module too, and have no threads: who has some brings them.
package struct WorkSharing: Sendable {
  /// Calls a function once with each number from 0 to a count, in any order, and returns once all are done.
  private let forEach: @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

  /// Creates a way to do pieces of work.
  package init(
    _ forEach: @escaping @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void
  ) {
    self.forEach = forEach
  }

  /// One piece after another.
  package static let alone: WorkSharing = WorkSharing { count, work in
    for piece in 0..<count { work(piece) }
  }

  /// Returns the results of the pieces, in their order.
  func map<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { values, initialized in
      // Each piece is done once, so that no two write the same value.
      nonisolated(unsafe) let values = values
      forEach(count) { values.initializeElement(at: $0, to: work($0)) }
      initialized = count
    }
  }
}
