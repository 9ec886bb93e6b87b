import Amounts
import Testing

@Suite("An amount as people write it")
struct WrittenAmountTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var decimal: DecimalConvention = .point
    let lower: String
    var upper: String?
    var currency: String?
    var period: PayPeriod?
    var remarks: WrittenAmount.Remarks = []
    var testDescription: String { text }
  }

  @Test(
    "is read with its currency, period and remarks",
    arguments: [
      Case(text: "57504", lower: "57504"),
      Case(text: "$57,504", lower: "57504", currency: "USD"),
      Case(text: "57.504,00 €", decimal: .comma, lower: "57504", currency: "EUR"),
      Case(text: "57 504 USD", lower: "57504", currency: "USD"),
      Case(text: "57\u{A0}504,25\u{202F}€", decimal: .comma, lower: "57504.25", currency: "EUR"),
      Case(text: "57.5k", lower: "57500"),
      Case(text: "57,5 Tsd. €", decimal: .comma, lower: "57500", currency: "EUR"),
      Case(text: "55-60k", lower: "55000", upper: "60000"),
      Case(text: "55,000 – 60k", lower: "55000", upper: "60000"),
      Case(text: "between $55k and $60k", lower: "55000", upper: "60000", currency: "USD"),
      Case(text: "$27.65/hr", lower: "27.65", currency: "USD", period: .hour),
      Case(text: "27.65 p.h.", lower: "27.65", period: .hour),
      Case(
        text: "4.500 brutto im Monat", decimal: .comma, lower: "4500", period: .month,
        remarks: .gross),
      Case(text: "£45k p.a.", lower: "45000", currency: "GBP", period: .year),
      Case(text: "(1,200)", lower: "-1200"),
      Case(text: "-1,200.50", lower: "-1200.5"),
      Case(text: "1.200-", decimal: .comma, lower: "-1200"),
      Case(text: "USD 57,504.00", lower: "57504", currency: "USD"),
      Case(text: "US$ 57,504 USD", lower: "57504", currency: "USD"),
      Case(text: "CA$72,000", lower: "72000", currency: "CAD"),
      Case(text: "€ 60.000,00", decimal: .comma, lower: "60000", currency: "EUR"),
      Case(text: "CHF 57'504.-", lower: "57504", currency: "CHF"),
      Case(text: "57’504", lower: "57504"),
      Case(text: "4.500,--", decimal: .comma, lower: "4500"),
      Case(text: "₹5,00,000", lower: "500000", currency: "INR"),
      Case(text: "12 LPA", lower: "1200000", period: .year),
      Case(text: "~60k", lower: "60000", remarks: .approximate),
      Case(text: "60k+", lower: "60000", remarks: .atLeast),
      Case(text: "60k+ USD", lower: "60000", currency: "USD", remarks: .atLeast),
      Case(text: "60k+bonus", lower: "60000", remarks: .withExtras),
      Case(
        text: "60k + 10k commission per year", lower: "60000", period: .year, remarks: .withExtras),
      Case(text: "up to 60k", lower: "60000", remarks: .atMost),
      Case(text: "3.200 netto", decimal: .comma, lower: "3200", remarks: .net),
      Case(text: "120k OTE", lower: "120000", remarks: .onTarget),
      Case(text: "60kEUR", lower: "60000", currency: "EUR"),
      Case(text: "57.504 US-Dollar", decimal: .comma, lower: "57504", currency: "USD"),
      Case(text: "5.75E+04", lower: "57500"),
      Case(text: "2,100 bi-weekly", lower: "2100", period: .twoWeeks),
      Case(text: "4.5k/m", lower: "4500", period: .month),
      Case(text: "4500 p/m", lower: "4500", period: .month),
      Case(text: "4.5m", lower: "4500000"),
      Case(
        text: "$53K-$91K (Glassdoor est.)", lower: "53000", upper: "91000", currency: "USD",
        remarks: .approximate),
      Case(text: "1.2 million", lower: "1200000"),
      Case(text: "60k + bonus ★", lower: "60000", remarks: .withExtras),
      Case(text: "60k + 10", lower: "60000", remarks: .withExtras),
      Case(text: "60k+/yr", lower: "60000", period: .year, remarks: .atLeast),
      Case(text: "R$ 5000", lower: "5000", currency: "BRL"),
      Case(text: "/m 4500", lower: "4500", period: .month),
      Case(text: "0.5k-900k", lower: "500", upper: "900000"),
      Case(text: "5.75E+1", lower: "57.5"),
      Case(text: "1E+10", lower: "10000000000"),
      Case(text: "$72,000 CAD", lower: "72000", currency: "CAD"),
      Case(text: "25000 Kč", lower: "25000", currency: "CZK"),
      Case(text: "60k+ €", lower: "60000", currency: "EUR", remarks: .atLeast),
      Case(text: "5000 CZK", lower: "5000", currency: "CZK"),
      Case(text: "57504\u{200B}USD", lower: "57504", currency: "USD"),
      Case(text: "55\u{2015}60k", lower: "55000", upper: "60000"),
      Case(text: "₹50,00,000", lower: "5000000", currency: "INR"),
      Case(text: "1E+12", lower: "1000000000000"),
      Case(text: "60k-", lower: "-60000"),
      Case(text: "60-60k", lower: "60000"),
      Case(text: "from 50k to 60k", lower: "50000", upper: "60000"),
      Case(text: "570 504", lower: "570504"),
      Case(text: "1 570 504", lower: "1570504"),
      Case(text: "57504000E-3", lower: "57504"),
      Case(text: "4.500,-€", decimal: .comma, lower: "4500", currency: "EUR"),
      Case(text: "4.500,--€", decimal: .comma, lower: "4500", currency: "EUR"),
      Case(text: "4500 p.c.m.", lower: "4500", period: .month),
      Case(text: "60k zzgl. Bonus", lower: "60000", remarks: .withExtras),
      // What is added has a period of its own.
      Case(
        text: "$64,000 + quarterly bonus", lower: "64000", currency: "USD", remarks: .withExtras),
      Case(text: "60000 plus monthly bonus", lower: "60000", remarks: .withExtras),
      Case(text: "58,000 plus weekly overtime", lower: "58000", remarks: .withExtras),
      Case(text: "25/hour + monthly tips", lower: "25", period: .hour, remarks: .withExtras),
      Case(text: "70,000 + 10% bonus", lower: "70000", remarks: .withExtras),
      Case(text: "60k + 10% p.a.", lower: "60000", period: .year, remarks: .withExtras),
      // Thousands that the first end of a range shares.
      Case(text: "50-60,000", lower: "50000", upper: "60000"),
      Case(text: "65 to 70,000", lower: "65000", upper: "70000"),
      Case(text: "50-60.000 €", decimal: .comma, lower: "50000", upper: "60000", currency: "EUR"),
      Case(text: "500-1,500", lower: "500", upper: "1500"),
      Case(text: "0-5,000", lower: "0", upper: "5000"),
      Case(text: "48, 500", lower: "48500"),
      Case(text: "62,500ish", lower: "62500", remarks: .approximate),
      Case(text: "60kish", lower: "60000", remarks: .approximate),
      // How often it is paid out is not what it is for.
      Case(text: "55k paid monthly", lower: "55000"),
      Case(text: "55,000 per year paid monthly", lower: "55000", period: .year),
      Case(text: "25 paid hourly", lower: "25", period: .hour),
      Case(text: "$200,000 or higher", lower: "200000", currency: "USD", remarks: .atLeast),
      Case(text: "100k and above", lower: "100000", remarks: .atLeast),
      Case(text: "100k or up", lower: "100000", remarks: .atLeast),
      Case(text: "41 years or more", lower: "41", period: .year, remarks: .atLeast),
    ])
  func reads(_ sample: Case) throws {
    let amount = try WrittenAmount(sample.text, decimal: sample.decimal)
    #expect(amount.lower == Ratio(decimal: sample.lower))
    #expect(amount.upper == Ratio(decimal: sample.upper ?? sample.lower))
    #expect(amount.currency?.code == sample.currency)
    #expect(amount.period == sample.period)
    #expect(amount.remarks == sample.remarks)
  }

  @Test(
    "that cannot be understood is refused with the reason",
    arguments: [
      ("", .noNumber), ("competitive", .unknown("competitive")), ("$", .noNumber),
      ("50k, 60k", .severalNumbers), ("60/70", .severalNumbers), ("60-50", .reversedRange),
      ("12,34,5", .separators(.point)), ("57.504,00", .separators(.point)),
      ("57,50", .separators(.point)), ("10%", .percentage), ("$60 €", .severalCurrencies),
      ("4000 per month per year", .severalPeriods), ("60000 bananas", .unknown("bananas")),
      ("4000 + 500 a month", .openPeriod), ("4000 paid monthly", .openPeriod),
      ("2-60,000", .severalNumbers),
      ("99999999999999999999999999999999999999999999", .overflow),
      ("60k ★", .unknown("★")), ("1000 500", .severalNumbers), ("1.5.5", .separators(.point)),
      ("57 50k", .severalNumbers),
      ("1,2345,678", .separators(.point)), ("1,23,456,789", .separators(.point)),
    ] as [(String, WrittenAmount.Unreadable)])
  func refuses(_ text: String, _ reason: WrittenAmount.Unreadable) {
    #expect(throws: reason) { try WrittenAmount(text, decimal: .point) }
  }

  @Test("keeps every currency that a shared sign can stand for")
  func sharedSign() throws {
    let amount = try WrittenAmount("$72,000", decimal: .point)
    #expect(amount.currencies.map(\.code).contains("CAD"))
    #expect(amount.currency == .usd)
  }

  @Test("as a range has its middle exactly")
  func middle() throws {
    let amount = try WrittenAmount("55-60k", decimal: .point)
    #expect(amount.middle == Ratio(57500))
    #expect(amount.isRange)
  }

  @Test(
    "in a column follows the convention that the numbers speak for",
    arguments: [
      (["57,504", "61,000"], .point), (["57.504", "61.000"], .comma),
      (["57.504", "61.000", "45.5"], .point), (["57,5", "57.504"], .comma),
      (["1.234.567"], .comma), (["57504"], .point), (["57,504.00", "1,000"], .point),
      (["0.925"], .point), (["57.504,00"], .comma), (["1.234.567,89"], .comma),
      (["57,504", "57.504", "61.000"], .comma), (["57.504", "57,504"], .point),
      (["57,5", "57.5"], .point), (["1,234.567,8", "57.504"], .comma),
    ] as [([String], DecimalConvention)])
  func convention(_ column: [String], _ expected: DecimalConvention) {
    var evidence = DecimalEvidence()
    for cell in column { evidence.add(cell) }
    #expect(evidence.convention == expected)
  }

  @Test("in a column counts what speaks against the convention, and says when nothing is certain")
  func contradictions() {
    func evidence(_ column: [String]) -> DecimalEvidence {
      column.reduce(into: DecimalEvidence()) { $0.add($1) }
    }
    #expect(evidence(["1.5", "2.5", "3,5"]).contradictions == 1)
    #expect(evidence(["1,5", "2,5", "3.5"]).contradictions == 1)
    #expect(evidence(["1.5", "57.504"]).contradictions == 0)
    #expect(evidence(["57,504"]).isUncertain && evidence(["57.504"]).isUncertain)
    #expect(!evidence(["57,504", "1.5"]).isUncertain && !evidence(["57504"]).isUncertain)
    #expect(!evidence(["57.504", "1,5"]).isUncertain)
    #expect(!evidence(["57.504", "1,5", "1.5"]).isUncertain)
  }

  @Test("in a column that is read in parts says the same as in one")
  func parts() throws {
    let cells = ["1.5", "57.504", "57,504", "2,5", "1,234.5", "1.234,5", "61,000", "7,25", "9,75"]
    var whole = DecimalEvidence()
    var sum = DecimalEvidence()
    var read = DecimalEvidence()
    for cell in cells {
      whole.add(cell)
      var one = DecimalEvidence()
      one.add(cell)
      sum.add(one)
      _ = try? WrittenAmount(cell, decimal: .point, evidence: &read)
    }
    #expect(sum == whole && read == whole)
    #expect(whole != DecimalEvidence() && whole.convention == .comma && whole.contradictions == 2)
  }

  @Test("is not needed where only a currency or a period is looked for, as in a header")
  func headers() {
    func codes(_ text: String) -> Set<String> {
      Set(WrittenAmount.named(in: text).currencies.map(\.code))
    }
    #expect(codes("Salary (€)") == ["EUR"])
    #expect(codes("Pay ($)") == ["USD"])
    #expect(codes("Gehalt in Euro") == ["EUR"])
    #expect(codes("CAD Canadian dollar") == ["CAD"])
    #expect(codes("EUR or USD") == ["EUR", "USD"])
    #expect(codes("pay") == [])
    #expect(WrittenAmount.named(in: "$ per month, 2021").periods == [.month])
  }

  @Test("never stops the program, whatever characters it is made of")
  func hostile() {
    // A fixed linear congruential generator (Knuth, MMIX) keeps the trial repeatable.
    var state: UInt64 = 2021
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "5", "57", "504", "000", ".", ",", "'", " ", "-", "+", "(", ")", "k", "$", "€", "/", "hr",
      "e", "E+", "to", "US", "bis", "%", "\u{0}", "é", "\u{1F4B0}", "mio", "lpa", "plus",
    ]
    for _ in 0..<2000 {
      let text = (0..<(1 + next(8))).map { _ in pieces[next(pieces.count)] }.joined()
      for convention in DecimalConvention.allCases {
        if let amount = try? WrittenAmount(text, decimal: convention) {
          #expect(amount.lower <= amount.upper)
        }
      }
    }
  }
}
