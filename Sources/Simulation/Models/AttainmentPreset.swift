internal import Statistics

/// A model with a name, fitted to published figures; an assumption with a source, not a measurement.
public struct AttainmentPreset: Sendable {
  /// The name by which a model is asked for.
  public let name: String
  /// What is said of the model.
  package let written: WrittenModel
  /// What it was fitted to, and when that was published.
  public let source: String

  /// The model that is taken when none is named.
  public static let standard: String = "tough-2025"

  /// The presets.
  public static let all: [AttainmentPreset] = [
    banded(
      "tough-2025", [0.48, 0.13, 0.13, 0.18, 0.08],
      "fitted to an average of 64 % and 26 % of reps at quota in 2025 (esearchpro.com, January 2026)"
    ),
    banded(
      "index-43", [0.15, 0.20, 0.22, 0.28, 0.15],
      "fitted to 43 % of reps at quota (RepVue Cloud Sales Index, Q4 2024, read as a share of reps)"
    ),
    banded(
      "healthy-60", [0.05, 0.15, 0.20, 0.35, 0.25],
      "fitted to 60 % of reps at quota (Pavilion's rule of thumb of 55 to 65 %, 2024)"),
    textbook,
  ].compactMap { $0 }

  private static func banded(
    _ name: String, _ shares: [Double], _ source: String
  ) -> AttainmentPreset? {
    let ends = [0, 0.5, 0.8, 1, 1.2, 1.8]
    let bands = shares.indices.map {
      BandedAttainment.Band(ends[$0], ends[$0 + 1], share: shares[$0])
    }
    guard let model = try? BandedAttainment(bands) else { return nil }
    return AttainmentPreset(name: name, written: .banded(model), source: source)
  }

  private static var textbook: AttainmentPreset? {
    guard let normal = try? Normal(mean: 1, standardDeviation: 0.1),
      let model = try? TruncatedNormal(normal, above: 0)
    else { return nil }
    return AttainmentPreset(
      name: "textbook", written: .normal(model),
      source:
        "normal, mean 1, sd 0.10, the choice of a much-copied tutorial (Moffitt, pbpython.com, February 2019)"
    )
  }
}
