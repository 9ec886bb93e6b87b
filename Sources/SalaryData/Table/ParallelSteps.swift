internal import Dispatch
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

  /// Returns the results of steps, in their order, whichever of some threads does which.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { results, initialized in
      // Each step has its own element, so the threads share nothing that changes.
      nonisolated(unsafe) let results = results
      let steps = ParallelSteps(count: count)
      DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
        while let step = steps.next() { results.initializeElement(at: step, to: work(step)) }
      }
      initialized = count
    }
  }
}
