internal import Amounts

extension Plan {
  /// The plan in words: one sentence for the pay, each measure, each component and each rule around them.
  ///
  /// - Complexity: O(size of the plan).
  public var summary: [String] {
    var sentences = [paySentence].compactMap { $0 }
    sentences += measures.map(sentence(for:))
    sentences += components.map(sentence(for:))
    sentences += [
      draw.map(sentence(for:)), guarantee.map(sentence(for:)), clawback.map(sentence(for:)),
      paidSentence,
      cap.map { "At most \(words($0, of: "the variable")) of incentive is earned in a plan year." },
    ].compactMap { $0 }
    sentences += versions.map { "Other terms hold from \($0.from) on." }
    return sentences
  }

  private func money(_ amount: Ratio) -> String { "\(amount.written) \(currency.code)" }

  private func words(_ level: Level, of whole: String, unit: Measure.Unit = .money) -> String {
    switch level {
    case .share(let share): "\(share.percentText) of \(whole)"
    case .amount(let amount): unit == .money ? money(amount) : "\(amount.plain) \(unit.plural)"
    }
  }

  private func words(_ rate: Rate, unit: Measure.Unit) -> String {
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
      text += " where " + measure.filters.map(\.words).joined(separator: " and ")
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

  private func sentence(for component: Component) -> String {
    let name = "\"\(component.name)\" "
    switch component.rule {
    case .commission(let commission):
      let unit = measure(named: commission.measure)?.unit ?? .money
      var text = name + "pays on \"\(commission.measure)\" by \(commission.period.rawValue): "
      text += words(commission.scale, unit: unit)
      if let part = commission.part {
        text += "; of it only the \"\(part.measure)\" of each deal is paid so, and the rest "
        text += part.rest.map { words($0, unit: unit) } ?? "nothing"
      }
      if let threshold = commission.threshold {
        text += "; nothing below \(words(threshold.at, of: "quota", unit: unit))"
        if threshold.paysAbove { text += ", and only for what lies above" }
      }
      switch commission.cap {
      case .pay(let level): text += "; at most \(words(level, of: "the target"))"
      case .attainment(let level):
        text += "; credit stops at \(words(level, of: "quota", unit: unit))"
      case nil: break
      }
      switch commission.withoutQuota {
      case .nothing: text += "; nothing where there is no quota"
      case .firstRate: text += "; the first rate where there is no quota"
      case nil: break
      }
      for gate in commission.gates {
        text += "; less unless \"\(gate.measure)\" reaches \(words(gate.at, of: "its quota"))"
      }
      for multiplier in commission.multipliers {
        switch multiplier {
        case .measure(let other, _): text += "; times a factor by the attainment of \"\(other)\""
        case .score(let score): text += "; times the score \"\(score)\""
        }
      }
      return text + "."
    case .bonus(let bonus):
      let unit = measure(named: bonus.measure)?.unit ?? .money
      let steps = bonus.steps.map {
        "\(words($0.pay, of: "the period's variable")) \($0.isAbove ? "above" : "at") \(words($0.at, of: "quota", unit: unit))"
      }
      return name + "pays, by \(bonus.period.rawValue) and on \"\(bonus.measure)\", "
        + steps.joined(separator: bonus.isCumulative ? ", and on top of it " : ", or ") + "."
    case .objectives(let objectives):
      let goals = objectives.goals.map { "\($0.name) \($0.weight.percentText)" }
      return name + "pays its target by \(objectives.period.rawValue) as the goals are scored: "
        + goals.joined(separator: ", ") + "."
    case .spiff(let spiff):
      var text = name + "pays \(words(spiff.pay, unit: .deals))"
      text += " for \(spiff.first.map { "the first \($0.count) " } ?? "")deals"
      if let first = spiff.first { text += " of a \(first.period.rawValue)" }
      if !spiff.filters.isEmpty {
        text += " where " + spiff.filters.map(\.words).joined(separator: " and ")
      }
      if let from = spiff.from { text += " from \(from)" }
      if let to = spiff.to { text += " to \(to)" }
      if let budget = spiff.budget { text += ", up to \(money(budget)) for each rep" }
      return text + "."
    }
  }

  private func words(_ scale: PayScale, unit: Measure.Unit) -> String {
    switch scale {
    case .bands(let bands, let tiers):
      let rates = bands.map { band in
        words(band.pay, unit: unit)
          + (band.to.map {
            " \(band.includesEnd ? "through" : "up to") \(words($0, of: "quota", unit: unit))"
          } ?? "")
      }
      let list =
        bands.count > 1
        ? rates.dropLast().joined(separator: ", ") + ", then \(rates[rates.count - 1])" : rates[0]
      guard bands.count > 1 else { return list }
      switch tiers {
      case .marginal: return list + ", each rate for the credit in its own band"
      case .retroactive(nil): return list + ", the rate that is reached for all credit"
      case .retroactive(let to?):
        return list
          + ", the rate that is reached for all credit above \(words(to, of: "quota", unit: unit))"
      case .byDeal: return list + ", a whole deal at the rate of the band it starts in"
      }
    case .interpolated(let corners):
      return corners.map {
        "\(words($0.pay, of: "the target")) at \(words($0.at, of: "quota", unit: unit))"
      }.joined(separator: ", ") + ", and straight lines between"
    }
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
        + amounts.map(\.plain).joined(separator: ", ")
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
