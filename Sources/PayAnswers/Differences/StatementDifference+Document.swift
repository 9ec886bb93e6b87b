internal import Amounts
internal import Findings
internal import PayPlans
public import Reporting

extension StatementDifference {
  /// The most lines that people are shown; programs read all of them.
  static let shownLines = 25
  /// The most people on one side only who are named.
  static let shownNames = 10

  public var document: Document {
    var document = Document(title: title, blocks: [.paragraph(introduction)])
    if let text = oneSided { document.append(.paragraph(text)) }
    if !people.isEmpty { document.append(.table(personTable)) }
    if people.contains(where: \.isPaidOtherwise) {
      document.append(
        .paragraph("What is earned, and what is owed at the end, is not what is paid:"))
      document.append(.table(earnedSheet.table()))
    }
    if changesPay {
      document.append(.section("What the difference is made of"))
      document.append(.table(partTable))
      document.append(.chart(waterfall))
    }
    document.append(contentsOf: lineBlocks + termBlocks + dealBlocks)
    document.append(
      .note(
        """
        Deals stay as they are. Under other rules than those of their time people would have timed and \
        priced some of them differently.
        """))
    return document
  }

  public var charts: [Chart] { [waterfall] }

  private var title: Inline {
    let labels = [old, new].labels
    return labels[0] == labels[1]
      ? "Difference in pay: \(labels[1])" : "Difference in pay: \(labels[0]) → \(labels[1])"
  }

  // MARK: In words

  private var introduction: Inline {
    var days: Inline = year.map { "plan year \($0.lowerBound) to \($0.upperBound)" } ?? "nobody"
    if let asOf { days = "\(days) as of \(asOf)" }
    let count: Inline = "\(.number(people.count)) people"
    let start: Inline = "\(count), \(days), in \(new.currency.code)."
    let cost = Inline.amount(total.old)
    guard changesPay else {
      return """
        \(start) \(.strong("Nothing changes.")) Each line, and what everybody is paid and owes, is the same on \
        both sides; together they cost \(cost).
        """
    }
    return "\(start) \(totalSentence) \(countSentence)"
  }

  private var totalSentence: Inline {
    guard !total.isNone else {
      return
        "Both sides cost \(.amount(total.old)) in all; what single people or lines get differs."
    }
    let change = Inline.strong(.amount(total.difference, sign: .always))
    guard let share = total.share else {
      return """
        The old side costs \(.amount(total.old)), the new one \(.amount(total.new)): a difference of \(change).
        """
    }
    return """
      The old side costs \(.amount(total.old)), the new one \(.amount(total.new)): a difference of \(change) or \
      \(.percentage(share, sign: .always)).
      """
  }

  private var countSentence: Inline {
    let (more, less) = (winners.count, losers.count)
    return """
      Of those on both sides are paid more: \(.number(more)), less: \(.number(less)), the same: \
      \(.number(compared.count - more - less)).
      """
  }

  /// Who is on one side only.
  private var oneSided: Inline? {
    func names(_ people: [Person]) -> Inline {
      let shown = people.prefix(Self.shownNames).map { Inline($0.label) }.joined(separator: ", ")
      let rest = people.count - Self.shownNames
      return rest > 0 ? "\(shown) and \(.number(rest)) more" : shown
    }
    var sentences: [Inline] = []
    if !leavers.isEmpty {
      sentences.append("On the old side only: \(names(leavers)).")
    }
    if !joiners.isEmpty {
      sentences.append("On the new side only: \(names(joiners)).")
    }
    guard !sentences.isEmpty else { return nil }
    sentences.append("What they are paid is part of the difference.")
    return sentences.joined(separator: " ")
  }

  // MARK: Tables

  private var personTable: Table {
    var table = personSheet.table()
    guard people.count > 1 else { return table }
    let cells: [Inline] = [
      "All", .amount(total.old), .amount(total.new), .amount(total.difference, sign: .always),
      .percentage(total.share, sign: .always),
    ]
    table.append(cells.map { .strong($0) })
    return table
  }

  private var partTable: Table {
    let sheet = partSheet
    var table = sheet.table(of: parts.filter { !$0.amount.isNone })
    let zero = Money.zero(new.currency)
    let same = parts.filter { $0.amount.isNone && ($0.amount.new ?? zero) != zero }
    if let first = same.first {
      let sum = Inline.amount(same.reduce(zero) { $0 + ($1.amount.new ?? zero) })
      table.append([
        same.count == 1 ? first.part.title : "All else, the same on both sides", sum, sum,
        .amount(zero, sign: .always),
      ])
    }
    table.append(
      [
        "Total paid", .amount(total.old), .amount(total.new),
        .amount(total.difference, sign: .always),
      ].map { .strong($0) })
    return table
  }

  /// The lines of people whom their component pays another amount in all; what only moves between deals or
  /// days of one, such as a bonus that another deal reaches, is counted.
  private var lineBlocks: [Block] {
    guard !lines.isEmpty else { return [] }
    struct Sum: Hashable {
      let rep: String
      let component: String
      let kind: StatementLine.Kind
    }
    func sum(_ line: Line) -> Sum {
      Sum(rep: line.rep, component: line.component, kind: line.kind)
    }
    let sums = Dictionary(lines.map { (sum($0), $0.pay.difference) }, uniquingKeysWith: { $0 + $1 })
    let changed = lines.filter { sums[sum($0)]?.minorUnits != 0 }
    let moved = lines.count - changed.count
    var blocks: [Block] = [.section("The lines that change")]
    if changed.count > Self.shownLines {
      blocks.append(
        .paragraph(
          """
          The greatest \(.number(Self.shownLines)) of \(.number(changed.count)) lines; the table \
          \(.code("lines")) for programs has all.
          """))
    }
    if moved > 0 {
      blocks.append(
        .paragraph(
          """
          Not shown are \(.number(moved)) lines that only move pay between deals or days of a person's \
          component, and add up to nothing; the table \(.code("lines")) has them.
          """))
    }
    guard !changed.isEmpty else { return blocks }
    return blocks + [.table(lineSheet.table(of: Array(changed.prefix(Self.shownLines))))]
  }

  private var termBlocks: [Block] {
    if terms.isNone {
      return old.place?.file == new.place?.file
        ? []
        : [
          .section("What the plans say"),
          .paragraph("In words and numbers both plans say the same."),
        ]
    }
    var blocks: [Block] = [.section("What the plans say")]
    if !terms.old.isEmpty {
      blocks += [.paragraph("The old plan says, and the new one does not:"), .bullets(terms.old)]
    }
    if !terms.new.isEmpty {
      blocks += [.paragraph("The new plan says, and the old one does not:"), .bullets(terms.new)]
    }
    if !terms.numbers.isEmpty { blocks.append(.table(numberSheet.table())) }
    return blocks
  }

  private var dealBlocks: [Block] {
    guard let deals else { return [] }
    return [
      .section("What the deals say"),
      .paragraph(
        deals.isNone
          ? "Both files have the same deals."
          : """
          Rows of deals in the old file only: \(.number(deals.onlyOld)), in the new one only: \
          \(.number(deals.onlyNew)), in both with another content: \(.number(deals.changed)).
          """),
    ]
  }

  // MARK: The chart

  /// The way from what the old side pays to what the new one pays.
  private var waterfall: Chart {
    let zero = Money.zero(new.currency)
    let steps =
      [Chart.Step("Old side", total.old ?? zero, isTotal: true)]
      + parts.filter { !$0.amount.isNone }.map { Chart.Step($0.part.title, $0.amount.difference) }
      + [Chart.Step("New side", total.new ?? zero, isTotal: true)]
    return .waterfall(
      name: "difference", title: "What the difference in pay is made of",
      xTitle: "Pay, added up from the top", currency: new.currency, steps: steps)
  }
}
