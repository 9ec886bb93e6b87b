/// The words at the head of a row that is a total or a mean of the rows above it.
package enum TotalLabel {
  private static let words: Set<String> = [
    "total", "totals", "subtotal", "subtotals", "sum", "average", "avg", "mean", "median",
    "overall", "gesamt", "gesamtsumme", "insgesamt", "summe", "zwischensumme", "durchschnitt",
    "mittelwert", "grand", "sub", "gesamtergebnis", "teilergebnis", "count", "anzahl", "headcount",
  ]
  /// Those that are in the name of nobody: "Summe Vertrieb" is a total, and "Sum Wong" a person.
  private static let groupWords: Set<String> = [
    "total", "totals", "subtotal", "subtotals", "average", "median", "overall", "gesamt",
    "gesamtsumme", "insgesamt", "summe", "zwischensumme", "durchschnitt", "mittelwert",
    "gesamtergebnis", "teilergebnis", "anzahl", "headcount",
  ]
  /// Words that may follow them.
  private static let followers: Set<String> = [
    "salary", "salaries", "pay", "gehalt", "gehälter", "records", "record", "rows", "datensätze",
    "of",
  ]
  private static let longest = 40

  /// Whether a cell says that its row is a total, such as "Total:" and "Grand total".
  package static func matches(_ bytes: Span<UInt8>) -> Bool {
    let found = wordsOfTotal(bytes)
    return found.first.map(words.contains) ?? false
      && found.allSatisfy {
        words.contains($0) || followers.contains($0) || $0.utf8.allSatisfy { $0 &- 0x30 < 10 }
      }
  }

  /// Whether a cell begins as the total of a group does: "Subtotal Sales", "Summe Vertrieb".
  ///
  /// "Total Rewards Analyst" is a job, so that this says nothing of titles and employers.
  package static func beginsGroup(_ bytes: Span<UInt8>) -> Bool {
    let found = wordsOfTotal(bytes)
    return found.count > 1 && groupWords.contains(found[0])
  }

  /// The words of a cell; none where it cannot begin as a total does.
  private static func wordsOfTotal(_ bytes: Span<UInt8>) -> [String] {
    // Nearly every row of a file ends here, so no text is made of a cell that begins otherwise; no word
    // has a digit among its first letters.
    guard bytes.count >= 3, bytes.count <= longest, beginnings[place(bytes[0], bytes[2])],
      bytes[2] &- UInt8(ascii: "0") > 9
    else { return [] }
    return Wording.words(of: bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// Whether a cell ends as the total of a group does: "Ann Lee Total", "Ann Lee Ergebnis".
  package static func endsGroup(_ text: some StringProtocol) -> Bool {
    let found = Wording.words(of: text)
    return found.count > 1
      && found.last.map { groupWords.contains($0) || $0 == "ergebnis" } ?? false
  }

  /// Which first and third letters the words have.
  private static let beginnings: [Bool] = {
    var beginnings = [Bool](repeating: false, count: 1024)
    for word in words {
      let bytes = Array(word.utf8)
      beginnings[place(bytes[0], bytes[2])] = true
    }
    return beginnings
  }()

  /// The low five bits of a letter are the same in both cases.
  private static func place(_ first: UInt8, _ third: UInt8) -> Int {
    Int(first & 31) << 5 | Int(third & 31)
  }
}
