/// Finds the name that was probably meant.
public enum NearMiss {
  /// Returns the closest candidate, or nil when none is close enough to be worth suggesting.
  ///
  /// Case is ignored. Of equals the first candidate wins.
  ///
  /// - Complexity: O(total length of the candidates × length of the name).
  public static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(name.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      guard let distance = distance(written, Array(candidate.lowercased())) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Returns how far apart two names are; nil when one can hardly be a slip for the other.
  ///
  /// A slip is one edit, or several up to a third of the longer name that leave the first letter
  /// alone: slips seldom fall on it (Pollock and Zamora, "Collection and characterization of spelling
  /// errors in scientific and scholarly text", JASIS 34, 1983), and words that rhyme are others.
  package static func distance(_ first: [Character], _ second: [Character]) -> Int? {
    let distance = editDistance(first, second)
    guard distance > 1 else { return distance }
    let isSlip = distance <= max(first.count, second.count) / 3 && first.first == second.first
    return isSlip ? distance : nil
  }

  /// Returns "did you mean …?" for the closest candidate, else the list of what there is.
  public static func remedy(for name: String, among candidates: [String]) -> Inline? {
    if let match = closest(to: name, among: candidates) { return "did you mean \"\(match)\"?" }
    guard !candidates.isEmpty else { return nil }
    let shown = candidates.prefix(12).joined(separator: ", ")
    return "known here: \(shown)\(candidates.count > 12 ? ", …" : "")"
  }

  /// The optimal-string-alignment distance: insertions, deletions, substitutions, and swaps of neighbours.
  package static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1]
      row.reserveCapacity(second.count + 1)
      for j in second.indices {
        let substitution = last[j] + (first[i] == second[j] ? 0 : 1)
        var distance = min(substitution, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      (beforeLast, last) = (last, row)
    }
    return last[second.count]
  }
}
