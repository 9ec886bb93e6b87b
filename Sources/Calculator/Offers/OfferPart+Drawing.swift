package import Employment
package import Reporting

extension OfferPart {
  /// The colour of the part, and whether it is hollow.
  package var drawing: (tone: Tone, isHollow: Bool) {
    switch self {
    case .base: (.grey, false)
    case .variable: (.blue, false)
    case .guaranteeAndDraw: (.amber, false)
    case .signOn: (.vermilion, false)
    case .bonus: (.blue, true)
    case .equity: (.purple, false)
    case .benefits: (.green, false)
    }
  }
}
