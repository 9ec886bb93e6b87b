internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension PlanReader {
  /// The largest share that an attainment, a rate or a payout may be: 1000 %.
  static let largestShare: Ratio = 10
  /// The largest amount, far above any plan and far below the limits of exact arithmetic.
  static let largestAmount: Ratio = 1_000_000_000_000

  /// Reads a number and checks its currency; nil when it is not one.
  ///
  /// The remedy is what to do about what is none, unless it shows what was meant.
  func number(
    _ value: YAMLValue, _ what: Inline, like example: Inline, remedy: Inline? = nil
  ) -> PlanNumber? {
    guard let text = value.text, let number = PlanNumber(text) else {
      yaml.report(
        "plan.number", at: value, "\(what) must be \(example), but this is \(value.kindInWords)",
        remedy: value.text.flatMap(Self.hint) ?? remedy)
      return nil
    }
    let digits = text.drop { !$0.isNumber && $0 != "." }
    if digits.first == "0", digits.dropFirst().first?.isNumber == true {
      yaml.report(
        "plan.leading-zero", at: value, "\(what) begins with a zero: \(value.kindInWords)",
        remedy: "leave the zeros out; quote an amount that contains a comma, such as \"3,000\"")
      return nil
    }
    switch number {
    case .amount(_, let mark?), .amountPer(_, _, let mark?), .each(_, let mark?):
      guard mark.allows(currency) else {
        yaml.report(
          "plan.currency", at: value,
          "\(what) is in \(mark.text), but the plan is in \(currency.code)",
          remedy: "write every amount of a plan in its currency")
        return nil
      }
    default: break
    }
    return number
  }

  /// Guesses why a text is not a number.
  private static func hint(_ text: String) -> Inline? {
    if text.contains(","), PlanNumber.number(text.replacing(",", with: ".")) != nil {
      return "the decimal separator is a point; a comma stands between groups of three digits"
    }
    if text.lowercased().hasPrefix("0x") || text.lowercased().hasPrefix("0o") {
      return "write the number in decimal digits"
    }
    return nil
  }

  func wrongKind(_ value: YAMLValue, _ what: Inline, _ example: Inline, _ remedy: Inline?) {
    yaml.report(
      "plan.number", at: value, "\(what) must be \(example), but this is \(value.kindInWords)",
      remedy: remedy)
  }

  /// Refuses an amount whose point may group thousands, and one that is negative or too large.
  func checked(_ amount: Ratio, at value: YAMLValue, _ what: Inline) -> Ratio? {
    if let text = value.text, let (decimal, grouped) = WrittenAmount.readings(of: text) {
      yaml.report(
        "plan.thousands", at: value,
        "\(what) may be \(decimal) or \(grouped): the point of \(value.kindInWords) could group thousands",
        remedy: "write \(grouped), or \(decimal)")
      return nil
    }
    guard .zero <= amount else {
      yaml.report(
        "plan.negative", at: value, "\(what) must not be negative, but this is \(value.kindInWords)"
      )
      return nil
    }
    guard amount <= Self.largestAmount else {
      yaml.report(
        "plan.amount", at: value, "\(what) is too large: \(value.kindInWords)",
        remedy: "amounts go up to 1,000,000,000,000")
      return nil
    }
    return amount
  }

  private func checked(
    share: Ratio, at value: YAMLValue, _ what: Inline, upTo largest: Ratio
  ) -> Ratio? {
    guard .zero <= share, share <= largest else {
      let percent = (try? largest * 100) ?? 100
      yaml.report(
        "plan.percentage", at: value,
        "\(what) must be between 0% and \(percent)%, but this is \(value.kindInWords)")
      return nil
    }
    return share
  }

  /// Reads an amount of a year: "57504" or "68750 per quarter".
  func yearlyAmount(_ value: YAMLValue, _ what: Inline, remedy: Inline? = nil) -> Ratio? {
    let example: Inline = "an amount, such as 57504 or 4792 per month"
    guard let number = number(value, what, like: example, remedy: remedy) else { return nil }
    switch number {
    case .amount(let amount, _): return checked(amount, at: value, what)
    case .amountPer(let amount, let period, _):
      guard let amount = checked(amount, at: value, what),
        let yearly = try? amount * Ratio(12 / period.monthCount)
      else { return nil }
      return checked(yearly, at: value, what)
    default:
      wrongKind(value, what, example, remedy)
      return nil
    }
  }

  /// Reads an amount for one period or deal.
  func amount(_ value: YAMLValue, _ what: Inline, remedy: Inline? = nil) -> Ratio? {
    guard let number = number(value, what, like: "an amount", remedy: remedy) else { return nil }
    if case .amount(let amount, _) = number { return checked(amount, at: value, what) }
    wrongKind(value, what, "an amount", remedy)
    return nil
  }

  /// Reads a share where nothing else can stand: "85%" or "0.85".
  func share(_ value: YAMLValue, _ what: Inline, upTo largest: Ratio = .one) -> Ratio? {
    guard let number = number(value, what, like: "a percentage, such as 50%") else { return nil }
    switch number {
    case .percentage(let share), .amount(let share, nil):
      return checked(share: share, at: value, what, upTo: largest)
    default:
      wrongKind(value, what, "a percentage, such as 50%", nil)
      return nil
    }
  }

  /// Reads a factor: "1.25" or "125%".
  func factor(_ value: YAMLValue, _ what: Inline) -> Ratio? {
    guard let number = number(value, what, like: "a factor, such as 1.25") else { return nil }
    switch number {
    case .percentage(let factor), .amount(let factor, nil), .multiple(let factor):
      guard .zero <= factor, factor <= 100 else {
        wrongKind(value, what, "a factor between 0 and 100", nil)
        return nil
      }
      return factor
    default:
      wrongKind(value, what, "a factor, such as 1.25", nil)
      return nil
    }
  }

  /// Reads a level: a percentage with its sign, or an amount.
  func level(
    _ value: YAMLValue, _ what: Inline, of unit: Measure.Unit, upTo largest: Ratio = largestShare
  ) -> Level? {
    let example: Inline = "a percentage or an amount"
    guard let number = number(value, what, like: example) else { return nil }
    switch number {
    case .percentage(let share):
      return checked(share: share, at: value, what, upTo: largest).map { .share($0) }
    case .amount(let amount, let mark):
      if mark != nil, unit != .money {
        wrongKind(value, what, "a percentage or a number of units", nil)
        return nil
      }
      return checked(amount, at: value, what).map { .amount($0) }
    default:
      wrongKind(value, what, example, nil)
      return nil
    }
  }

  /// Reads a share of the variable or an amount a year.
  func target(_ value: YAMLValue, _ what: Inline) -> Level? {
    if let text = value.text, case .percentage = PlanNumber(text) {
      return share(value, what).map { .share($0) }
    }
    return yearlyAmount(value, what).map { .amount($0) }
  }

  /// Reads the pay of a band: "1.5x", "8%" or "250 each".
  func rate(_ value: YAMLValue, _ what: Inline, unit: Measure.Unit) -> Rate? {
    let example: Inline = "a rate, such as 1.5x, 8% or 250 each"
    guard let number = number(value, what, like: example) else { return nil }
    switch number {
    case .multiple(let multiple):
      guard .zero <= multiple, multiple <= 100 else {
        wrongKind(value, what, "a multiple between 0x and 100x", nil)
        return nil
      }
      return .multiple(multiple)
    case .percentage(let share):
      if unit != .money, share != .zero {
        yaml.report(
          "plan.unit", at: value, "\(what) is a percentage of money, but the measure counts units",
          remedy: "write an amount for each unit, such as 250 each")
        return nil
      }
      return checked(share: share, at: value, what, upTo: Self.largestShare).map { .share($0) }
    case .each(let amount, _):
      if unit == .money {
        yaml.report(
          "plan.unit", at: value, "\(what) is for each unit, but the measure counts money",
          remedy: "give the measure a unit, such as `unit: deals`, or pay a percentage")
        return nil
      }
      return checked(amount, at: value, what).map { .each($0) }
    case .amount(let amount, let mark):
      let remedy: Inline
      if unit != .money {
        remedy = "write \(value.text ?? "") each"
      } else if mark != nil {
        remedy = "the measure counts money: write a percentage of the credit"
      } else if amount < .one, let percent = try? amount * 100 {
        remedy = "write \(percent.plain)% of the credit, or \(amount.plain)x for a multiple"
      } else {
        remedy = "add what it is: \(value.text ?? "")% of the credit, or x for a multiple"
      }
      wrongKind(value, what, example, remedy)
      return nil
    case .amountPer:
      wrongKind(value, what, example, nil)
      return nil
    }
  }
}
