internal import Amounts
internal import Phrases

/// How the versions of a plan credit deals.
///
/// What it remembers of texts is not shared between threads: each asks one of its own.
final class PlanCrediting {
  private let measures: [[String: MeasureCrediting]]
  private let components: [[DealMatcher]]

  init(_ context: PayContext) {
    let versions = [context.plan] + context.plan.versions.map { $0.plan }
    measures = versions.map { version in
      version.measures.reduce(into: [:]) { creditings, measure in
        // Of two measures of one name the first counts.
        if creditings[measure.name] != nil { return }
        creditings[measure.name] = MeasureCrediting(measure, context.deals, context.conversion)
      }
    }
    components = versions.map { version in
      version.components.map { DealMatcher($0.facts.filters, context.deals) }
    }
  }

  /// Returns what credits deals for a measure of one version.
  func measure(_ name: String, version: Int) -> MeasureCrediting? { measures[version][name] }

  /// Returns what tells which deals a component of one version pays for, where it pays for deals.
  func component(_ index: Int, version: Int) -> DealMatcher { components[version][index] }
}

/// A step of the way from what was sold to what is credited for it, in the order in which it is taken.
enum CreditStep: Hashable {
  /// It was sold for so much: the amount, or what a column says.
  case sold(Ratio, column: String?)
  /// It was sold in another currency, which had this rate in the month.
  case exchanged(Currency, rate: Ratio, YearMonth)
  /// What is above a size counts in part.
  case windfall(Windfall)
  /// The text or number of a column counts so many times.
  case factor(Ratio, column: String, value: Inline)
}

/// What deals are credited for one measure, with its columns found and its texts remembered.
///
/// Texts are few and deals are many, so each text is compared once. An object belongs to one run.
final class MeasureCrediting {
  private enum Source {
    case amount
    case number(Int?)
    case count
    case units(Int?)
  }

  private enum Factor {
    case texts(TextColumn, Memo<Ratio>)
    case bands(Int?, [CreditMultiplier.Step])
  }

  private let measure: Measure
  private let source: Source
  private let filter: DealMatcher
  private let windfall: Windfall?
  private let factors: [Factor]
  private let conversion: CurrencyConversion

  init(_ measure: Measure, _ deals: Deals, _ conversion: CurrencyConversion) {
    source =
      switch measure.unit {
      case .money where measure.credit == "amount": .amount
      case .money: .number(deals.numberColumns.firstIndex(of: measure.credit))
      case .deals: .count
      case .column(let name): .units(deals.numberColumns.firstIndex(of: name))
      }
    self.measure = measure
    filter = DealMatcher(measure.filters, deals)
    windfall = measure.windfall
    factors = measure.multipliers.map { multiplier in
      switch multiplier {
      case .values(let column, let factors):
        .texts(
          TextColumn(column, deals),
          Memo { text in
            if let factor = factors[text.lowercased()] { return factor }
            guard let number = PlanNumber.number(text) else { return .one }
            return factors.first { PlanNumber.number($0.key) == number }?.value ?? .one
          })
      case .bands(let column, let steps):
        .bands(deals.numberColumns.firstIndex(of: column), steps)
      }
    }
    self.conversion = conversion
  }

  /// Whether a deal counts, for whatever credit.
  func counts(_ deal: Deal) -> Bool { filter.matches(deal) }

  /// Whether a deal counts and its cell with the credit is empty.
  func lacksNumber(_ deal: Deal) -> Bool {
    switch source {
    case .amount, .count: false
    case .number(let column), .units(let column): deal.number(column) == nil && counts(deal)
    }
  }

  /// The columns of bands in which a deal that counts has no number.
  func columnsWithoutBand(_ deal: Deal, of measure: Measure) -> [String] {
    zip(measure.multipliers, factors).compactMap { multiplier, factor in
      guard case .bands(let column, _) = factor, deal.number(column) == nil, counts(deal) else {
        return nil
      }
      return multiplier.column
    }
  }

  /// Returns the credit of a whole deal, before it is split; nil when it does not count.
  func wholeCredit(of deal: Deal) throws(ArithmeticFailure) -> Ratio? {
    var steps: [CreditStep]?
    return try wholeCredit(of: deal, noting: &steps)
  }

  /// Returns the same, and adds the way to it to the steps where there are any; a step that changes nothing
  /// is none.
  func wholeCredit(
    of deal: Deal, noting steps: inout [CreditStep]?
  ) throws(ArithmeticFailure) -> Ratio? {
    guard filter.matches(deal) else { return nil }
    var credit: Ratio
    switch source {
    case .amount:
      steps?.append(.sold(deal.amount, column: nil))
      credit = try conversion.converted(deal.amount, deal, noting: &steps)
    case .number(let column):
      let number = deal.number(column) ?? .zero
      steps?.append(.sold(number, column: measure.credit))
      credit = try conversion.converted(number, deal, noting: &steps)
    case .count: credit = deal.amount < .zero ? -1 : 1
    case .units(let column):
      credit = deal.number(column) ?? .zero
      steps?.append(.sold(credit, column: measure.credit))
    }
    if let windfall {
      let size = credit < .zero ? -credit : credit
      if windfall.over < size {
        steps?.append(.windfall(windfall))
        let counted = try windfall.over + (size - windfall.over) * windfall.credit
        credit = credit < .zero ? -counted : counted
      }
    }
    for index in factors.indices {
      let times: Ratio
      switch factors[index] {
      case .texts(let column, let memo):
        times = memo.value(for: column.text(of: deal))
        if steps != nil, times != .one {
          let value = Inline("\"\(column.text(of: deal))\"")
          steps?.append(.factor(times, column: measure.multipliers[index].column, value: value))
        }
      case .bands(let column, let bands):
        guard let value = deal.number(column), let own = bands.times(at: value) else { continue }
        times = own
        if steps != nil, times != .one {
          steps?.append(
            .factor(times, column: measure.multipliers[index].column, value: .ungrouped(value)))
        }
      }
      credit = try credit * times
    }
    return credit
  }
}

/// Whether deals meet conditions; without one on what tells won deals from others, they are to be won.
final class DealMatcher {
  private let areToBeWon: Bool
  private let conditions: [(column: TextColumn, isListed: Memo<Bool>, isNegated: Bool)]

  init(_ filters: [DealFilter], _ deals: Deals) {
    areToBeWon = filters.areToBeWon(unlessSelectedBy: deals.outcomeColumns)
    conditions = filters.map { filter in
      let values = Set(filter.values.map { $0.lowercased() })
      return (
        TextColumn(filter.column, deals), Memo { values.contains($0.lowercased()) },
        filter.isNegated
      )
    }
  }

  func matches(_ deal: Deal) -> Bool {
    (deal.isWon || !areToBeWon)
      && conditions.allSatisfy { $0.isListed.value(for: $0.column.text(of: deal)) != $0.isNegated }
  }
}

/// A function of a text that is worked out once for each text.
final class Memo<Value> {
  private let find: (String) -> Value
  private var known: [String: Value] = [:]

  init(_ find: @escaping (String) -> Value) {
    self.find = find
  }

  func value(for text: String) -> Value {
    if let value = known[text] { return value }
    let value = find(text)
    known[text] = value
    return value
  }
}

/// Where the text of a column stands in a deal.
enum TextColumn {
  case id
  case rep
  case other(Int?)

  init(_ name: String, _ deals: Deals) {
    switch name {
    case "deal_id": self = .id
    case "rep": self = .rep
    default: self = .other(deals.textColumns.firstIndex(of: name))
    }
  }

  func text(of deal: Deal) -> String {
    switch self {
    case .id: deal.id
    case .rep: deal.rep
    case .other(let index):
      index.flatMap { deal.texts.indices.contains($0) ? deal.texts[$0] : nil } ?? ""
    }
  }
}

/// Amounts of deals in the currency of the plan, at the rate of the month of the close.
struct CurrencyConversion {
  let rates: MonthlyRates
  let currency: Currency

  func converted(_ amount: Ratio, _ deal: Deal) throws(ArithmeticFailure) -> Ratio {
    var steps: [CreditStep]?
    return try converted(amount, deal, noting: &steps)
  }

  func converted(
    _ amount: Ratio, _ deal: Deal, noting steps: inout [CreditStep]?
  ) throws(ArithmeticFailure) -> Ratio {
    guard let foreign = deal.currency, foreign != currency else { return amount }
    let month = deal.closeDate.yearMonth
    // Rates that are missing are refused before anything is paid.
    let rate = rates.rate(of: foreign, in: month) ?? .zero
    steps?.append(.exchanged(foreign, rate: rate, month))
    return try amount * rate
  }
}

extension Deal {
  func number(_ column: Int?) -> Ratio? {
    column.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil }
  }

  func date(_ column: Int?) -> CalendarDate? {
    column.flatMap { dates.indices.contains($0) ? dates[$0] : nil }
  }
}

extension [CreditMultiplier.Step] {
  /// The factor of the step that holds a value.
  func times(at value: Ratio) -> Ratio? {
    first { step in step.to.map { value < $0 || step.includesEnd && value == $0 } ?? true }?.times
  }
}
