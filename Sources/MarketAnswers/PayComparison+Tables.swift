internal import Amounts
public import Answers
internal import Findings
public import Reporting
internal import SalaryData
public import Statistics

// MARK: For programs

extension PayComparison {
  public var tables: [NamedTable] {
    var tables = [NamedTable("rows", payRecords)]
    if !groups.isEmpty {
      tables.append(NamedTable("differences", differenceRecords))
      tables.append(NamedTable("pairs", pairRecords))
    }
    if let adjustment {
      tables.append(NamedTable("adjusted", adjustedRecords))
      tables.append(Characteristic.table(of: adjustment.characteristics))
    }
    if let mix { tables.append(NamedTable("mix", mixRecords(mix))) }
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
    return tables + [NamedTable("set_aside", setAside), NamedTable("assumptions", assumptions)]
  }

  public var facts: [JSONValue.Member] {
    var facts: [JSONValue.Member] = [
      .init("pay", .string(pay.rawValue)), .init("currency", .string(currency.code)),
      .init("date", date.map { .string("\($0)") } ?? .null),
      .init("weight_kind", .string(options.design.weighting.rawValue)),
      .init("quantile_type", .string(rule.rawValue)),
      .init("interval", .string(options.interval.rawValue)),
      .init("confidence", .double(options.level)),
      .init("difference", .string(measure.rawValue)),
      .init("adjustment", .string(options.adjustment.name)),
    ]
    if options.interval == .bootstrap || options.interval == .bca {
      facts += [
        .init("replicates", .integer(options.bootstrap.replicates)),
        .init("seed", .integer(Int(clamping: options.bootstrap.seed))),
      ]
    }
    if let rule = options.disclosure {
      facts += [
        .init("min_contributors", .integer(rule.minContributors)),
        .init("max_share", rule.maxShare.map { .double($0) } ?? .null),
        .init("contributors", .string(contributorsAreEmployers ? "employers" : "people")),
      ]
    }
    if let adjustment {
      facts += [
        .init("adjusted_n", .integer(adjustment.count)),
        .init("adjusted_r_squared", adjustment.rSquared.map { .double($0) } ?? .null),
        .init("adjusted_deviation", .double(adjustment.deviation)),
      ]
    }
    return facts
  }

  /// The definition of percentiles that was used.
  var rule: QuantileRule { options.rule ?? .standard(for: options.design.weighting) }

  var measures: [AgedBaseline.Measure] { baseline?.measures ?? [] }

  private var keyRecordColumns: [RecordTable.Column] { columns.map { .key($0) } }

  private func keyRecord(_ key: [String]) -> [RecordValue] {
    RecordValue.key(key, columns: columns.count)
  }

  private var payRecords: RecordTable {
    let names = ["mean"] + PaySummary.shares.map { "p\(Int($0 * 100))" }
    var table = RecordTable(
      keyRecordColumns + ["n", "weighted_n", "n_eff"]
        + names.flatMap { name in RecordTable.estimateColumns(name) }
        + ["mean_method", "gap_whole", "gap_whole_fraction"]
        + measures.flatMap { measure -> [RecordTable.Column] in
          [
            .init("baseline_\(measure.rawValue)"), .init("gap_\(measure.rawValue)"),
            .init("gap_\(measure.rawValue)_fraction"),
          ]
        })
    for row in rows { table.append(record(row.key, row.summary, isAbroad: row.isAbroad)) }
    return table
  }

  private func record(
    _ key: [String], _ summary: PaySummary?, isAbroad: Bool
  ) -> [RecordValue] {
    var record = keyRecord(key)
    if let summary {
      record += [
        .integer(summary.count), .double(summary.weightedCount), .double(summary.effectiveCount),
      ]
      record += ([summary.mean] + summary.percentiles).flatMap(RecordValue.estimate)
      let gap = gapToWhole(of: summary)
      record += [
        .text(summary.meanMethod == .none ? nil : summary.meanMethod.rawValue),
        .double(gap?.amount), .double(gap?.fraction),
      ]
    } else {
      record += [.missing(.suppressed), .missing, .missing]
      record += [RecordValue](repeating: .missing, count: 4 * 6 + 3)
    }
    for measure in measures {
      guard !isAbroad else {
        record += [.missing, .missing, .missing]
        continue
      }
      let gap = summary.flatMap { baseline?.gap(of: $0.median, by: measure) }
      record += [.money(baseline?.amount(measure)), .money(gap?.money), .double(gap?.fraction)]
    }
    return record
  }

  func gapToWhole(of summary: PaySummary) -> (amount: Double, fraction: Double)? {
    guard let all = whole?.median, all != 0 else { return nil }
    return (summary.median - all, summary.median / all - 1)
  }

  private var differenceRecords: RecordTable {
    var table = RecordTable(
      keyRecordColumns + ["n"] + RecordTable.estimateColumns + ["p_value", "p_value_adjusted"])
    for group in groups {
      table.append(
        keyRecord(group.key)
          + [group.hidden == nil ? .integer(group.summary?.count) : .missing(.suppressed)]
          + RecordValue.estimate(group.againstRest?.estimate)
          + [
            .double(group.againstRest?.pValue), .double(group.againstRest?.adjustedPValue),
          ])
    }
    return table
  }

  private var pairRecords: RecordTable {
    var table = RecordTable(
      columns.map { .key("first_\($0)") } + columns.map { .key("second_\($0)") }
        + RecordTable.estimateColumns + ["p_value", "p_value_adjusted"])
    for pair in pairs {
      table.append(
        keyRecord(pair.first) + keyRecord(pair.second)
          + RecordValue.estimate(pair.difference.estimate)
          + [.double(pair.difference.pValue), .double(pair.difference.adjustedPValue)])
    }
    return table
  }

  private var adjustedRecords: RecordTable {
    var table = RecordTable(keyRecordColumns + RecordTable.estimateColumns + ["p_value_adjusted"])
    for group in groups where group.adjusted != nil {
      table.append(
        keyRecord(group.key) + RecordValue.estimate(group.adjusted)
          + [.double(group.adjustedPValue)])
    }
    return table
  }

  /// The groups and, last, everybody, with the mix of those that are shown.
  func mixRows(_ mix: PayMix) -> [(key: [String], mix: PayMix.Group?)] {
    groups.map { ($0.key, $0.mix) } + [([], whole == nil ? nil : mix.whole)]
  }

  private func mixRecords(_ mix: PayMix) -> RecordTable {
    var table = RecordTable(
      keyRecordColumns + ["n"] + mix.parts.map { .init("\($0.rawValue)_mean") }
        + mix.parts.map { .init("\($0.rawValue)_share") })
    for (key, group) in mixRows(mix) {
      let numbers = group.map { $0.means + $0.shares } ?? []
      table.append(
        keyRecord(key) + [group.map { .integer($0.count) } ?? .missing(.suppressed)]
          + (0..<2 * mix.parts.count).map { .double($0 < numbers.count ? numbers[$0] : nil) })
    }
    return table
  }
}

extension RecordTable {
  /// The columns of an estimate by the names that R users know.
  static let estimateColumns: [Column] = ["estimate", "std_error", "conf_low", "conf_high"]

  /// The columns of an estimate among others: "mean", "mean_std_error" and so on.
  static func estimateColumns(_ name: String) -> [Column] {
    [.init(name)] + estimateColumns.dropFirst().map { .init("\(name)_\($0.key)") }
  }
}

extension RecordValue {
  /// The values of the columns of an estimate.
  static func estimate(_ estimate: Estimate?) -> [RecordValue] {
    [
      .double(estimate?.value), .double(estimate?.standardError),
      .double(estimate?.interval?.lower), .double(estimate?.interval?.upper),
    ]
  }
}

extension MultiplicityAdjustment {
  /// The name in options and JSON.
  public var name: String { self == .holm ? "holm" : "bh" }

  /// The name in a sentence.
  package var title: Inline { self == .holm ? "Holm" : "Benjamini and Hochberg" }
}
