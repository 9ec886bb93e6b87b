internal import Amounts
public import Answers
internal import Findings
public import Reporting
internal import SalaryData
public import Statistics

// MARK: For programs

extension PayComparison {
  public var tables: [NamedTable] {
    var tables = [NamedTable("rows", paySheet.records.beside(gapSheet.records))]
    if !groups.isEmpty {
      tables.append(NamedTable("differences", differenceSheet.records))
      tables.append(NamedTable("pairs", pairSheet(pairs).records))
    }
    if let adjustment {
      tables.append(NamedTable("adjusted", adjustedSheet.records))
      tables.append(Characteristic.table(of: adjustment.characteristics))
    }
    if let inequality {
      tables.append(NamedTable("inequality", inequalitySheet(inequality).records))
    }
    if let mix { tables.append(NamedTable("mix", mixSheet(mix).records)) }
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
    let isDrawn = options.interval == .bootstrap || options.interval == .bca
    if isDrawn || inequality != nil && options.interval != .none && replicates == nil {
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
    if let test = options.pairTest {
      facts += [
        .init("pair_test", .string(test.rawValue)),
        .init("pair_difference", .string(pairMeasure.rawValue)),
      ]
    }
    if let kruskalWallis {
      facts += [
        .init("kruskal_wallis_h", .double(kruskalWallis.statistic)),
        .init("kruskal_wallis_p_value", .double(kruskalWallis.pValue)),
      ]
    }
    if let inequality {
      let parts = whole == nil ? nil : inequality.decomposition
      facts += [
        .init("atkinson_epsilon", .double(inequality.aversion)),
        .init("theil_within", parts.map { .double($0.within) } ?? .null),
        .init("theil_between", parts.map { .double($0.between) } ?? .null),
      ]
    }
    return facts + (replicates?.facts ?? [])
  }

  /// The definition of percentiles that was used.
  var rule: QuantileRule { options.rule ?? .standard(for: options.design.weighting) }

  var measures: [AgedBaseline.Measure] { baseline?.measures ?? [] }
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
