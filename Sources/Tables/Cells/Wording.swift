/// Text reduced to the words by which it is compared: lower case, no punctuation.
package enum Wording {
  /// Whether the name of a column of pay says that it is what is aimed at: on-target earnings.
  package static func namesTarget(_ header: String) -> Bool {
    let words = words(ofHeader: header)
    let target: Set<String> = ["ote", "target", "zieleinkommen", "zielgehalt", "zielvergütung"]
    return words.contains(where: target.contains)
  }

  /// Whether the words for pay in the name of a column are German, so that euros are likelier than dollars.
  package static func namesPayInGerman(_ header: String) -> Bool {
    words(ofHeader: question(of: header)).contains { word in
      germanStems.contains { word.contains($0) }
    }
  }

  private static let germanStems = [
    "gehalt", "gehälter", "lohn", "löhne", "vergütung", "verdienst", "entgelt", "einkommen",
    "bezüge",
  ]

  /// Whether the name of a column says that its numbers are percentages: "Target Bonus %".
  ///
  /// "Salary (100%)" is pay for full time, and "50th %ile" a percentile.
  package static func namesPercentage(_ header: String) -> Bool {
    let percentage: Set<String> = ["percent", "percentage", "pct", "prozent"]
    if words(ofHeader: header).contains(where: percentage.contains) { return true }
    return header.indices.contains { index in
      let before = header[..<index].split(separator: " ").last ?? ""
      return header[index] == "%" && !before.contains(where: \.isNumber)
        && !header[index...].lowercased().hasPrefix("%ile")
    }
  }

  /// Returns the words of a text; points and apostrophes inside a word vanish, so "U.S." is "us".
  package static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "." || character == "'" || character == "\u{2019}" {
        continue
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Returns the words of a column name, in which a capital letter may begin a word: "basePay".
  package static func words(ofHeader name: String) -> [String] {
    var spaced = ""
    var last: Character = " "
    for character in name {
      if character.isUppercase, last.isLowercase || last.isNumber { spaced.append(" ") }
      spaced.append(character)
      last = character
    }
    return words(of: spaced)
  }

  /// Returns a survey question without its explanations: what follows the question mark, and long
  /// remarks in parentheses.
  package static func question(of header: String) -> String {
    var text = ""
    var rest = header[...]
    while let open = rest.firstIndex(of: "(") {
      text += rest[..<open]
      let close = rest[open...].firstIndex(of: ")") ?? rest.endIndex
      let remark = rest[open..<close]
      // "(USD)" and "(per hour)" belong to the name of the column.
      if words(of: remark).count <= 3 { text += remark }
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
    }
    text += rest
    if let mark = text.firstIndex(of: "?") { text = String(text[..<mark]) }
    return words(of: text).isEmpty ? header : text
  }

  /// Whether a column name is a question whose answer names nothing: "Have you lost your job?".
  ///
  /// "What industry do you work in?" is answered by a name.
  package static func asksForNoName(_ header: String) -> Bool {
    let words = words(of: header)
    guard let first = words.first,
      auxiliaries.contains(first) || header.contains("?") && words.count > 3
    else { return false }
    // "Was" is a past in English and a "what" in German.
    return naming.isDisjoint(with: words) && !words.starts(with: ["was", "ist"])
  }

  /// Whether a text is too long to be a name.
  package static func isSentence(_ text: String) -> Bool {
    // Most texts are, and are seen to be so at once.
    text.utf8.count > 80 && words(of: text).count > 12
  }

  private static let auxiliaries: Set<String> = [
    "have", "has", "had", "do", "does", "did", "is", "are", "was", "were", "can", "could", "will",
    "would", "should", "how", "why", "when", "haben", "hast", "hat", "sind", "ist", "bist", "war",
    "wird", "werden", "wie", "warum", "wann",
  ]

  private static let naming: Set<String> = [
    "what", "whats", "which", "where", "who", "whose", "welche", "welcher", "welches",
    "welchem", "welchen", "wo", "wer",
  ]
}
