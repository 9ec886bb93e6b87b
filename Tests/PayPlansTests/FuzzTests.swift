import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Plans and deals with random damage: each is refused with a place, or paid; nothing traps.
@Suite("Damaged input")
struct FuzzTests {
  static let pieces = [
    "0", "-1", "100%", "1000%", "1x", "100x", "0%", "[", "]", "{", "}", ":", " ", "\n", "null",
    "9999999999",
    "1000000000000", "0.000000001", "deal", "year", "month", "year to date", "2021-02-29",
    "9999-12-31",
    "0001-01-01", "each", "250 each", "retroactive", "interpolated", "by deal", "scored: true",
    "ann", ",",
    "\u{1F600}", "\"", "#", "&a", "*a", "1e9", "-0.5", "120 months", "1200 days",
  ]

  static func damaged(_ text: String, using random: inout SeededGenerator) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard !characters.isEmpty else { break }
      let start = Int.random(in: 0..<characters.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        // A word, a number or a key is replaced.
        var end = start
        while end < characters.count, characters[end].isLetter || characters[end].isNumber {
          end += 1
        }
        characters.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? "")
      case 1:
        characters.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: start)
      default:
        let end = min(characters.count, start + Int.random(in: 1...12, using: &random))
        characters.removeSubrange(start..<end)
      }
    }
    return String(characters)
  }

  @Test("Plans, deals and rosters of the documentation", arguments: 0..<4)
  func documentation(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    for example in PlanExample.all.examples {
      for _ in 0..<8 {
        let yaml = try? DocumentationTests.completed(Self.damaged(example.yaml, using: &random))
        guard let yaml else { continue }
        let found = failure(yaml)
        #expect(found.allSatisfy { !$0.message.plainText.isEmpty })
        guard found.isEmpty, let plan = try? Plan.read(yaml: yaml, file: "plan.yaml").plan else {
          continue
        }
        _ = try? plan.earnings(attainment: Ratio(Int.random(in: -2...5, using: &random)))
        let deals = example.table(startingWith: "deal_id") ?? ""
        let others = example.tables.filter { !$0.hasPrefix("deal_id") }
        for damage in [false, true] {
          let roster = others.first {
            $0.hasPrefix("rep") && !$0.hasPrefix("rep,") || $0.contains("hire")
          }
          _ = try? plan.run(
            damage ? Self.damaged(deals, using: &random) : deals,
            roster: roster.map { damage ? Self.damaged($0, using: &random) : $0 },
            scores: example.table(startingWith: "rep,period_end"),
            rates: example.table(startingWith: "currency"))
        }
      }
    }
  }
}
