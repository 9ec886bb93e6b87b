internal import Amounts
internal import Findings
internal import PayPlans
package import Phrases
internal import Reporting
internal import Simulation

/// Another outcome of some deals, tried on one person's statement by the engine that pays it.
///
/// The command makes the bytes, and the engine in a page answers states of the controls, which are lines
/// `change=WHAT,AMOUNT,MONTH,LIKE`: the number of a deal in the file or `new`, an exact amount or nothing for
/// that of the file, a month such as `2021-06` or `out`, and the number of the deal whose other columns a new one
/// takes. With `typed-` before it, it is what a person wrote, with `|` between.
package struct StatementTrial {
  private let inputs: StatementInputs
  private let book: Phrasebook
  private let paid: Statement

  /// Reads the bytes of a statement's inputs; nil for others.
  package init?(_ bytes: [UInt8], _ language: Language) {
    guard let inputs = PlanCode.decodeStatement(bytes),
      let paid = try? inputs.statement()
    else { return nil }
    self.inputs = inputs
    self.paid = paid
    book = Phrasebook(language)
  }

  /// The most changes at once.
  private static let limit = 100

  /// What becomes of a deal.
  private struct Change {
    /// The row of a deal in the file; nil for a new one.
    var row: Int?
    /// Another amount; nil for that of the file.
    var amount: Ratio?
    /// The month in which it closes; nil where it does not.
    var month: YearMonth?
    /// The row whose other columns a new deal has.
    var like: Int?
  }

  /// A line of the list, as far as it can be read.
  private struct Line {
    var change: Change?
    var isAmountUnreadable = false
  }

  /// What is shown for a state of the controls, as JSON with finished texts.
  ///
  /// - Complexity: That of paying one person's year.
  package func view(of text: String) -> String {
    var lines: [Line] = []
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: sign)...]
      switch line[..<sign] {
      case "change": lines.append(self.line(value, between: ",", isTyped: false))
      case "typed-change": lines.append(self.line(value, between: "|", isTyped: true))
      default: break
      }
    }
    return view(of: Array(lines.prefix(Self.limit))).text()
  }

  // MARK: Reading

  private func line(_ text: Substring, between mark: Character, isTyped: Bool) -> Line {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return Line() }
    let decimal = book.language.decimalConvention
    var amount: Ratio?
    if !parts[1].isEmpty {
      amount =
        isTyped ? PageState.typed(parts[1], decimal, isShare: false) : Ratio(decimal: parts[1])
      guard let read = amount, PageState.isUsual(read), .zero < read else {
        return Line(isAmountUnreadable: true)
      }
    }
    let month = YearMonth(iso: parts[2])
    let isOut = parts[2] == "out"
    let like = Int(parts[3]).flatMap { inputs.deals.rows.indices.contains($0) ? $0 : nil }
    if parts[0] == "new" {
      guard let amount, let month else { return Line() }
      // What a new deal has in the columns that the plan looks at is not guessed.
      guard !needsLike || like != nil else { return Line() }
      return Line(change: Change(row: nil, amount: amount, month: month, like: like))
    }
    guard let row = Int(parts[0]), inputs.deals.rows.indices.contains(row), isOut || month != nil
    else { return Line() }
    return Line(change: Change(row: row, amount: amount, month: month, like: nil))
  }

  /// Whether the plan looks at columns that a new deal has to have.
  private var needsLike: Bool {
    inputs.plan.dealColumns.contains { $0.use != .cancellation } && !inputs.deals.rows.isEmpty
  }

  /// Why no new deal can be tried; nil where one can.
  private var newObstacle: Inline? {
    let columns = inputs.plan.dealColumns.filter { $0.use != .cancellation }
    guard inputs.deals.rows.isEmpty, !columns.isEmpty else { return nil }
    return
      "The plan looks at columns of deals, and there is no deal whose columns a new one could have."
  }

  // MARK: Trying

  /// The inputs with the changes made.
  private func changed(_ changes: [Change]) -> StatementInputs {
    var tried = inputs
    var gone: Set<Int> = []
    for (number, change) in changes.enumerated() {
      guard let row = change.row else {
        guard let amount = change.amount, let month = change.month else { continue }
        tried.deals.rows.append(newDeal(number, amount, month, like: change.like))
        continue
      }
      guard let month = change.month else {
        gone.insert(row)
        continue
      }
      gone.remove(row)
      tried.deals.rows[row].closeDate = day(in: month, instead: inputs.deals.rows[row].closeDate)
      if let amount = change.amount { tried.deals.rows[row].amount = amount }
    }
    tried.deals.rows = tried.deals.rows.indices.filter { !gone.contains($0) }
      .map { tried.deals.rows[$0] }
    return tried
  }

  private func newDeal(
    _ number: Int, _ amount: Ratio, _ month: YearMonth, like: Int?
  ) -> Deal {
    var id = "new-\(number + 1)"
    while inputs.deals.rows.contains(where: { $0.id == id }) { id += "'" }
    let model = like.map { inputs.deals.rows[$0] }
    let deals = inputs.deals
    return Deal(
      id, rep: inputs.rep.id, closeDate: lastDay(of: month), amount: amount,
      // No day of the other deal is that of this one: it is not cancelled, and has no payments yet.
      dates: deals.dateColumns.map { _ in nil },
      numbers: model?.numbers ?? deals.numberColumns.map { _ in nil },
      texts: model?.texts ?? deals.textColumns.map { _ in "" })
  }

  /// The day of a deal in another month: its own day where it stays in its month, else the last one.
  private func day(in month: YearMonth, instead day: CalendarDate) -> CalendarDate {
    day.yearMonth == month ? day : lastDay(of: month)
  }

  /// The last day of a month that is in the plan year.
  private func lastDay(of month: YearMonth) -> CalendarDate {
    min(max(month.lastDay, paid.yearStart), paid.yearEnd)
  }

  // MARK: Showing

  private func say(_ text: Inline) -> JSONValue { .string(book.text(text)) }

  private func table(_ rows: [[Inline]]) -> JSONValue {
    .array(rows.map { .array($0.map { say($0) }) })
  }

  private func view(of lines: [Line]) -> JSONValue {
    let changes = lines.compactMap { $0.change }
    var members: [JSONValue.Member] = [
      .init("deals", .array(inputs.deals.rows.map { say(name(of: $0)) })),
      .init(
        "months",
        .array(
          months.map { month in
            ["value": .string(month.description), "text": say(.month(month))]
          })),
      .init("needsLike", .bool(needsLike)),
      .init("changes", .array(lines.map { shown($0) })),
      .init(
        "state",
        .array(changes.map { .string("change=\(text(of: $0))") })),
    ]
    if let newObstacle { members.append(.init("newObstacle", say(newObstacle))) }
    let tried: Statement
    do throws(InputFailure) {
      guard let statement = try changed(changes).statement() else { return .object(members) }
      tried = statement
    } catch {
      let faults = error.log.findings.filter { $0.severity == .error }.prefix(3)
      members.append(.init("faults", .array(faults.map { say($0.message) })))
      return .object(members)
    }
    members.append(.init("total", say(.money(tried.total))))
    members.append(.init("sentence", say(sentence(tried))))
    members.append(.init("rows", table(rows(tried))))
    members.append(.init("monthRows", table(monthRows(tried))))
    members.append(.init("why", .array(explanations(tried, changes).map { say($0) })))
    return .object(members)
  }

  private var months: [YearMonth] {
    (0..<12).map { paid.yearStart.addingMonths($0).yearMonth }
      + (paid.yearStart.day == 1 ? [] : [paid.yearEnd.yearMonth])
  }

  private func name(of deal: Deal) -> Inline {
    let amount = Inline.plain(deal.amount)
    let currency = deal.currency ?? inputs.plan.currency
    return "\(Inline(deal.id)), \(amount) \(currency.code), \(.numericDate(deal.closeDate))"
  }

  private func shown(_ line: Line) -> JSONValue {
    guard let change = line.change else {
      return ["amountFault": .bool(line.isAmountUnreadable)]
    }
    return [
      "text": .string(text(of: change)),
      "amount": change.amount.map { say(.plain($0)) } ?? .string(""),
    ]
  }

  private func text(of change: Change) -> String {
    let what = change.row.map { "\($0)" } ?? "new"
    let amount = change.amount.map { $0.decimal } ?? ""
    let month = change.month.map { $0.description } ?? "out"
    return "\(what),\(amount),\(month),\(change.like.map { "\($0)" } ?? "")"
  }

  private func sentence(_ tried: Statement) -> Inline {
    let difference = tried.total - paid.total
    let zero = Money.zero(paid.total.currency)
    if difference == zero { return "The pay of the plan year is the same, \(.money(tried.total))." }
    return zero < difference
      ? "\(.money(difference)) more in the plan year: \(.money(tried.total)) instead of \(.money(paid.total))."
      : "\(.money(-difference)) less in the plan year: \(.money(tried.total)) instead of \(.money(paid.total))."
  }

  private func row(_ label: Inline, _ own: Money, _ tried: Money) -> [Inline] {
    [label, .money(own), .money(tried), .money(tried - own, sign: .always)]
  }

  /// The sums from top to bottom, of the statement and of what is tried.
  private func rows(_ tried: Statement) -> [[Inline]] {
    var rows = [row("Base", paid.base, tried.base)]
    for (own, other) in zip(paid.components, tried.components) {
      rows.append(row(Inline(own.component), own.earned, other.earned))
    }
    func add(_ label: Inline, _ own: Money, _ other: Money) {
      if own.minorUnits != 0 || other.minorUnits != 0 { rows.append(row(label, own, other)) }
    }
    add("Adjustments", paid.adjustments, tried.adjustments)
    add("Earned but not due", -(paid.notDue - paid.lapsed), -(tried.notDue - tried.lapsed))
    add("Lapsed with cancelled deals", -paid.lapsed, -tried.lapsed)
    add("Taken back for cancelled deals", paid.clawback, tried.clawback)
    add("Guarantee", paid.guarantee, tried.guarantee)
    add("Draw", paid.draw, tried.draw)
    add("Not taken back yet", paid.owedClawback, tried.owedClawback)
    rows.append(row("Incentive paid", paid.incentivePaid, tried.incentivePaid))
    rows.append(row("Total paid", paid.total, tried.total))
    add("Owed by the rep for cancelled deals", paid.owedClawback, tried.owedClawback)
    add("Owed by the rep on the draw", paid.owedDraw, tried.owedDraw)
    return rows
  }

  /// The months in which something else is paid.
  private func monthRows(_ tried: Statement) -> [[Inline]] {
    let zero = Money.zero(paid.total.currency)
    return (0..<max(paid.months.count, tried.months.count)).compactMap { index in
      let own = paid.months.indices.contains(index) ? paid.months[index] : nil
      let other = tried.months.indices.contains(index) ? tried.months[index] : nil
      guard let day = own?.firstDay ?? other?.firstDay else { return nil }
      let (before, after) = (own?.total ?? zero, other?.total ?? zero)
      return before == after ? nil : row(.month(day.yearMonth), before, after)
    }
  }

  /// The way of each deal that is changed through the plan, in sentences.
  private func explanations(_ tried: Statement, _ changes: [Change]) -> [Inline] {
    var said: Set<String> = []
    var sentences: [Inline] = []
    for (number, change) in changes.enumerated() where change.month != nil {
      let id =
        change.row.map { inputs.deals.rows[$0].id }
        ?? change.month.map { newDeal(number, .one, $0, like: nil).id } ?? ""
      guard said.insert(id).inserted else { continue }
      for sentence in tried.explanation(of: id) { sentences.append("\(Inline(id)): \(sentence)") }
    }
    return sentences
  }
}
