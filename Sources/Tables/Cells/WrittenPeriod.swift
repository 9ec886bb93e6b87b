/// A month or quarter as people write it.
package enum WrittenPeriod {
  /// Returns the name in the form 2026-10 or 2026-Q4 of "Oktober 2026", "Oct-2026", "10/2026", "2026/10",
  /// "Q4 2026" and "2026 Q4"; nil for other text, of which "Oct-26" may be a day.
  package static func name(of text: some StringProtocol) -> String? {
    let plain = text.lowercased().replacing("ä", with: "ae")
    let parts = plain.split { " -/.,_".contains($0) }.map(String.init)
    guard parts.count == 2, let year = parts.first(where: { isYear($0) }),
      let part = parts.first(where: { !isYear($0) })
    else { return nil }
    if part.count == 2, part.first == "q", let quarter = part.last.flatMap({ Int(String($0)) }),
      (1...4).contains(quarter)
    {
      return "\(year)-Q\(quarter)"
    }
    let month =
      part.count > 2 && part.allSatisfy(\.isLetter)
      ? WrittenDay.months[String(part.prefix(3))] : part.count <= 2 ? Int(part) : nil
    guard let month, (1...12).contains(month) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
