internal import Findings
package import Statistics

/// A model that a text says: a closed set, so that a page knows all of them too.
package indirect enum WrittenModel: Sendable {
  case fixed(FixedAttainment)
  case lognormal(Lognormal)
  case gamma(Gamma)
  case normal(TruncatedNormal)
  case banded(BandedAttainment)
  case mixture(WrittenMixture)
  case empirical(EmpiricalAttainment)

  /// The ways to write a model, for help and errors.
  package static let forms: [String] = [
    "fixed:1", "lognormal:mean=0.95,cv=0.35", "normal:mean=1,sd=0.2", "gamma:mean=0.9,cv=0.5",
    "banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3",
    "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8", "empirical:FILE",
  ]

  static func form(of kind: String) -> String? {
    forms.first { $0.utf8.starts(with: kind.utf8) }
  }

  /// Reads a model, or the name of a preset.
  ///
  /// - Parameters:
  ///   - text: The text, such as `lognormal:mean=0.95,cv=0.35`.
  ///   - histories: The attainments of the files that the text may name.
  /// - Throws: `ModelFailure` for what is no such model.
  package init(
    _ text: String, histories: [String: [Double]] = [:]
  ) throws(ModelFailure) {
    if let preset = AttainmentPreset.all.first(where: { $0.name == text }) {
      self = preset.written
      return
    }
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let kind = String(text[..<colon])
    let rest = colon < text.endIndex ? text[text.index(after: colon)...] : ""
    switch kind {
    case "fixed":
      let value = try Self.number(rest, of: kind)
      self = .fixed(
        try Self.checked(kind) { () throws(ParameterFailure) in try FixedAttainment(value) })
    case "lognormal":
      let values = try Settings(rest, ["mean", "cv"], of: kind)
      self = .lognormal(
        try Self.checked(kind) { () throws(ParameterFailure) in
          try Lognormal(mean: values[0], coefficientOfVariation: values[1])
        })
    case "gamma":
      let values = try Settings(rest, ["mean", "cv"], of: kind)
      self = .gamma(
        try Self.checked(kind) { () throws(ParameterFailure) in
          try Gamma(mean: values[0], coefficientOfVariation: values[1])
        })
    case "normal":
      let values = try Settings(rest, ["mean", "sd"], of: kind)
      self = .normal(
        try Self.checked(kind) { () throws(ParameterFailure) in
          try TruncatedNormal(Normal(mean: values[0], standardDeviation: values[1]), above: 0)
        })
    case "banded": self = .banded(try Self.banded(rest))
    case "mixture": self = .mixture(try Self.mixture(rest, histories))
    case "empirical":
      guard !rest.isEmpty else { throw ModelFailure.noHistory }
      guard let history = histories[String(rest)] else { throw ModelFailure.unreadableHistory }
      self = .empirical(try EmpiricalAttainment(history))
    default:
      var known = ["fixed", "lognormal", "gamma", "normal", "banded", "mixture", "empirical"]
      known += AttainmentPreset.all.map { $0.name }
      throw ModelFailure.unknownModel(kind, known: known)
    }
  }

  /// The files that a text names, in its order.
  package static func files(in text: String) -> [String] {
    let (mixture, empirical) = ("mixture:", "empirical:")
    func file(_ text: Substring) -> [String] {
      guard text.utf8.starts(with: empirical.utf8), text.utf8.count > empirical.utf8.count
      else { return [] }
      return [String(text.dropFirst(empirical.count))]
    }
    guard text.utf8.starts(with: mixture.utf8) else { return file(text[...]) }
    return parts(of: text.dropFirst(mixture.count)).flatMap { part in
      part.firstIndex(of: "@").map { file(part[part.index(after: $0)...]) } ?? []
    }
  }

  private static func parts(of text: Substring) -> [Substring] {
    text.split(separator: "/", omittingEmptySubsequences: false)
  }

  private static func mixture(
    _ text: Substring, _ histories: [String: [Double]]
  ) throws(ModelFailure) -> WrittenMixture {
    try WrittenMixture(
      parts(of: text).map { (part) throws(ModelFailure) in
        guard let at = part.firstIndex(of: "@") else {
          throw ModelFailure.slip(
            .part(String(part)), kind: "mixture", form: Self.form(of: "mixture"))
        }
        let model = try WrittenModel(
          String(part[part.index(after: at)...]), histories: histories)
        return (share: try number(part[..<at], of: "mixture"), model: model)
      })
  }

  private static func checked<Model>(
    _ kind: String, _ make: () throws(ParameterFailure) -> Model
  ) throws(ModelFailure) -> Model {
    do throws(ParameterFailure) {
      return try make()
    } catch {
      throw ModelFailure.parameter(error, kind: kind, form: Self.form(of: kind))
    }
  }

  private static func banded(_ text: Substring) throws(ModelFailure) -> BandedAttainment {
    try BandedAttainment(
      text.split(separator: ",", omittingEmptySubsequences: false).map {
        (item) throws(ModelFailure) in
        let sides = item.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let dots = Self.dots(in: sides[0]) else {
          throw ModelFailure.slip(
            .band(String(item)), kind: "banded", form: Self.form(of: "banded"))
        }
        return BandedAttainment.Band(
          try number(sides[0][..<dots], of: "banded"),
          try number(sides[0][sides[0].index(dots, offsetBy: 2)...], of: "banded"),
          share: try number(sides[1], of: "banded"))
      })
  }

  /// Where ".." begins.
  private static func dots(in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].utf8.starts(with: "..".utf8) }
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
            .name(String(item), known: names), kind: kind, form: WrittenModel.form(of: kind))
        }
        guard found.updateValue(try number(sides[1], of: kind), forKey: name) == nil else {
          throw ModelFailure.slip(.twice(name), kind: kind, form: nil)
        }
      }
      var values: [Double] = []
      for name in names {
        guard let value = found[name] else {
          throw ModelFailure.slip(.missing(name), kind: kind, form: WrittenModel.form(of: kind))
        }
        values.append(value)
      }
      self.values = values
    }

    subscript(index: Int) -> Double { values[index] }
  }

  static func number(_ text: Substring, of kind: String) throws(ModelFailure) -> Double {
    let isPercentage = text.utf8.last == UInt8(ascii: "%")
    guard let value = Double(isPercentage ? text.dropLast() : text), value.isFinite else {
      throw ModelFailure.slip(.number(String(text)), kind: kind, form: Self.form(of: kind))
    }
    // The same limit as that of attainments: far above any, and far below a forgotten sign.
    guard isPercentage || value <= 10 else {
      throw ModelFailure.slip(.large(String(text)), kind: kind, form: nil)
    }
    return isPercentage ? value / 100 : value
  }
}
