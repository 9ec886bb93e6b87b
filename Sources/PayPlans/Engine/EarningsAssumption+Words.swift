package import Phrases

extension EarningsAssumption {
  /// The assumption as people read it.
  package var words: Inline {
    switch self {
    case .onTarget(let names):
      "Scores that attainment says nothing about are at 100 %: \(Self.list(names))."
    case .withoutDeals(let names):
      "Spiffs pay nothing, since there are no deals that could earn them: \(Self.list(names))."
    case .creditAfterFactors(let names):
      """
      Attainment is of credit, so what multiplies or limits the credit of a deal is in it already: \
      \(Self.list(names)).
      """
    case .dealsAsMarginal(let names):
      "Tiers by deal pay as marginal ones, since there are no deals: \(Self.list(names))."
    case .monthsAsDeals(let names):
      "The credit of each month stands for one deal: \(Self.list(names))."
    case .evenPeriods(let names):
      """
      Sales are spread like the quota, so that every month or quarter reaches the attainment of the year; uneven \
      ones are paid otherwise: \(Self.list(names)).
      """
    case .allOfPart(let names):
      "All that is sold is of the part that is paid along the bands: \(Self.list(names))."
    case .sameAttainment(let names):
      "Other measures reach the same attainment of their own quotas: \(Self.list(names))."
    case .withoutSales(let names):
      "Of measures without a quota nothing is sold: \(Self.list(names))."
    case .sameSales(let names):
      "Of measures without a quota as much is sold as of the first: \(Self.list(names))."
    case .drawFromStart(let months):
      """
      The draw runs in the first \(.number(months)) months of the year, as for someone who is hired \
      at its beginning; a later year has none.
      """
    case .withoutFirstYear(let names):
      "It is a full year of service after the first, without: \(Self.phrases(names))."
    }
  }

  private static func list(_ names: [String]) -> Inline {
    names.map { Inline($0) }.joined(separator: ", ")
  }

  private static func phrases(_ names: [String]) -> Inline {
    names.map { Inline.phrase($0) }.joined(separator: ", ")
  }
}
