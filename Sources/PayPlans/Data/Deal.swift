public import Amounts
internal import Findings

/// One row of a deals file: a deal, or one rep's share of it.
///
/// There are millions of them, so what few deals have takes no room in the others.
public struct Deal: Sendable {
  /// What few deals have.
  private final class Rest: Sendable {
    let share: Ratio
    let dates: [CalendarDate?]
    let numbers: [Ratio?]
    let texts: [String]

    init(_ share: Ratio, _ dates: [CalendarDate?], _ numbers: [Ratio?], _ texts: [String]) {
      self.share = share
      self.dates = dates
      self.numbers = numbers
      self.texts = texts
    }
  }

  /// The name of the deal; a split deal has one row for each rep.
  public var id: String
  /// Who is credited.
  public var rep: String
  /// The amount of the whole deal; negative for a return.
  public var amount: Ratio
  /// Whether it is won; one that is not counts only where the plan selects by a column that tells, one
  /// of `Deals.outcomeColumns`.
  public var isWon: Bool = true
  /// The day that decides the period, the rates and the order.
  public var closeDate: CalendarDate
  /// The currency of the amount; nil for that of the plan.
  public var currency: Currency?
  /// The line of the file; 0 for none.
  private var lineNumber: Int32 = 0
  private var rest: Rest?

  /// The rep's share of the deal.
  public var share: Ratio {
    get { rest?.share ?? .one }
    set { setRest(newValue, dates, numbers, texts) }
  }

  /// The days in `Deals.dateColumns`; nil where the cell is empty.
  public var dates: [CalendarDate?] {
    get { rest?.dates ?? [] }
    set { setRest(share, newValue, numbers, texts) }
  }

  /// Whether any of the days is there.
  var hasDates: Bool { rest.map { !$0.dates.isEmpty } ?? false }

  /// The numbers in `Deals.numberColumns`; nil where the cell is empty.
  public var numbers: [Ratio?] {
    get { rest?.numbers ?? [] }
    set { setRest(share, dates, newValue, texts) }
  }

  /// The texts in `Deals.textColumns`.
  public var texts: [String] {
    get { rest?.texts ?? [] }
    set { setRest(share, dates, numbers, newValue) }
  }

  /// The line of the file.
  public var line: Int? {
    get { lineNumber == 0 ? nil : Int(lineNumber) }
    set { lineNumber = Int32(clamping: newValue ?? 0) }
  }

  /// Creates a deal that is won.
  public init(
    _ id: String, rep: String, closeDate: CalendarDate, amount: Ratio, currency: Currency? = nil,
    share: Ratio = .one, dates: [CalendarDate?] = [], numbers: [Ratio?] = [],
    texts: [String] = [], line: Int? = nil
  ) {
    self.id = id
    self.rep = rep
    self.closeDate = closeDate
    self.amount = amount
    self.currency = currency
    setRest(share, dates, numbers, texts)
    self.line = line
  }

  private mutating func setRest(
    _ share: Ratio, _ dates: [CalendarDate?], _ numbers: [Ratio?], _ texts: [String]
  ) {
    let isUsual = share == .one && dates.isEmpty && numbers.isEmpty && texts.isEmpty
    rest = isUsual ? nil : Rest(share, dates, numbers, texts)
  }
}

/// What a file says of a deal to people who read statements; nobody is paid by it.
public struct DealFacts: Hashable, Sendable {
  /// The customer.
  public var account: String?
  /// The name of the deal.
  public var name: String?
  /// The amount as it is written in the file, of the whole deal.
  public var amount: Ratio?
  /// The currency of that amount.
  public var currency: Currency?

  /// Creates facts.
  public init(
    account: String? = nil, name: String? = nil, amount: Ratio? = nil, currency: Currency? = nil
  ) {
    self.account = account
    self.name = name
    self.amount = amount
    self.currency = currency
  }
}

/// What a customer paid for a deal on a day.
public struct Receipt: Hashable, Sendable {
  /// The day.
  public var date: CalendarDate
  /// How much of the whole deal it paid: 0.25 for a quarter of its amount.
  public var share: Ratio

  /// Creates a receipt.
  public init(on date: CalendarDate, share: Ratio) {
    self.date = date
    self.share = share
  }
}

/// The deals of a plan year, with the columns that the plan refers to.
public struct Deals: Sendable {
  /// The name that findings show.
  public var file: String
  /// The sheet of a workbook that they are on; nil elsewhere.
  public var sheet: String?
  /// The rows in the order of the file.
  public var rows: [Deal] { didSet { haveOwnIDs = false } }
  /// Whether it is known that no two rows have the same id.
  package var haveOwnIDs: Bool = false
  /// The names of the columns with days, such as cancelled_date.
  public var dateColumns: [String]
  /// The names of the columns with numbers that are credited or banded.
  public var numberColumns: [String]
  /// The names of the columns with texts that deals are selected by.
  public var textColumns: [String]
  /// Those of the text columns that tell won deals from others.
  public var outcomeColumns: Set<String> = []
  /// What else is known of each row; empty where the file says nothing else.
  public var facts: [DealFacts]
  /// What customers paid for deals, by their ids, from the first day to the last; only a plan whose pay
  /// is due by `PaymentShare.receipts` looks at it.
  public var receipts: [String: [Receipt]] = [:]

  /// Creates deals in code.
  public init(
    _ rows: [Deal], dateColumns: [String] = [], numberColumns: [String] = [],
    textColumns: [String] = [], facts: [DealFacts] = [], file: String = "deals",
    sheet: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.rows = rows
    self.dateColumns = dateColumns
    self.numberColumns = numberColumns
    self.textColumns = textColumns
    self.facts = facts
  }

  /// The first and the last day on which a deal closed; nil without deals.
  ///
  /// Rows are looked at in place: a copy of each would count references.
  var closes: ClosedRange<CalendarDate>? {
    let rows = rows.span
    guard let first = self.rows.first?.closeDate else { return nil }
    var (earliest, latest) = (first, first)
    for row in rows.indices {
      earliest = min(earliest, rows[row].closeDate)
      latest = max(latest, rows[row].closeDate)
    }
    return earliest...latest
  }

  /// Whether any amount is negative.
  var haveReturns: Bool {
    let rows = rows.span
    return rows.indices.contains { rows[$0].amount < .zero }
  }

  /// The place of a line of the file.
  func place(line: Int?) -> Place { Place(file: file, sheet: sheet, line: line) }
}
