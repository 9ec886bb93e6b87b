package import Amounts
internal import PayPlans

/// A number of an offer that people ask for otherwise, or look at otherwise.
public enum OfferLever: String, Hashable, Sendable, CaseIterable {
  /// The salary of a year.
  case base
  /// The incentive of a year at 100 %.
  case variable
  /// What is paid once, at the start.
  case signOn = "sign-on"
  /// A yearly bonus apart from the plan.
  case bonus
  /// What vests in a year, what is given once, or the price of a unit.
  case equity
  /// The number of shares or options that are given once.
  case units
  /// By how much the price of equity rises in a year.
  case growth
  /// By how much equity is worth less than is stated.
  case discount
  /// What benefits are worth a year.
  case benefits
  /// By how much the base rises in a year.
  case raise
  /// The quota of a year.
  case quota

  /// What kind of number it is.
  package enum Form: Hashable, Sendable {
    case amount
    case share
  }
}

extension OfferLever {
  /// Whether the incentive depends on it.
  package var turnsIncentive: Bool { self == .variable || self == .quota }
}

extension OfferTerms {
  /// Returns the number behind a lever, which is 0 for what can be asked for; nil where there is none.
  package func value(of lever: OfferLever) -> Ratio? {
    switch lever {
    case .base: return plan.base ?? .zero
    case .variable: return plan.variable
    case .signOn: return signOn?.amount ?? .zero
    case .bonus:
      switch bonus?.target {
      case .amount(let amount)?: return amount
      case .share(let share)?: return share
      case nil: return nil
      }
    case .equity:
      switch equity?.value {
      case nil: return .zero
      case .yearly(let amount)?: return amount
      // A range of prices is no single number.
      case .grant(let grant)?: return grant.low == grant.high ? grant.low : nil
      }
    case .units: return grant?.units
    case .growth: return grant?.growth
    case .discount: return equity?.discount
    case .benefits: return benefits
    case .raise: return raise ?? .zero
    case .quota: return salesQuota
    }
  }

  /// Whether the equity is given once.
  package var grant: Grant? {
    if case .grant(let grant)? = equity?.value { grant } else { nil }
  }

  /// How the number behind a lever is written.
  package func form(of lever: OfferLever) -> OfferLever.Form {
    switch lever {
    case .base, .variable, .signOn, .equity, .units, .benefits, .quota: return .amount
    case .growth, .discount, .raise: return .share
    case .bonus:
      if case .share? = bonus?.target { return .share }
      return .amount
    }
  }

  /// Returns the offer with another number behind a lever.
  package func turning(_ lever: OfferLever, to number: Ratio) -> OfferTerms {
    var offer = self
    switch lever {
    case .base:
      offer.plan.base = number
      for index in offer.plan.versions.indices { offer.plan.versions[index].plan.base = number }
    case .variable:
      offer.plan.variable = number
      for index in offer.plan.versions.indices { offer.plan.versions[index].plan.variable = number }
    case .signOn:
      offer.signOn = offer.signOn ?? SignOn(amount: number, months: nil, isProrated: false)
      offer.signOn?.amount = number
    case .bonus:
      if case .share? = bonus?.target {
        offer.bonus?.target = .share(number)
      } else {
        offer.bonus?.target = .amount(number)
      }
    case .equity:
      if var grant {
        (grant.low, grant.high) = (number, number)
        offer.equity?.value = .grant(grant)
      } else {
        offer.equity = Equity(.yearly(number), discount: equity?.discount ?? .zero)
      }
    case .units:
      guard var grant else { break }
      grant.units = number
      offer.equity?.value = .grant(grant)
    case .growth:
      guard var grant else { break }
      grant.growth = number
      offer.equity?.value = .grant(grant)
    case .discount: offer.equity?.discount = number
    case .benefits: offer.benefits = number
    case .raise: offer.raise = number
    case .quota: offer.plan = offer.plan.withQuota(number)
    }
    return offer
  }
}
