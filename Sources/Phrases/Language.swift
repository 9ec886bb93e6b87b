/// The language of a document, by its two-letter ISO 639-1 code.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English with American number format: "57,504.00".
  case english = "en"
  /// German: "57.504,00".
  case german = "de"
}
