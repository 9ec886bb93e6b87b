internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Which fields of a record go where; made once for a file.
struct SalaryColumns: Sendable {
  /// A column of numbers besides the pay.
  struct NumberColumn: Sendable {
    var role: ColumnRole
    var field: Int
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

    /// The role of the column that it is made from.
    var source: ColumnRole { self == .sector ? .industry : .title }
  }

  var pay: ColumnRole
  var payField: Int
  var numbers: [NumberColumn] = []
  var texts: [TextColumn] = []
  var derived: [Derived] = []
  /// The names that the table will have, in the order in which they were asked for.
  var names: [String] = []

  /// Finds the columns that were asked for.
  init(
    _ file: CSVFile, _ recognition: ColumnRecognition, _ options: SalaryReadingOptions
  ) throws(InputFailure) {
    let wanted = options.pay.map { [$0] } ?? [.basePay, .totalPay]
    guard let pay = wanted.first(where: { recognition.position(of: $0) != nil }),
      let payField = recognition.position(of: pay)
    else {
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
    self.pay = pay
    self.payField = payField
    names = [pay.rawValue]
    for name in options.columns where !names.contains(name) {
      try add(name, file, recognition)
    }
  }

  private mutating func add(
    _ name: String, _ file: CSVFile, _ recognition: ColumnRecognition
  ) throws(InputFailure) {
    names.append(name)
    if let role = ColumnRole(rawValue: name), let field = recognition.position(of: role) {
      if role.isNumeric {
        numbers.append(NumberColumn(role: role, field: field))
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
