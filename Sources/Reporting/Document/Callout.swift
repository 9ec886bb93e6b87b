/// Why something is set apart from the text.
public enum Callout: Hashable, Sendable {
  /// Good to know.
  case note
  /// To be minded, or the result will be misread.
  case warning
}
