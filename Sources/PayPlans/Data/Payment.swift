public import Amounts
internal import CSVReading
public import Findings

/// An amount of incentive that was paid, by whatever the payer's file tells it apart.
public struct Payment: Hashable, Sendable {
  /// Who was paid.
  public var rep: String
  /// The time that it was paid for; nil for the whole plan year.
  public var period: CalendarPeriod?
  /// The deal that it was paid for.
  public var deal: String?
  /// The component that it was paid by.
  public var component: String?
  /// The amount, in the currency of the plan.
  public var amount: Money
  /// The line of the file.
  public var line: Int

  /// Reads a file with the columns rep and paid (or amount), and any of period (or month), deal_id
  /// and component; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, currency: Currency
  ) throws(InputFailure) -> (payments: [Payment], findings: FindingLog) {
    var table = try TableReader(path: path)
    let rep = table.required("rep")
    let amount = table.column("paid") ?? table.column("amount") ?? table.required("paid")
    let period = table.column("period") ?? table.column("month")
    let deal = table.column("deal_id") ?? table.column("deal")
    let component = table.column("component")
    try table.check()
    var payments: [Payment] = []
    let tally = try table.file.records { (record) throws(InputFailure) in
      let id = record.name(rep, "rep")
      guard let value = record.amount(amount, "paid", in: currency) else {
        if record.isEmpty(amount) {
          record.reject(record.finding("payments.empty", field: amount, "paid is empty"))
        }
        return
      }
      guard let money = try? Money(rounding: value, currency: currency),
        money.majorUnits == value
      else {
        record.reject(
          record.finding(
            "payments.fraction", field: amount,
            "\"\(record.text(amount))\" is not a whole number of the minor unit of \(currency)"))
        return
      }
      var span: CalendarPeriod?
      if let period, !record.isEmpty(period) {
        span = CalendarPeriod(record.text(period))
        if span == nil {
          record.reject(
            record.finding(
              "payments.period", field: period,
              "\"\(record.text(period))\" is not a period",
              remedy: "write 2021-Q2, 2021-05, 2021-H1, 2021 or a day"))
          return
        }
      }
      func text(_ field: Int?) -> String? {
        field.flatMap { record.isEmpty($0) ? nil : record.label($0) }
      }
      payments.append(
        Payment(
          rep: id, period: span, deal: text(deal), component: text(component), amount: money,
          line: record.line))
    }
    table.add(tally)
    try table.check()
    return (payments, table.log)
  }
}
