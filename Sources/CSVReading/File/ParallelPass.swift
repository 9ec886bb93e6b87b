internal import Dispatch
public import Findings

/// One reading of a file by several threads, which take its blocks in order.
@usableFromInline
final class ParallelPass: Sendable {
  private let failures = Guarded<(index: Int, failure: InputFailure)?>(nil)
  private let reader: Guarded<BlockReader>
  private let context: FileContext

  @usableFromInline
  init(_ file: CSVFile) throws(InputFailure) {
    context = file.context
    reader = Guarded(try file.blockReader())
  }

  /// Runs a function on each of several threads, with a worker that takes blocks.
  @usableFromInline
  func run(threads: Int?, _ work: @Sendable (BlockWorker) -> Void) throws(InputFailure) {
    let threads = threads ?? 64
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in work(BlockWorker(self, context)) }
    } else {
      work(BlockWorker(self, context))
    }
    if let failed = failures.withLock({ $0 }) { throw failed.failure }
  }

  func next(into buffer: BlockBuffer) -> Block? {
    reader.withLock { reader in
      do throws(InputFailure) {
        return try reader.next(into: buffer)
      } catch {
        reader.stop()
        record(error, at: Int.max)
        return nil
      }
    }
  }

  func stop() { reader.withLock { $0.stop() } }

  /// Keeps the failure that comes first in the file.
  func record(_ failure: InputFailure, at index: Int) {
    failures.withLock { first in
      if first.map({ index < $0.index }) ?? true { first = (index, failure) }
    }
  }
}
