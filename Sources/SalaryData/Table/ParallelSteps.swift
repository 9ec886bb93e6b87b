internal import Synchronization

/// Hands out the numbers from 0 to a count, each to one thread.
final class ParallelSteps: Sendable {
  private let count: Int
  private let position = Atomic<Int>(0)

  init(count: Int) {
    self.count = count
  }

  /// Returns a number that no one has got yet, or nil when there is none left.
  func next() -> Int? {
    let step = position.wrappingAdd(1, ordering: .relaxed).oldValue
    return step < count ? step : nil
  }
}
