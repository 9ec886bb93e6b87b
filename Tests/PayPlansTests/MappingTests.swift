import Amounts
import CSVReading
import Findings
import PayPlans
import PlanFiles
import Tables
import Testing

@Suite("Mapping files")
struct MappingTests {
  private static let plan = """
    plan: p
    currency: EUR
    measures: {sales: {quota: 400000}}
    components: [{commission: Sales, measure: sales, period: year, pay: 8%}]

    """

  private func mapping(_ text: String, to kind: TableKind? = .deals) throws -> TableMapping {
    var mapping = TableMapping()
    try mapping.add(
      CSVFile(bytes: Array(text.utf8), name: "map.csv"), to: kind, among: TableKind.ofPlans)
    return mapping
  }

  private func deals(
    _ text: String, _ options: TableOptions
  ) throws -> (deals: Deals, table: InputTable) {
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    var table = try InputTable(csv: text, file: "deals.csv", .deals, options)
    return (try DealReading(&table, plan).deals, table)
  }

  @Test("What a mapping says of one month reads the next, whose own cells leave it open")
  func nextMonth() throws {
    let october = """
      Nummer;Wer;Wann;Umsatz;Betreuer
      D1;ana;31.10.2026;1.234,56;x
      D2;ana;02/03/2026;12.500;y

      """
    var options = TableOptions()
    for pair in ["deal_id=Nummer", "rep=Wer", "close_date=Wann", "amount=Umsatz", "stage="] {
      try options.mapping.add(pair, to: .deals, among: TableKind.ofPlans)
    }
    let read = try deals(october, options)
    let rows = read.table.mapping
    #expect(
      rows.map { "\($0.kind),\($0.role),\($0.column)" } == [
        "deals,deal_id,Nummer", "deals,rep,Wer", "deals,close_date,Wann", "deals,amount,Umsatz",
        "deals,stage,", "deals,decimal,comma", "deals,dates,dmy",
      ])
    var next = TableOptions()
    next.mapping = try mapping(
      "kind,role,column\n" + rows.map { "\($0.kind),\($0.role),\($0.column)\n" }.joined())
    let november = "Nummer,Wer,Wann,Umsatz\nD3,ana,02/11/2026,12.500\n"
    let deal = try #require(deals(november, next).deals.rows.first)
    #expect(deal.amount == 12_500)
    #expect(deal.closeDate == CalendarDate(iso: "2026-11-02"))
  }

  @Test("What is typed counts more than the file, and the table's own kind more than any")
  func precedence() throws {
    var options = TableOptions()
    try options.mapping.add("rep=Owner", to: .deals, among: TableKind.ofPlans)
    try options.mapping.add(
      CSVFile(
        bytes: Array("role,column,kind\nrep,Manager,\nrep,Name,roster\namount,Value,\n".utf8),
        name: "map.csv"), to: .deals, among: TableKind.ofPlans)
    #expect(options.mapping.column(of: "rep", in: .deals) == "Owner")
    #expect(options.mapping.column(of: "amount", in: .deals) == "Value")
    #expect(options.mapping.column(of: "rep", in: .roster) == "Name")
    #expect(options.mapping.column(of: "rep", in: .scores) == nil)
    let general = try mapping("role,column\nrep,Owner\ndecimal,comma\n", to: nil)
    #expect(general.column(of: "rep", in: .scores) == "Owner")
    #expect(general.decimal(in: .payments) == .comma)
    #expect(general.dates(in: .payments) == nil)
    #expect(throws: Never.self) { try general.refuseOthers(than: .deals) }
    #expect(throws: InputFailure.self) { try general.refuseOthers(than: .rates) }
  }

  @Test(
    "Mistakes have a place and a suggestion",
    arguments: [
      ("kind,role,column\ndeal,rep,x\n", "2:1", "deals"),
      ("role,column\nrep,x\nrep,y\n", "3:1", "keep one"),
      ("kind,role,column\npayments,piad,x\n", "2:10", "paid"),
      ("role,column\ndates,dym\n", "2:1", "dmy"),
      ("kind,role,column\nroster,all_by,ann\n", "2:8", "quota"),
      ("role,colum\nrep,x\n", "1", "colum"),
    ])
  func mistakes(text: String, place: String, remedy: String) throws {
    let failure = try #require(throws: InputFailure.self) { try mapping(text) }
    let finding = try #require(failure.log.findings.first)
    #expect(failure.code == .badData)
    #expect("\(finding.subject)".contains("map.csv:\(place)"))
    #expect(remedy == "quota" || (finding.remedy?.plainText.contains(remedy) ?? false))
  }
}
