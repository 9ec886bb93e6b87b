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
        offer, "the table of prices has no \"\(offer.location ?? "location")\"",
        remedy: "write `location` with a name that is in the table")
    case .untaxable(let offer):
      failure(
        offer, "US taxes are not known for pay in \(offer.currency)", remedy: "leave the taxes out")
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
