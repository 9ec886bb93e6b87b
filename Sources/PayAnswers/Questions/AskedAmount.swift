public import Amounts
internal import Answers
package import Findings
package import PayPlans

/// An amount in a question about a plan, in the plan's currency or the unit of its measure.
///
///     question.quotas = [600_000, 690_048]
public struct AskedAmount: Hashable, Sendable {
  /// The amount, in major units.
  public var value: Ratio
  /// The currencies that the amount may be in, where it says so; empty for that of the plan.
  public var currencies: [Currency]

  /// Creates an amount.
  public init(_ value: Ratio, in currencies: [Currency] = []) {
    self.value = value
    self.currencies = currencies
  }
}

extension AskedAmount: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(Ratio(value))
  }
}

extension AskedAmount {
  /// Returns the amount, unless it is in another currency than the plan.
  ///
  /// - Throws: `.usage` about the setting.
  func value(on plan: Plan, _ parameter: Parameter) throws(InputFailure) -> Ratio {
    guard currencies.isEmpty || currencies.contains(plan.currency) else {
      let own = currencies[0].code
      throw InputFailure(
        parameter, "question.currency",
        "\(.plain(value)) \(own) is not in \(plan.currency.code), the currency of the plan",
        remedy: "convert it, or leave the currency out")
    }
    return value
  }

  /// Returns the amount, unless it is 0 or less or in another currency than the plan.
  ///
  /// - Throws: `.usage` about the setting.
  package func positiveValue(on plan: Plan, _ parameter: Parameter) throws(InputFailure) -> Ratio {
    guard value > .zero else {
      throw InputFailure(
        parameter, "question.range", "an amount of 0 or less means nothing here",
        remedy: "write one amount above 0, such as 690048")
    }
    return try self.value(on: plan, parameter)
  }
}

extension [AskedAmount] {
  /// Returns the amounts, unless one is in another currency than the plan.
  package func values(on plan: Plan, _ parameter: Parameter) throws(InputFailure) -> [Ratio] {
    try map { (amount) throws(InputFailure) in try amount.value(on: plan, parameter) }
  }

  /// Returns the amounts, unless one is 0 or less or in another currency than the plan.
  package func positiveValues(on plan: Plan, _ parameter: Parameter) throws(InputFailure) -> [Ratio]
  {
    try map { (amount) throws(InputFailure) in try amount.positiveValue(on: plan, parameter) }
  }
}
