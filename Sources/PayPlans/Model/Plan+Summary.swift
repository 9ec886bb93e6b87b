internal import Amounts

extension Plan {
  /// The plan in words: one sentence for the pay, each measure, each component and each rule around them.
  ///
  /// - Complexity: O(size of the plan).
  public var summary: [String] {
    var sentences = [paySentence].compactMap { $0 }
    sentences += measures.map { sentence(for: $0) }
    sentences += components.map { $0.summary(in: self) }
    sentences += [
      draw.map { sentence(for: $0) }, guarantee.map { sentence(for: $0) },
      clawback.map { sentence(for: $0) },
      paidSentence,
      cap.map { "At most \(words($0, of: "the variable")) of incentive is earned in a plan year." },
    ].compactMap { $0 }
    sentences += versions.map { "Other terms hold from \($0.from) on." }
    return sentences
  }

  func money(_ amount: Ratio) -> String { "\(amount.written) \(currency.code)" }

  func words(_ level: Level, of whole: String, unit: Measure.Unit = .money) -> String {
    switch level {
    case .share(let share): "\(share.percentText) of \(whole)"
    case .amount(let amount): unit == .money ? money(amount) : "\(amount.plain) \(unit.plural)"
    }
  }

  func words(_ rate: Rate, unit: Measure.Unit) -> String {
    switch rate {
    case .multiple(let multiple): "\(multiple.written)x"
    case .share(let share): share.percentText
    case .each(let amount): "\(money(amount)) each"
    }
  }

  private var paySentence: String? {
    switch (base, variable) {
    case (let base?, let variable?):
      "A salary of \(money(base)) a year, and \(money(variable)) of incentive for reaching every target."
    case (let base?, nil): "A salary of \(money(base)) a year."
    case (nil, let variable?):
      "An incentive of \(money(variable)) a year for reaching every target."
    case (nil, nil): nil
    }
  }

  private func sentence(for measure: Measure) -> String {
    var text = "\"\(measure.name)\" "
    if measure.isScored {
      return text + "is scored: its attainment of each period comes from a scores file."
    }
    switch measure.unit {
    case .money: text += "counts the \(measure.credit) of deals"
    case .deals: text += "counts deals"
    case .column(let column): text += "counts the \(column) of deals"
    }
    if measure.team != nil { text += " of the team" }
    if !measure.filters.isEmpty {
      text += " where " + measure.filters.map { $0.words }.joined(separator: " and ")
    }
    if let quota = measure.quota {
      text +=
        measure.unit == .money
        ? ", with a quota of \(money(quota)) a year"
        : ", with a quota of \(quota.plain) a year"
    }
    if let phasing = measure.phasing, let quota = measure.quota {
      let parts = phasing.compactMap { try? $0 * quota }
        .map { measure.unit == .money ? $0.written : $0.plain }
      text += ", phased over the year: \(parts.joined(separator: ", "))"
    }
    if let ramp = measure.ramp {
      text += ", lower in the first months of service"
      if let day = ramp.hiredBy {
        text += ", of which the first is the next month for who is hired after the \(day.ordinal)"
      }
    }
    return text + "."
  }

  private func sentence(for draw: Draw) -> String {
    let amount = "\(money(draw.amount)) a \(draw.per.rawValue)"
    let months = draw.months.map { " in the first \($0) months" } ?? ""
    return switch draw.kind {
    case .recoverable:
      "At least \(amount) of incentive is paid\(months); the shortfall is owed and taken from later incentive."
    case .nonRecoverable: "At least \(amount) of incentive is paid\(months), and not owed."
    case .added: "\(amount) is paid on top of what is earned\(months)."
    }
  }

  private func sentence(for guarantee: Guarantee) -> String {
    switch guarantee.amount {
    case .share(let share):
      "In the first \(guarantee.months) months of service at least \(share.percentText) of the variable is paid."
    case .amounts(let amounts):
      "In the first \(guarantee.months) months of service at least "
        + amounts.map { $0.plain }.joined(separator: ", ")
        + " \(currency.code) is paid, by \(guarantee.per.rawValue)."
    }
  }

  private func sentence(for clawback: Clawback) -> String {
    let window =
      switch clawback.within {
      case .days(let count): "\(count) days"
      case .months(let count): "\(count) months"
      }
    let take =
      switch clawback.take {
      case .share(.one): "all it was paid"
      case .share(let share): "\(share.percentText) of what it was paid"
      case .prorated: "the part of what it was paid for the time that is left"
      }
    return "A deal that is cancelled within \(window) gives back \(take)."
  }

  private var paidSentence: String? {
    guard paid != [.onClose] else { return nil }
    let shares = paid.map { share in
      let delay =
        switch share.delay {
        case .days(0), .months(0): ""
        case .days(let count): " + \(count) days"
        case .months(let count): " + \(count) months"
        }
      return "\(share.share.percentText) on \(share.column)\(delay)"
    }
    return "Pay for a deal is due " + shares.joined(separator: ", ") + "."
  }
}

extension Ratio {
  /// The number for a sentence: thousands apart, and no zeros at the end of the decimals.
  fileprivate var written: String {
    var text = fixedPoint(places: isInteger ? 0 : 4)
    if !isInteger { while text.hasSuffix("0") { text.removeLast() } }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    return sign + groupingThousands(parts[0], by: ",") + parts.dropFirst().map { "." + $0 }.joined()
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
  var plural: String {
    switch self {
    case .money: ""
    case .deals: "deals"
    case .column(let name): name
    }
  }
}

extension DealFilter {
  var words: String {
    let list = values.map { $0.isEmpty ? "empty" : $0 }.joined(separator: " or ")
    return "\(column) is \(isNegated ? "not " : "")\(list)"
  }
}
