internal import Findings
internal import Statistics

/// A model as it is written on a command line, such as `lognormal:mean=0.95,cv=0.35`.
public struct ModelText: Sendable {
  /// The text.
  public let text: String
  /// The model.
  public let model: any AttainmentModel
  /// Where a preset comes from; nil for a model that was spelt out.
  public let source: String?

  /// The ways to write a model, for help and errors.
  public static let forms: [String] = [
    "fixed:1", "lognormal:mean=0.95,cv=0.35", "normal:mean=1,sd=0.2", "gamma:mean=0.9,cv=0.5",
    "banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3",
    "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8", "empirical:FILE",
  ]

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - history: Returns the attainments of a file, for `empirical:FILE`.
  /// - Throws: `ModelFailure` for what is not a model, and whatever `history` throws.
  public init(_ text: String, history: (String) throws -> [Double]) throws {
    self.text = text
    if let preset = AttainmentPreset.all.first(where: { $0.name == text }) {
      model = preset.model
      source = preset.source
    } else {
      model = try Self.model(text, history)
      source = nil
    }
  }

  private static func model(
    _ text: String, _ history: (String) throws -> [Double]
  ) throws -> any AttainmentModel {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let kind = String(text[..<colon])
    let rest = colon < text.endIndex ? text[text.index(after: colon)...] : ""
    do {
      switch kind {
      case "fixed": return try FixedAttainment(number(rest, of: kind))
      case "lognormal":
        let values = try Settings(rest, ["mean", "cv"], of: kind)
        return try Lognormal(mean: values[0], coefficientOfVariation: values[1])
      case "gamma":
        let values = try Settings(rest, ["mean", "cv"], of: kind)
        return try Gamma(mean: values[0], coefficientOfVariation: values[1])
      case "normal":
        let values = try Settings(rest, ["mean", "sd"], of: kind)
        return try TruncatedNormal(
          Normal(mean: values[0], standardDeviation: values[1]), above: 0)
      case "banded": return try banded(rest)
      case "mixture": return try mixture(rest, history)
      case "empirical":
        guard !rest.isEmpty else {
          throw ModelFailure.noHistory
        }
        return try EmpiricalAttainment(history(String(rest)))
      default:
        let known =
          ["fixed", "lognormal", "gamma", "normal", "banded", "mixture", "empirical"]
          + AttainmentPreset.all.map(\.name)
        throw ModelFailure.unknownModel(kind, known: known)
      }
    } catch let failure as ParameterFailure {
      throw ModelFailure.parameter(failure, kind: kind, form: form(of: kind))
    }
  }

  private static func banded(_ text: Substring) throws -> BandedAttainment {
    try BandedAttainment(
      text.split(separator: ",", omittingEmptySubsequences: false).map { item in
        let sides = item.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let dots = sides[0].firstRange(of: "..") else {
          throw ModelFailure.slip(.band(String(item)), kind: "banded", form: form(of: "banded"))
        }
        return BandedAttainment.Band(
          try number(sides[0][..<dots.lowerBound], of: "banded"),
          try number(sides[0][dots.upperBound...], of: "banded"),
          share: try number(sides[1], of: "banded"))
      })
  }

  private static func mixture(
    _ text: Substring, _ history: (String) throws -> [Double]
  ) throws -> MixedAttainment {
    try MixedAttainment(
      text.split(separator: "/", omittingEmptySubsequences: false).map { part in
        guard let at = part.firstIndex(of: "@") else {
          throw ModelFailure.slip(.part(String(part)), kind: "mixture", form: form(of: "mixture"))
        }
        let name = String(part[part.index(after: at)...])
        let preset = AttainmentPreset.all.first { $0.name == name }
        return (try number(part[..<at], of: "mixture"), try preset?.model ?? model(name, history))
      })
  }

  /// Values that were given as `name=value`, in a fixed order.
  private struct Settings {
    private let values: [Double]

    init(_ text: Substring, _ names: [String], of kind: String) throws(ModelFailure) {
      var found: [String: Double] = [:]
      for item in text.split(separator: ",", omittingEmptySubsequences: false) {
        let sides = item.split(separator: "=", omittingEmptySubsequences: false)
        let name = sides.first.map(String.init) ?? ""
        guard sides.count == 2, names.contains(name) else {
          throw ModelFailure.slip(
            .name(String(item), known: names), kind: kind, form: form(of: kind))
        }
        guard found.updateValue(try number(sides[1], of: kind), forKey: name) == nil else {
          throw ModelFailure.slip(.twice(name), kind: kind, form: nil)
        }
      }
      var values: [Double] = []
      for name in names {
        guard let value = found[name] else {
          throw ModelFailure.slip(.missing(name), kind: kind, form: form(of: kind))
        }
        values.append(value)
      }
      self.values = values
    }

    subscript(index: Int) -> Double { values[index] }
  }

  private static func form(of kind: String) -> String? {
    forms.first { $0.hasPrefix(kind) }
  }

  private static func number(_ text: Substring, of kind: String) throws(ModelFailure) -> Double {
    let isPercentage = text.hasSuffix("%")
    guard let value = Double(isPercentage ? text.dropLast() : text), value.isFinite else {
      throw ModelFailure.slip(.number(String(text)), kind: kind, form: form(of: kind))
    }
    // The same limit as that of attainments: far above any, and far below a forgotten sign.
    guard isPercentage || value <= 10 else {
      throw ModelFailure.slip(.large(String(text)), kind: kind, form: nil)
    }
    return isPercentage ? value / 100 : value
  }
}
