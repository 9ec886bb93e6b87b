import Findings
import Testing

@Suite("Findings")
struct FindingTests {
  @Test("A finding prints as compilers print, with a caret below the place")
  func prints() {
    let finding = Finding(
      "amount", at: Place(file: "deals.csv", line: 17, column: 4),
      "amount \"12,34,5\" is not an amount",
      excerpt: "D1\t12,34,5", remedy: "write 12345 or 12,345")
    #expect(
      "\(finding)" == """
        deals.csv:17:4: error: amount "12,34,5" is not an amount
            D1\t12,34,5
              \t^
          write 12345 or 12,345
        """)
  }

  @Test("A place without line or column is just the file")
  func places() {
    #expect("\(Place(file: "a.csv"))" == "a.csv")
    #expect("\(Place(file: "a.csv", line: 3))" == "a.csv:3")
  }

  @Test("A log counts past its limit, also when logs are joined")
  func counts() {
    var log = FindingLog(limit: 2)
    for line in 1...5 { log.add(Finding("x", .warning, at: Place(file: "f", line: line), "w")) }
    #expect(log.findings.count == 2)
    #expect(log.count(of: .warning) == 5)
    #expect(!log.hasErrors)
    var joined = FindingLog(limit: 3)
    joined.add(log)
    joined.add(Finding("y", at: Place(file: "g"), "e"))
    #expect(joined.count(of: .warning) == 5)
    #expect(joined.findings.map(\.kind) == ["x", "x", "y"])
    #expect(joined.hasErrors)
  }

  @Test(
    "The near miss is found, and nothing far-fetched",
    arguments: [
      ("qouta", "quota"), ("Quota", "quota"), ("curency", "currency"), ("tires", "tiers"),
      ("xyz", nil), ("", nil), ("surrency", "currency"), ("curencyy", "currency"),
    ] as [(String, String?)])
  func nearMisses(written: String, meant: String?) {
    #expect(NearMiss.closest(to: written, among: ["quota", "currency", "tiers", "base"]) == meant)
  }

  // A slip seldom falls on the first letter; a word that rhymes is another word.
  @Test(
    "A word that only rhymes is not suggested",
    arguments: [
      ("vacation", "location"), ("region", "version"), ("gender", "tender rate"), ("rate", "date_"),
      ("manager", "wagers"), ("health", "wealthy"),
    ])
  func rhymes(written: String, other: String) {
    #expect(NearMiss.closest(to: written, among: [other]) == nil)
  }

  @Test("Without a near miss the remedy lists what there is")
  func remedies() {
    #expect(NearMiss.remedy(for: "bse", among: ["base"])?.plainText == "did you mean \"base\"?")
    #expect(
      NearMiss.remedy(for: "zzz", among: ["base", "ote"])?.plainText == "known here: base, ote")
    #expect(NearMiss.remedy(for: "zzz", among: [])?.plainText == nil)
  }

  @Test(
    "A line end in what people wrote begins no finding of its own, and nothing steers the terminal")
  func oneLine() {
    let name = "a\nb.csv:1: error: x\u{1B}[31m"
    let finding = Finding(
      "x", at: Place(file: name, line: 1, column: 3), "\"\(name)\" is wrong",
      excerpt: "\u{202E}a\u{2028}b\u{1B}c")
    #expect(
      finding.description == """
        a b.csv:1: error: x\u{FFFD}[31m:1:3: error: "a b.csv:1: error: x\u{FFFD}[31m" is wrong
            a b\u{FFFD}c
             ^
        """)
  }

  @Test("What is worse than a note keeps its count past the limit")
  func above() {
    var log = FindingLog(limit: 2)
    for line in 1...5 { log.add(Finding("x", .warning, at: Place(file: "f", line: line), "w")) }
    log.add(Finding("y", .note, at: Place(file: "f"), "n"))
    log.add(.warning) { Finding("z", .warning, at: Place(file: "f"), "made in vain") }
    let worse = log.above(.note)
    #expect(worse.count(of: .warning) == 6)
    #expect(worse.count(of: .note) == 0)
    #expect(worse.findings.map(\.kind) == ["x", "x"])
  }
}
