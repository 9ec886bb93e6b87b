/// How text for a screen is set off: by characters alone, or by what a terminal can do.
public struct TextStyle: Sendable {
  /// Whether the terminal shows bold and faint text.
  public var hasWeight: Bool
  /// Whether it shows colours, and they are wanted.
  public var hasColour: Bool

  /// Characters alone, as a file has them.
  public static let plain: TextStyle = TextStyle(hasWeight: false, hasColour: false)

  /// Creates a style.
  public init(hasWeight: Bool, hasColour: Bool) {
    self.hasWeight = hasWeight
    self.hasColour = hasColour
  }

  /// A line that is to be seen first, such as a heading.
  func strong(_ line: String) -> String { hasWeight ? set(line, "1") : line }

  /// A line that is to be overlooked, such as a rule.
  func faint(_ line: String) -> String { hasWeight ? set(line, "2") : line }

  /// A word that warns.
  func warning(_ word: String) -> String { hasColour ? set(word, "1;33") : strong(word) }

  /// The control sequence "select graphic rendition" of ECMA-48, 8.3.117, around a text.
  private func set(_ text: String, _ parameters: String) -> String {
    text.isEmpty ? text : "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}
