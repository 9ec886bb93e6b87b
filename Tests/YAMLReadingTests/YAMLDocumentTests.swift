import Findings
import Testing
import YAMLReading

@Suite("YAML documents")
struct YAMLDocumentTests {
  func failure(_ text: String) -> Finding? {
    do throws(InputFailure) {
      _ = try YAMLDocument(text: text, file: "a.yaml")
      return nil
    } catch {
      return error.log.findings.first
    }
  }

  @Test("Scalars stay the text that was written")
  func text() throws {
    let document = try YAMLDocument(
      text: "a: no\nb: 1_000\nc: 2021-05-01\nd: 010\ne: 8%\nf: ~\ng: \"~\"\nh: 12:30",
      file: "a.yaml")
    let values = try #require(document.root.entries).map(\.value)
    #expect(values.map(\.text) == ["no", "1_000", "2021-05-01", "010", "8%", nil, "~", "12:30"])
    #expect(values[5].isNull)
  }

  @Test("Every value knows its line and column")
  func places() throws {
    let document = try YAMLDocument(text: "é: 1\nlist:\n  - {ä: x, b: y}\n", file: "a.yaml")
    let list = try #require(document.root.entries?[1].value.elements)
    let entries = try #require(list[0].entries)
    #expect(entries.map(\.key.column) == [6, 12])
    #expect(entries.map(\.value.line) == [3, 3])
    #expect(document.place(of: entries[1].value).description == "a.yaml:3:15")
  }

  @Test("Anchors stand for their value")
  func anchors() throws {
    let document = try YAMLDocument(text: "a: &x {q: 1}\nb: *x", file: "a.yaml")
    let entries = try #require(document.root.entries)
    #expect(entries[1].value.entries?.first?.value.text == "1")
  }

  @Test(
    "What is not YAML gives a finding with its place",
    arguments: [
      ("a: [1, 2\nb: 3", "yaml.syntax", 2), ("a: 1\n\tb: 2", "yaml.syntax", 2),
      ("a: 1\nb: 2\na: 3", "yaml.duplicate-key", 3), ("a: *nobody", "yaml.syntax", 1),
      ("? {x: 1}\n: 2", "yaml.key", 1), ("a: 1\n---\nb: 2", "yaml.syntax", 2),
    ] as [(String, Finding.Kind, Int)])
  func faults(_ text: String, kind: Finding.Kind, line: Int) {
    let finding = failure(text)
    #expect(finding?.kind == kind)
    #expect(finding?.place?.line == line)
    #expect(finding?.excerpt != nil)
  }

  @Test("A duplicate key is shown where it stands again")
  func duplicate() {
    #expect(
      failure("a: 1\nb: 2\na: 3")?.description == """
        a.yaml:3:1: error: the key "a" is written twice here; the first is on line 1
            a: 3
            ^
          keep one of the two
        """)
  }

  @Test("Nested aliases cannot blow a small file up")
  func laughs() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(failure(text)?.kind == "yaml.aliases")
  }

  @Test("Few aliases that multiply long lists are refused too, as values and as a key")
  func manyValues() {
    let list = Array(repeating: "x", count: 900).joined(separator: ", ")
    var text = "a0: &a0 [\(list)]\n"
    for level in 1...8 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(text.utf8.count < 4096)
    #expect(failure(text)?.kind == "yaml.values")
    #expect(failure(text + "b: {*a8 : 1}\n")?.kind == "yaml.aliases")
    #expect(failure("why: &a 1 # what? [1]: yes\nb: *a\nc: {d: *a,e: *a}") == nil)
  }

  @Test("Deep nesting is refused", arguments: ["[", "{a: ", "- "])
  func depth(_ opening: String) {
    #expect(failure(String(repeating: opening, count: 500)) != nil)
    let closed = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(failure(closed)?.kind == "yaml.depth")
  }

  @Test("Random bytes never crash the reader")
  func fuzz() {
    var state: UInt64 = 7
    let alphabet = Array("ab:-[]{}&*!|>'\"%@#,?\n\t ~01\u{e9}\u{2028}\0")
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      _ = failure(text)
    }
  }
}
