internal import Amounts
internal import Answers
internal import Employment
internal import Findings
internal import PayAnswers
internal import Simulation

/// Why a question about offers or a ladder has no answer.
enum CareerObstacle: Sendable {
  /// Later pay would count without end.
  case discount
  /// The coefficient of risk aversion is out of its range.
  case riskAversion
  /// There is nothing to compare.
  case noOffer
  /// Offers are in two currencies.
  case otherCurrency(Offer, first: Offer)
  /// The table of prices has no level for the place of an offer.
  case noPriceLevel(Offer)
  /// Taxes are those of the United States, and the offer is not in its money.
  case untaxable(Offer)
  /// Sales are no attainment of an offer: it says no quota of them.
  case noSales(Offer)
  /// The quotas of two offers count different things.
  case otherUnit(Offer, first: Offer)
  /// An offer says how often its own quota is reached, and another one is asked about.
  case chanceOfOtherQuota(Offer, quota: Ratio)
  /// An amount of an offer does not fit.
  case unworkable(Offer, any Error)

  /// The failure of the question.
  var failure: InputFailure {
    switch self {
    case .discount:
      InputFailure(
        .discount, "setting.range", "later pay cannot lose more than all of its value",
        remedy: "write a rate such as 3%")
    case .riskAversion:
      InputFailure(.riskAversion, "setting.range", "it goes from 0 to 50", remedy: "2 is usual")
    case .noOffer:
      InputFailure(.offers, "offer.none", "there is no offer to look at")
    case .otherCurrency(let offer, let first):
      failure(
        offer, "it is in \(offer.currency), but \(first.name) is in \(first.currency)",
        remedy: "write all offers in one currency")
    case .noPriceLevel(let offer):
      failure(
        offer,
        offer.location.map { "the table of prices has no \"\($0)\"" }
          ?? "it has no `location` to look up in the table of prices",
        remedy: """
          write `location` with a name that is in the table, or add a line such as \
          \(.code("\(offer.location ?? "TX"),97.5")) to it: 100 is the average, and 97.5 says that \
          prices are 2.5 % below it
          """)
    case .untaxable(let offer):
      failure(
        offer, "US taxes are not known for pay in \(offer.currency)", remedy: "leave the taxes out")
    case .noSales(let offer):
      failure(
        offer, "it says no quota of sales that a reference quota could stand beside",
        remedy: "write its `quota`, or leave out \(.parameter(.referenceQuota))")
    case .otherUnit(let offer, let first):
      failure(
        offer, "its quota counts something else than that of \(first.name)",
        remedy: "leave out \(.parameter(.referenceQuota))")
    case .chanceOfOtherQuota(let offer, let quota):
      failure(
        offer, "it says how often its own quota of \(.plain(quota)) is reached, and not another",
        remedy: """
          write \(.parameter(.referenceQuota, quota.decimal)), or leave `model` and `chance of quota` out \
          of the offer
          """)
    case .unworkable(let offer, let error):
      failure(
        offer, "it cannot be worked out: \(.words(of: error))",
        remedy: "look for a slip in an amount")
    }
  }

  private func failure(_ offer: Offer, _ message: Inline, remedy: Inline) -> InputFailure {
    InputFailure(
      .badData, Finding("offer.comparison", at: Place(file: offer.name), message, remedy: remedy))
  }
}
