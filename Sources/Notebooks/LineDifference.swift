/// The lines in which two texts differ, as a reader of a failed check wants to see them.
public enum LineDifference {
  /// Returns the differing lines with "-" and "+" before them, and the place of each stretch.
  ///
  /// - Complexity: O(n · d) for n lines and d differences (Myers 1986, the standard library's).
  public static func description(from old: String, to new: String, path: String) -> String {
    let before = Line.all(in: old).map(\.text)
    let after = Line.all(in: new).map(\.text)
    let difference = after.difference(from: before)
    var removed: [Int: Substring] = [:]
    var inserted: [Int: Substring] = [:]
    for change in difference {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var output: [String] = []
    var (left, right) = (0, 0)
    var isInside = false
    while left < before.count || right < after.count {
      let isChanged = removed[left] != nil || inserted[right] != nil
      if isChanged, !isInside { output.append("\(path):\(left + 1)") }
      isInside = isChanged
      if let line = removed[left] {
        output.append("- \(line)")
        left += 1
      } else if let line = inserted[right] {
        output.append("+ \(line)")
        right += 1
      } else {
        left += 1
        right += 1
      }
    }
    return output.isEmpty ? "" : output.joined(separator: "\n") + "\n"
  }
}
