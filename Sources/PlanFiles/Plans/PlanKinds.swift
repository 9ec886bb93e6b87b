internal import Findings
internal import PayPlans
package import YAMLReading

/// The forms of numbers, times and names in plan files and in files with terms of pay.
extension ValueKind {
  private static let numbers = ["number", "string"]

  /// An amount of a year, which may be written for a shorter time.
  package static let yearly: ValueKind = .scalar(
    Scalar(
      "yearly", words: "amount of a year", types: numbers,
      pattern: "^[^%x]*( per (month|quarter|half|year))?$",
      help: "An amount for a year, or for a shorter time: 68750 per quarter."))
  /// An amount for one period or deal.
  package static let amount: ValueKind = .scalar(
    Scalar("amount", words: "amount", types: numbers))
  /// A share of a quota or target, or an amount.
  package static let level: ValueKind = .scalar(
    Scalar(
      "level", words: "percentage or amount", types: numbers,
      help: "A percentage with its sign, or an amount."))
  /// A share where nothing else can stand.
  package static let share: ValueKind = .scalar(
    Scalar("share", words: "percentage", types: numbers, help: "A percentage, such as 50%."))
  /// A number that something is multiplied by.
  static let factor: ValueKind = .scalar(Scalar(words: "factor", types: numbers))
  /// What is paid for credit.
  static let rate: ValueKind = .scalar(
    Scalar(
      "rate", words: "rate", pattern: "(%|x|each)$",
      help: "1.5x of the base commission rate, 8% of the credit, or 250 each."))
  /// The salary before the incentive.
  package static let mix: ValueKind = .scalar(
    Scalar(words: "two shares", pattern: "^[0-9.]+/[0-9.]+$"))
  /// The three letters of a currency.
  package static let currency: ValueKind = .scalar(
    Scalar(words: "three letters", pattern: "^[A-Za-z]{3}$"))
  /// A time with its unit.
  static let duration: ValueKind = .scalar(
    Scalar("duration", words: "time", pattern: "^[0-9]+ (days?|months?|years?)$"))
  /// The name of a column of the deals.
  static let column: ValueKind = .scalar(Scalar(words: "column"))
  /// The name of a measure.
  static let measureName: ValueKind = .scalar(Scalar(words: "measure"))
  /// A stretch of the year.
  static let period: ValueKind = .defined("period", .word(PlanPeriod.words))
  /// A text, number or yes or no that a cell of the deals holds.
  fileprivate static let cell: ValueKind = .scalar(
    Scalar(words: "value", types: ["string", "number", "boolean", "null"]))
  /// Columns of the deals and the values that match.
  static let conditions: ValueKind = .defined(
    "where", .named(.either([.oneOrList(cell), .group(.condition)])), words: "conditions")
  /// Factors by half-open bands.
  static let steps: ValueKind = .defined(
    "steps", .list(.group(.factorStep)), words: "factors by steps")
}

extension Grammar {
  static let condition = Grammar(
    "condition", what: "a condition",
    [.init("not", .oneOrList(.cell), required: true, "the values of which it must be none")])

  static let factorStep = Grammar(
    "factor step", what: "a step",
    [
      .init("to", .level, "where it ends, and the next one begins; the last has none"),
      .init("through", .level, "in its place, an end that is still in it"),
      .init("times", .factor, required: true, "the factor"),
    ])
}

extension PlanPeriod {
  /// The periods of a plan year, as files write them.
  static let words = Words<PlanPeriod>([
    "month": .month, "quarter": .quarter, "half": .half, "year": .year,
  ])
  /// The same, and each deal alone.
  static let wordsWithDeal = Words<PlanPeriod>([
    "month": .month, "quarter": .quarter, "half": .half, "year": .year, "deal": .deal,
  ])
}
