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
  public static var forms: [String] { WrittenModel.forms }

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
    let rest = colon < text.endIndex ? text[text.index(after: colon)...] : ""
    switch text[..<colon] {
    case "mixture": return try mixture(rest, history)
    case "empirical":
      guard !rest.isEmpty else {
        throw ModelFailure.noHistory
      }
      return try EmpiricalAttainment(history(String(rest)))
    default: return try WrittenModel(text).model
    }
  }

  private static func mixture(
    _ text: Substring, _ history: (String) throws -> [Double]
  ) throws -> MixedAttainment {
    try MixedAttainment(
      text.split(separator: "/", omittingEmptySubsequences: false).map { part in
        guard let at = part.firstIndex(of: "@") else {
          throw ModelFailure.slip(
            .part(String(part)), kind: "mixture", form: WrittenModel.form(of: "mixture"))
        }
        let name = String(part[part.index(after: at)...])
        let preset = AttainmentPreset.all.first { $0.name == name }
        return (
          try WrittenModel.number(part[..<at], of: "mixture"),
          try preset?.model ?? model(name, history)
        )
      })
  }
}

extension WrittenModel {
  /// The model itself.
  var model: any AttainmentModel {
    switch self {
    case .fixed(let model): model
    case .lognormal(let model): model
    case .gamma(let model): model
    case .normal(let model): model
    case .banded(let model): model
    }
  }
}

extension AttainmentPreset {
  /// The model.
  public var model: any AttainmentModel { written.model }
}
