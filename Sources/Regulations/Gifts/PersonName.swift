internal import Findings

/// The words of a person's name, for asking whether two spellings may mean one person.
struct PersonName {
  private let words: [[Character]]

  init(_ name: String) {
    // "Ruiz, Ana" is "Ana Ruiz".
    let parts = name.lowercased().split(separator: ",", maxSplits: 1)
    let ordered = parts.count == 2 ? "\(parts[1]) \(parts[0])" : name.lowercased()
    let split = ordered.split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }
    let kept = split.filter { !Self.titles.contains(String($0)) }
    words = (kept.isEmpty ? split : kept).map { $0.filter(\.isLetter) }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "jr", "sr", "ii", "iii", "cfa", "cpa", "phd",
  ]

  /// Whether two names differ only as two spellings of one name do.
  ///
  /// That is: by case, punctuation, titles, order or middle names; by a first name that is an
  /// initial or a beginning of the other; or by one slip of the pen, two in more than ten letters.
  ///
  /// - Complexity: O(letters of one × letters of the other).
  func mayEqual(_ other: PersonName) -> Bool {
    guard let first = words.first, let last = words.last, let otherFirst = other.words.first,
      let otherLast = other.words.last
    else { return false }
    let (joined, otherJoined) = (Array(words.joined()), Array(other.words.joined()))
    if Self.isSlip(joined, otherJoined) { return true }
    if words.count == other.words.count,
      Self.sorted(words) == Self.sorted(other.words)
    {
      return true
    }
    guard words.count > 1, other.words.count > 1, Self.isSlip(last, otherLast) else { return false }
    return first.starts(with: otherFirst) || otherFirst.starts(with: first)
  }

  private static func sorted(_ words: [[Character]]) -> [String] {
    words.map { String($0) }.sorted()
  }

  private static func isSlip(_ first: [Character], _ second: [Character]) -> Bool {
    let length = max(first.count, second.count)
    let allowed = length > 10 ? 2 : length > 3 ? 1 : 0
    guard abs(first.count - second.count) <= allowed else { return false }
    return NearMiss.editDistance(first, second) <= allowed
  }
}
