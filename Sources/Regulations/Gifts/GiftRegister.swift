public import Amounts
internal import CSVReading
public import Findings

/// The gifts of a firm and its people, as their register has them.
public struct GiftRegister: Sendable {
  /// The gifts, in the order of the register.
  public let gifts: [Gift]
  /// The rows that were read.
  public let rows: Int
  /// The rows that could not be understood.
  public let rejected: Int
  /// What was found in the file.
  public let findings: FindingLog
  /// The fields of a complete record for which the file has no column.
  public let absentFields: Set<Gift.Field>
  /// The name of the file.
  public let file: String

  /// Reads a register; "-" is standard input.
  ///
  /// Rows that cannot be understood are rejected with their place; rows that merely leave something
  /// empty are kept, and the review tells what they lack.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` when a column is missing
  ///   without which nothing can be added up.
  /// - Complexity: O(size of the file).
  public init(path: String, currency: Currency) throws(InputFailure) {
    try self.init(try CSVFile(path: path), currency: currency)
  }

  /// Takes text for a register; `name` is what findings call it.
  public init(csv: String, name: String, currency: Currency) throws(InputFailure) {
    try self.init(try CSVFile(bytes: Array(csv.utf8), name: name), currency: currency)
  }

  private init(_ file: CSVFile, currency: Currency) throws(InputFailure) {
    let columns = try GiftColumns(file)
    var gifts: [Gift] = []
    let tally = try file.records { (record) throws(InputFailure) in
      var reader = GiftRowReader(columns: columns, currency: currency)
      if let gift = reader.gift(&record) { gifts.append(gift) }
    }
    self.gifts = gifts
    self.file = file.name
    rows = tally.rows
    rejected = tally.rejected
    var findings = FindingLog()
    for finding in file.findings + columns.findings { findings.add(finding) }
    findings.add(tally.findings)
    self.findings = findings
    absentFields = columns.absentFields
  }
}
