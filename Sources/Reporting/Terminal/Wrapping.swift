/// Breaks text into lines of at most so many columns, between words where that is possible.
///
/// A number stays with the sign or unit beside it: no line starts with "$" or "%" or ends with "≥".
func wrapped(_ text: String, width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
    var lines: [String] = []
    var current = ""
    for word in unbreakableWords(of: line) {
      if !current.isEmpty, current.displayWidth + 1 + word.displayWidth <= width {
        current += " " + word
        continue
      }
      if !current.isEmpty { lines.append(current) }
      current = ""
      for character in word {
        if !current.isEmpty, current.displayWidth + character.displayWidth > width {
          lines.append(current)
          current = ""
        }
        current.append(character)
      }
    }
    return lines + [current]
  }
}

private func unbreakableWords(of line: Substring) -> [String] {
  line.split(separator: " ").reduce(into: []) { words, word in
    if let last = words.last, last.hasSuffix("≥") || ["$", "€", "£", "%"].contains(word) {
      words[words.count - 1] = "\(last) \(word)"
    } else {
      words.append(String(word))
    }
  }
}
