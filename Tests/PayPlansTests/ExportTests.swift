import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import Tables
import TestSupport
import Testing

/// One quarter of a team, which every system exports in a layout of its own.
private struct Quarter {
  struct Sale {
    var id: String
    var account: String
    var owner: Int
    var day: CalendarDate
    var cents: Int
    var outcome: Outcome
  }

  enum Outcome: CaseIterable { case won, lost, open }

  static let people = [
    (rep: "ana", name: "Ana Ruíz", mail: "ana@example.com", number: "1001"),
    (rep: "tom", name: "Tom Iyer", mail: "tom@example.com", number: "1002"),
    (rep: "jo", name: "Jo Müller", mail: "jo@example.com", number: "1003"),
  ]

  static let roster =
    "rep,name,email,employee_id\n"
    + people.map { "\($0.rep),\($0.name),\($0.mail),\($0.number)\n" }.joined()

  var sales: [Sale] = []

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let accounts = ["Borel SA", "Kito, Ltd", "Nube", "Orto \"Nord\"", "Total Energies", "Süd & Co"]
    for number in 0..<60 {
      let day = try #require(
        CalendarDate(
          year: 2026, month: .random(in: 10...12, using: &random),
          day: .random(in: 1...30, using: &random)))
      sales.append(
        Sale(
          id: "D\(1000 + number)",
          account: accounts.randomElement(using: &random) ?? "",
          owner: .random(in: 0..<3, using: &random), day: day,
          // Some amounts have exactly three digits behind what could be a group mark.
          cents: .random(in: 50_000...4_000_000, using: &random),
          outcome: number % 3 == 0 ? .won : Outcome.allCases.randomElement(using: &random) ?? .won))
    }
  }

  func amount(_ sale: Sale, group: String, decimal: String) -> String {
    let whole = String(sale.cents / 100)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += group }
      grouped.append(digit)
    }
    let cents = sale.cents % 100
    return grouped + decimal + (cents < 10 ? "0" : "") + String(cents)
  }

  func plain(_ sale: Sale) -> String { amount(sale, group: "", decimal: ".") }

  func day(_ sale: Sale, _ form: String) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let (year, month, day) = (String(sale.day.year), two(sale.day.month), two(sale.day.day))
    return switch form {
    case "dmy.": "\(day).\(month).\(year)"
    case "dmy/": "\(day)/\(month)/\(year)"
    case "mdy": "\(sale.day.month)/\(sale.day.day)/\(year)"
    case "serial": String(Int(sale.day.dayNumber) + 25_569)
    default: "\(year)-\(month)-\(day)"
    }
  }

  static func quoted(_ cells: [String], _ delimiter: String = ",") -> String {
    cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter) + "\n"
  }

  func rows(
    _ header: [String], _ delimiter: String = ",", keeping: (Sale) -> Bool = { _ in true },
    _ cells: (Sale) -> [String]
  ) -> String {
    Self.quoted(header, delimiter)
      + sales.filter(keeping).map { Self.quoted(cells($0), delimiter) }.joined()
  }

  /// The tool's own layout, in which only won deals stand.
  var own: String {
    rows(["deal_id", "rep", "close_date", "amount"], keeping: { $0.outcome == .won }) {
      [$0.id, Self.people[$0.owner].rep, $0.day.description, plain($0)]
    }
  }

  func stage(_ sale: Sale, _ won: String, _ lost: String, _ open: String) -> String {
    switch sale.outcome {
    case .won: won
    case .lost: lost
    case .open: open
    }
  }
}

/// The layouts of docs and files that others published; every cell is invented.
private enum Layout: String, CaseIterable {
  case salesforceReport, salesforceFooter, salesforceObject, hubSpot, pipedrive, zoho, dynamics
  case excelGerman, excelAmerican, splits, tabs

  func text(_ quarter: Quarter) -> String {
    let people = Quarter.people
    switch self {
    case .salesforceReport:
      return quarter.rows([
        "Opportunity Owner", "Account Name", "Opportunity Name", "Stage", "Amount", "Close Date",
        "Opportunity ID", "Probability (%)", "Age", "Created Date",
      ]) {
        [
          people[$0.owner].name, $0.account, "Renewal",
          quarter.stage($0, "Closed Won", "Closed Lost", "Proposal"),
          quarter.amount($0, group: ",", decimal: "."), quarter.day($0, "mdy"), $0.id, "100", "12",
          "1/2/2026",
        ]
      }
    case .salesforceFooter:
      return Layout.salesforceReport.text(quarter)
        + "\n\"Grand Totals (60 records)\"\n\"Confidential Information - Do Not Distribute\"\n"
        + "\"Copyright © 2000-2026 salesforce.com, inc. All rights reserved.\"\n"
    case .salesforceObject:
      return quarter.rows([
        "Id", "IsDeleted", "AccountId", "StageName", "Amount", "CloseDate", "IsClosed", "IsWon",
        "CurrencyIsoCode", "OwnerId",
      ]) {
        [
          $0.id, "0", "001", quarter.stage($0, "Revenue", "Gone", "Proposal"), quarter.plain($0),
          quarter.day($0, "iso") + " 00:00:00", $0.outcome == .open ? "0" : "1",
          $0.outcome == .won ? "1" : "0", "EUR", people[$0.owner].number,
        ]
      }
    case .hubSpot:
      return quarter.rows([
        "Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount",
        "Amount in company currency", "Currency",
      ]) {
        [
          $0.id, $0.account,
          quarter.stage(
            $0, "Closed won (Sales Pipeline)", "Closed lost (Sales Pipeline)", "Contract sent"),
          quarter.day($0, "iso") + " 23:40", people[$0.owner].name, quarter.plain($0),
          quarter.plain($0), "EUR",
        ]
      }
    case .pipedrive:
      return quarter.rows([
        "Deal - ID", "Deal - Title", "Deal - Value", "Deal - Currency of Value",
        "Deal - Weighted value", "Deal - Owner", "Deal - Status", "Deal - Won time",
        "Deal - Expected close date",
      ]) {
        [
          $0.id, $0.account, quarter.plain($0), "EUR", "1", people[$0.owner].name,
          quarter.stage($0, "Won", "Lost", "Open"),
          $0.outcome == .won ? quarter.day($0, "iso") + " 17:02:11" : "", "2026-12-31",
        ]
      }
    case .zoho:
      return quarter.rows([
        "Record Id", "Deal Owner.id", "Deal Owner", "Amount", "Deal Name", "Closing Date", "Stage",
      ]) {
        [
          $0.id, "zcrm_\($0.owner)", people[$0.owner].name, quarter.plain($0), $0.account,
          quarter.day($0, "iso"), quarter.stage($0, "Closed Won", "Closed Lost", "Qualification"),
        ]
      }
    case .dynamics:
      return quarter.rows([
        "(Do Not Modify) Opportunity", "(Do Not Modify) Row Checksum", "Topic", "Status",
        "Actual Revenue", "Actual Close Date", "Owner",
      ]) {
        [
          $0.id, "x\($0.cents)+=", $0.account, quarter.stage($0, "Won", "Lost", "Open"),
          quarter.amount($0, group: ",", decimal: "."), quarter.day($0, "serial"),
          people[$0.owner].name,
        ]
      }
    case .excelGerman:
      return "Aufträge im vierten Quartal\n\n"
        + quarter.rows(
          ["Auftrag", "Vertreter", "Kunde", "Netto", "Abschlussdatum", "Phase"], ";"
        ) {
          let name = people[$0.owner].name.split(separator: " ")
          return [
            $0.id, "\(name[1]), \(name[0])", $0.account,
            quarter.amount($0, group: ".", decimal: ",") + " €", quarter.day($0, "dmy."),
            quarter.stage($0, "Gewonnen", "Verloren", "Angebot"),
          ]
        } + "Summe;;;21.650,50 €;;\n"
    case .excelAmerican:
      return quarter.rows(["Deal ID", "Sales Rep", "Amount", "Close Date", "Stage"]) {
        [
          $0.id, people[$0.owner].mail, "$" + quarter.amount($0, group: ",", decimal: "."),
          quarter.day($0, "mdy"), quarter.stage($0, "Won", "Lost", "Open"),
        ]
      }.replacing("$", with: "€") + "Total,,\"€99,999.00\",,\n"
    case .splits:
      // Each deal is all of its owner, in the three ways of writing it.
      return quarter.rows([
        "Opportunity ID", "Team Member", "Percent (%)", "Amount", "Close Date", "Stage",
      ]) {
        [
          $0.id, people[$0.owner].name, "100", quarter.plain($0), quarter.day($0, "iso"),
          quarter.stage($0, "Closed Won", "Closed Lost", "Proposal"),
        ]
      }
    case .tabs:
      return quarter.rows(["deal id", "Owner", "Close Date", "Amount", "Stage"], "\t") {
        [
          $0.id, people[$0.owner].rep, quarter.day($0, "dmy/"), quarter.plain($0),
          quarter.stage($0, "closedwon", "closedlost", "open"),
        ]
      }
    }
  }
}

@Suite("Exports of other systems")
struct ExportTests {
  static let plan = """
    plan: Flat
    currency: EUR
    measures: {sales: {quota: 400000}}
    components:
      - {commission: Sales, measure: sales, period: year, tiers: retroactive, rates: [{to: 25%, pay: 8%}, {pay: 11%}]}
    """

  static func options() -> TableOptions {
    var options = TableOptions()
    options.words = Checkout.datasets + "/column-words.csv"
    return options
  }

  /// What each person is paid, with the deals and people read as the command reads them.
  static func pay(
    _ text: String, _ options: TableOptions = options(), roster: String = Quarter.roster,
    plan yaml: String = plan
  ) throws -> [String] {
    let plan = try Plan.read(yaml: yaml, file: "plan.yaml").plan
    let people = try Roster.read(csv: roster, file: "roster.csv", for: plan, options).roster
    let deals = try Deals.read(csv: text, file: "deals.csv", for: plan, options).deals
      .naming(by: OwnerNames(people))
    return try plan.statements(for: deals, roster: people).statements.map {
      "\($0.rep): \($0.earned.fixedPoint)"
    }
  }

  @Test("All layouts of a quarter pay the same", arguments: Layout.allCases.map(\.rawValue))
  func layouts(_ name: String) throws {
    let layout = try #require(Layout(rawValue: name))
    for seed in 1...3 as ClosedRange<UInt64> {
      let quarter = try Quarter(seed: seed)
      #expect(try Self.pay(layout.text(quarter)) == Self.pay(quarter.own), "seed \(seed)")
    }
  }

  @Test("So they do in other encodings")
  func encodings() throws {
    let quarter = try Quarter(seed: 4)
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    let people = try Roster.read(
      csv: Quarter.roster, file: "roster.csv", for: plan, Self.options()
    ).roster
    let text = Layout.salesforceFooter.text(quarter)
    for encoding in [String.Encoding.windowsCP1252, .utf16] {
      let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
      try #require(text.data(using: encoding)).write(to: folder)
      defer { try? FileManager.default.removeItem(at: folder) }
      let deals = try Deals.read(path: folder.path, for: plan, Self.options()).deals
        .naming(by: OwnerNames(people))
      let paid = try plan.statements(for: deals, roster: people).statements.map {
        "\($0.rep): \($0.earned.fixedPoint)"
      }
      #expect(try paid == Self.pay(quarter.own))
    }
  }

  private func failure(_ text: String, _ options: TableOptions = options()) throws -> String {
    let failure = try #require(throws: InputFailure.self) { try Self.pay(text, options) }
    return failure.log.findings.map { "\($0.subject): \($0.message) | \($0.remedy ?? "")" }
      .joined(separator: "\n")
  }

  @Test("Amounts that can be read in two ways are asked about, and an answer settles them")
  func openDecimals() throws {
    let text = "deal_id,rep,close_date,amount\nD1,ana,2026-10-01,12.500\nD2,ana,2026-10-02,8.250\n"
    #expect(
      try failure(text) == """
        deals.csv:2:19: the amounts of "amount" can be read in two ways: "12.500" is 12500 or 12.500 | \
        say decimal comma for 12500 or decimal point for 12.500
        """)
    var options = Self.options()
    options.decimal = .comma
    #expect(try Self.pay(text, options)[0] == "ana: 1660.00")
    options.decimal = .point
    #expect(try Self.pay(text, options)[0] == "ana: 1.66")
  }

  @Test("Other cells of the column, other columns and the delimiter settle them as well")
  func settledDecimals() throws {
    // 9225.225 beside 1200.50 is nine thousand, exactly.
    let exact =
      "deal_id,rep,close_date,amount\nD1,ana,2026-10-01,9225.225\nD2,ana,2026-10-02,1200.50\n"
    #expect(try Self.pay(exact)[0] == "ana: 834.06")
    let german = "deal_id;rep;close_date;amount\nD1;ana;2026-10-01;12.500\n"
    #expect(try Self.pay(german)[0] == "ana: 1000.00")
  }

  @Test("Decimals behind a comma beside decimals behind a point are refused")
  func mixedDecimals() throws {
    let text = "deal_id;rep;close_date;amount\nD1;ana;2026-10-01;12,50\nD2;ana;2026-10-02;8.25\n"
    #expect(try failure(text).contains("behind a comma here"))
  }

  @Test("Days that can be read in two ways are asked about, and an answer settles them")
  func openDates() throws {
    let text = "deal_id,rep,close_date,amount\nD1,ana,03/04/2026,100\nD2,ana,05/06/2026,100\n"
    #expect(
      try failure(text) == """
        deals.csv:2:8: the dates of "close_date" can be read in two ways: "03/04/2026" is 2026-04-03 or \
        2026-03-04 | say dates dmy for 2026-04-03 or dates mdy for 2026-03-04
        """)
    var options = Self.options()
    options.dates = .dayFirst
    #expect(try Self.pay(text, options)[0] == "ana: 16.00")
  }

  @Test("A column that is not there is asked for with those that could be it")
  func missing() throws {
    let text =
      "Deal,Verantwortlich,Abschluss am,Summe netto\nA,ana,2026-10-01,100\nB,tom,2026-10-02,200\n"
    let asked = try failure(text)
    #expect(
      asked.contains("there is no column \"close_date\" | which column is it? \"Abschluss am\""))
    var options = Self.options()
    for pair in [
      "rep=Verantwortlich", "close_date=Abschluss am", "amount=Summe netto", "deal_id=Deal",
    ] {
      try options.mapping.add(pair, to: .deals, among: TableKind.ofPlans)
    }
    #expect(try Self.pay(text, options) == ["ana: 8.00", "tom: 16.00", "jo: 0.00"])
  }

  @Test("Stages that do not tell what is won are asked about")
  func stages() throws {
    let text = """
      "id","name","user_id/id","stage_id/id","expected_revenue","date_deadline"
      "x_1","Borel","ana","crm.stage_lead4","12400.0","2026-10-31"
      "x_2","Kito","tom","crm.stage_lead2","8000.0","2026-10-12"

      """
    var options = Self.options()
    for pair in ["rep=user_id/id", "amount=expected_revenue", "close_date=date_deadline"] {
      try options.mapping.add(pair, to: .deals, among: TableKind.ofPlans)
    }
    #expect(
      try failure(text, options).contains(
        "no deal is won, as far as \"stage_id/id\" tells: \"crm.stage_lead2\" (1), \"crm.stage_lead4\" (1)"
      ))
    let yaml = Self.plan.replacing(
      "{sales: {quota: 400000}}",
      with: "{sales: {quota: 400000, where: {stage_id/id: crm.stage_lead4}}}")
    #expect(try Self.pay(text, options, plan: yaml)[0] == "ana: 992.00")
  }

  /// A report of splits: 60 and 40 % of 12,400, and all of 5,000.
  private static let splits = """
    "Opportunity ID","Team Member","Split Type","Percent (%)","Split Amount","Stage","Close Date","Amount"
    "006Aa00000AbCdE","Ana Ruíz","Revenue","60","7,440.00","Closed Won","2026-10-31","12,400.00"
    "006Aa00000AbCdE","Tom Iyer","Revenue","40","4,960.00","Closed Won","2026-10-31","12,400.00"
    "006Aa00000AbCdF","Tom Iyer","Revenue","100","5,000.00","Closed Won","2026-11-01","5,000.00"

    """
  /// 8 % of 7,440 and of 9,960.
  private static let ofSplits = ["ana: 595.20", "tom: 796.80", "jo: 0.00"]

  private static func without(_ column: Int, in text: String) -> String {
    text.split(separator: "\n").map { line in
      var cells = line.dropFirst().dropLast().components(separatedBy: "\",\"")
      cells.remove(at: column)
      return "\"" + cells.joined(separator: "\",\"") + "\"\n"
    }.joined()
  }

  @Test("Splits pay the same by shares of whole deals and by the amounts of each person")
  func splitReports() throws {
    #expect(try Self.pay(Self.splits) == Self.ofSplits)
    let amounts = Self.without(7, in: Self.splits)
    #expect(try Self.pay(amounts) == Self.ofSplits)
    #expect(try Self.pay(Self.without(3, in: amounts)) == Self.ofSplits)
    var mapped = Self.options()
    try mapped.mapping.add("amount=Split Amount", to: .deals, among: TableKind.ofPlans)
    #expect(try failure(amounts, mapped).contains("would be taken once more"))
  }

  @Test("Several kinds of splits are asked about, and the plan answers")
  func splitTypes() throws {
    let text =
      Self.splits
      + "\"006Aa00000AbCdE\",\"Jo Müller\",\"Overlay\",\"100\",\"12,400.00\",\"Closed Won\",\"2026-10-31\",\"12,400.00\"\n"
    #expect(try failure(text).contains("\"Overlay\" (1), \"Revenue\" (3)"))
    let yaml = Self.plan.replacing(
      "{sales: {quota: 400000}}",
      with: "{sales: {quota: 400000, where: {Split Type: Revenue}}}")
    #expect(try Self.pay(text, plan: yaml) == Self.ofSplits)
  }

  @Test(
    "What may mean something else is asked about",
    arguments: [
      // In books CR is a credit, and elsewhere ten million.
      ("rep,close_date,amount,deal_id", "ana,2026-10-01,200.00 CR,1", "is not an amount"),
      (
        "rep,close_date,amount,deal_id,Gespräch", "ana,2026-10-01,100,1,Gewonnen",
        "may tell which deals are won"
      ),
      ("rep,close_date,Net,deal_id,Status", "ana,2026-10-01,100,1,Open", "no deal is won"),
      (
        "rep,close_date,Amount (EUR),deal_id,currency", "ana,2026-10-01,100,1,USD",
        "is USD here, but"
      ),
      (
        "rep,close_date,amount,deal_id,Product", "ana,2026-10-01,100,1,A\nana,2026-10-01,100,1,B",
        "is the same for all products of a deal"
      ),
    ])
  func doubts(header: String, rows: String, message: String) throws {
    var options = Self.options()
    if header.contains("Net") {
      try options.mapping.add("amount=Net", to: .deals, among: TableKind.ofPlans)
    }
    #expect(try failure("\(header)\n\(rows)\n", options).contains(message))
  }

  @Test("A measure that selects by stage leaves the others with won deals")
  func oneSelection() throws {
    let text = """
      deal_id,rep,close_date,amount,stage
      1,ana,2026-10-01,100,Closed Won
      2,ana,2026-10-01,1000,Proposal
      3,ana,2026-10-01,10000,Closed Lost

      """
    let yaml = """
      plan: Two
      currency: EUR
      measures:
        sales: {quota: 400000}
        pipeline: {quota: 400000, where: {stage: Proposal}}
      components:
        - {commission: Sales, measure: sales, period: year, tiers: retroactive, rates: [{pay: 8%}]}
        - {commission: Pipeline, measure: pipeline, period: year, tiers: retroactive, rates: [{pay: 1%}]}
        - {spiff: Deals, pay: 5 each}
      """
    // 8 % of the won one, 1 % of the proposal, and 5 for the won one alone.
    #expect(try Self.pay(text, plan: yaml)[0] == "ana: 23.00")
  }

  @Test("Who is credited is asked where a team stands beside the owner and nothing is split")
  func teamMembers() throws {
    let text = """
      Opportunity ID,Opportunity Owner,Team Member,Close Date,Amount
      006A,Ana Ruíz,Tom Iyer,2026-10-01,100
      """
    #expect(try failure(text).contains("could be who is credited"))
    var options = Self.options()
    try options.mapping.add("rep=Opportunity Owner", to: .deals, among: TableKind.ofPlans)
    #expect(try Self.pay(text, options)[0] == "ana: 8.00")
  }

  @Test("A name of two people on the roster is neither of them")
  func namesakes() throws {
    let text = "deal_id,rep,close_date,amount\n1,Ana Ruiz,2026-10-01,100\n"
    let roster = "rep,name\nana,Ana Ruiz\nana2,Ana Ruiz\n"
    let failure = try #require(throws: InputFailure.self) { try Self.pay(text, roster: roster) }
    #expect(
      failure.description.contains(
        "\"Ana Ruiz\" is the name of several people on the roster: \"ana\", \"ana2\""))
  }

  @Test("A percentage is no share where no deal is split")
  func percentages() throws {
    let text = """
      deal_id,rep,close_date,amount,Percent
      1,ana,2026-10-01,100,60
      2,tom,2026-10-02,100,90
      """
    #expect(try failure(text).contains("may be something else than a share"))
    var options = Self.options()
    try options.mapping.add("share=", to: .deals, among: TableKind.ofPlans)
    #expect(try Self.pay(text, options)[0] == "ana: 8.00")
    let half = "deal_id,rep,close_date,amount,share\n1,ana,2026-10-01,100,50%\n"
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    let found = try Deals.read(csv: half, file: "deals.csv", for: plan, Self.options()).findings
    #expect(found.findings.contains { $0.kind == "deals.incomplete-shares" })
  }

  @Test(
    "Totals of groups and counts are no deals",
    arguments: [
      "Ana Total,,600,", "Gesamtergebnis,,600,", "Ana Ergebnis,,600,",
      "Grand Totals (2 records),,600,",
      "Count: 2,,,",
    ])
  func groupTotals(row: String) throws {
    let text = "rep,close_date,amount,deal_id\nana,2026-10-01,100,1\n\(row)\n"
    #expect(try Self.pay(text)[0] == "ana: 8.00")
  }

  @Test("Won is what is won, and nobody is called Total")
  func wonAndTotals() throws {
    let text = """
      deal_id,rep,close_date,amount,stage
      1,ana,2026-10-01,100,Closed Won (Renewals)
      2,ana,2026-10-01,200,Won't buy
      3,ana,2026-10-01,400,Never won
      4,ana,2026-10-01,800,Won - Cancelled
      5,ana,2026-10-01,1600,Noch nicht gewonnen
      Summe,,2026-10-31,3100,Closed Won

      """
    #expect(try Self.pay(text)[0] == "ana: 8.00")
    let people =
      "rep,close_date,amount,deal_id\nana,2026-10-01,100,1\nGrand Total,2026-10-31,100,2\n"
    #expect(try Self.pay(people)[0] == "ana: 8.00")
  }

  @Test("Rates of exchange are no thousands, whatever amounts are written like")
  func rates() throws {
    var options = Self.options()
    options.decimal = .comma
    for text in [
      "currency;month;rate\nUSD;2026-10;1.085\n", "currency,month,rate\nUSD,2026-10,\"1,085\"\n",
    ] {
      let failure = try #require(throws: InputFailure.self) {
        try MonthlyRates.read(csv: text, file: "rates.csv", options)
      }
      #expect(failure.log.findings.first?.remedy?.plainText.contains("rates.decimal=") == true)
    }
    let plain = "currency,month,rate\nUSD,2026-10,1.08\n"
    let rates = try MonthlyRates.read(csv: plain, file: "rates.csv", options)
    let usd = try #require(Currency(code: "USD"))
    #expect(
      try rates.rate(of: usd, in: #require(YearMonth(iso: "2026-10"))) == Ratio(108, over: 100))
  }

  @Test("Two columns of one name are asked about, not taken for the first")
  func sameNames() throws {
    let text = "deal_id,rep,close_date,Amount,Amount\n1,ana,2026-10-01,60,100\n"
    #expect(try failure(text).contains("several columns could be amount: \"Amount\", \"Amount_2\""))
    var options = Self.options()
    try options.mapping.add("amount=Amount_2", to: .deals, among: TableKind.ofPlans)
    #expect(try Self.pay(text, options)[0] == "ana: 8.00")
  }

  @Test("Amounts are taken in the currency of the plan, and never converted twice")
  func converted() throws {
    let text = """
      "Record ID","Deal Name","Deal Stage","Close Date","Deal owner","Amount","Amount in company currency","Currency"
      "1","Borel","Closed won","2026-10-31","Ana Ruíz","12400","13516","USD"
      "2","Nube","Closed won","2026-11-01","Ana Ruíz","100","100","EUR"

      """
    // 8 % of 13,516 and 100.
    #expect(try Self.pay(text)[0] == "ana: 1089.28")
  }

  @Test("Converted amounts alone are the amounts, in the currency that stands beside them")
  func convertedAlone() throws {
    let text = """
      "Opportunity Owner","Account Name","Stage","Amount (converted) Currency","Amount (converted)","Close Date","Opportunity ID 18"
      "Ana Ruíz","Borel SA","Closed Won","EUR","12,400.00","31/10/2026","006Aa00000AbCdEIAV"
      "Tom Iyer","Kito, Ltd","Closed Won","EUR","8,000.00","01/11/2026","006Aa00000AbCdFIAV"

      "Confidential Information - Do Not Distribute"

      """
    #expect(try Self.pay(text) == ["ana: 992.00", "tom: 640.00", "jo: 0.00"])
    let foreign = text.replacing("\"EUR\"", with: "\"USD\"")
    #expect(try failure(foreign).contains("there is no rate from USD in 2026-10"))
  }

  @Test("What a plan counts of another column keeps a deal in its own currency")
  func convertedBesideCredit() throws {
    let yaml = Self.plan.replacing(
      "{sales: {quota: 400000}}", with: "{sales: {quota: 400000, credit: recurring}}")
    let text = """
      "Record ID","Deal Stage","Close Date","Deal owner","Amount","Amount in company currency","Currency","recurring"
      "1","Closed won","2026-10-31","Ana Ruíz","12400","13516","USD","1000"
      "2","Closed won","2026-11-01","Ana Ruíz","100","100","EUR","100"

      """
    // 1,000 US dollars are no 1,000 euros, which they would be beside a converted amount.
    let failure = try #require(throws: InputFailure.self) { try Self.pay(text, plan: yaml) }
    #expect(
      failure.log.findings.contains { $0.message.plainText.contains("no rate from USD in 2026-10") }
    )
  }

  @Test("A currency in the name of the amounts is theirs")
  func headerCurrency() throws {
    let text = "deal id,rep,close date,Amount (USD)\nD1,ana,2026-10-01,1000\n"
    #expect(try failure(text).contains("there is no rate from USD in 2026-10"))
    #expect(try Self.pay(text.replacing("USD", with: "EUR"))[0] == "ana: 80.00")
  }

  @Test("One word among others is no column", arguments: ["Discount percent", "Market share"])
  func weakShare(_ name: String) throws {
    let text = "deal_id,rep,close_date,amount,\(name)\nD1,ana,2026-10-01,1000,10\n"
    #expect(try Self.pay(text)[0] == "ana: 80.00")
  }

  @Test("An amount of tax is not what was sold, so the amount is asked for")
  func weakAmount() throws {
    let text = "deal_id,rep,close_date,Tax amount,Sum\nD1,ana,2026-10-01,190,1000\n"
    #expect(try failure(text).contains("there is no column \"amount\" | which column is it?"))
  }

  @Test("The products of a deal are paid each, and the same product twice is refused")
  func products() throws {
    let text = """
      Opportunity ID,Opportunity Owner,Close Date,Total Price,Product Name
      D1,Ana Ruíz,2026-10-01,1000,Seats
      D1,Ana Ruíz,2026-10-01,500,Support
      D2,Ana Ruíz,2026-10-02,300,Seats

      """
    #expect(try Self.pay(text)[0] == "ana: 144.00")
    let twice = text.replacing("500,Support", with: "500,Seats")
    #expect(try failure(twice).contains("the deal \"D1\" stands here for \"ana\" again"))
  }

  @Test("What is not known yet is not nothing")
  func unknown() throws {
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    for (cell, isNone) in [("tbd", false), ("unknown", false), ("-", true), ("n/a", true)] {
      let roster = "rep,hire_date\nana,\(cell)\n"
      if isNone {
        let read = try Roster.read(csv: roster, file: "roster.csv", for: plan).roster
        #expect(read.reps[0].hireDate == nil)
      } else {
        #expect(throws: InputFailure.self) {
          try Roster.read(csv: roster, file: "roster.csv", for: plan)
        }
      }
    }
    let deals = "deal_id,rep,close_date,amount\nD1,ana,2026-10-01,n/a\n"
    #expect(try failure(deals).contains("amount is empty"))
  }

  @Test("A column that the plan names can be mapped, and no other name")
  func planColumns() throws {
    let yaml = Self.plan.replacing(
      "{sales: {quota: 400000}}", with: "{sales: {quota: 400000, credit: recurring}}")
    let text = "deal_id,rep,close_date,amount,ARR\nD1,ana,2026-10-01,1000,500\n"
    var options = Self.options()
    try options.mapping.add("recurring=ARR", to: .deals, among: TableKind.ofPlans)
    #expect(try Self.pay(text, options, plan: yaml)[0] == "ana: 40.00")
    #expect(try failure(text, options).contains("\"recurring\" is nothing that a column can be"))
  }

  @Test("An id of 18 letters and its 15 are one deal")
  func salesforceIDs() throws {
    // The checksum of the published pair 0016000000H1n5w / 0016000000H1n5wAAB.
    let text = """
      deal_id,rep,close_date,amount,share
      001A0000006Vm9r,ana,2026-10-01,1000,50%
      001A0000006Vm9rIAC,tom,2026-10-01,1000,50%

      """
    #expect(try Self.pay(text) == ["ana: 40.00", "tom: 40.00", "jo: 0.00"])
    let more = text.replacing("IAC,tom,2026-10-01,1000,50%", with: "IAC,tom,2026-10-01,1000,60%")
    #expect(try failure(more).contains("is credited for 110%"))
  }

  @Test(
    "Shares are percentages, fractions or quotients, as the column says",
    arguments: [
      ("60", "40"), ("60%", "40 %"), ("0.6", "0.4"), ("3/5", "2/5"),
    ])
  func shares(_ first: String, _ second: String) throws {
    let text = """
      deal_id,rep,close_date,amount,share
      D1,ana,2026-10-01,1000,\(first)
      D1,tom,2026-10-01,1000,\(second)

      """
    #expect(try Self.pay(text) == ["ana: 48.00", "tom: 32.00", "jo: 0.00"])
  }

  @Test("A name with characters that cannot be seen is asked about, not paid as another person")
  func invisible() throws {
    let text =
      "deal_id,rep,close_date,amount\nD1,ana,2026-10-01,60000\nD2,an\u{200B}a,2026-10-02,40000\n"
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    let deals = try Deals.read(csv: text, file: "deals.csv", for: plan).deals
    let failure = try #require(throws: InputFailure.self) { try plan.statements(for: deals) }
    #expect(failure.log.findings.first?.kind == "deals.same-rep")
  }

  @Test("A row that the plan does not look at is no reason to stop, whatever is wrong with it")
  func unseen() throws {
    let yaml = Self.plan.replacing(
      "{sales: {quota: 400000}}", with: "{sales: {quota: 400000, where: {type: new}}}")
    let text = """
      deal_id,rep,close_date,amount,type
      D1,ana,2026-10-01,1000,new
      D2,nobody,2026-10-01,,old
      D3,nobody,1999-10-01,5,old

      """
    #expect(try Self.pay(text, plan: yaml)[0] == "ana: 80.00")
  }
}
