public import Amounts
public import Findings
public import Reporting
public import SalaryData
internal import Statistics

/// Pay by group from data with one row for each person: counts, means, percentiles, and gaps.
public struct PayComparison: Answer {
  /// The percentiles that are shown, as shares.
  static let shares: [Double] = [0.1, 0.25, 0.5, 0.75, 0.9]

  /// One group of people, or all of them.
  public struct Group: Sendable {
    /// The values by which the group is told apart, one for each column; a missing one is empty.
    public let key: [String]
    /// The number of people with pay.
    public let count: Int
    /// The mean pay; nil for nobody.
    public let mean: Double?
    /// P10, P25, P50, P75 and P90 by type 7 of Hyndman and Fan; empty for nobody.
    public let percentiles: [Double]

    /// The median pay; nil for nobody.
    public var median: Double? { percentiles.isEmpty ? nil : percentiles[2] }
  }

  /// The names of the columns that tell the groups apart; empty when only the whole is shown.
  public let columns: [String]
  /// Which pay is compared.
  public let pay: ColumnRole
  /// The currency of the pay.
  public let currency: Currency
  /// Everybody.
  public let whole: Group
  /// The groups, the highest median first.
  public let groups: [Group]
  /// The baseline at the data's date, or at its own where the data have none; nil in another currency.
  public let baseline: AgedBaseline?
  /// The month of the pay; nil where neither the data nor the caller says.
  public let date: YearMonth?
  /// What became of the rows, and what was assumed, file by file.
  public let readings: [SalaryReading]

  /// Compares groups of people.
  ///
  /// - Parameters:
  ///   - table: The people, with their pay brought to one date.
  ///   - columns: The columns to group by; empty compares nothing but the whole with the baseline.
  ///   - date: The month of the pay, if it is known.
  ///   - readings: How the files were read, all with one kind of pay in one currency; not empty.
  ///   - yardstick: What the medians are held against.
  /// - Throws: `.usage` for a column that the table does not have.
  /// - Complexity: O(rows) on average.
  public init?(
    _ table: SalaryTable, by columns: [String], date: YearMonth?, readings: [SalaryReading],
    yardstick: Yardstick
  ) throws(InputFailure) {
    guard let first = readings.first else { return nil }
    self.columns = columns
    pay = first.pay
    currency = first.currency
    self.date = date
    self.readings = readings
    baseline =
      currency == yardstick.baseline.amount.currency
      ? yardstick.aged(to: date ?? yardstick.baseline.referencePeriod) : nil
    let numbers = table.numbers(pay) ?? []
    var everybody = numbers.filter { !$0.isNaN }
    whole = Self.group([], rearranging: &everybody)
    guard !columns.isEmpty else {
      groups = []
      return
    }
    let rows = try table.grouped(by: columns)
    let values = rows.values(of: numbers)
    groups = (0..<rows.count).map { index in
      var members = Array(values[index])
      return Self.group(rows.keys[index], rearranging: &members)
    }.filter { $0.count > 0 }.sorted {
      // Equal medians stay in a fixed order.
      ($0.median ?? 0, $1.key.joined()) > ($1.median ?? 0, $0.key.joined())
    }
  }

  private static func group(_ key: [String], rearranging values: inout [Double]) -> Group {
    guard !values.isEmpty else { return Group(key: key, count: 0, mean: nil, percentiles: []) }
    let mean = values.reduce(0, +) / Double(values.count)
    return Group(
      key: key, count: values.count, mean: mean,
      percentiles: Sample.quantiles(shares, rearranging: &values) ?? [])
  }
}

// MARK: For programs

extension PayComparison {
  public var tables: [NamedTable] {
    var rows = RecordTable(
      columns.map { .init($0) } + ["n", "mean", "p10", "p25", "p50", "p75", "p90"]
        + ["gap_whole", "gap_whole_fraction"]
        + measures.flatMap { measure -> [RecordTable.Column] in
          [
            .init("baseline_\(measure.rawValue)"), .init("gap_\(measure.rawValue)"),
            .init("gap_\(measure.rawValue)_fraction"),
          ]
        })
    for group in groups + [whole] { rows.append(record(of: group)) }
    var setAside = RecordTable(["path", "rule", "rows"])
    var assumptions = RecordTable(["path", "kind", "message"])
    for reading in readings {
      for rule in reading.account.setAside where rule.rows > 0 {
        setAside.append([.text(reading.path), .text(rule.rule), .integer(rule.rows)])
      }
      for note in reading.findings.findings where note.severity == .note {
        assumptions.append([.text(reading.path), .text(note.kind.rawValue), .text(note.message)])
      }
    }
    return [
      NamedTable("rows", rows), NamedTable("set_aside", setAside),
      NamedTable("assumptions", assumptions),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("pay", .string(pay.rawValue)), .init("currency", .string(currency.code)),
      .init("date", date.map { .string("\($0)") } ?? .null),
    ]
  }

  private var measures: [AgedBaseline.Measure] { baseline?.measures ?? [] }

  private func record(of group: Group) -> [RecordValue] {
    // The whole has no key, and every column of it is missing.
    let key = columns.indices.map { index in
      RecordValue.text(
        index < group.key.count && !group.key[index].isEmpty ? group.key[index] : nil)
    }
    var record = key + [.integer(group.count), .double(group.mean)]
    record += Self.shares.indices.map {
      .double($0 < group.percentiles.count ? group.percentiles[$0] : nil)
    }
    let gap = gapToWhole(of: group)
    record += [.double(gap?.amount), .double(gap?.fraction)]
    for measure in measures {
      let gap = group.median.flatMap { baseline?.gap(of: $0, by: measure) }
      record += [
        .money(baseline?.amount(measure)), .money(gap?.money), .double(gap?.fraction),
      ]
    }
    return record
  }

  private func gapToWhole(of group: Group) -> (amount: Double, fraction: Double)? {
    guard let median = group.median, let all = whole.median, all != 0 else { return nil }
    return (median - all, median / all - 1)
  }
}

// MARK: For people

extension PayComparison {
  public var document: Document {
    Document(
      title: .init(title),
      blocks: [.paragraph(introduction), .table(payTable), .table(gapTable)] + gapNotes
        + readings.flatMap(blocks(on:)))
  }

  private var payName: String { pay.rawValue.replacing("_", with: " ") }

  private var title: String {
    let name = payName.prefix(1).uppercased() + payName.dropFirst()
    return columns.isEmpty ? name : "\(name) by \(columns.joined(separator: " and "))"
  }

  private var introduction: Inline {
    let style = NumberStyle()
    let when = date.map { ", \(Language.english.month($0))" } ?? ""
    return """
      \(style.number(whole.count)) people, pay for a year in \(currency.code)\(when). Percentiles by \
      linear interpolation (type 7 of Hyndman and Fan).
      """
  }

  private var payTable: Table {
    let style = NumberStyle()
    var table = Table(
      keyColumns + [.number("n"), .number("Mean")]
        + Self.shares.map { .number($0 == 0.5 ? "Median" : "P\(Int($0 * 100))") })
    for group in groups + [whole] {
      table.append(
        cells(of: group) + [
          .init(style.number(group.count)),
          .init(group.mean.map { style.number($0, places: 0) } ?? style.missing),
        ]
          + Self.shares.indices.map { index in
            .init(
              index < group.percentiles.count
                ? style.number(group.percentiles[index], places: 0) : style.missing)
          })
    }
    return table
  }

  private var gapTable: Table {
    let style = NumberStyle()
    var table = Table(
      keyColumns + [.number("Median"), .number("Gap to all"), .number("%")]
        + measures.flatMap { measure -> [Table.Column] in
          let amount = baseline?.amount(measure).map { style.amount($0, places: 0) } ?? ""
          return [.number("Gap to \(amount) (\(measure.heading))"), .number("%")]
        })
    for group in groups + [whole] {
      var row = cells(of: group)
      row.append(.init(group.median.map { style.number($0, places: 0) } ?? style.missing))
      if let gap = gapToWhole(of: group) {
        row += [
          .init(style.number(gap.amount, places: 0, sign: .always)),
          .init(style.percentage(gap.fraction, sign: .always)),
        ]
      } else {
        row += [.init(style.missing), .init(style.missing)]
      }
      for measure in measures {
        if let gap = group.median.flatMap({ baseline?.gap(of: $0, by: measure) }) {
          row += [
            .init(style.amount(gap.money, places: 0, sign: .always)),
            .init(style.percentage(gap.fraction, sign: .always)),
          ]
        } else {
          row += [.init(style.missing), .init(style.missing)]
        }
      }
      table.append(row)
    }
    return table
  }

  private var keyColumns: [Table.Column] {
    columns.isEmpty ? [.text("Group")] : columns.map { .text(.init($0)) }
  }

  private func cells(of group: Group) -> [Inline] {
    guard !group.key.isEmpty else {
      return [.strong("all")] + [Inline](repeating: "", count: max(0, columns.count - 1))
    }
    return group.key.map { $0.isEmpty ? .emphasis("not said") : Inline($0) }
  }

  private var gapNotes: [Block] {
    guard let baseline else {
      return [
        .paragraph("The pay is in \(currency.code), so it is not held against the baseline in USD.")
      ]
    }
    var notes: [Inline] = []
    if date == nil {
      notes.append(
        """
        The data do not say of when they are, so the baseline of \
        \(Language.english.month(baseline.baseline.referencePeriod)) stands as published. Say \
        \(.code("--date 2013-05")) to have it aged to the data's month.
        """)
    }
    for measure in AgedBaseline.Measure.allCases {
      guard baseline.isAged, let factor = baseline.factor(measure) else { continue }
      notes.append("\(measure.heading): \(SummaryComparison.explanation(of: factor)).")
    }
    if pay != .basePay {
      notes.append("The baseline is base pay, and this is \(payName).")
    }
    return notes.isEmpty ? [] : [.bullets(notes)]
  }

  /// How a file was read: its rows accounted for, and each assumption.
  private func blocks(on reading: SalaryReading) -> [Block] {
    var lines: [Inline] = [.init(reading.accountSentence)]
    lines += reading.findings.findings.filter { $0.severity == .note }.map {
      .init($0.message + ".")
    }
    return [.section("How \(.code(reading.path)) was read"), .bullets(lines)]
  }
}

extension SalaryReading {
  /// The rows of the file accounted for in a sentence.
  var accountSentence: String {
    let style = NumberStyle()
    let rules = account.setAside.filter { $0.rows > 0 }
    let setAside = rules.reduce(0) { $0 + $1.rows }
    let reasons =
      rules.isEmpty
      ? ""
      : " (" + rules.map { "\($0.rule) \(style.number($0.rows))" }.joined(separator: ", ") + ")"
    return
      "\(style.number(account.read)) rows read = \(style.number(account.used)) used + "
      + "\(style.number(account.rejected)) rejected + \(style.number(setAside)) set aside\(reasons)."
  }
}
