/// A colour that is told from the others in every kind of colour vision, with a dash of its own.
public enum Tone: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case blue
  case vermilion
  case green
  case purple
  case amber
  case grey

  /// The name in the style sheet.
  public var description: String { rawValue }

  /// The tone of one of several series; from the sixth on they repeat.
  public static func series(_ index: Int) -> Tone {
    allCases[((index % allCases.count) + allCases.count) % allCases.count]
  }

  /// Lengths of dashes and gaps; none for a whole line.
  var dash: String {
    switch self {
    case .blue: "none"
    case .vermilion: "8 4"
    case .green: "2 3"
    case .purple: "10 3 2 3"
    case .amber: "5 3"
    case .grey: "1 2"
    }
  }
}
