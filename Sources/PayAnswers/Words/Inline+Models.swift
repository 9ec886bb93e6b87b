internal import Amounts
internal import Answers
package import Reporting
package import Simulation
internal import Statistics

extension Inline {
  /// Describes a model of attainment as its label does, in phrases.
  package static func description(of model: any AttainmentModel) -> Inline {
    switch model {
    case let model as FixedAttainment: "fixed at \(.short(model.value))"
    case let model as Lognormal:
      "lognormal, mean \(.short(model.mean)), coefficient of variation \(.short(model.variation))"
    case let model as Gamma:
      "gamma, mean \(.short(model.mean)), coefficient of variation \(.short(model.variation))"
    case let model as TruncatedNormal:
      """
      normal, mean \(.short(model.parent.mean)), standard deviation \
      \(.short(model.parent.standardDeviation)), none below \(.short(model.lowerBound))
      """
    case let model as BandedAttainment:
      "banded: \(model.bands.map { band(from: $0.from, to: $0.to, $0.share) }.joined(separator: ", "))"
    case let model as MixedAttainment:
      model.parts.map { "\(.percent($0.share)) \(description(of: $0.model))" }
        .joined(separator: "; ")
    case let model as EmpiricalAttainment:
      "a history of \(model.values.count) attainments, drawn with replacement"
    default: .init(model.label)
    }
  }

  private static func band(from: Double, to: Double, _ share: Double) -> Inline {
    "\(.percent(share)) in \(.short(from))–\(.short(to))"
  }

  /// Describes a model of selling as its label does, in phrases.
  package static func description(of model: any SellingModel) -> Inline {
    switch model {
    case let model as AccountPortfolio:
      let first = model.accounts[0]
      if model.accounts.count == 1 {
        return """
          one account with a \(.percent(first.chance)) chance of a deal of \
          \(.percent(first.size)) of quota
          """
      }
      let expected = model.accounts.reduce(0) { $0 + $1.chance * $1.size }
      return """
        \(model.accounts.count) ranked accounts, the first with deals of \(.percent(first.size)) \
        of quota, \(.percent(expected)) of quota expected
        """
    case let model as CompoundSelling:
      var text: Inline =
        """
        \(model.opportunities) opportunities a year, \(.percent(model.winRate)) won, sizes \
        lognormal with a coefficient of variation of \(.short(model.sizeVariation)), \
        \(.percent(model.mean)) of quota expected
        """
      if model.cycle > 0 {
        text += ", \(.short(model.cycle)) days to close from an empty pipeline"
      }
      if model.cancelled > 0 { text += ", \(.percent(model.cancelled)) cancelled within a year" }
      return text
    default: return .init(model.label)
    }
  }

  /// Where a preset comes from; these are few, so that each is a phrase as a whole.
  package static func source(ofPreset source: String) -> Inline { .init(stringLiteral: source) }

  /// Writes a number of a model in the digits that its label has.
  private static func short(_ value: Double) -> Inline {
    Ratio(decimal: value.short).map { .plain($0, upTo: 12) } ?? .init(value.short)
  }

  /// Writes a share as labels do, such as "12.5 %".
  package static func percent(_ share: Double) -> Inline { "\(.short(share * 100)) %" }
}

extension Lognormal {
  fileprivate var variation: Double { variance.squareRoot() / mean }
}

extension Gamma {
  fileprivate var variation: Double { variance.squareRoot() / mean }
}
