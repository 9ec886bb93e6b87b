internal import Amounts
public import Answers
public import Reporting
internal import SalaryData
internal import Statistics

// MARK: For programs

extension MarketRank {
  public var tables: [NamedTable] {
    var table = RecordTable(
      columns.map { .key($0) } + ["n"] + RecordTable.estimateColumns("share_at_most")
        + ["share_equal", "certainty", "compa_ratio", "range_penetration", "years_of_aging"]
        + ["p10", "p25", "p50", "p75", "p90"].map {
          .init($0, companions: [.status, .lowerBound])
        } + ["next_percentile", .init("next_pay", companions: [.status, .lowerBound]), "next_gap"])
    for place in places + (whole.map { [$0] } ?? []) {
      let next = nextStep(in: place)
      var record = RecordValue.key(place.key, columns: columns.count)
      record += [.double(place.count)] + RecordValue.estimate(place.share)
      record += [
        .double(place.shareEqual), .text(place.certainty.rawValue), .double(compaRatio(in: place)),
        .double(rangePenetration(in: place)), .double(yearsOfAging(in: place)),
      ]
      record += place.percentiles.map { .cell($0) }
      record += [
        .integer(next?.percentile), next.map { .cell($0.pay) } ?? .missing,
        .double(next?.pay.value.map { $0 - amount }),
      ]
      table.append(record)
    }
    return [NamedTable("rows", table)]
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
        between P10 and P90; \(.code("--range MIN..MAX")) holds it against a pay range.
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
        no years of aging; \(.code("--age-by 3%")) says how fast that pay grows.
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
    var table = Table(
      headings.map { .text($0) } + [
        .number("n"), .number("Paid this or less"), .number("Interval"), .number("Median"),
        .number("Compa-ratio"), .number("Penetration"), .number("Years"), .number("Next step"),
      ])
    let all = whole.map { place in [place] } ?? []
    for place in places + all {
      var row: [Inline] =
        place.key.isEmpty
        ? [.strong("all")] + [Inline](repeating: "", count: columns.count - 1)
        : place.key.map { $0.isEmpty ? .emphasis("not said") : Inline($0) }
      let mark = place.certainty == .extrapolated ? "~" : ""
      let next = nextStep(in: place)
      let nextText = next.map { next -> Inline in
        next.percentile == 50
          ? "Median \(.cell(next.pay))" : "P\(next.percentile) \(.cell(next.pay))"
      }
      let interval = place.share.interval.flatMap { interval in
        interval.lower.map { low -> Inline in
          "\(.percentage(low)) to \(.percentage(interval.upper))"
        }
      }
      row += [
        .number(place.count, places: 0),
        Inline(mark) + .percentage(place.share.value), interval ?? .missing,
        .cell(place.percentiles[2]),
        .number(compaRatio(in: place), places: 2),
        .percentage(rangePenetration(in: place), places: 0),
        .number(yearsOfAging(in: place), places: 1, sign: .always),
        nextText ?? "above P90",
      ]
      table.append(row)
    }
    table.bars = Table.Bars(
      of: columns.count + 1, (places + all).map { $0.share.value }, full: 1)
    return table
  }
}
