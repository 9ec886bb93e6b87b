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
    var histories: [String: [Double]] = [:]
    for file in WrittenModel.files(in: text) { histories[file] = try history(file) }
    model = try WrittenModel(text, histories: histories).model
    source = AttainmentPreset.all.first { $0.name == text }?.source
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
    case .empirical(let model): model
    case .mixture(let mixture): MixedAttainment(mixture.shares, mixture.models.map(\.model))
    }
  }
}

extension AttainmentPreset {
  /// The model.
  public var model: any AttainmentModel { written.model }
}
