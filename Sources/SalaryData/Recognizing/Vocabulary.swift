internal import CSVReading
public import Findings
internal import Tables

/// Codes with the spellings that people use for them, such as states, countries and industries.
public struct Vocabulary: Sendable {
  /// One code of the vocabulary, with its title and the words that mean it.
  public struct Entry: Hashable, Sendable {
    /// The code, such as "CA" or "51".
    public let code: String
    /// Its name, such as "California" or "Information".
    public let title: String
  }

  /// How much of a text has to be a known spelling.
  public enum Matching: Hashable, Sendable {
    /// The text as a whole is one of the known wordings.
    case whole
    /// Any run of words in it; the longest known one decides, of equals the first.
    case contained
  }

  /// The codes, in the order of the file.
  public let entries: [Entry]
  private var spellings: [String: Int] = [:]
  private var longestSpelling = 0

  /// Reads a vocabulary from a table with the columns `code`, `title` and `spellings`.
  ///
  /// Spellings are separated by semicolons; the title is one without being repeated there. Case and
  /// punctuation do not matter. A spelling that two codes claim is an error.
  ///
  /// - Complexity: O(size of the file).
  public init(path: String) throws(InputFailure) {
    var entries: [Entry] = []
    var spellings: [String: Int] = [:]
    var longest = 0
    try ReferenceTable.read(
      path, columns: ["code", "title", "spellings"]
    ) { (record, columns, _) throws(InputFailure) in
      let title = record.text(columns[1])
      for spelling in [title] + record.text(columns[2]).split(separator: ";").map(String.init) {
        let words = Wording.words(of: spelling)
        let key = words.joined(separator: " ")
        if let owner = spellings[key], owner != entries.count {
          throw ReferenceTable.badCell(
            record, columns[2],
            expected: "a list of new spellings: \"\(key)\" already means \(entries[owner].title)")
        }
        spellings[key] = entries.count
        longest = max(longest, words.count)
      }
      entries.append(Entry(code: record.text(columns[0]), title: title))
    }
    self.entries = entries
    self.spellings = spellings
    longestSpelling = longest
  }

  /// Returns the entry that a text means, or nil.
  ///
  /// - Complexity: O(words of the text × words of the longest spelling) for `.contained`.
  public func entry(for text: some StringProtocol, _ matching: Matching) -> Entry? {
    let words = Wording.words(of: text)
    switch matching {
    case .whole: return spellings[words.joined(separator: " ")].map { entries[$0] }
    case .contained: return longestMatch(in: words).map { entries[$0.entry] }
    }
  }

  /// Returns the position of the entry of a spelling, given as its words with blanks between them.
  func position(of words: String) -> Int? { spellings[words] }

  /// Returns the longest known run of words, where it is, and the position of its entry.
  func longestMatch(in words: [String]) -> (entry: Int, range: Range<Int>)? {
    var length = min(words.count, longestSpelling)
    while length > 0 {
      for start in 0...(words.count - length) {
        let range = start..<(start + length)
        if let entry = spellings[words[range].joined(separator: " ")] { return (entry, range) }
      }
      length -= 1
    }
    return nil
  }
}
