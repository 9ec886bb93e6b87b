internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans

extension Deals {
  /// Reads a deals file with the columns that a plan refers to; "-" is standard input.
  ///
  /// - Returns: the deals, and what is worth knowing about the file.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, for plan: Plan
  ) throws(InputFailure) -> (deals: Deals, findings: FindingLog) {
    try read(try TableReader(path: path), for: plan)
  }

  /// Reads the text of a deals file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, for plan: Plan
  ) throws(InputFailure) -> (deals: Deals, findings: FindingLog) {
    try read(try TableReader(csv: csv, file: file), for: plan)
  }

  private static func read(
    _ reader: consuming TableReader, for plan: Plan
  ) throws(InputFailure) -> (deals: Deals, findings: FindingLog) {
    var table = reader
    let wanted = plan.dealColumns
    let why: Inline = ", which the plan refers to"
    let id = table.required("deal_id")
    let rep = table.required("rep")
    let closeDate = table.required("close_date")
    let amount = table.required("amount")
    let currency = table.column("currency")
    let share = table.column("share")
    // Cancellations are optional: a file without the column has none.
    let dateNames = (wanted.cancellations + wanted.payments).filter {
      $0 != DealColumn.cancelled || table.column($0) != nil
    }
    let dates = dateNames.map { table.required($0, why) }
    let numberNames = wanted.names([.credit, .factor])
    let credits = Set(wanted.names([.credit]))
    let numbers = numberNames.map { table.required($0, why) }
    let textNames = wanted.names([.text])
    let texts = textNames.map { table.required($0, why) }
    table.reportNearMisses(
      of: ["currency", "share", DealColumn.cancelled], .warning, in: "a deals file")
    try table.check()

    var rows: [Deal] = []
    let tally = try table.file.records { (record) throws(InputFailure) in
      let close = record.date(closeDate, "close_date")
      if record.isEmpty(closeDate) {
        record.reject(record.finding("deals.empty", field: closeDate, "close_date is empty"))
      }
      if record.isEmpty(amount) {
        record.reject(record.finding("deals.empty", field: amount, "amount is empty"))
      }
      var deal = Deal(
        record.name(id, "deal_id"), rep: record.name(rep, "rep"),
        closeDate: close ?? CalendarDate(dayNumber: 0), amount: .zero, line: record.line)
      if let currency, !record.isEmpty(currency) {
        let text = record.label(currency)
        deal.currency = Currency(code: text)
        if deal.currency == nil {
          record.reject(
            record.finding("deals.currency", field: currency, "\"\(text)\" is not a currency"))
        }
      }
      let own = deal.currency ?? plan.currency
      deal.amount = record.amount(amount, "amount", in: own) ?? .zero
      if let share, let part = record.share(share, "share", upTo: .one) { deal.share = part }
      // Most cells of these columns are empty in most files, and an empty list costs nothing.
      for (index, field) in dates.enumerated() {
        guard let date = record.date(field, dateNames[index]) else { continue }
        deal.dates += Array(repeating: nil, count: index - deal.dates.count) + [date]
      }
      for (index, field) in numbers.enumerated() {
        let name = numberNames[index]
        let number = record.amount(
          field, name, in: own, orPercentage: !credits.contains(name))
        guard let number else { continue }
        deal.numbers += Array(repeating: nil, count: index - deal.numbers.count) + [number]
      }
      for field in texts { deal.texts.append(record.label(field)) }
      rows.append(deal)
    }
    table.add(tally)
    try table.check()
    return (
      Deals(
        rows, dateColumns: dateNames, numberColumns: numberNames, textColumns: textNames,
        file: table.file.name), table.log
    )
  }
}
