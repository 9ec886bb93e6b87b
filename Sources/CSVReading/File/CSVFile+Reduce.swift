public import Findings

extension CSVFile {
  /// Reads the rows on several threads into accumulators, and merges these in the order of the file.
  ///
  /// Each block of about a megabyte gets an accumulator of its own, whatever the number of threads,
  /// so the result is the same for any. Make the accumulator a struct: a class whose properties
  /// change with every row halves the speed.
  ///
  /// - Parameters:
  ///   - threads: The number of threads; more than there are cores are not used. Nil stands for one a core.
  ///   - make: Makes the accumulator of a block, and the one that the others are merged into.
  ///   - body: Takes one row; it may reject it or set it aside.
  ///   - merge: Adds the accumulator of the rows that follow.
  /// - Returns: The merged accumulator, and what became of the rows.
  /// - Throws: As `records(_:)`.
  @inlinable
  public func reduce<Accumulator: Sendable>(
    threads: Int?,
    into make: @escaping @Sendable () -> Accumulator,
    _ body: @escaping @Sendable (inout Accumulator, inout CSVRecord) throws(InputFailure) -> Void,
    merge: @escaping @Sendable (inout Accumulator, consuming Accumulator) -> Void
  ) throws(InputFailure) -> (Accumulator, CSVTally) {
    let pass = try ParallelPass(self)
    let results = OrderedMerge(make(), isStrict: isStrict, merge: merge)
    try pass.run(threads: threads) { worker in
      while let index = worker.advance() {
        var accumulator = make()
        let tally = worker.parse { (record: inout CSVRecord) throws(InputFailure) in
          try body(&accumulator, &record)
        }
        results.add(accumulator, tally, at: index)
      }
    }
    let (accumulator, tally) = results.result
    return (accumulator, try finished(tally))
  }
}
