public import Amounts
public import Answers
internal import Digests
public import Findings
public import LedgerFiles
public import PayLedger
public import Reporting

/// What does payroll get for a period, in which layout?
public struct LedgerPayroll: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The period.
  public var period: String
  /// The path of a template.
  public var template: String
  /// What is said of the template's settings, such as the number of the company.
  public var settings: [String: String]
  /// Who makes the file, and when.
  public var stamp: LedgerStamp

  /// Creates a question.
  public init(
    _ ledger: String, _ period: String, template: String, settings: [String: String] = [:],
    _ stamp: LedgerStamp
  ) {
    self.ledger = ledger
    self.period = period
    self.template = template
    self.settings = settings
    self.stamp = stamp
  }

  /// Makes the files, keeps them in the ledger, and locks the period for good.
  ///
  /// Asked again with the same template, it returns the files that are kept.
  ///
  /// - Throws: `.usage` for a period that is not closed, `.badData` for people without the number by which the
  ///   template names them, and for what is wrong in the template.
  public func answer() throws(InputFailure) -> Reply<PayrollRegister> {
    let file = try LedgerFile(opening: ledger)
    let contents = try file.contents()
    let book = contents.book
    let layout = try PayrollTemplate(path: template)
    let said = try templateInputs()
    if let made = book.events.last(where: {
      $0.verb == .payroll && $0.period == period.uppercased()
    }) {
      return try again(made, said, book, file)
    }
    let payroll = try wording { () throws(LedgerObstacle) in try book.payroll(of: period) }
    let paid = payroll.lines.filter { $0.amount.minorUnits != 0 }
    if layout.namesEmployees { try refuseUnnumbered(paid) }
    var files: [KeptInput] = []
    for currency in Set(paid.map(\.amount.currency)).sorted(by: { $0.code < $1.code }) {
      let bytes = try layout.bytes(
        of: paid.filter { $0.amount.currency == currency }, period: payroll.period,
        settings: settings)
      files.append(KeptInput(role: "payroll file", value: currency.code, bytes: bytes))
    }
    let step = try wording { () throws(LedgerObstacle) in
      try book.exporting(period, stamp)
    }
    try file.append(step, to: contents, inputs: files + said)
    return Reply(
      PayrollRegister(payroll, files: files, event: step.event),
      inputs: [InputDescription(path: template)])
  }

  /// The template and its settings, as the ledger keeps them.
  private func templateInputs() throws(InputFailure) -> [KeptInput] {
    [try KeptInput(role: "template", path: template)]
      + settings.sorted { $0.key < $1.key }.map {
        KeptInput(role: "set", value: "\($0.key)=\($0.value)")
      }
  }

  /// The files that were made before, so that nobody is paid twice by another one.
  private func again(
    _ made: LedgerEvent, _ said: [KeptInput], _ book: LedgerBook, _ file: LedgerFile
  ) throws(InputFailure) -> Reply<PayrollRegister> {
    let kept = try file.inputs(of: made.number)
    func layout(_ inputs: [KeptInput]) -> [KeptInput] {
      inputs.filter { $0.role == "set" }
        + inputs.filter { $0.role == "template" }.map {
          KeptInput(role: $0.role, value: "", bytes: $0.bytes)
        }
    }
    guard layout(kept) == layout(said) else {
      throw InputFailure(
        .template, "ledger.other-template",
        "the payroll file of \(period) was made on \(made.on) by another template, or with other settings",
        remedy:
          "a period has one payroll file: give what it was made by, \(kept.first { $0.role == "template" }?.value ?? ""), to have it again"
      )
    }
    let payroll = try wording { () throws(LedgerObstacle) in
      try book.payroll(of: period, before: made.number)
    }
    var findings = FindingLog()
    findings.add(
      Finding(
        "ledger.payroll-again", .note, about: .ledgerPeriod,
        "the file was made on \(made.on) by \(made.by); this is the same one"))
    return Reply(
      PayrollRegister(payroll, files: kept.filter { $0.role == "payroll file" }, event: made),
      findings: findings)
  }

  /// Refuses people whom payroll cannot find: nobody is matched by name in silence.
  private func refuseUnnumbered(_ lines: [Payroll.Line]) throws(InputFailure) {
    var log = FindingLog()
    for finding in lines.map(\.payee).numberFindings(.error) { log.add(finding) }
    if log.hasErrors { throw InputFailure(.badData, log) }
  }
}

/// What payroll gets for a period, with the totals by which it is checked.
public struct PayrollRegister: Answer {
  /// What everyone gets.
  public let payroll: Payroll
  /// The files, one for each currency, by its code.
  public let files: [KeptInput]
  /// The event that made them.
  public let event: LedgerEvent

  init(_ payroll: Payroll, files: [KeptInput], event: LedgerEvent) {
    self.payroll = payroll
    self.files = files
    self.event = event
  }

  /// The control totals of one currency.
  public struct Control: Hashable, Sendable {
    /// What is paid out.
    public let total: Money
    /// How many people are paid.
    public let people: Int
    /// What is carried to the next period, zero or below.
    public let carried: Money
    /// How many people are paid nothing.
    public let unpaid: Int
    /// The sum of the employee numbers that are numbers, by which a missing row is found.
    public let hashTotal: Int
    /// The SHA-256 of the file; nil where nobody is paid.
    public let digest: String?
  }

  /// The control totals, by currency in alphabetical order.
  public var controls: [Control] {
    let currencies = Set(payroll.lines.map(\.amount.currency)).sorted { $0.code < $1.code }
    return currencies.map { currency in
      let own = payroll.lines.filter { $0.amount.currency == currency }
      let paid = own.filter { $0.amount.minorUnits != 0 }
      let numbers = paid.compactMap { $0.payee.employeeID.flatMap { Int($0) } }
      return Control(
        total: paid.reduce(.zero(currency)) { $0 + $1.amount }, people: paid.count,
        carried: own.reduce(.zero(currency)) { $0 + $1.carried }, unpaid: own.count - paid.count,
        hashTotal: numbers.reduce(0) { $0.addingReportingOverflow($1).partialValue },
        digest: files.first { $0.value == currency.code }?.bytes.map {
          SHA256.hexadecimal(of: $0)
        })
    }
  }

  // MARK: For people

  public var document: Document {
    Document(
      title: "Payroll of \(payroll.period.name)",
      blocks: [
        .paragraph(
          "From \(payroll.period.days.lowerBound) to \(payroll.period.days.upperBound), made by \(event.by) on \(event.on). The totals are those of the ledger; the file adds up to them."
        ),
        .table(controlSheet.table()), .section("People"), .table(lineSheet.table()),
      ])
  }

  private var controlSheet: Sheet<Control> {
    var sheet = Sheet(controls)
    sheet.add("currency", "Currency") { .text($0.total.currency.code) }
    sheet.add("people", "People paid") { .integer($0.people) }
    sheet.add("total", "Total", .strong(.amount())) { .money($0.total) }
    sheet.add("unpaid", "Paid nothing") { .integer($0.unpaid) }
    sheet.add("carried", "Carried", .amount()) { .money($0.carried) }
    sheet.add("hash_total", "Sum of employee numbers") { .integer($0.hashTotal) }
    sheet.add(
      "sha256", .text("SHA-256"), { .text($0.digest) },
      cell: { .code(String(($0.digest ?? "").prefix(16))) })
    return sheet
  }

  private var lineSheet: Sheet<Payroll.Line> {
    var sheet = Sheet(payroll.lines)
    sheet.add("employee_id", "Employee number") { .text($0.payee.employeeID) }
    sheet.add("rep") { .text($0.payee.rep) }
    sheet.add(
      "name", .text("Rep"), { .text($0.payee.name) },
      cell: { .init($0.payee.name ?? $0.payee.rep) })
    sheet.add("currency", "Currency") { .text($0.amount.currency.code) }
    sheet.add("carried_in", "Carried in", .amount()) { .money($0.balance - $0.ofPeriod) }
    sheet.add("posted", "Posted", .amount()) { .money($0.ofPeriod) }
    sheet.add("amount", "Paid", .strong(.amount())) { .money($0.amount) }
    sheet.add("carried_out", "Carried", .amount()) { .money($0.carried) }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    [
      NamedTable("people") { lineSheet.records }, NamedTable("controls") { controlSheet.records },
    ]
  }

  public var facts: [JSONValue.Member] { [.init("period", .string(payroll.period.name))] }
}
