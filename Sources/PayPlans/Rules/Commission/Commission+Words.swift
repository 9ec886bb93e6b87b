internal import Amounts

extension Commission {
  func summary(in plan: Plan) -> String {
    let unit = plan.measure(named: measure)?.unit ?? .money
    var text = "pays on \"\(measure)\" by \(period.rawValue): "
    text += words(scale, plan, unit: unit)
    if let part {
      text += "; of it only the \"\(part.measure)\" of each deal is paid so, and the rest "
      text += part.rest.map { plan.words($0, unit: unit) } ?? "nothing"
    }
    if let threshold {
      text += "; nothing below \(plan.words(threshold.at, of: "quota", unit: unit))"
      if threshold.paysAbove { text += ", and only for what lies above" }
    }
    switch cap {
    case .pay(let level): text += "; at most \(plan.words(level, of: "the target"))"
    case .attainment(let level):
      text += "; credit stops at \(plan.words(level, of: "quota", unit: unit))"
    case nil: break
    }
    switch withoutQuota {
    case .nothing: text += "; nothing where there is no quota"
    case .firstRate: text += "; the first rate where there is no quota"
    case nil: break
    }
    for gate in gates {
      text += "; less unless \"\(gate.measure)\" reaches \(plan.words(gate.at, of: "its quota"))"
    }
    for multiplier in multipliers {
      switch multiplier {
      case .measure(let other, _): text += "; times a factor by the attainment of \"\(other)\""
      case .score(let score): text += "; times the score \"\(score)\""
      }
    }
    return text + "."
  }

  private func words(_ scale: PayScale, _ plan: Plan, unit: Measure.Unit) -> String {
    switch scale {
    case .bands(let bands, let tiers):
      let rates = bands.map { band in
        plan.words(band.pay, unit: unit)
          + (band.to.map {
            " \(band.includesEnd ? "through" : "up to") \(plan.words($0, of: "quota", unit: unit))"
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
          + ", the rate that is reached for all credit above \(plan.words(to, of: "quota", unit: unit))"
      case .byDeal: return list + ", a whole deal at the rate of the band it starts in"
      }
    case .interpolated(let corners):
      return corners.map {
        "\(plan.words($0.pay, of: "the target")) at \(plan.words($0.at, of: "quota", unit: unit))"
      }.joined(separator: ", ") + ", and straight lines between"
    }
  }

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> String? {
    plan.reasonUncredited(measure, deal, deals)
  }
}
