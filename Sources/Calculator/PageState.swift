package import Amounts
internal import PayPlans

/// What the controls of a page say.
///
/// It is read from lines "key=value". The keys `quota`, `sales`, `attainment` and `goal`, and those of the
/// terms of a plan, have exact decimals, as the address of a page keeps them; with `typed-` before them,
/// what a person wrote.
package struct PageState {
  /// The number of the plan that is looked at, from 0.
  package var plan: Int = 0
  /// The quota of the year; nil for the plan's own.
  package var quota: Ratio?
  /// What is sold in the year; nil where nobody has said it.
  package var sales: Ratio?
  /// The attainment, which says the sales too where there is a quota.
  package var attainment: Ratio?
  /// The pay that somebody wants to reach.
  package var goal: Ratio?
  /// The term that may change to reach it, by the name of its control.
  package var unknown: String = ""
  /// What is set of the terms of the plan, by the names of their controls; the plan tells what a text means.
  package var terms: [(name: String, text: Substring, isTyped: Bool)] = []
  /// How attainment varies, as the command takes it; empty for the usual model.
  package var model: String = ""
  /// The number of simulated years; nil where the closed form is asked for.
  package var trials: Int?
  /// The seed of the draws.
  package var seed: UInt64 = 1
  /// The open deals on top of what is sold.
  package var pipeline: PipelineState = PipelineState()
  /// Whether there is room for a telephone's drawing alone.
  package var isNarrow: Bool = false
  /// The keys whose text could not be read.
  package var unreadable: [String] = []

  /// As many as a page draws in a second or two.
  package static let trialLimit: Ratio = 10_000_000

  /// Creates a state.
  package init() {}

  /// Reads lines; what has no meaning is left out, and what cannot be read is named.
  package init(_ text: String, decimal: DecimalConvention) {
    for (key, value, isTyped) in StateLines.lines(of: text) {
      if key == "plan" {
        plan = Int(value) ?? 0
        continue
      }
      if key == "narrow" { isNarrow = true }
      if pipeline.take(key, value, isTyped: isTyped, decimal) { continue }
      if key == "model" { model = String(value) }
      if key == "unknown" { unknown = String(value) }
      if key.utf8.starts(with: TermControl.mark.utf8), !value.isEmpty {
        terms.append((name: String(key), text: value, isTyped: isTyped))
        continue
      }
      if key == "seed", !value.isEmpty {
        if let number = UInt64(value) { seed = number } else { unreadable.append("seed") }
      }
      guard ["quota", "sales", "attainment", "goal", "trials"].contains(key), !value.isEmpty
      else { continue }
      let isShare = key == "attainment"
      let number = StateLines.number(value, isTyped: isTyped, decimal, isShare: isShare)
      guard let number else {
        unreadable.append(String(key))
        continue
      }
      switch key {
      case "quota": quota = .zero < number ? number : nil
      case "sales": (sales, attainment) = (number, nil)
      case "attainment": (attainment, sales) = (number, nil)
      case "trials":
        if let trials = Self.trials(number) {
          self.trials = trials
        } else {
          unreadable.append("trials")
        }
      default: goal = number
      }
    }
  }

  private static func trials(_ number: Ratio) -> Int? {
    guard .one <= number, number <= trialLimit, number.rounded() == number else { return nil }
    return Int(number.doubleValue)
  }

  /// Whether a number is none that breaks anything: a trillion is more than anybody sells, and keeps every
  /// product exact.
  static func isUsual(_ number: Ratio) -> Bool {
    .zero <= number && number < Ratio(Int128(1_000_000_000_000))
  }

  /// Reads an amount such as "720k", or a percentage such as "95 %" or "95".
  static func typed(
    _ text: Substring, _ decimal: DecimalConvention, isShare: Bool
  ) -> Ratio? {
    guard isShare else {
      guard let amount = try? WrittenAmount(text, decimal: decimal), !amount.isRange else {
        return nil
      }
      return amount.lower
    }
    let number = text.filter { $0 != "%" && !$0.isWhitespace }
    guard let amount = try? WrittenAmount(number, decimal: decimal), !amount.isRange else {
      return nil
    }
    return try? amount.lower / 100
  }
}
