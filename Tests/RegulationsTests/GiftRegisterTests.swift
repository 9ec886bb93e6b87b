import Amounts
import Findings
import Regulations
import Tables
import TestSupport
import Testing

@Suite("Reading a gift register")
struct GiftRegisterTests {
  @Test("The cost is what was paid less tax and delivery")
  func netOfTaxAndDelivery() throws {
    let register = try Registers.read([
      "Date,Recipient,Paid,Tax,Delivery", "2026-04-01,Ana,\"$1,118.25\",8.25 USD,10",
    ])
    #expect(register.gifts.map(\.value) == [Money(minorUnits: 110_000, currency: .usd)])
  }

  @Test("Each recipient of a shared gift can have an employer of their own")
  func employers() throws {
    let register = try Registers.read([
      "date,recipient,employer,cost", "2026-04-01,Ana; Bo,Fund ;Bank,10",
      "2026-04-01,Ana;Bo,Fund,10",
    ])
    let recipients = register.gifts.map(\.recipients)
    #expect(
      recipients == [
        [.init("Ana", employer: "Fund"), .init("Bo", employer: "Bank")],
        [.init("Ana", employer: "Fund"), .init("Bo", employer: "Fund")],
      ])
  }

  static let badRows: [(row: String, place: String, message: String, remedy: String)] = [
    ("2026-02-30,Ana,gift,firm,10,,", "2:1", "is not a date", "year, month and day"),
    ("2026-04-01,Ana,promo,firm,10,,", "2:16", "\"promo\" is not a kind", "known here: gift"),
    ("2026-04-01,Ana,peronal,firm,10,,", "2:16", "is not a kind", "did you mean \"personal\"?"),
    ("2026-04-01,Ana,gift,boss,10,,", "2:21", "is not a paid_by", "firm, giver"),
    ("2026-04-01,Ana,gift,firm,-10,,", "2:26", "is negative", "such as 84.50"),
    ("2026-04-01,Ana,gift,firm,10 EUR,,", "2:26", "is in EUR, not in USD", ""),
    ("2026-04-01,Ana,gift,firm,~10,,", "2:26", "is not an amount", ""),
    ("2026-04-01,Ana,gift,firm,10.0051,,", "2:26", "fractions of a cent", ""),
    ("2026-04-01,Ana,gift,firm,99999999999999999999,,", "2:26", "too large", ""),
    ("2026-04-01,Ana;Ana,gift,firm,10,,", "2:12", "written twice", "each recipient once"),
    ("2026-04-01,Ana;,gift,firm,10,,", "2:12", "a name is empty", ""),
    ("2026-04-01,Ana & Bo,gift,firm,10,,", "2:12", "may be several people", "\";\" between them"),
    ("2026-04-01,Ana und Bo,gift,firm,10,,", "2:12", "may be several people", ""),
    ("2026-04-01,\"Ana Ruiz, Bo Li\",gift,firm,10,,", "2:12", "may be several people", ""),
    ("2026-04-01,Ana,gift,firm,9,10,0", "2:26", "the cost is 9.00 USD", "without tax"),
    ("2026-04-01,Ana,gift,firm,,10,11", "2:27", "more than what was paid", ""),
  ]

  @Test("A row that cannot be understood is rejected at its place", arguments: badRows)
  func badRow(row: String, place: String, message: String, remedy: String) throws {
    let register = try Registers.read(["date,recipient,kind,paid_by,cost,paid,tax", row])
    #expect(register.gifts.isEmpty)
    #expect(register.rejected == 1)
    let finding = try #require(register.findings.findings.first { $0.severity == .error })
    #expect(finding.place?.description == "register.csv:\(place)")
    #expect(finding.message.plainText.contains(message))
    #expect(remedy.isEmpty || finding.remedy?.plainText.contains(remedy) == true)
  }

  @Test(
    "Amounts in another currency than the limit are no figures beside it",
    arguments: ["cost,currency", "cost in EUR,kind"])
  func currencies(columns: String) throws {
    let last = columns.hasSuffix("currency") ? "EUR" : "gift"
    let lines = ["date,recipient,\(columns)", "2026-04-01,Ana,290,\(last)"]
    var mapping = TableOptions()
    try mapping.mapping.add(
      "cost=\(columns.prefix { $0 != "," })", to: .gifts, among: [.gifts])
    let register = try Registers.read(lines, mapping)
    #expect(register.rejected == 1)
    let finding = register.findings.findings.first { $0.severity == .error }
    #expect(finding?.message.plainText.contains("is in EUR, and the limit in USD") == true)
  }

  @Test("German words for kinds, recipients and payers mean what the English ones do")
  func germanWords() throws {
    let register = try Registers.read([
      "Datum;Empfänger;Geschenkart;Art des Empfängers;Bezahlt von;Kosten",
      "01.04.2026;Ruiz, Ana;Eintrittskarte;Privatkunde;Firma;10,00",
    ])
    let gift = try #require(register.gifts.first)
    #expect(gift.kind == .ticket && gift.recipientKind == .retailCustomer && gift.paidBy == .firm)
    #expect(gift.recipients.map(\.name) == ["Ruiz, Ana"])
  }

  /// The same gifts as an export from elsewhere has them: 60.00 and 1,195.50 USD in 2026.
  static let layouts: [[String]] = [
    ["date,recipient,cost", "2026-03-31,Ana Ruiz,60.00", "2026-04-01,Bo Chen,1195.50"],
    ["Gift Date,Given To,Amount", "3/31/2026,Ana Ruiz,$60.00", "4/1/2026,Bo Chen,\"$1,195.50\""],
    [
      "Geschenke 2026", "", "Datum;Empfänger;Kosten", "31.03.2026;Ana Ruiz;60,00",
      "01.04.2026;Bo Chen;1.195,50", "Summe;;1.255,50",
    ],
    ["Datum\tEmpfänger\tPreis", "31.03.2026\tAna Ruiz\t60", "1.4.2026\tBo Chen\t1195,50 USD"],
  ]

  @Test("A register is read as it comes, in English and in German", arguments: layouts)
  func layout(lines: [String]) throws {
    let register = try Registers.read(lines)
    #expect(register.rejected == 0)
    #expect(register.gifts.map(\.value?.fixedPoint) == ["60.00", "1195.50"])
    #expect(
      register.gifts.map(\.date?.description) == ["2026-03-31", "2026-04-01"])
    #expect(register.gifts.flatMap(\.recipients).map(\.name) == ["Ana Ruiz", "Bo Chen"])
  }

  static let questions: [(lines: [String], question: String)] = [
    (
      ["date,recipient,cost", "1/12/2026,Ana,10"], "\"1/12/2026\" is 2026-12-01 or 2026-01-12"
    ),
    (["date,recipient,cost", "2026-01-12,Ana,80.000"], "\"80.000\" is 80000 or 80"),
  ]

  @Test("What can be read in two ways is asked about, and answered", arguments: questions)
  func question(lines: [String], question: String) throws {
    let failure = #expect(throws: InputFailure.self) { try Registers.read(lines) }
    #expect(
      failure?.log.findings.contains { $0.message.plainText.contains(question) } == true)
    var answer = TableOptions()
    (answer.decimal, answer.dates) = (.comma, .dayFirst)
    let gift = try #require(try Registers.read(lines, answer).gifts.first)
    #expect(
      gift.date?.description == "2026-12-01" || gift.value?.fixedPoint == "80000.00")
  }

  @Test("Two spellings that look alike are asked about, whatever cannot be seen in them")
  func alike() throws {
    let review = try Registers.review([
      "date,recipient,cost", "2026-04-01,Ana Ruiz,200", "2026-04-02,An\u{200B}a Ruiz,200",
    ])
    #expect(review.questions.count == 1)
    #expect(review.over.isEmpty)
  }

  @Test("Without date, recipient or any value the register is refused, with all that is missing")
  func missingColumns() throws {
    let failure = #expect(throws: InputFailure.self) {
      try Registers.read(["when,who,costs", "2026-04-01,Ana,10"])
    }
    let log = try #require(failure?.log)
    #expect(log.count(of: .error) == 3)
    #expect(log.findings.contains { $0.remedy?.plainText == "did you mean \"costs\"?" })
  }

  @Test("Columns that a complete record has are asked for once, not in every row")
  func absentColumns() throws {
    let lines = ["date,recipient,cost,giver", "2026-04-01,Ana,10,", "2026-04-02,Ana,10,Lee"]
    let register = try Registers.read(lines)
    #expect(register.absentFields == [.employer, .gift, .kind, .marketValue])
    #expect(register.findings.findings.count == 1)
    #expect(try Registers.review(lines).missing.map(\.fields) == [[.giver]])
  }

  @Test("A table of limits that does not rise is refused")
  func badRules() throws {
    #expect(try Registers.rules().limits.map(\.amount.fixedPoint) == ["100.00", "300.00"])
    #expect(throws: InputFailure.self) {
      try GiftRules(path: "\(Checkout.datasets)/baseline.csv")
    }
  }
}
