internal import Amounts

/// The rows of one block of a file, in columns.
struct SalaryBlock: Sendable {
  var pay: [Double] = []
  var hashes: [UInt64] = []
  var numbers: [[Double]]
  var codes: [[UInt32]]
  /// The currency of each row; empty as long as no row names one.
  var currencies: [UInt32] = []

  init(_ columns: SalaryColumns) {
    numbers = [[Double]](repeating: [], count: columns.numbers.count)
    codes = [[UInt32]](repeating: [], count: columns.texts.count)
  }
}

/// What a thread collects from the rows of a block, and what the blocks are put together in.
struct SalaryAccumulator: Sendable {
  /// The rows that are being added.
  var block: SalaryBlock
  /// The blocks before, their codes those of `texts` and `currencies` here.
  private(set) var blocks: [SalaryBlock] = []
  /// The values of each column of text.
  var texts: [ByteInterner]
  var currencies = ByteInterner()
  /// The values of the column of pay periods, and how many of each make a year: 0 where the value is
  /// missing, NaN where it is not understood. They are of one block and are not merged.
  var periods = ByteInterner()
  var periodsPerYear: [Double] = [0]
  var decimal = DecimalEvidence()
  var remarks = PayRemarks()

  init(_ columns: SalaryColumns) {
    block = SalaryBlock(columns)
    texts = [ByteInterner](repeating: ByteInterner(), count: columns.texts.count)
  }

  /// Adds the rows of the block that follows.
  mutating func append(_ next: consuming SalaryAccumulator) {
    var block = next.block
    for column in texts.indices {
      let codes = texts[column].add(next.texts[column])
      Self.renumber(&block.codes[column], codes)
    }
    Self.renumber(&block.currencies, currencies.add(next.currencies))
    decimal.add(next.decimal)
    remarks.add(next.remarks)
    blocks.append(block)
  }

  private static func renumber(_ rows: inout [UInt32], _ codes: [UInt32]) {
    // The first block of a column numbers its values as the whole does.
    guard codes.enumerated().contains(where: { $0.offset != Int($0.element) }) else { return }
    for row in rows.indices { rows[row] = codes[Int(rows[row])] }
  }

  /// Puts a column of all blocks together and frees it in the blocks, one after the other.
  mutating func take<Value>(_ column: WritableKeyPath<SalaryBlock, [Value]>) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(blocks.reduce(0) { $0 + $1[keyPath: column].count })
    for index in blocks.indices {
      values.append(contentsOf: blocks[index][keyPath: column])
      blocks[index][keyPath: column] = []
    }
    return values
  }
}
