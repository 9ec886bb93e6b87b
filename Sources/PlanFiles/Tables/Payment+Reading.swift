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
    let currency = plan.currency
    let (rep, paid) = (table.required("rep"), table.required("paid"))
    let period = table.column("period")
    let deal = table.column("deal_id")
    let component = table.column("component")
    let stated = table.column("currency")
    if period == nil, let payDate = table.column("pay_date") {
      table.log.add(
        Finding(
          "payments.pay-date", .warning, at: table.headerPlace,
          "\"\(payDate.name)\" is when a payment was made, not the time it is for: all payments are held against the whole plan year",
          remedy: "say which column has the time with \(.parameter(.map, "period=COLUMN"))"))
    }
    try table.check()
    guard let rep, let paid else { throw InputFailure(.badData, table.log) }
    let (payments, _) = try table.rows(into: { [Payment]() }) {
      (payments, record, cells) throws(InputFailure) in
      let id = cells.name(rep, &record)
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
      payments.append(
        Payment(
          money, to: id, period: span, deal: cells.text(deal, record).map(DealColumns.plainID),
          component: cells.text(component, record),
          place: record.place))
    }
    try table.check()
    return (payments, table.log)
  }
}
