internal import Amounts
public import Phrases

extension Plan {
  /// The plan in words: one sentence for the pay, each measure, each component and each rule around them.
  ///
  /// - Complexity: O(size of the plan).
  public var summary: [Inline] {
    let around: [Inline?] = [
      draw.map { sentence(for: $0) }, guarantee.map { sentence(for: $0) },
      clawback.map { sentence(for: $0) },
      paidSentence,
      cap.map { "At most \(words($0, of: .variable)) of incentive is earned in a plan year." },
    ]
    var sentences = [paySentence].compactMap { $0 }
    sentences += measures.map { sentence(for: $0) }
    sentences += components.map { $0.summary(in: self) }
    sentences += around.compactMap { $0 }
    sentences += versions.map { "Other terms hold from \($0.from) on." }
    return sentences
  }

  func money(_ amount: Ratio) -> Inline { .rounded(amount, currency) }

  func words(_ level: Level, of whole: Level.Whole, unit: Measure.Unit = .money) -> Inline {
    switch level {
    case .share(let share): whole.words(for: .share(share))
    case .amount(let amount): unit == .money ? money(amount) : unit.words(for: amount)
    }
  }

  func words(_ rate: Rate, unit: Measure.Unit) -> Inline {
    switch rate {
    case .multiple(let multiple): "\(.rounded(multiple))x"
    case .share(let share): .share(share)
    case .each(let amount): "\(money(amount)) each"
    }
  }

  private var paySentence: Inline? {
    switch (base, variable) {
    case (let base?, let variable?):
      "A salary of \(money(base)) a year, and \(money(variable)) of incentive for reaching every target."
    case (let base?, nil): "A salary of \(money(base)) a year."
    case (nil, let variable?):
      "An incentive of \(money(variable)) a year for reaching every target."
    case (nil, nil): nil
    }
  }

  private func sentence(for measure: Measure) -> Inline {
    let name = measure.name
    if measure.isScored {
      return "\"\(name)\" is scored: its attainment of each period comes from a scores file."
    }
    var text: Inline =
      switch measure.unit {
      case .money: "\"\(name)\" counts the \(measure.credit) of deals"
      case .deals: "\"\(name)\" counts deals"
      case .column(let column): "\"\(name)\" counts the \(column) of deals"
      }
    if measure.team != nil { text += " of the team" }
    if !measure.filters.isEmpty { text += " where \(measure.filters.words)" }
    for multiplier in measure.multipliers { text += ", \(multiplier.words)" }
    if let windfall = measure.windfall {
      let size = measure.unit == .money ? money(windfall.over) : .ungrouped(windfall.over)
      text += ", \(.share(windfall.credit)) of what a deal has above \(size)"
    }
    if let quota = measure.quota {
      text +=
        ", with a quota of \(measure.unit == .money ? money(quota) : .ungrouped(quota)) a year"
    }
    if let phasing = measure.phasing, let quota = measure.quota {
      let parts = phasing.compactMap { try? $0 * quota }
        .map { measure.unit == .money ? Inline.rounded($0) : .ungrouped($0) }
      text += ", phased over the year: \(parts.joined(separator: ", "))"
    }
    if let ramp = measure.ramp {
      text += ", lower in the first months of service"
      if let day = ramp.hiredBy {
        text +=
          ", of which the first is the next month for who is hired after the \(.ordinal(day))"
      }
    }
    return text + "."
  }

  private func sentence(for draw: Draw) -> Inline {
    let amount: Inline = "\(money(draw.amount)) a \(draw.per.words)"
    let months = draw.months.map { " in the first \($0) months" } ?? Inline.empty
    return switch draw.kind {
    case .recoverable:
      "At least \(amount) of incentive is paid\(months); the shortfall is owed and taken from later incentive."
    case .nonRecoverable: "At least \(amount) of incentive is paid\(months), and not owed."
    case .added: "\(amount) is paid on top of what is earned\(months)."
    }
  }

  private func sentence(for guarantee: Guarantee) -> Inline {
    switch guarantee.amount {
    case .share(let share):
      return
        "In the first \(guarantee.months) months of service at least \(.share(share)) of the variable is paid."
    case .amounts(let amounts):
      let list = amounts.map { Inline.ungrouped($0) }.joined(separator: ", ")
      return
        "In the first \(guarantee.months) months of service at least \(list) \(currency.code) is paid, by \(guarantee.per.words)."
    }
  }

  private func sentence(for clawback: Clawback) -> Inline {
    let take: Inline =
      switch clawback.take {
      case .share(.one): "all it was paid"
      case .share(let share): "\(.share(share)) of what it was paid"
      case .prorated: "the part of what it was paid for the time that is left"
      }
    return switch clawback.within {
    case .days(let count):
      "A deal that is cancelled within \(count) days gives back \(take)."
    case .months(let count):
      "A deal that is cancelled within \(count) months gives back \(take)."
    }
  }

  private var paidSentence: Inline? {
    guard paid != [.onClose] else { return nil }
    let shares = paid.map { share -> Inline in
      let part = Inline.share(share.share)
      if share.followsReceipts {
        return switch share.delay {
        case .days(0), .months(0): "\(part) as the customer pays"
        case .days(let count): "\(part) \(count) days after the customer pays"
        case .months(let count): "\(part) \(count) months after the customer pays"
        }
      }
      let column = share.column
      return switch share.delay {
      case .days(0), .months(0): "\(part) on \(column)"
      case .days(let count): "\(part) on \(column) + \(count) days"
      case .months(let count): "\(part) on \(column) + \(count) months"
      }
    }
    return "Pay for a deal is due \(shares.joined(separator: ", "))."
  }
}

extension Level {
  /// What a share is a share of.
  enum Whole {
    case quota, ownQuota, target, variable, periodVariable

    func words(for share: Inline) -> Inline {
      switch self {
      case .quota: "\(share) of quota"
      case .ownQuota: "\(share) of its quota"
      case .target: "\(share) of the target"
      case .variable: "\(share) of the variable"
      case .periodVariable: "\(share) of the period's variable"
      }
    }
  }
}

extension Inline {
  /// A day of the month with its ending, such as "22nd" or "22.".
  fileprivate static func ordinal(_ day: Int) -> Inline {
    written { $0.language == .english ? day.ordinal : "\(day)." }
  }
}

extension Int {
  /// The number with its ending, such as "22nd".
  fileprivate var ordinal: String {
    switch self {
    case 1, 21, 31: "\(self)st"
    case 2, 22: "\(self)nd"
    case 3, 23: "\(self)rd"
    default: "\(self)th"
    }
  }
}

extension Measure.Unit {
  /// A number of what is counted where that is not money, such as "12 deals".
  func words(for number: Ratio) -> Inline {
    switch self {
    case .money: .ungrouped(number)
    case .deals: "\(.ungrouped(number)) deals"
    case .column(let name): "\(.ungrouped(number)) \(name)"
    }
  }
}

extension PlanPeriod {
  /// The period, as in "a quarter" and "by quarter".
  package var words: Inline {
    switch self {
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half"
    case .year: "year"
    case .deal: "deal"
    }
  }
}

extension CreditMultiplier {
  /// How much of a deal counts, by what its column says.
  fileprivate var words: Inline {
    switch self {
    case .values(let column, let factors):
      let list = factors.sorted { $0.key < $1.key }.map { value, factor -> Inline in
        "\(.share(factor)) where \(column) is \(value.isEmpty ? "empty" : Inline(value))"
      }
      return "times \(list.joined(separator: ", "))"
    case .bands(let column, let steps):
      let list = steps.map { step -> Inline in
        guard let end = step.to else { return "\(.share(step.times)) from there on" }
        return step.includesEnd
          ? "\(.share(step.times)) through \(.ungrouped(end))"
          : "\(.share(step.times)) below \(.ungrouped(end))"
      }
      return "times, by its \(column), \(list.joined(separator: ", "))"
    }
  }
}

extension DealFilter {
  var words: Inline {
    let list = values.map { $0.isEmpty ? "empty" : Inline($0) }.joined(separator: " or ")
    return isNegated ? "\(column) is not \(list)" : "\(column) is \(list)"
  }
}

extension [DealFilter] {
  var words: Inline { map { $0.words }.joined(separator: " and ") }
}
