/// Independent pieces of work where there is one thread, in place of `Parallel` of `Statistics`.
package enum Parallel {
  /// Returns the results of numbered pieces of work, in their order.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int?, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    for piece in 0..<count { results.append(work(piece)) }
    return results
  }
}
