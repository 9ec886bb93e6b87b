internal import Answers
internal import CSVReading
package import Findings
internal import SalaryData
internal import Statistics
internal import Tables

/// A setting that says something about one kind of data only, and whether a question sets it.
struct MarketSetting<Settings>: Sendable {
  /// The setting.
  let parameter: Parameter
  /// The data that it says something about.
  let kind: MarketData.Kind
  /// Whether it differs from its default.
  let isSet: @Sendable (Settings) -> Bool

  static func people(
    _ parameter: Parameter, _ isSet: @escaping @Sendable (Settings) -> Bool
  ) -> MarketSetting { MarketSetting(parameter: parameter, kind: .people, isSet: isSet) }

  static func published(
    _ parameter: Parameter, _ isSet: @escaping @Sendable (Settings) -> Bool
  ) -> MarketSetting { MarketSetting(parameter: parameter, kind: .published, isSet: isSet) }
}

/// Settings of which some say nothing about people's data, or nothing about published tables.
protocol MarketSettings {
  /// Those of one kind of data; all others are for both.
  static var ofOneKind: [MarketSetting<Self>] { get }
}

extension MarketSettings {
  /// Refuses a setting that would change nothing about data of a kind.
  func require(_ kind: MarketData.Kind) throws(InputFailure) {
    if let setting = Self.ofOneKind.first(where: { $0.kind != kind && $0.isSet(self) }) {
      throw MarketData.Obstacle.settingOfOtherKind(setting.parameter, setting.kind).failure
    }
  }
}

extension MarketData: MarketSettings {
  static let ofOneKind: [MarketSetting<MarketData>] = [
    .people(.where) { !$0.conditions.isEmpty },
    .people(.weight) { $0.weight != nil },
    .people(.rejects) { $0.csv.keepsRejects },
    .people(.map) { $0.salaries.mapping != TableMapping() },
    .people(.pay) { $0.salaries.pay != nil },
    .people(.decimal) { $0.salaries.decimal != nil },
    .people(.payPeriod) { $0.salaries.payPeriod != nil },
    .people(.assumeCurrency) { $0.salaries.assumedCurrency != nil },
    .people(.currency) { $0.salaries.currency != nil },
    .people(.rates) { $0.salaries.rates != nil },
    .people(.keep) { $0.salaries.rules.count < CleaningRule.allCases.count },
    .published(.occupation) { !$0.occupations.isEmpty },
    .published(.title) { !$0.titles.isEmpty },
    .published(.area) { !$0.areas.isEmpty },
  ]
}

extension MarketData {
  /// A setting of how CSV is opened or people's pay is read; nil where all is left to the reader.
  package var firstReadingSetting: Parameter? {
    if csv.encoding != nil { return .encoding }
    if csv.delimiter != nil { return .delimiter }
    if csv.expectedRows != nil { return .expectRows }
    return csv.isStrict ? .strict : Self.ofOneKind.first { $0.isSet(self) }?.parameter
  }
}

extension SurveyDesign: MarketSettings {
  static let ofOneKind: [MarketSetting<SurveyDesign>] = [
    .people(.weightKind) { $0.weighting != .none },
    .people(.cluster) { $0.clusters != nil },
    .people(.strata) { $0.strata != nil },
    .people(.weightReplicates) { $0.replicates != nil },
    .people(.lonelyUnits) { $0.lonelyUnits != SurveyDesign().lonelyUnits },
  ]
}

extension ComparisonOptions: MarketSettings {
  static let ofOneKind: [MarketSetting<ComparisonOptions>] = [
    .people(.pairs) { $0.pairTest != nil },
    .people(.inequality) { $0.inequalityAversion != nil },
    .people(.quantileType) { $0.rule != nil },
    .people(.interval) { $0.interval != ComparisonOptions().interval },
    .people(.replicates) { $0.bootstrap.replicates != Bootstrap().replicates },
    .people(.seed) { $0.bootstrap.seed != Bootstrap().seed },
    .people(.adjust) { !$0.characteristics.isEmpty },
    .people(.adjustment) { $0.adjustment != ComparisonOptions().adjustment },
    .people(.maxShare) { $0.disclosure?.maxShare != nil },
    .people(.minContributors) { $0.disclosure != nil },
  ]
}
