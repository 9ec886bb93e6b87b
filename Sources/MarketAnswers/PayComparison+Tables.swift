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
    return tables + [
      NamedTable("set_aside", setAsideSheet.records),
      NamedTable("assumptions", assumptionSheet.records),
    ]
  }

  /// The rows that each rule set aside; people read sentences.
  private var setAsideSheet: Sheet<(path: String, rule: String, rows: Int)> {
    var sheet = Sheet(
      readings.flatMap { reading in
        reading.account.setAside.filter { $0.rows > 0 }
          .map { (path: reading.path, rule: $0.rule, rows: $0.rows) }
      })
    sheet.add("path") { .text($0.path) }
    sheet.add("rule") { .text($0.rule) }
    sheet.add("rows") { .integer($0.rows) }
    return sheet
  }

  /// What was taken for granted of each file; people read sentences.
  private var assumptionSheet: Sheet<(path: String, note: Finding)> {
    var sheet = Sheet(
      readings.flatMap { reading in
        reading.findings.findings.filter { $0.place?.column == nil && $0.severity != .error }
          .map { (path: reading.path, note: $0) }
      })
    sheet.add("path") { .text($0.path) }
    sheet.add("kind") { .text($0.note.kind.rawValue) }
    sheet.add("severity") { .text($0.note.severity.rawValue) }
    sheet.add("message") { .text($0.note.message) }
    return sheet
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
