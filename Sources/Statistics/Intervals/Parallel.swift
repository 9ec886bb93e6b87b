internal import Dispatch
internal import Synchronization

/// Independent pieces of work on several threads.
package enum Parallel {
  /// Returns the results of numbered pieces of work, in their order, from up to `threads` threads.
  ///
  /// Which thread does a piece must not matter to its result: then neither does the number of
  /// threads. Nil stands for as many as there are cores.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int?, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1, threads.map({ $0 > 1 }) ?? true else { return (0..<count).map(work) }
    let next = Atomic(0)
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every piece is taken by exactly one thread, so no two write the same element.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: min(count, threads ?? 64)) { _ in
        while true {
          let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard piece < count else { return }
          buffer.initializeElement(at: piece, to: work(piece))
        }
      }
      initialized = count
    }
  }

  /// Returns the results of work on each element, which may change it, as `map(_:threads:_:)` does.
  package static func update<Element: Sendable, Result: Sendable>(
    _ elements: inout [Element], threads: Int?, _ work: @Sendable (inout Element) -> Result
  ) -> [Result] {
    elements.withUnsafeMutableBufferPointer { buffer in
      // Every piece is taken by exactly one thread, so no two change the same element.
      nonisolated(unsafe) let buffer = buffer
      return map(buffer.count, threads: threads) { work(&buffer[$0]) }
    }
  }
}
