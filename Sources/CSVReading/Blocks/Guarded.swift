internal import Dispatch

/// A value that one thread at a time can use.
///
/// It is guarded by a semaphore, because the thread sanitizer does not see the locks of `Synchronization` on Linux.
final class Guarded<Value>: @unchecked Sendable {
  private let semaphore = DispatchSemaphore(value: 1)
  private var value: Value

  init(_ value: Value) { self.value = value }

  func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    semaphore.wait()
    defer { semaphore.signal() }
    return try body(&value)
  }
}
