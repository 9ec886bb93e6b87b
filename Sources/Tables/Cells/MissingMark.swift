/// The ways in which people write that there is no value.
package enum MissingMark {
  /// Those that say that there is nothing.
  private static let none = Marks([
    "", "n/a", "na", "n.a.", "nan", "null", "none", "nil", "-", "--", "---", "#n/a", "<na>",
    "(blank)", "not applicable", "entfällt", "keine",
  ])
  /// Those, and the ones that say that it is not known, or not said.
  private static let missing = Marks(
    none.texts.union([
      "?", ".", "..", "…", "k.a.", "k. a.", "ka", "keine angabe", "unknown", "unbekannt", "missing",
      "not available", "not provided", "not disclosed", "prefer not to say",
      "prefer not to answer", "rather not say", "tbd", "void",
    ]))

  /// Whether a text stands for a missing value.
  package static func isMissing(_ text: some StringProtocol) -> Bool {
    missing.contain(String(text))
  }

  /// Whether a text says that there is nothing.
  package static func isNone(_ text: some StringProtocol) -> Bool {
    none.contain(String(text))
  }

  /// Whether the bytes of a cell say that there is nothing.
  package static func isNone(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty
      || none.canHave(bytes)
        && none.contain(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// Whether the bytes of a cell stand for a missing value.
  package static func isMissing(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty
      || missing.canHave(bytes)
        && missing.contain(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }
}

/// Some marks, and which cells cannot be one of them.
private struct Marks {
  let texts: Set<String>
  /// The lengths that marks with a first letter have, as bits, by the low five bits of the letter, which
  /// are the same in both cases.
  private var lengths = [UInt32](repeating: 0, count: 32)

  /// The most bytes of a mark.
  private static let longest = 24

  init(_ texts: Set<String>) {
    self.texts = texts
    for text in texts {
      let bytes = Array(text.utf8)
      if let first = bytes.first { lengths[Int(first & 31)] |= 1 << UInt32(bytes.count) }
    }
  }

  /// Whether a text without the blanks around it is a mark, in whatever case.
  func contain(_ text: String) -> Bool {
    // No mark has a digit.
    if text.utf8.contains(where: { $0 &- UInt8(ascii: "0") < 10 }) { return false }
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.utf8.count <= Self.longest else { return false }
    guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return true }
    return texts.contains(trimmed[...end].lowercased())
  }

  /// Whether bytes, of which there are some, may be a mark; nearly all cells are not, and no text is made of them.
  func canHave(_ bytes: Span<UInt8>) -> Bool {
    let count = bytes.count
    // What begins or ends with a blank, or has letters that can be written in several ways, may be one.
    guard Self.isPlain(bytes[0]), Self.isPlain(bytes[count - 1]) else { return true }
    guard count <= Self.longest else { return false }
    if lengths[Int(bytes[0] & 31)] >> UInt32(count) & 1 == 1 { return true }
    if bytes[0] &- UInt8(ascii: "0") < 10 { return false }
    for index in bytes.indices where bytes[index] >= 0x80 { return true }
    return false
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte > UInt8(ascii: " ") && byte < 0x7F }
}
