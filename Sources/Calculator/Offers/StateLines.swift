internal import Amounts

/// The lines "key=value" of a state; a key with `typed-` before it has what a person wrote.
struct StateLines {
  private var texts: [String: (text: Substring, isTyped: Bool)] = [:]

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: sign)...]
      var key = line[..<sign]
      let isTyped = key.utf8.starts(with: "typed-".utf8)
      if isTyped { key = key.dropFirst("typed-".utf8.count) }
      if !value.isEmpty { texts[String(key)] = (text: value, isTyped: isTyped) }
    }
  }

  subscript(_ key: String) -> String? { texts[key].map { String($0.text) } }

  /// Returns the number of a key: exact decimals, or as people write it; nil where there is none.
  ///
  /// - Returns: The number inside of an optional that is nil where the text cannot be read.
  func number(_ key: String, _ decimal: DecimalConvention, isShare: Bool) -> Ratio?? {
    guard let (text, isTyped) = texts[key] else { return nil }
    let number =
      isTyped ? PageState.typed(text, decimal, isShare: isShare) : Ratio(decimal: text)
    guard let number, PageState.isUsual(number) else { return .some(nil) }
    return number
  }
}
