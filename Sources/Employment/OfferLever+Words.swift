internal import Amounts
package import Phrases

extension OfferTerms {
  /// A lever as people read it, for this offer.
  package func title(of lever: OfferLever) -> Inline {
    switch lever {
    case .base: "Base"
    case .variable: "Variable"
    case .signOn: "Sign-on"
    case .bonus: "Bonus apart from the plan"
    case .equity:
      switch grant {
      case nil: "Equity that vests in a year"
      case .some(let grant): grant.units == nil ? "Equity given once" : "Price of a unit of equity"
      }
    case .units: "Units of equity"
    case .growth: "Growth of the price of equity"
    case .discount: "Discount on equity"
    case .benefits: "Benefits"
    case .raise: "Raise of the base in a year"
    case .quota: "Quota"
    }
  }
}
