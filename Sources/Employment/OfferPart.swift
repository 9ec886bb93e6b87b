public import Phrases

/// A part of what an offer pays in a year.
public enum OfferPart: Int, Hashable, Sendable, CaseIterable {
  case base, variable, guaranteeAndDraw, signOn, bonus, equity, benefits

  /// The part as people read it.
  public var title: Inline {
    switch self {
    case .base: "Base"
    case .variable: "Variable"
    case .guaranteeAndDraw: "Guarantee and draw"
    case .signOn: "Sign-on"
    case .bonus: "Bonus apart from the plan"
    case .equity: "Equity"
    case .benefits: "Benefits"
    }
  }

  /// The name in records.
  package var key: String {
    switch self {
    case .base: "base"
    case .variable: "variable"
    case .guaranteeAndDraw: "guarantee_and_draw"
    case .signOn: "sign_on"
    case .bonus: "bonus"
    case .equity: "equity"
    case .benefits: "benefits"
    }
  }
}
