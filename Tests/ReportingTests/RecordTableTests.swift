import Amounts
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("Record table")
struct RecordTableTests {
  func sectors() throws -> RecordTable {
    RecordTable(
      ["sector", "n", .init("p90", companions: [.status, .lowerBound]), "share", "mean"],
      records: [
        [
          .text("Finance, \"all\"\nkinds"), .integer(12),
          .money(Money(minorUnits: 5_750_400, currency: .usd)), .ratio(try Ratio(1, over: 8)),
          .double(0.1),
        ],
        [
          .text("Retail"), .integer(nil), .topCoded(lowerBound: .integer(208_000)),
          .ratio(try Ratio(1, over: 3)), .double(.nan),
        ],
        [.text("Mining"), .integer(0), .missing(.suppressed), .ratio(nil), .double(1e21)],
      ])
  }

  @Test("Records are JSON objects with the same keys, companions included")
  func json() throws {
    #expect(
      try sectors().json.text() == """
        [
          {"sector": "Finance, \\"all\\"\\nkinds", "n": 12, "p90": 57504.00, "p90_status": null, \
        "p90_lower_bound": null, "share": 0.125, "mean": 0.1},
          {"sector": "Retail", "n": null, "p90": null, "p90_status": "top_coded", \
        "p90_lower_bound": 208000, "share": 0.3333333333333333, "mean": null},
          {"sector": "Mining", "n": 0, "p90": null, "p90_status": "suppressed", \
        "p90_lower_bound": null, "share": null, "mean": 1e+21}
        ]

        """)
  }

  @Test("CSV has the same names and values, and empty fields for missing ones")
  func csv() throws {
    #expect(
      try sectors().csv() == """
        sector,n,p90,p90_status,p90_lower_bound,share,mean
        "Finance, ""all""
        kinds",12,57504.00,,,0.125,0.1
        Retail,,,top_coded,208000,0.3333333333333333,
        Mining,0,,suppressed,,,1e+21

        """)
  }

  @Test("A reason that was not announced is written all the same")
  func unannouncedCompanion() {
    let table = RecordTable(["a"], records: [[.missing(.suppressed)], [.integer(1)]])
    #expect(table.csv() == "a,a_status\n,suppressed\n1,\n")
  }

  @Test("Without records there is still a header, and an empty array")
  func empty() {
    #expect(RecordTable(["a", "b"]).csv() == "a,b\n")
    #expect(RecordTable(["a", "b"]).json.text() == "[]\n")
  }
}

@Suite("JSON values")
struct JSONValueTests {
  @Test("An envelope keeps the order of its members")
  func envelope() {
    let value: JSONValue = [
      "ontarget": ["version": "1.0", "command": "compare", "schema": 1], "inputs": [],
      "result": ["rows": [["z": 1, "a": nil], ["z": 2, "a": true]], "ok": [1, 2, 3]],
    ]
    #expect(
      value.text() == """
        {
          "ontarget": {"version": "1.0", "command": "compare", "schema": 1},
          "inputs": [],
          "result": {
            "rows": [
              {"z": 1, "a": null},
              {"z": 2, "a": true}
            ],
            "ok": [1, 2, 3]
          }
        }

        """)
  }

  @Test("Text of every kind is read back as it was by another program")
  func strings() throws {
    let texts = [
      "", "\"", "\\", "/", "\u{0}\u{1f}\u{7f}\u{85}", "\n\r\t", "\u{2028}\u{2029}", "日本語", "👩‍👩‍👧",
      "e\u{301}",
      "</script>", "\u{feff}", "\u{10ffff}",
    ]
    let text = JSONValue.array(texts.map(JSONValue.string)).text()
    let decoded = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    #expect(decoded.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }

  @Test("Numbers are read back bit for bit by another program")
  func doubles() throws {
    var generator = SeededGenerator(seed: 7)
    var values: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e21, 1e-7, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]
    for _ in 0..<1000 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite { values.append(value) }
    }
    let text = JSONValue.array(values.map(JSONValue.double)).text()
    let decoded = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
    #expect(decoded.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("Exact numbers keep all digits while these end")
  func ratios() throws {
    let third = try Ratio(1, over: 3)
    let tiny = try #require(Ratio(decimal: "0.000000000000000000001"))
    #expect(JSONValue.ratio(third).text() == "0.3333333333333333\n")
    #expect(JSONValue.ratio(tiny).text() == "0.000000000000000000001\n")
    #expect(JSONValue.ratio(Ratio(-7)).text() == "-7\n")
    #expect(JSONValue.money(Money(minorUnits: -5, currency: .eur)).text() == "-0.05\n")
    #expect(JSONValue.double(.infinity).text() == "null\n")
  }
}
