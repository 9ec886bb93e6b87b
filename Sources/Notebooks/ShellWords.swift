/// Splits commands into words as a POSIX shell does, without expanding anything.
enum ShellWords {
  /// Returns the words of each non-empty line; nil when a quote is left open.
  static func split(_ text: String) -> [[String]]? {
    var commands: [[String]] = []
    for line in text.split(separator: "\n") {
      guard let words = words(of: line) else { return nil }
      if !words.isEmpty { commands.append(words) }
    }
    return commands
  }

  private static func words(of line: Substring) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch (quote, character) {
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (nil, _) where character.isWhitespace:
        if let finished = word { words.append(finished) }
        word = nil
      case (let open?, _) where open == character: quote = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    return words
  }
}
