internal import Amounts
public import Answers
public import Reporting
internal import SalaryData
internal import Statistics

// MARK: For programs

extension MarketRank {
  public var tables: [NamedTable] {
    [NamedTable("rows", sheet.records)]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("amount", .double(amount)), .init("currency", .string(currency.code)),
      .init("date", date.map { .string("\($0)") } ?? .null),
      .init("confidence", .double(level)),
      .init("range_minimum", range.map { .double($0.minimum) } ?? .null),
      .init("range_maximum", range.map { .double($0.maximum) } ?? .null),
      .init("growth_yearly", growth.map { .double($0.yearly) } ?? .null),
      .init("growth_source", growth.map { .string($0.source.plainText) } ?? .null),
    ]
  }
}

// MARK: For people

extension MarketRank {
  public var document: Document {
    var blocks: [Block] = []
    if let whole { blocks.append(.bullets(sentences(on: whole))) }
    if places.count > 1 { blocks.append(.table(table)) }
    if blocks.isEmpty { blocks.append(.paragraph("No group of the data fits.")) }
    var notes = notes
    notes.append(
      range == nil
        ? """
        The compa-ratio is the amount over the median of the market, and the penetration its place \
        between P10 and P90; \(.parameter(.range, "MIN..MAX")) holds it against a pay range.
        """
        : """
        The compa-ratio is the amount over the midpoint of the range, the penetration its place \
        between the ends.
        """)
    if let growth {
      notes.append(
        """
        Years of aging: how long the median takes to reach the amount when pay grows \
        \(.percentage(growth.yearly)) a year (\(growth.source)).
        """)
    } else {
      notes.append(
        """
        The wage index is that of the United States and the pay is in \(currency.code), so there are \
        no years of aging; \(.parameter(.ageBy, "3%")) says how fast that pay grows.
        """)
    }
    blocks += [.section("How to read this"), .bullets(notes)] + readings.flatMap(\.blocks)
    let when: Inline = date.map { ", \(.month($0))" } ?? .empty
    return Document(
      title: "\(.money(amount, currency)) of \(payName) in the market\(when)", blocks: blocks)
  }

  private func sentences(on place: Place) -> [Inline] {
    var lines: [Inline] = [standing(of: place)]
    if let ratio = compaRatio(in: place) {
      let ratio = Inline.number(ratio, places: 2)
      lines.append(
        range.map { "Compa-ratio: \(ratio) of the midpoint \(.money($0.midpoint, currency))." }
          ?? "Compa-ratio: \(ratio) of the median \(.money(place.median, currency)).")
    }
    if let penetration = rangePenetration(in: place) {
      let ends: Inline =
        range.map {
          "\(.number($0.minimum, places: 0)) to \(.number($0.maximum, places: 0))"
        } ?? "P10 to P90"
      let place: Inline =
        penetration < 0
        ? ", below the range" : penetration > 1 ? ", above the range" : .empty
      lines.append(
        "Range penetration: \(.percentage(penetration, places: 0)) of \(ends)\(place).")
    }
    if let years = yearsOfAging(in: place) {
      let count = Inline.number(abs(years), places: 1)
      lines.append(
        years < 0
          ? "That is \(count) years of aging behind the median."
          : "That is \(count) years of aging ahead of the median.")
    }
    lines.append(nextSentence(for: place))
    return lines
  }

  private func standing(of place: Place) -> Inline {
    let percent = Inline.percentage(place.share.value)
    let count = Inline.number(place.count, places: 0)
    switch place.certainty {
    case .counted:
      let interval =
        place.share.interval.flatMap { interval in
          interval.lower.map { low -> Inline in
            """
             (\(.percentage(level, places: 0)) interval \(.percentage(low)) to \
            \(.percentage(interval.upper)))
            """
          }
        } ?? .empty
      let equal = place.shareEqual ?? 0
      let ties: Inline = equal > 0 ? "; \(.percentage(equal)) get exactly that" : .empty
      return "Of \(count) people, \(percent) are paid this or less\(interval)\(ties)."
    case .interpolated: return "Of \(count) jobs, about \(percent) pay this or less."
    case .extrapolated where place.share.value < 0.5:
      return "It lies below P10: of \(count) jobs, perhaps \(percent) pay this or less."
    case .extrapolated:
      return """
        It lies above the highest published percentile: of \(count) jobs, perhaps \(percent) pay \
        this or less.
        """
    }
  }

  private func nextSentence(for place: Place) -> Inline {
    guard let next = nextStep(in: place) else { return "It is above P90." }
    let name: Inline = next.percentile == 50 ? "median" : "P\(next.percentile)"
    guard let pay = next.pay.value else {
      return "The next step, \(name), pays \(.cell(next.pay)) or more."
    }
    return """
      The next step, the \(name), pays \(.money(pay, currency)): \
      \(.number(pay - amount, places: 0, sign: .always)) \
      (\(.percentage(amount > 0 ? pay / amount - 1 : nil, sign: .always))).
      """
  }

  package var table: Table {
    var table = sheet.table()
    table.bars = Table.Bars(
      of: columns.count + 1, sheet.rows.map { $0.share.value }, full: 1)
    return table
  }

  /// The markets and, last, the whole.
  private var sheet: Sheet<Place> {
    var sheet = Sheet(places + (whole.map { [$0] } ?? []))
    sheet.addKeys(columns, headings: headings) { $0.key }
    sheet.add("n", "n", .number()) { .double($0.count) }
    sheet.add(fields: RecordTable.estimateColumns("share_at_most"), .number("Paid this or less")) {
      Inline($0.certainty == .extrapolated ? "~" : "") + .percentage($0.share.value)
    } values: {
      RecordValue.estimate($0.share)
    }
    sheet.add(.number("Interval")) { place in
      place.share.interval.flatMap { interval in
        interval.lower.map { low -> Inline in
          "\(.percentage(low)) to \(.percentage(interval.upper))"
        }
      } ?? .missing
    }
    sheet.add("share_equal") { .double($0.shareEqual) }
    sheet.add("certainty") { .text($0.certainty.rawValue) }
    sheet.add(.number("Median")) { .cell($0.percentiles[2]) }
    sheet.add("compa_ratio", "Compa-ratio", .number(places: 2)) { .double(compaRatio(in: $0)) }
    sheet.add("range_penetration", "Penetration", .percentage(places: 0)) {
      .double(rangePenetration(in: $0))
    }
    sheet.add("years_of_aging", "Years", .number(places: 1, sign: .always)) {
      .double(yearsOfAging(in: $0))
    }
    for (index, name) in ["p10", "p25", "p50", "p75", "p90"].enumerated() {
      sheet.add(.init(name, companions: [.status, .lowerBound])) { .cell($0.percentiles[index]) }
    }
    let next: [RecordTable.Column] = [
      "next_percentile", .init("next_pay", companions: [.status, .lowerBound]), "next_gap",
    ]
    sheet.add(fields: next, .number("Next step")) { place in
      guard let next = nextStep(in: place) else { return "above P90" }
      return next.percentile == 50
        ? "Median \(.cell(next.pay))" : "P\(next.percentile) \(.cell(next.pay))"
    } values: { place in
      let next = nextStep(in: place)
      return [
        .integer(next?.percentile), next.map { .cell($0.pay) } ?? .missing,
        .double(next?.pay.value.map { $0 - amount }),
      ]
    }
    return sheet
  }
}
