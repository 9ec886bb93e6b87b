import CSVReading
import Findings
import TestSupport
import Testing

@testable import WorkbookReading

@Suite("Sheets as tables")
struct WorkbookTests {
  /// Titles above, an empty row, each kind of cell, a row without numbers of cells, formats behind the data.
  static let deals = HandmadeWorkbook.Sheet(
    "Deals",
    rows: row(1, text("Deals of the quarter"))
      + row(3, text("deal"), text("rep"), text("amount"), text("close"), text("won"))
      + row(
        4, "<c t=\"s\"><v>0</v></c>", text("Ruiz, Ana"), number("12400"), number("46326", 1),
        "<c t=\"b\"><v>1</v></c>")
      + row(
        5, "<c t=\"s\"><v>1</v></c>", text("Tom &quot;T&quot;\nIyer"), number("9225.225"), "",
        "<c t=\"b\"><v>0</v></c>")
      + "<row><c t=\"s\"><v>2</v></c><c t=\"str\"><f>A1</f><v>=1+1</v></c><c><f>1+1</f><v>2</v></c></row>"
      + row(
        8, text("D-9"), "<c t=\"e\"><v>#N/A</v></c>", number("1E-3"),
        "<c t=\"d\"><v>2026-10-31T23:40:00</v></c>")
      + row(9, "<c s=\"1\"/>") + row(900, "<c s=\"1\"/>"))

  static var book: HandmadeWorkbook {
    var book = HandmadeWorkbook(deals)
    book.texts = """
      <si><t>D-1</t></si><si><r><t>D</t></r><r><rPr><b/></rPr><t xml:space="preserve">-2</t></r>\
      <rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>D_x002D_3_x000D_\nx</t></si>
      """
    book.formats = [(164, "dd.mm.yyyy")]
    book.styles = [0, 164]
    return book
  }

  @Test("The rows of a sheet are the lines of the table")
  func rows() throws {
    let table = try SheetReading(Self.book)
    #expect(table.header == ["deal", "rep", "amount", "close", "won"])
    #expect(
      table.rows == [
        ["D-1", "Ruiz, Ana", "12400", "2026-10-31", "TRUE"],
        ["D-2", "Tom \"T\" Iyer", "9225.2250", "", "FALSE"],
        ["D-3 x", "=1+1", "2", "", ""],
        ["D-9", "#N/A", "0.0010", "2026-10-31 23:40:00", ""],
      ])
    #expect(table.lines == [4, 5, 6, 8])
    #expect(table.notes == [])
    #expect(table.dialect.bannerLines == 2)
    let sheet = try #require(table.dialect.sheet)
    #expect((sheet.name, sheet.rows, sheet.columns) == ("Deals", 8, 5))
  }

  @Test("A place is a cell of a sheet, and shows its row")
  func places() throws {
    let file = try CSVFile(bytes: Self.book.bytes(), name: "book.xlsx")
    var places: [String] = []
    var finding: Finding?
    try file.records { record in
      places.append(record.place(2).description)
      if record.line == 5 { finding = record.finding("test", field: 2, "no amount") }
    }
    #expect(places == [4, 5, 6, 8].map { "book.xlsx:Deals!C\($0)" })
    #expect(
      finding?.description == """
        book.xlsx:Deals!C5: error: no amount
            A: ··· | B: ············ | C: 9225.2250
        """)
    #expect(file.headerPlace.description == "book.xlsx:Deals!3")
  }

  @Test(
    "Letters of columns",
    arguments: [
      (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16384, "XFD"),
    ])
  func letters(column: Int, name: String) {
    #expect(Place.columnName(column) == name)
  }

  @Test("Days count from 1904 where the workbook says so")
  func dates() throws {
    var book = HandmadeWorkbook(
      .init("A", rows: row(1, text("day")) + row(2, number("44864", 1))))
    book.settings = "<workbookPr date1904=\"1\"/>"
    book.styles = [0, 14]
    #expect(try SheetReading(book).rows == [["2026-10-31"]])
  }

  @Test("Names with the prefix of a namespace are the same names")
  func prefixes() throws {
    var book = HandmadeWorkbook(.init("A", rows: ""))
    book.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>\
      <x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>\
      <x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    #expect(try SheetReading(book).rows == [["1"]])
  }

  // MARK: Which sheet

  static let table = row(1, text("a"), text("b")) + row(2, number("1"), number("2"))

  @Test("Of several sheets the only visible one with data is read")
  func onlyVisible() throws {
    let book = HandmadeWorkbook(
      .init("Empty", rows: ""), .init("Data", rows: Self.table),
      .init("Lists", rows: Self.table, state: "veryHidden"))
    let table = try SheetReading(book)
    #expect(table.dialect.sheet?.name == "Data")
    #expect(table.notes.map(\.kind) == ["workbook.hidden-sheets"])
    #expect(try SheetReading(book, sheet: "lists").dialect.sheet?.name == "Lists")
  }

  @Test("Several sheets with data are asked about, with their sizes")
  func several() throws {
    let book = HandmadeWorkbook(
      .init("Deals", rows: Self.table), .init("My Roster", rows: Self.table + row(3, number("1"))))
    let failure = #expect(throws: InputFailure.self) {
      _ = try CSVFile(bytes: book.bytes(), name: "q.xlsx")
    }
    #expect(
      failure?.log.description == """
        q.xlsx: error: the workbook has 2 sheets with data: "Deals" (2 rows × 2 columns), "My Roster" (3 rows × 2 columns)
          name one, such as q.xlsx#Deals
        """)
    let slip = #expect(throws: InputFailure.self) {
      _ = try SheetReading(book.bytes(), sheet: "Deal")
    }
    #expect(slip?.log.findings.first?.remedy?.plainText == "did you mean \"Deals\"?")
  }

  @Test("A path names a sheet, unless there is a file of that name")
  func paths() throws {
    let files: Set = ["q.xlsx", "a#b.xlsx", "q.xlsx#real"]
    func split(_ path: String) -> [String?] {
      let path = SheetPath(path, exists: files.contains)
      return [path.file, path.sheet]
    }
    #expect(split("q.xlsx") == ["q.xlsx", nil])
    #expect(split("q.xlsx#Deals") == ["q.xlsx", "Deals"])
    #expect(split("q.xlsx#A#B") == ["q.xlsx", "A#B"])
    #expect(split("a#b.xlsx") == ["a#b.xlsx", nil])
    #expect(split("a#b.xlsx#Deals") == ["a#b.xlsx", "Deals"])
    #expect(split("q.xlsx#real") == ["q.xlsx#real", nil])
    #expect(split("none.xlsx#Deals") == ["none.xlsx#Deals", nil])
    #expect(split("q.xlsx#") == ["q.xlsx#", nil])
    #expect(
      [SheetPath("-").sheet, SheetPath("-#Deals").file, SheetPath("-#Deals").sheet] == [
        nil, "-", "Deals",
      ])
    let text = #expect(throws: InputFailure.self) {
      _ = try CSVFile(
        bytes: Array("a,b\n1,2\n".utf8), name: "t.csv", options: CSVOptions(sheet: "x"))
    }
    #expect(text?.log.findings.map(\.kind) == ["csv.no-sheets"])
  }

  // MARK: Notes

  @Test("What a reader cannot see is said")
  func notes() throws {
    let rows =
      row(1, text("a"), text("b"), text("c"))
      + row(2, number("1"), "<c><f>A2*2</f></c>", number("3"))
      + row(3, number("1"), "<c><f>A2*2</f><v></v></c>", number("3"), attributes: " hidden=\"1\"")
      + row(4, number("1"), "<c t=\"str\"><f>\"\"</f><v></v></c>", number("3"))
    var book = HandmadeWorkbook(
      .init(
        "S", rows: rows, above: "<cols><col min=\"3\" max=\"40\" hidden=\"1\"/></cols>",
        below: "<autoFilter ref=\"A1:C4\"/><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"))
    book.hasMacros = true
    book.parts["xl/vbaProject.bin"] = "x"
    let table = try SheetReading(book)
    #expect(table.rows == [["1", "", "3"], ["1", "", "3"], ["1", "", "3"]])
    #expect(
      table.notes.map { "\($0.subject) \($0.kind.rawValue) \($0.message.plainText.prefix(42))" }
        == [
          "book.xlsx:S!B2 workbook.formulas 2 formulas without a value, read as empty",
          "book.xlsx:S!3 workbook.hidden-rows 1 row is hidden, perhaps by its filter, an",
          "book.xlsx:S workbook.hidden-columns 1 column is hidden (C), and read like the ",
          "book.xlsx:S!A2 workbook.merged-cells cells are merged in 1 place; the value cou",
          "book.xlsx workbook.macros the workbook has macros, which are not run",
        ])
  }

  @Test("Results that nobody has computed yet are not taken for results in silence")
  func uncomputed() throws {
    var book = HandmadeWorkbook(
      .init("S", rows: row(1, text("a")) + row(2, "<c><f>1+1</f><v>0</v></c>")))
    book.calculation = "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"
    #expect(try SheetReading(book).notes.map(\.kind) == ["workbook.uncomputed"])
  }

  @Test("Columns without a name are told from columns without anything")
  func spacers() throws {
    let book = HandmadeWorkbook(
      .init(
        "S",
        rows: row(1, text("a"), "", "", text("d"))
          + row(2, number("1"), "", number("3"), number("4"))))
    let table = try SheetReading(book)
    #expect(table.header == ["a", "column_2", "column_3", "d"])
    #expect(
      table.notes.map { $0.message.plainText } == [
        "column 3 has no name and is called \"column_3\""
      ])
  }
}
