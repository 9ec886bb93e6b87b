internal import Findings

/// The words of a person's name, for asking whether two spellings may mean one person.
struct PersonName {
  private let words: [Word]
  private let whole: Word

  /// Some letters with the number of each, by which most pairs are told apart at once.
  private struct Word {
    let letters: [Character]
    private var counts = SIMD32<UInt8>()

    init(_ letters: [Character]) {
      self.letters = letters
      for letter in letters {
        counts[Int((letter.unicodeScalars.first?.value ?? 0) % 32)] &+= 1
      }
    }

    /// Whether the other differs by one slip of the pen, two in more than ten letters.
    func isSlip(of other: Word) -> Bool {
      let length = max(letters.count, other.letters.count)
      let allowed = length > 10 ? 2 : length > 3 ? 1 : 0
      // Each slip changes the counts of two letters by one at most.
      let apart = pointwiseMax(counts, other.counts) &- pointwiseMin(counts, other.counts)
      guard apart.wrappedSum() <= 2 * UInt8(allowed) else { return false }
      return NearMiss.editDistance(letters, other.letters) <= allowed
    }

    func hasSameLetters(as other: Word) -> Bool { counts == other.counts }
  }

  init(_ name: String) {
    // "Ruiz, Ana" is "Ana Ruiz".
    let parts = name.lowercased().split(separator: ",", maxSplits: 1)
    let ordered = parts.count == 2 ? "\(parts[1]) \(parts[0])" : name.lowercased()
    let split = ordered.split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }
    let kept = split.filter { !Self.titles.contains(String($0)) }
    words = (kept.isEmpty ? split : kept).map { Word($0.filter(\.isLetter)) }
    whole = Word(words.flatMap(\.letters))
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "jr", "sr", "ii", "iii", "cfa", "cpa", "phd",
  ]

  /// Whether two names differ only as two spellings of one name do.
  ///
  /// That is: by case, punctuation, titles, order or middle names; by a first name that is an
  /// initial or a beginning of the other; or by one slip of the pen, two in more than ten letters.
  ///
  /// - Complexity: O(1) for most pairs, else O(letters of one × letters of the other).
  func mayEqual(_ other: PersonName) -> Bool {
    guard let first = words.first?.letters, let last = words.last,
      let otherFirst = other.words.first?.letters, let otherLast = other.words.last
    else { return false }
    if whole.isSlip(of: other.whole) { return true }
    if whole.hasSameLetters(as: other.whole), sortedWords == other.sortedWords { return true }
    guard words.count > 1, other.words.count > 1, last.isSlip(of: otherLast) else { return false }
    return first.starts(with: otherFirst) || otherFirst.starts(with: first)
  }

  private var sortedWords: [String] { words.map { String($0.letters) }.sorted() }
}
