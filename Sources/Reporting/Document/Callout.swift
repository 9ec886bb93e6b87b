/// Why something is set apart from the text.
public enum Callout: Hashable, Sendable {
  /// Good to know; nothing goes wrong where it is not read.
  case note
  /// To be minded, or the result will be misread.
  case warning
}
