import Foundation
import TestSupport
import Testing

/// Workbooks in the place of CSV files, through the command.
@Suite("Workbooks as input")
struct WorkbookInputTests {
  /// A sheet with the cells of a CSV text that needs no quotes: what is a number or a day is typed so.
  static func sheet(_ name: String, csv: String, gap: Int = 0) -> HandmadeWorkbook.Sheet {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var xml = ""
    for (index, line) in csv.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let row = index + 1 + gap
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map {
        column, text in
        let place = "r=\"\(letters[column])\(row)\""
        let days = try? Date("\(text)T00:00:00Z", strategy: .iso8601).timeIntervalSince1970 / 86_400
        if text.isEmpty { return "" }
        if let days { return "<c \(place) s=\"1\"><v>\(Int(days) + 25_569)</v></c>" }
        if Double(text) != nil { return "<c \(place)><v>\(text)</v></c>" }
        return "<c \(place) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      xml += "<row r=\"\(row)\">\(cells.joined())</row>"
    }
    return .init(name, rows: xml)
  }

  static func write(
    _ sheets: [HandmadeWorkbook.Sheet], to name: String, in folder: borrowing ScratchFolder
  ) throws -> String {
    var book = HandmadeWorkbook()
    book.sheets = sheets
    book.styles = [0, 14]
    let file = folder.url.appending(path: name)
    try Data(book.bytes()).write(to: file)
    return file.path
  }

  static let plan = "datasets/plans/marginal-accelerators.yaml"

  @Test("The same deals, people and rates pay the same, as CSV and as sheets of a workbook")
  func samePay() throws {
    let folder = try ScratchFolder()
    let names = ["team-2021", "team-2021-roster", "team-2021-rates"]
    let texts = try names.map { try Checkout.text("datasets/deals/\($0).csv") }
    let book = try Self.write(
      [
        Self.sheet("Deals", csv: texts[0], gap: 3), Self.sheet("Roster", csv: texts[1]),
        Self.sheet("Rates", csv: texts[2]),
      ], to: "team.xlsx", in: folder)
    let csv = try Executable.json(
      [
        "pay", Self.plan, "datasets/deals/team-2021.csv", "--roster",
        "datasets/deals/team-2021-roster.csv", "--rates", "datasets/deals/team-2021-rates.csv",
      ])
    let sheets = try Executable.json(
      ["pay", Self.plan, "\(book)#Deals", "--roster", "\(book)#Roster", "--rates", "\(book)#Rates"])
    let expected = try #require(csv["result"] as? NSDictionary)
    let found = try #require(sheets["result"] as? NSDictionary)
    #expect(found == expected)
  }

  @Test("Without a name several sheets are asked about, and a checksum is that of the file")
  func asking() throws {
    let folder = try ScratchFolder()
    let csv =
      "deal_id,rep,close_date,amount\nD1,ann,2021-05-10,1000\nD2,ann,2021-06-10,x\n"
    let book = try Self.write(
      [Self.sheet("Deals", csv: csv), Self.sheet("Old", csv: csv)], to: "two.xlsx", in: folder)
    let asked = try Executable.run(["pay", Self.plan, book])
    #expect(asked.status == 65)
    #expect(asked.errors.contains("2 sheets with data: \"Deals\" (3 rows × 4 columns), \"Old\""))
    let slip = try Executable.run(["pay", "datasets/plans/cliff.yaml", "\(book)#Deals"])
    #expect(slip.errors.contains("two.xlsx:Deals!D3: error: "))
    #expect(slip.errors.contains("\n    A: ·· | B: ··· | C: ·········· | D: x\n"))
    let check = try Executable.run(["check", book, "--sheet", "Old", "--format", "text"])
    #expect(check.output.contains("two.xlsx: deals"))
    let json = try Executable.json(["check", "\(book)#Old", "--checksums"])
    let input = try #require((json["inputs"] as? [[String: Any]])?.first)
    #expect((input["sha256"] as? String)?.count == 64)
    let replaced = try Executable.run([
      "check", "\(book)#Old", "--output", book,
    ])
    #expect(replaced.status == 64)
    #expect(replaced.errors.contains("output.is-input"))
  }
}
