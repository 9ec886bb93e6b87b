internal import Dispatch
public import Findings
internal import Synchronization

/// One reading of a file by several threads, which take its blocks in order.
@usableFromInline
final class ParallelPass: @unchecked Sendable {
  // The block reader is only used under the lock; the rest is constant.
  private let failures = Mutex<(index: Int, failure: InputFailure)?>(nil)
  // A semaphore, because the thread sanitizer does not see the locks of Synchronization on Linux.
  private let lock = DispatchSemaphore(value: 1)
  private let reader: BlockReader
  private let context: FileContext

  @usableFromInline
  init(_ file: CSVFile) throws(InputFailure) {
    context = file.context
    reader = try file.blockReader()
  }

  /// Runs a function on each of several threads, with a worker that takes blocks.
  @usableFromInline
  func run(threads: Int, _ work: @Sendable (BlockWorker) -> Void) throws(InputFailure) {
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in work(BlockWorker(self, context)) }
    } else {
      work(BlockWorker(self, context))
    }
    if let failed = failures.withLock({ $0 }) { throw failed.failure }
  }

  func next(into buffer: BlockBuffer) -> Block? {
    lock.wait()
    defer { lock.signal() }
    do throws(InputFailure) {
      return try reader.next(into: buffer)
    } catch {
      reader.stop()
      record(error, at: Int.max)
      return nil
    }
  }

  func stop() {
    lock.wait()
    defer { lock.signal() }
    reader.stop()
  }

  /// Keeps the failure that comes first in the file.
  func record(_ failure: InputFailure, at index: Int) {
    failures.withLock { first in
      if first.map({ index < $0.index }) ?? true { first = (index, failure) }
    }
  }
}
