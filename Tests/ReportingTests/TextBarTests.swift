import Reporting
import TestSupport
import Testing

@Suite("Bars of tables on terminals")
struct TextBarTests {
  private static func table(_ lengths: [Double], full: Double? = nil) -> Table {
    var table = Table(
      [.text("Name"), .number("Share"), .number("Rest")],
      rows: lengths.indices.map { ["row \($0)", Inline("s\($0)"), "end"] })
    table.bars = Table.Bars(of: 1, lengths, full: full)
    return table
  }

  private static func text(_ table: Table, width: Int = 80) -> [Substring] {
    Document(blocks: [.table(table)]).text(width: width).split(separator: "\n")
  }

  /// The eighths of a column that a line has in blocks.
  private static func eighths(_ line: Substring) -> Int {
    line.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first?.value, (0x2588...0x258f).contains(scalar)
      else { return sum }
      return sum + Int(0x2590 - scalar)
    }
  }

  @Test("A bar is as long as its number, to an eighth of a column, whatever the numbers")
  func proportions() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let lengths = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Double.random(in: 0...1, using: &generator)
      }
      let lines = Self.text(Self.table(lengths, full: 1))
      #expect(lines.count == lengths.count + 2)
      for (line, length) in zip(lines.dropFirst(2), lengths) {
        #expect(abs(Double(Self.eighths(line)) - length * 160) <= 0.5, "\(length): \(line)")
      }
    }
  }

  @Test("The greatest length fills the bar; what is no length has none")
  func lengths() {
    let lines = Self.text(Self.table([50, 200, -3, .nan, .infinity, 100]))
    #expect(lines.dropFirst(2).map(Self.eighths) == [40, 160, 0, 0, 0, 80])
    for lengths in [[0, 0], [-1, -2], [.nan]] {
      #expect(Self.text(Self.table(lengths)).allSatisfy { Self.eighths($0) == 0 })
    }
    // Fewer or more lengths than rows do no harm.
    var table = Self.table([1, 1])
    table.append(["row 2", "s2", "end"])
    #expect(Self.text(table).map(Self.eighths) == [0, 0, 160, 160, 0])
  }

  @Test("Bars never make a table wider than the screen, nor take room from its text")
  func widths() {
    let plain = Self.text(
      {
        var table = Self.table([1, 2])
        table.bars = nil
        return table
      }())
    for width in 20...60 {
      let lines = Self.text(Self.table([1, 2]), width: width)
      #expect(lines.allSatisfy { $0.count <= width })
      if lines.allSatisfy({ Self.eighths($0) == 0 }) {
        #expect(lines == plain)
      } else {
        #expect(
          lines.map { $0.filter { $0 != " " && !"█▏▎▍▌▋▊▉─".contains($0) } }
            == plain.map { $0.filter { $0 != " " && $0 != "─" } })
      }
    }
  }

  @Test("Markdown and HTML have no bars")
  func others() {
    var plain = Self.table([1, 2])
    plain.bars = nil
    let (barred, bare) = (
      Document(blocks: [.table(Self.table([1, 2]))]), Document(blocks: [.table(plain)])
    )
    #expect(barred.markdown() == bare.markdown())
    #expect(barred.html() == bare.html())
    #expect(barred.text() != bare.text())
    #expect(barred.translated(by: Phrasebook(.german)).text().contains("█"))
  }
}
