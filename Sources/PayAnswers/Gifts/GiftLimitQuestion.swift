public import Amounts
public import Answers
public import Findings
public import Regulations
public import Tables

/// Which gifts of a register are over the yearly limit of FINRA Rule 3220?
public struct GiftLimitQuestion: Question, Hashable {
  /// The path of the register.
  public var register: String
  /// How it is read.
  public var tables: TableOptions
  /// The path of the limits, such as `gift-rules.csv` of the datasets.
  public var rules: String
  /// The year over which gifts are added up; nil for the calendar year, with a note that it was taken.
  public var year: GiftYear?
  /// The share of the limit from which a recipient is near it.
  public var near: Ratio

  /// The share of the limit that is near it where none is said, 80 %.
  public static let usualNear: Ratio = (try? Ratio(4, over: 5)) ?? .one

  /// Creates a question about a register.
  public init(
    register: String, tables: TableOptions = TableOptions(), rules: String,
    year: GiftYear? = nil, near: Ratio = Self.usualNear
  ) {
    self.register = register
    self.tables = tables
    self.rules = rules
    self.year = year
    self.near = near
  }

  public func answer() throws(InputFailure) -> Reply<GiftReport> {
    guard near <= 1 else {
      throw InputFailure(
        .near, "question.range", "more than the limit is over it and not near it",
        remedy: "write one percentage of at most 100%, such as 80%")
    }
    let rules = try GiftRules(path: rules)
    let read = try GiftRegister(path: register, currency: rules.currency, tables)
    var findings = read.findings
    if year == nil {
      findings.add(
        Finding(
          "gifts.year", .note, at: Place(file: read.file),
          "gifts are added up over the calendar year",
          remedy: "say \(.parameter(.year)) as the firm's written procedures have it"))
    }
    return Reply(
      GiftReport(read, rules: rules, year: year ?? .calendar, nearShare: near),
      inputs: [InputDescription(path: register, rows: read.rows, rejected: read.rejected)]
        + tables.mapping.files.map { InputDescription(path: $0) },
      findings: findings)
  }
}
