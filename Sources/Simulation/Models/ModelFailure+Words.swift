public import Findings
internal import Statistics

extension ModelFailure {
  /// What is wrong.
  public var message: Inline {
    switch self {
    case .unknownModel(let name, _): "there is no model \"\(name)\""
    case .unknownSelling(let name, _): "there is no model of selling \"\(name)\""
    case .slip(let slip, let kind, _): slip.message(kind)
    case .parameter(let failure, let kind, _): "\(kind): \(failure.words)"
    case .season: "a season has twelve weights of 0 or more"
    case .noHistory: "an empirical model needs a file"
    case .unreadableHistory: "a history of attainments cannot be read from here"
    case .emptyHistory: "the history is empty"
    case .inHistory(let value): "\(value) in the history is not an attainment"
    case .noBands: "a banded model has at least one band"
    case .bandOrder(let from, let to):
      "the band \(from.short)..\(to.short) does not follow the one before"
    case .noParts: "a mixture has at least one part"
    case .share(let share, let portion):
      "the share \(share.short) of \(portion.words) is not above 0 and up to 1"
    case .sum(let sum, let portion):
      "the shares of \(portion.words) sum to \(sum.short), not to 1"
    case .dealSize(let failure): "the size of a deal: \(failure.words)"
    case .opportunities(let count): "\(count) opportunities a year are not from 1 to 10,000"
    case .winRate(let rate): "a win rate of \(rate.short) is not above 0 and up to 1"
    case .cancelled(let share):
      "a share of \(share.short) cancelled deals is not from 0 to 1"
    case .cycle(let days): "a cycle of \(days.short) days is not from 0 to 365"
    case .noAccounts: "a portfolio has at least one account"
    case .accounts(let count): "\(count) accounts are not from 1 to 10,000"
    case .chance(let chance): "a chance of \(chance.short) is not above 0 and up to 1"
    case .size(let size): "a deal of \(size.short) of the quota is not above 0"
    case .decay(let decay): "a decay of \(decay.short) is not from 0 to 10"
    case .notAttainment(let value): "\(value) is not an attainment"
    case .tooFew(let count):
      "a fit needs three attainments above 0, and there are \(count)"
    case .noVariation: "all attainments are the same"
    case .tooMuchVariation: "the attainments vary more than any normal model above 0"
    case .noFit(let kind, let reason): "the attainments fit no \(kind) model: \(reason)"
    case .notFinite(let label): "the model \"\(label)\" draws what is not a finite number"
    case .noClosedForm(let label): "no closed form is known for the model \"\(label)\""
    case .correlation(let correlation): "\(correlation) is not a correlation from 0 to below 1"
    case .dependentPay:
      "the sum of pay has a closed form only where nobody's depends on that of others"
    case .trials(let trials, _): "\(trials) is not a number of trials"
    case .dealYears(let years, _): "\(years) is not a number of years of deals"
    case .teamYears(let years): "\(years) is not a number of team years"
    case .people(let people): "\(people) is not a number of people"
    case .market(let failure): "the market factor: \(failure.words)"
    case .column(let column, let plan):
      "the plan \"\(plan)\" looks at the column \"\(column)\" of deals, which simulated deals do not have"
    case .noReferenceQuota: "the plan has no quota, of which a model of selling speaks"
    case .otherDraws: "the draws of other machines are not those of this call"
    case .aim(let unknown): "this aim says nothing about the \(Inline.phrase(unknown))"
    }
  }

  /// What to do about it.
  public var remedy: Inline? {
    switch self {
    case .unknownModel(let name, let known), .unknownSelling(let name, let known):
      NearMiss.remedy(for: name, among: known)
    case .slip(.large(let text), _, _): "did you mean \(text)%?"
    case .slip(.twice, _, _): nil
    case .slip(_, _, let form), .parameter(_, _, let form):
      form.map { "write for example \($0)" }
    case .season:
      "write even, quarter-end, last-quarter, or twelve numbers such as 1:1:2:1:1:2:1:1:2:1:1:3"
    case .noHistory: "write empirical:history.csv"
    case .unreadableHistory: "fit a model to it, and write that"
    case .emptyHistory: "give one past attainment or more"
    case .bandOrder: "write bands in rising order, each with a lower and a higher end"
    case .noClosedForm: "simulate it instead"
    case .dependentPay:
      "simulate the team: a market factor moves all, and managers are paid for what others sell"
    case .trials(_, let limit), .dealYears(_, let limit): "take 1 to \(limit)"
    case .teamYears: "take 1 to 10,000,000"
    case .people: "take 1 to 100,000"
    case .column: "simulate it by attainment"
    case .noReferenceQuota: "say a reference quota"
    case .otherDraws:
      "draw all shards with one build, on machines whose mathematical functions agree to the last bit"
    default: nil
    }
  }
}

extension ModelFailure.Slip {
  fileprivate func message(_ kind: String) -> Inline {
    switch self {
    case .name(let item, let known):
      "\(kind): \"\(item)\" is none of \(known.joined(separator: ", "))"
    case .twice(let name): "\(kind): \(name) is given twice"
    case .missing(let name): "\(kind): \(name) is missing"
    case .number(let text): "\(kind): \"\(text)\" is not a number"
    case .whole(let name): "\(kind): \(name) is not a whole number"
    case .large(let text): "\(kind): \"\(text)\" is more than 1000%"
    case .band(let text): "\"\(text)\" is not a band"
    case .part(let text): "\"\(text)\" is not a part"
    }
  }
}

extension ModelFailure.Portion {
  fileprivate var words: Inline {
    switch self {
    case .bands: "the bands"
    case .parts: "the parts"
    }
  }
}

extension ModelFailure: CustomStringConvertible {
  public var description: String {
    (remedy.map { "\(message); \($0)" } ?? message).plainText
  }
}
