internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans

extension Payment {
  /// Reads a file with the columns rep and paid (or amount), and any of period (or month), deal_id
  /// and component; "-" is standard input.
  ///
  /// Amounts are in the currency of a plan, and FY before a period means that plan's years.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, for plan: Plan
  ) throws(InputFailure) -> (payments: [Payment], findings: FindingLog) {
    var table = try TableReader(path: path)
    let currency = plan.currency
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
        span = plan.period(named: record.label(period))
        if span == nil {
          record.reject(
            record.finding(
              "payments.period", field: period,
              "\"\(record.text(period))\" is not a period of pay",
              remedy: plan.remedy(forPeriod: record.label(period))))
          return
        }
      }
      func text(_ field: Int?) -> String? {
        field.flatMap { record.isEmpty($0) ? nil : record.label($0) }
      }
      payments.append(
        Payment(
          money, to: id, period: span, deal: text(deal), component: text(component),
          place: record.place))
    }
    table.add(tally)
    try table.check()
    return (payments, table.log)
  }
}
