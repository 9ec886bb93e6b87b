internal import Amounts
internal import Phrases

extension Commission {
  func summary(in plan: Plan) -> Inline {
    let unit = plan.measure(named: measure)?.unit ?? .money
    var text: Inline =
      "pays on \"\(measure)\" by \(period.words): \(words(scale, plan, unit: unit))"
    if let part {
      let rest = part.rest.map { plan.words($0, unit: unit) } ?? "nothing"
      text += "; of it only the \"\(part.measure)\" of each deal is paid so, and the rest \(rest)"
    }
    if let threshold {
      text += "; nothing below \(plan.words(threshold.at, of: .quota, unit: unit))"
      if threshold.paysAbove { text += ", and only for what lies above" }
    }
    switch cap {
    case .pay(let level): text += "; at most \(plan.words(level, of: .target))"
    case .attainment(let level):
      text += "; credit stops at \(plan.words(level, of: .quota, unit: unit))"
    case nil: break
    }
    switch withoutQuota {
    case .nothing: text += "; nothing where there is no quota"
    case .firstRate: text += "; the first rate where there is no quota"
    case nil: break
    }
    for gate in gates {
      text += "; less unless \"\(gate.measure)\" reaches \(plan.words(gate.at, of: .ownQuota))"
    }
    for multiplier in multipliers {
      switch multiplier {
      case .measure(let other, _): text += "; times a factor by the attainment of \"\(other)\""
      case .score(let score): text += "; times the score \"\(score)\""
      }
    }
    return text + "."
  }

  private func words(_ scale: PayScale, _ plan: Plan, unit: Measure.Unit) -> Inline {
    switch scale {
    case .bands(let bands, let tiers):
      let rates = bands.map { band -> Inline in
        let rate = plan.words(band.pay, unit: unit)
        guard let end = band.to.map({ plan.words($0, of: .quota, unit: unit) }) else { return rate }
        return band.includesEnd ? "\(rate) through \(end)" : "\(rate) up to \(end)"
      }
      guard bands.count > 1 else { return rates[0] }
      let list: Inline =
        "\(rates.dropLast().joined(separator: ", ")), then \(rates[rates.count - 1])"
      switch tiers {
      case .marginal: return list + ", each rate for the credit in its own band"
      case .retroactive(nil): return list + ", the rate that is reached for all credit"
      case .retroactive(let to?):
        let start = plan.words(to, of: .quota, unit: unit)
        return list + ", the rate that is reached for all credit above \(start)"
      case .byDeal: return list + ", a whole deal at the rate of the band it starts in"
      }
    case .interpolated(let corners):
      let list = corners.map { corner -> Inline in
        let (pay, at) = (
          plan.words(corner.pay, of: .target), plan.words(corner.at, of: .quota, unit: unit)
        )
        return "\(pay) at \(at)"
      }
      return list.joined(separator: ", ") + ", and straight lines between"
    }
  }

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> Inline? {
    plan.reasonUncredited(measure, deal, deals)
  }
}
