public import Findings

/// What one thread needs to read blocks.
@usableFromInline
final class BlockWorker {
  private let pass: ParallelPass
  private let context: FileContext
  private let parser: BlockParser
  private let buffer = BlockBuffer(capacity: BlockReader.blockSize + BlockReader.blockSize / 8)
  private var block: Block?

  init(_ pass: ParallelPass, _ context: FileContext) {
    self.pass = pass
    self.context = context
    parser = BlockParser(context)
  }

  /// Takes the next block and returns its index, or nil when there is none left.
  @usableFromInline
  func advance() -> Int? {
    block = pass.next(into: buffer)
    return block?.index
  }

  /// Calls the body with each good record of the block.
  @usableFromInline
  func parse(_ body: (inout CSVRecord) throws(InputFailure) -> Void) -> CSVTally {
    guard let block else { return CSVTally() }
    do throws(InputFailure) {
      let tally = try parser.parse(block, in: buffer, body)
      if context.isStrict, tally.rejected > 0 { pass.stop() }
      return tally
    } catch {
      pass.record(error, at: block.index)
      pass.stop()
      return CSVTally()
    }
  }
}
