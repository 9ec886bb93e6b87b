import Amounts
import Answers
import Findings
import LedgerAnswers
import LedgerFiles
import PayAnswers
import PayLedger
import TestSupport
import Testing
import YAMLReading

/// Payroll files, held against the layouts that payroll programs publish.
@Suite("Payroll files by templates")
struct PayrollTemplateTests {
  static func closed(in folder: borrowing ScratchFolder) throws -> Closing {
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    return closing
  }

  static func file(_ template: String, _ settings: [String: String] = [:]) throws -> String {
    let folder = try ScratchFolder()
    let closing = try closed(in: folder)
    let path = try folder.write(template, to: "template.yaml")
    let register = try LedgerPayroll(
      closing.ledger, "2026-01", template: path, settings: settings,
      Closing.stamp("2026-02-04")
    ).answer().answer
    return String(decoding: register.files.first?.bytes ?? [], as: UTF8.self)
  }

  @Test(
    "ADP's paydata has its three columns first, file numbers of six digits, CRLF and a decimal point"
  )
  func paydata() throws {
    let template = try Checkout.text("datasets/payroll/adp-paydata.yaml")
    let file = try Self.file(template, ["company": "ABC", "batch": "CM202601"])
    #expect(
      file == """
        Co Code,Batch ID,File #,Earnings 3 Code,Earnings 3 Amount\r
        ABC,CM202601,000101,COM,13250.00\r
        ABC,CM202601,000102,COM,2000.00\r
        ABC,CM202601,000103,COM,2000.00\r

        """)
  }

  @Test("DATEV's rows have a decimal comma, and the first of the month")
  func lodas() throws {
    let file = try Self.file(
      try Checkout.text("datasets/payroll/datev-lodas.yaml"),
      ["adviser": "7654321", "client": "12345", "wage type": "2600"])
    #expect(file.hasPrefix("[Allgemein]\r\nZiel=LODAS\r\n"))
    #expect(file.contains("BeraterNr=7654321\r\n"))
    #expect(file.hasSuffix("1;01.01.2026;2000,00;2;2600;103;\r\n"))
  }

  @Test("Heads and feet have the count and the total of the rows")
  func totals() throws {
    let file = try Self.file(
      """
      payroll: Totals
      delimiter: tab
      head: "H {period} {count}"
      row: ["{rep}", "{amount}"]
      foot: ["T {total} {currency}", "{last day:dd/mm/yyyy}"]
      """)
    #expect(
      file == """
        H 2026-01 3
        ann\t13250.00
        ben\t2000.00
        eva\t2000.00
        T 17250.00 USD
        31/01/2026

        """)
  }

  @Test(
    "What a template says wrongly is refused, and no period is exported",
    arguments: [
      ("payroll: X\nrow: [\"{amout}\"]", "ledger.template"),
      ("payroll: X\nrow: [\"{rep}\"]", "ledger.template"),
      ("payroll: X\nrow: [\"{amount}\", \"{first day:dd.mm.yy}\"]", "ledger.template"),
      ("payroll: X\nsettings: {company: \"?\"}\nrow: [\"{amount}\"]", "ledger.setting"),
      ("payroll: X\nrow: [\"{amount\"]", "ledger.template"),
      ("payroll: X\nrow: [\"{amount}\", \"{employee id:2}\"]", "ledger.template"),
      ("payroll: X\nrow: [\"{amount}\", \"{employee id:x}\"]", "ledger.template"),
      ("payroll: X\ndelimiter: \";;\"\nrow: [\"{amount}\"]", "ledger.delimiter"),
      ("payroll: X\nencoding: ascii\nrow: [\"{amount} é\"]", "ledger.template"),
      ("payroll: X\nencoding: latin\nrow: [\"{name}\"]", "yaml.choice"),
      ("payroll: X\nrows: [\"{name}\"]", "yaml.unknown-key"),
    ])
  func refused(_ yaml: String, _ kind: String) throws {
    let folder = try ScratchFolder()
    let closing = try Self.closed(in: folder)
    let path = try folder.write(yaml, to: "template.yaml")
    let kinds = refusal {
      _ = try LedgerPayroll(
        closing.ledger, "2026-01", template: path, Closing.stamp("2026-02-04")
      ).answer()
    }
    #expect(kinds.contains(kind))
    #expect(try closing.contents().book.periods.periods[0].state.name == "closed")
    try closing.payroll(1)
  }

  @Test("A setting that the template does not have, and people without a number, are refused")
  func others() throws {
    #expect(
      refusal { _ = try Self.file("payroll: X\nrow: [\"{amount}\"]", ["company": "A"]) }
        == ["ledger.setting"])
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    var inputs = Closing.inputs(1)
    let roster = "rep,name,plan,hire_date\nann,Ann Cole,,2024-03-01\nben,,,2025-01-15\n"
    inputs.files.roster = try folder.write(roster, to: "roster.csv")
    try closing.close(1, inputs)
    #expect(refusal { try closing.payroll(1) } == ["ledger.no-number", "ledger.no-number"])
  }

  @Test("Windows-1252 has its own bytes for umlauts and the euro sign")
  func windows() throws {
    let folder = try ScratchFolder()
    let closing = try Self.closed(in: folder)
    let path = try folder.write(
      "payroll: X\nencoding: windows-1252\nrow: [\"Zahlung für {rep} in €\", \"{amount}\"]",
      to: "t.yaml")
    let register = try LedgerPayroll(
      closing.ledger, "2026-01", template: path, Closing.stamp("2026-02-04")
    ).answer().answer
    let bytes = try #require(register.files.first?.bytes)
    #expect(bytes.contains(0xFC) && bytes.contains(0x80))
    #expect(!bytes.contains(0xC3))
  }

  @Test("The file for editors is the schema of the library, and the manual has its keys")
  func schema() throws {
    let schema = try Checkout.recorded(
      "docs/payroll-template.schema.json", as: PayrollTemplate.schema)
    #expect(schema == PayrollTemplate.schema)
    let path = "docs/ledger.md"
    let (text, shown) = Grammar.payrollTemplate.writingTables(into: try Checkout.text(path))
    #expect(try Checkout.recorded(path, as: text) == text)
    #expect(shown == Grammar.payrollTemplate.groups.map(\.name))
    for name in ["general", "adp-paydata", "datev-lodas"] {
      var checker = try SchemaChecker(PayrollTemplate.schema)
      let yaml = try Checkout.text("datasets/payroll/\(name).yaml")
      #expect(checker.accepts(try YAMLDocument(text: yaml, file: name).root))
    }
  }
}
