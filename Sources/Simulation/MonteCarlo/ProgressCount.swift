internal import Synchronization

/// Counts finished pieces of work, from any thread, and tells a listener the share that is done.
final class ProgressCount: Sendable {
  private let done: Atomic<Int> = Atomic(0)
  private let total: Int
  private let listener: (@Sendable (Double) -> Void)?

  init(of total: Int, _ listener: (@Sendable (Double) -> Void)?) {
    self.total = total
    self.listener = listener
  }

  func step() {
    guard let listener else { return }
    let count = done.wrappingAdd(1, ordering: .relaxed).newValue
    listener(Double(count) / Double(total))
  }
}
