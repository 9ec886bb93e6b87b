internal import Amounts
public import Answers
internal import PayPlans
public import Reporting

extension StatementDifference {
  public var tables: [NamedTable] {
    [
      NamedTable("people", personSheet.records), NamedTable("parts", partSheet.records),
      NamedTable("lines") { lineSheet.records }, NamedTable("terms", sentenceSheet.records),
      NamedTable("numbers", numberSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    func money(_ amount: Money?) -> JSONValue { amount.map(JSONValue.money) ?? .null }
    func count(_ number: KeyPath<DealDifference, Int>) -> JSONValue {
      deals.map { .integer($0[keyPath: number]) } ?? .null
    }
    return [
      .init("old_plan", .string(old.name)), .init("new_plan", .string(new.name)),
      .init("currency", .string(new.currency.code)),
      .init("first_day", year.map { .string("\($0.lowerBound)") } ?? .null),
      .init("last_day", year.map { .string("\($0.upperBound)") } ?? .null),
      .init("as_of", asOf.map { .string("\($0)") } ?? .null),
      .init("changes_pay", .bool(changesPay)),
      .init("people_compared", .integer(compared.count)),
      .init("winners", .integer(winners.count)), .init("losers", .integer(losers.count)),
      .init("old_only", .integer(leavers.count)), .init("new_only", .integer(joiners.count)),
      .init("lines_changed", .integer(lines.count)),
      .init("deals_old_only", count(\.onlyOld)), .init("deals_new_only", count(\.onlyNew)),
      .init("deals_changed", count(\.changed)),
      .init("old_cost", money(total.old)), .init("new_cost", money(total.new)),
      .init("difference", .money(total.difference)),
      .init("difference_share", total.share.map(JSONValue.ratio) ?? .null),
    ]
  }

  /// What each person is paid.
  var personSheet: Sheet<Person> {
    var sheet = Sheet(people)
    sheet.add("rep") { .text($0.rep) }
    sheet.add("name", .text("Rep"), { .text($0.name) }, cell: { Inline($0.label) })
    sheet.add("status") { .text($0.status) }
    for (key, part) in Person.figures {
      sheet.add(RecordTable.Column("\(key)_old")) { .money($0[keyPath: part].old) }
      sheet.add(RecordTable.Column("\(key)_new")) { .money($0[keyPath: part].new) }
    }
    sheet.add("total_old", "Paid, old", .amount()) { .money($0.total.old) }
    sheet.add("total_new", "Paid, new", .amount()) { .money($0.total.new) }
    sheet.add("difference", "Difference", .strong(.amount(sign: .always))) {
      .money($0.total.difference)
    }
    sheet.add("difference_share", "Change", .percentage(sign: .always)) { .ratio($0.total.share) }
    return sheet
  }

  /// What each person earned and still owes, which is not what is paid; programs have it with the above.
  var earnedSheet: Sheet<Person> {
    var sheet = Sheet(people)
    sheet.add(.text("Rep")) { Inline($0.label) }
    sheet.add(nil, "Earned, old", .amount()) { .money($0.earned.old) }
    sheet.add(nil, "Earned, new", .amount()) { .money($0.earned.new) }
    sheet.add(nil, "Owed by the rep, old", .amount()) { .money($0.owed.old) }
    sheet.add(nil, "Owed by the rep, new", .amount()) { .money($0.owed.new) }
    return sheet
  }

  /// What all are paid, part by part.
  var partSheet: Sheet<PartChange> {
    var sheet = Sheet(parts)
    sheet.add("part", .text("Pay"), { .text($0.part.key) }, cell: \.part.title)
    sheet.add("component") { row in
      if case .component(let name) = row.part { .text(name) } else { .missing }
    }
    sheet.add("old", "Old", .amount()) { .money($0.amount.old) }
    sheet.add("new", "New", .amount()) { .money($0.amount.new) }
    sheet.add("difference", "Difference", .amount(sign: .always)) {
      .money($0.amount.difference)
    }
    return sheet
  }

  /// The lines that pay another amount.
  var lineSheet: Sheet<Line> {
    var sheet = Sheet(lines)
    sheet.add("rep") { .text($0.rep) }
    sheet.add("name", .text("Rep"), { .text($0.name) }, cell: { Inline($0.name ?? $0.rep) })
    sheet.add("date", "Date", .day) { .text("\($0.date)") }
    sheet.add("kind") { .text($0.kind.rawValue) }
    sheet.add(
      "deal", .text("Deal"), { .text($0.deal) }, cell: { Inline($0.deal ?? $0.note ?? "") })
    let saysAccount = lines.contains { $0.account != nil }
    sheet.add("account", saysAccount ? "Account" : nil) { .text($0.account) }
    sheet.add(
      "component", .text("Component"), { .text($0.component) },
      cell: {
        $0.kind == .clawback ? "\($0.component), taken back" : .component($0.component)
      })
    sheet.add("old", "Old", .amount()) { .money($0.pay.old) }
    sheet.add("new", "New", .amount()) { .money($0.pay.new) }
    sheet.add("difference", "Difference", .amount(sign: .always)) { .money($0.pay.difference) }
    sheet.add("note") { .text($0.note) }
    return sheet
  }

  private var sentenceSheet: Sheet<(side: String, sentence: Inline)> {
    var sheet = Sheet(
      terms.old.map { (side: "old", sentence: $0) } + terms.new.map { (side: "new", sentence: $0) })
    sheet.add("side") { .text($0.side) }
    sheet.add("says") { .text($0.sentence.plainText) }
    return sheet
  }

  var numberSheet: Sheet<PlanDifference.Number> {
    var sheet = Sheet(terms.numbers)
    sheet.add("term", .text("Term"), { .text($0.term.plainText) }, cell: \.term)
    sheet.add(
      "old", .number("Old"), { .ratio($0.old) },
      cell: { $0.old.map(PayOutlook.written) ?? .missing })
    sheet.add(
      "new", .number("New"), { .ratio($0.new) },
      cell: { $0.new.map(PayOutlook.written) ?? .missing })
    return sheet
  }
}

extension StatementDifference.Person {
  /// The figures beside the total, by their keys in records.
  fileprivate static var figures:
    [(String, any KeyPath<Self, StatementDifference.Change> & Sendable)]
  {
    [
      ("base", \.base), ("earned", \.earned), ("incentive_paid", \.incentivePaid),
      ("owed_clawback", \.owedClawback), ("owed_draw", \.owedDraw),
    ]
  }

  /// The word in data for the sides that the person is on.
  fileprivate var status: String {
    isOnBoth ? "both" : total.new == nil ? "old_only" : "new_only"
  }

  /// What is owed in all at the end.
  fileprivate var owed: (old: Money?, new: Money?) {
    func sum(_ side: KeyPath<StatementDifference.Change, Money?>) -> Money? {
      guard let clawback = owedClawback[keyPath: side], let draw = owedDraw[keyPath: side] else {
        return nil
      }
      return clawback + draw
    }
    return (sum(\.old), sum(\.new))
  }

  /// Whether something is owed at the end of either side, or paid that was not earned, or the reverse.
  var isPaidOtherwise: Bool {
    [owed.old, owed.new].contains { $0.map { $0.minorUnits != 0 } ?? false }
      || earned.old != incentivePaid.old || earned.new != incentivePaid.new
  }
}

extension StatementDifference.Part {
  /// The word for it in data.
  var key: String {
    switch self {
    case .base: "base"
    case .component: "component"
    case .adjustments: "adjustments"
    case .notDue: "not_due"
    case .lapsed: "lapsed"
    case .clawback: "clawback"
    case .guarantee: "guarantee"
    case .draw: "draw"
    case .owedClawback: "owed_clawback"
    }
  }

  /// The word for it for people.
  var title: Inline {
    switch self {
    case .base: "Base"
    case .component(let name): Inline(name)
    case .adjustments: "Adjustments"
    case .notDue: "Earned but not due"
    case .lapsed: "Lapsed with cancelled deals"
    case .clawback: "Taken back for cancelled deals"
    case .guarantee: "Guarantee"
    case .draw: "Draw"
    case .owedClawback: "Not taken back yet"
    }
  }
}
