internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Which fields of a record go where; made once for a file.
struct SalaryColumns: Sendable {
  /// A column of numbers, with what its name says of them.
  struct NumberColumn: Sendable {
    var role: ColumnRole
    var field: Int
    var remarks: HeaderRemarks

    init(_ role: ColumnRole, _ field: Int, _ file: CSVFile) {
      self.role = role
      self.field = field
      remarks = HeaderRemarks(file.header[field])
    }
  }

  /// A column of text, or of dates, which are kept as the text of their month.
  struct TextColumn: Sendable {
    var name: String
    var field: Int
    var isDate = false
  }

  /// A column that is made from another one by a vocabulary.
  enum Derived: String, Sendable, CaseIterable {
    case sector
    case role
    case level
    case track

    /// The role of the column that it is made from.
    var source: ColumnRole { self == .sector ? .industry : .title }
  }

  var pay: ColumnRole
  /// Where the pay is: in the first of these columns that is filled.
  var payColumns: [NumberColumn] = []
  /// The parts of pay that are added to it, because total pay is asked for and no column has it.
  var addends: [NumberColumn] = []
  var numbers: [NumberColumn] = []
  var texts: [TextColumn] = []
  var derived: [Derived] = []
  /// Whether pay for an hour is wanted, and the column of weekly hours that it is made with.
  var makesHourlyPay = false
  var hours: NumberColumn?
  /// The column that says how much of full time people work, and its position.
  var time: WorkingTime?
  var timeField = 0
  /// The column of numbers or codes of people; nil where there is none, or names tell people apart.
  var identity: Int?
  /// The columns of titles and employers, whose names may begin or end as those of totals do.
  let namesJobs: [Int]
  /// The names that the table will have, in the order in which they were asked for.
  var names: [String] = []

  /// Finds the columns that were asked for.
  init(
    _ file: CSVFile, _ recognition: ColumnRecognition, _ options: SalaryReadingOptions
  ) throws(InputFailure) {
    let wanted = options.pay.map { [$0] } ?? [.basePay, .totalPay]
    func columns(_ roles: [ColumnRole]) -> [NumberColumn] {
      roles.flatMap { role in
        recognition.columns.filter { $0.role == role }.map { NumberColumn(role, $0.position, file) }
      }
    }
    pay = wanted.first { recognition.position(of: $0) != nil } ?? wanted[0]
    payColumns = columns(pay == .basePay ? [.basePay, .otherBasePay] : [pay])
    if pay == .totalPay, payColumns.isEmpty {
      addends = columns([.commission, .bonus])
      if !addends.isEmpty { payColumns = columns([.basePay, .otherBasePay]) }
    }
    guard !payColumns.isEmpty else {
      throw InputFailure(
        .badData,
        Finding(
          "salary.no-pay", at: file.headerPlace,
          "no column was recognised as \(wanted.map { Inline.code($0.rawValue) }.joined(separator: " or "))",
          remedy: """
            name it: \(.parameter(.map, "\(wanted[0].rawValue)=COLUMN")), one of \
            \(file.header.prefix(20).joined(separator: ", "))
            """))
    }
    // A part of full time says more than hours, of which full time has not the same everywhere.
    let timeColumn =
      recognition.columns.first { $0.role == .fte }
      ?? recognition.columns.first { $0.role == .hours }
    if let column = timeColumn {
      timeField = column.position
      time = try WorkingTime(
        isHours: column.role == .hours, name: column.name, at: file.headerPlace, options.mapping,
        of: .people)
    }
    identity = recognition.position(of: .identifier).flatMap { field in
      // Two people may share a name.
      let cells = file.sample.map { $0[field] }.filter { !MissingMark.isMissing($0) }
      return 10 * cells.count { $0.contains(where: \.isNumber) } >= 9 * cells.count ? field : nil
    }
    namesJobs = [.title, .employer].compactMap(recognition.position(of:))
    names = [pay.rawValue]
    for name in options.columns where !names.contains(name) {
      try add(name, file, recognition)
    }
    if options.assumedCurrency == nil, payColumns[0].remarks.currency == nil,
      recognition.position(of: .currency) == nil, !Self.namesCurrency(file, payColumns[0]),
      let country = recognition.position(of: .country)
    {
      addText(ColumnRole.country.rawValue, country)
    }
  }

  /// Whether an amount at the top of the file names its currency.
  private static func namesCurrency(_ file: CSVFile, _ column: NumberColumn) -> Bool {
    file.sample.contains { !WrittenAmount.named(in: $0[column.field]).currencies.isEmpty }
  }

  private mutating func add(
    _ name: String, _ file: CSVFile, _ recognition: ColumnRecognition
  ) throws(InputFailure) {
    names.append(name)
    if name == SalaryTable.hourlyPay, !file.header.contains(name) {
      makesHourlyPay = true
      hours = recognition.position(of: .hours).map { NumberColumn(.hours, $0, file) }
      guard hours != nil || payColumns.contains(where: { $0.remarks.period == .hour }) else {
        throw InputFailure(
          .badData,
          Finding(
            "salary.no-hours", at: file.headerPlace,
            "pay for an hour needs the hours of a week, and no column was recognised as \(.code(ColumnRole.hours.rawValue))",
            remedy: "name it: \(.parameter(.map, "\(ColumnRole.hours.rawValue)=COLUMN"))"))
      }
    } else if let role = ColumnRole(rawValue: name), let field = recognition.position(of: role) {
      if role.isNumeric {
        numbers.append(NumberColumn(role, field, file))
      } else {
        addText(name, field, isDate: role == .date)
      }
    } else if let field = Self.position(of: name, in: file.header) {
      addText(name, field)
    } else if let derived = Derived(rawValue: name),
      let field = recognition.position(of: derived.source)
    {
      self.derived.append(derived)
      addText(derived.source.rawValue, field)
    } else {
      let known =
        ColumnRole.allCases.filter { recognition.position(of: $0) != nil }.map(\.rawValue)
        + Derived.allCases.filter { recognition.position(of: $0.source) != nil }.map(\.rawValue)
        + file.header
      throw InputFailure(
        .usage,
        Finding(
          "salary.unknown-column", at: file.headerPlace,
          "there is no column \"\(name)\"",
          remedy: NearMiss.remedy(for: name, among: known)))
    }
  }

  private mutating func addText(_ name: String, _ field: Int, isDate: Bool = false) {
    if !texts.contains(where: { $0.name == name }) {
      texts.append(TextColumn(name: name, field: field, isDate: isDate))
    }
  }

  private static func position(of name: String, in header: [String]) -> Int? {
    header.firstIndex(of: name) ?? header.firstIndex { $0.lowercased() == name.lowercased() }
  }
}
