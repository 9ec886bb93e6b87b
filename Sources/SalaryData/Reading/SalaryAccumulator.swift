internal import Amounts
internal import CSVReading
internal import Tables

/// Rows of a file, in columns.
struct SalaryBlock: Sendable {
  var pay = PackedColumn<Double>()
  /// The pay for an hour of each row, where it is wanted; NaN where nothing tells.
  var hourly = PackedColumn<Double>()
  /// The line of each row, where they are wanted.
  var lines: [Int] = []
  var hashes: [UInt64] = []
  /// The hash of each row's identifier, where there is one; 0 for a row without.
  var identities: [UInt64] = []
  var numbers: [PackedColumn<Double>]
  var codes: [PackedColumn<UInt32>]
  /// The currency of each row; empty as long as no row names one.
  var currencies = PackedColumn<UInt32>()

  init(_ columns: SalaryColumns) {
    numbers = [PackedColumn<Double>](repeating: [], count: columns.numbers.count)
    codes = [PackedColumn<UInt32>](repeating: [], count: columns.texts.count)
  }

  /// Makes room, so that growing does not copy; memory that is not used is never touched.
  mutating func reserveCapacity(_ rows: Int) {
    pay.reserveCapacity(rows)
    hashes.reserveCapacity(rows)
    for column in numbers.indices { numbers[column].reserveCapacity(rows) }
    for column in codes.indices { codes[column].reserveCapacity(rows) }
  }

  /// Gives every row without a currency the code 0.
  mutating func fillCurrencies() {
    for _ in currencies.count..<max(currencies.count, pay.count) { currencies.append(0) }
  }
}

extension ByteHash {
  /// The hash of a cell.
  static func hash(of record: borrowing CSVRecord, _ field: Int) -> UInt64 {
    record.withBytes(field) { bytes in bytes.withUnsafeBytes { hash($0) } }
  }
}

/// How much of full time people work, by what the cells say, of which there are few.
struct WorkingTimes: Sendable {
  private var cells = ByteInterner()
  private var numbers: [Ratio?] = [nil]
  private var shares: [Double?] = [nil]
  private var rows: [Int] = [0]
  /// What the blocks before had.
  private var earlier = WorkingTime.Tally()

  /// Counts the cell of a record and returns the part of full time that it says; nil where that is open.
  mutating func count(
    _ field: Int, of record: borrowing CSVRecord, _ time: WorkingTime
  ) -> Double? {
    let code = Int(
      record.withBytes(field) { bytes in
        bytes.withUnsafeBufferPointer { cells.code(for: $0) }
      })
    if code == numbers.count {
      let number = time.number(cells.label(UInt32(code)))
      numbers.append(number)
      shares.append(number.flatMap(time.share)?.doubleValue)
      rows.append(0)
    }
    rows[code] += 1
    return shares[code]
  }

  var tally: WorkingTime.Tally {
    zip(numbers, rows).reduce(into: earlier) { tally, cell in
      if cell.1 > 0 { tally.count(cell.0, rows: cell.1) }
    }
  }

  mutating func add(_ next: WorkingTimes) { earlier.add(next.tally) }
}

/// What a thread collects from the rows of a block, and what the blocks are put together in.
struct SalaryAccumulator: Sendable {
  /// The rows, their codes those of `texts` and `currencies` here.
  var block: SalaryBlock
  /// The values of each column of text.
  var texts: [ByteInterner]
  var currencies = ByteInterner()
  /// The values of the column of pay periods, and how many of each make a year: 0 where the value is
  /// missing, NaN where it is not understood. They are of one block and are not merged.
  var periods = ByteInterner()
  var periodsPerYear: [Double] = [0]
  /// The codes of the months that dates were read as, by their number since the year 1900; 0 where
  /// there is none yet. They are of one block and one column of dates, and are not merged.
  var monthCodes: [UInt32] = []
  /// Days as they were written, of which a file has few, and the code of the month of each; 0 where it is
  /// not certain. They are of one block and are not merged.
  var days = ByteInterner()
  var monthOfDay: [UInt32] = [0]
  var decimal = DecimalEvidence()
  var dates = DateEvidence()
  var remarks = PayRemarks()
  var times = WorkingTimes()
  /// About how many rows the whole file has.
  private let expectedRows: Int

  init(_ columns: SalaryColumns, expectedRows: Int) {
    self.expectedRows = expectedRows
    block = SalaryBlock(columns)
    texts = [ByteInterner](repeating: ByteInterner(), count: columns.texts.count)
  }

  /// Makes room for the rows of one block, of which a megabyte has about so many.
  mutating func reserveBlock() { block.reserveCapacity(min(expectedRows, 1 << 14)) }

  /// Adds the rows of the block that follows.
  mutating func append(_ next: consuming SalaryAccumulator) {
    if block.pay.isEmpty { block.reserveCapacity(expectedRows) }
    for column in texts.indices {
      let codes = texts[column].add(next.texts[column])
      block.codes[column].append(next.block.codes[column], renumberedBy: codes)
    }
    if !block.currencies.isEmpty || !next.block.currencies.isEmpty {
      // Rows that name no currency have no codes as long as no row names one.
      block.fillCurrencies()
      next.block.fillCurrencies()
      let codes = currencies.add(next.currencies)
      block.currencies.append(next.block.currencies, renumberedBy: codes)
    }
    block.pay.append(contentsOf: next.block.pay)
    block.hashes.append(contentsOf: next.block.hashes)
    block.identities.append(contentsOf: next.block.identities)
    block.lines.append(contentsOf: next.block.lines)
    block.hourly.append(contentsOf: next.block.hourly)
    for column in block.numbers.indices {
      block.numbers[column].append(contentsOf: next.block.numbers[column])
    }
    decimal.add(next.decimal)
    dates.add(next.dates)
    remarks.add(next.remarks)
    times.add(next.times)
  }
}
