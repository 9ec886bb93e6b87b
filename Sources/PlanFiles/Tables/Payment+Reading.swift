internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

extension Payment {
  /// Reads a file with the columns rep and paid (or amount), and any of period (or month), deal_id,
  /// component and currency; "-" is standard input.
  ///
  /// Amounts are in the currency of a plan, and FY before a period means that plan's years.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, for plan: Plan, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (payments: [Payment], findings: FindingLog) {
    var table = try InputTable(path: path, .payments, options)
    return try read(&table, for: plan)
  }

  /// Reads the text of a payments file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, for plan: Plan, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (payments: [Payment], findings: FindingLog) {
    var table = try InputTable(csv: csv, file: file, .payments, options)
    return try read(&table, for: plan)
  }

  /// Reads a table that is open.
  package static func read(
    _ table: inout InputTable, for plan: Plan
  ) throws(InputFailure) -> (payments: [Payment], findings: FindingLog) {
    let read = try read(&table, among: [plan]) { _ in [0] }
    return (read.payments[0], read.findings)
  }

  /// What a row is for, by which its plan is found.
  package struct Subject {
    /// Who was paid, as it is written.
    package var rep: String
    /// The deal.
    package var deal: String?
    /// The component.
    package var component: String?
  }

  /// Reads a file of payments by several plans.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - plans: The plans.
  ///   - options: How the table is read.
  ///   - candidates: Returns which of the plans a row without a plan's name can be for.
  /// - Returns: The payments by plan, in the order of the plans. Those that can be for none are with the first.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it, rows that several
  ///   plans could have paid among them.
  package static func read(
    path: String, among plans: [Plan], _ options: TableOptions,
    candidates: (Subject) -> [Int]
  ) throws(InputFailure) -> (payments: [[Payment]], findings: FindingLog) {
    var table = try InputTable(path: path, .payments, options)
    return try read(&table, among: plans, candidates: candidates)
  }

  private static func read(
    _ table: inout InputTable, among plans: [Plan], candidates: (Subject) -> [Int]
  ) throws(InputFailure) -> (payments: [[Payment]], findings: FindingLog) {
    let (rep, paid) = (table.required("rep"), table.required("paid"))
    let period = table.column("period")
    let deal = table.column("deal_id")
    let component = table.column("component")
    let stated = table.column("currency")
    let named = table.column("plan")
    var ofOthers = 0
    if period == nil, let payDate = table.column("pay_date") {
      table.log.add(
        Finding(
          "payments.pay-date", .warning, at: table.headerPlace,
          "\"\(payDate.name)\" is when a payment was made, not the time it is for: all payments are held against the whole plan year",
          remedy:
            "say which column has the time with \(.parameter(.map, table.kind.mapping("period")))"
        ))
    }
    try table.check()
    guard let rep, let paid else { throw InputFailure(.badData, table.log) }
    let (payments, _) = try table.rows(into: { plans.map { _ in [Payment]() } }) {
      (payments, record, cells) throws(InputFailure) in
      let id = cells.name(rep, &record)
      let subject = Subject(
        rep: id, deal: cells.text(deal, record).map(DealColumns.plainID),
        component: cells.text(component, record))
      var index = 0
      if let name = cells.text(named, record) {
        guard let own = plans.firstIndex(where: { $0.isCalled(name) }) else {
          ofOthers += 1
          return
        }
        index = own
      } else {
        let candidates = candidates(subject)
        if candidates.count > 1 {
          let names = candidates.map { "\"\(plans[$0].name)\"" }.joined(separator: ", ")
          record.reject(
            record.finding(
              "payments.which-plan", field: rep.position,
              "\"\(id)\" is paid by several plans, \(names), and the row does not say by which",
              remedy: "add a column plan with its name"))
          return
        }
        index = candidates.first ?? 0
      }
      let plan = plans[index]
      let currency = plan.currency
      guard let value = cells.amount(paid, in: currency, &record) else {
        if cells.isBlank(paid, record) {
          record.reject(
            record.finding("payments.empty", field: paid.position, "\(paid.name) is empty"))
        }
        return
      }
      if let stated, let other = cells.currency(stated, &record), other != currency {
        record.reject(
          record.finding(
            "payments.currency", field: stated.position,
            "the payment is in \(other.code), and the plan pays in \(currency.code)",
            remedy: "write the amount in \(currency.code)"))
        return
      }
      guard let money = try? Money(rounding: value, currency: currency),
        money.majorUnits == value
      else {
        record.reject(
          record.finding(
            "payments.fraction", field: paid.position,
            "\"\(record.text(paid.position))\" is not a whole number of the minor unit of \(currency)"
          ))
        return
      }
      var span: CalendarPeriod?
      if let period, let text = cells.text(period, record) {
        span = plan.period(named: WrittenPeriod.name(of: text) ?? text)
        if span == nil {
          record.reject(
            record.finding(
              "payments.period", field: period.position,
              "\"\(text)\" is not a period of pay",
              remedy: plan.remedy(forPeriod: text)))
          return
        }
      }
      payments[index].append(
        Payment(
          money, to: id, period: span, deal: subject.deal, component: subject.component,
          place: record.place))
    }
    if ofOthers > 0 {
      table.log.add(
        Finding(
          "payments.other-plan", .note, at: table.headerPlace,
          ofOthers == 1
            ? "a payment is by another plan and is left out"
            : "\(ofOthers) payments are by other plans and are left out"))
    }
    try table.check()
    return (payments, table.log)
  }
}
