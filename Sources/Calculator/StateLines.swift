internal import Amounts

/// The lines "key=value" of a state; a key with `typed-` before it has what a person wrote.
struct StateLines {
  private var texts: [String: (text: Substring, isTyped: Bool)] = [:]

  init(_ text: String) {
    for (key, value, isTyped) in Self.lines(of: text) where !value.isEmpty {
      texts[String(key)] = (text: value, isTyped: isTyped)
    }
  }

  /// Returns the lines of a state in their order; what is no line of one is left out.
  static func lines(
    of text: String
  ) -> [(key: Substring, value: Substring, isTyped: Bool)] {
    text.split(separator: "\n").compactMap { line in
      guard let sign = line.firstIndex(of: "=") else { return nil }
      var key = line[..<sign]
      let isTyped = key.utf8.starts(with: "typed-".utf8)
      if isTyped { key = key.dropFirst("typed-".utf8.count) }
      return (key: key, value: line[line.index(after: sign)...], isTyped: isTyped)
    }
  }

  /// Returns a number: exact decimals, or as people write it; nil where it cannot be read or is none that
  /// a page calculates with.
  static func number(
    _ text: Substring, isTyped: Bool, _ decimal: DecimalConvention, isShare: Bool
  ) -> Ratio? {
    let number =
      isTyped ? PageState.typed(text, decimal, isShare: isShare) : Ratio(decimal: text)
    return number.flatMap { PageState.isUsual($0) ? $0 : nil }
  }

  subscript(_ key: String) -> String? { texts[key].map { String($0.text) } }

  /// Returns the number of a key: exact decimals, or as people write it; nil where there is none.
  ///
  /// - Returns: The number inside of an optional that is nil where the text cannot be read.
  func number(_ key: String, _ decimal: DecimalConvention, isShare: Bool) -> Ratio?? {
    guard let (text, isTyped) = texts[key] else { return nil }
    return .some(Self.number(text, isTyped: isTyped, decimal, isShare: isShare))
  }
}
