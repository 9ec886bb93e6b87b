/// The language of a document, by its two-letter ISO 639-1 code.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English with American number format: "57,504.00".
  case english = "en"
  /// German: "57.504,00".
  case german = "de"

  /// Returns a word or phrase in this language; the English one where there is no other.
  public func callAsFunction<Words: WordList>(_ word: Words) -> String {
    Words.translations[self]?[word] ?? word.rawValue
  }

  /// Returns a sentence in this language, with values in the places that are written %1, %2 …
  public func callAsFunction<Words: WordList>(_ word: Words, _ values: String...) -> String {
    var result = ""
    var parts = self(word).split(separator: "%", omittingEmptySubsequences: false)[...]
    result += parts.popFirst() ?? ""
    for part in parts {
      if let number = part.first?.wholeNumberValue, values.indices.contains(number - 1) {
        result += values[number - 1] + part.dropFirst()
      } else {
        result += "%" + part
      }
    }
    return result
  }
}
