internal import Amounts
internal import PayPlans

extension Plan {
  /// The attainments at which the plan says that pay changes its course.
  ///
  /// Where caps, draws and sums of months bend it is not written; `PiecewiseFit` finds those.
  func corners(salesAtOne: Ratio) throws(ArithmeticFailure) -> [Ratio] {
    var corners: Set<Ratio> = []
    for plan in [self] + versions.map(\.plan) {
      for component in plan.components {
        switch component.rule {
        case .commission(let commission):
          let levels = LevelList(plan, commission.measure, commission.period, salesAtOne)
          try levels.add(commission.levels, to: &corners)
          for gate in commission.gates {
            let levels = LevelList(plan, gate.measure, commission.period, salesAtOne)
            try levels.add([gate.at], to: &corners)
          }
          for case .measure(_, let steps) in commission.multipliers {
            corners.formUnion(steps.compactMap(\.to))
          }
        case .bonus(let bonus):
          let levels = LevelList(plan, bonus.measure, bonus.period, salesAtOne)
          try levels.add(bonus.steps.map(\.at), to: &corners)
        case .objectives, .spiff: break
        }
      }
    }
    return corners.filter { .zero < $0 }
  }
}

extension Commission {
  /// Every point on the scale of credit.
  fileprivate var levels: [Level] {
    var levels: [Level] = []
    switch scale {
    case .bands(let bands, let tiers):
      levels += bands.flatMap { [$0.to, $0.backTo] }.compactMap(\.self)
      if case .retroactive(let anchor?) = tiers { levels.append(anchor) }
    case .interpolated(let corners): levels += corners.map(\.at)
    }
    if let threshold { levels.append(threshold.at) }
    if case .attainment(let level) = cap { levels.append(level) }
    return levels
  }
}

/// Turns levels of a measure in a period into attainments.
private struct LevelList {
  /// The credit at an attainment of 1, in each period and in the year up to its end.
  private let credits: [Ratio]

  init(_ plan: Plan, _ name: String, _ period: PlanPeriod, _ salesAtOne: Ratio) {
    guard let measure = plan.measure(named: name) else {
      credits = []
      return
    }
    let year = measure.yearQuota ?? salesAtOne
    let length = period.monthCount
    var credits: Set<Ratio> = []
    for first in stride(from: 0, to: 12, by: length) {
      for months in [first..<first + length, 0..<first + length] {
        if let share = try? measure.share(of: months), let credit = try? year * share {
          credits.insert(credit)
        }
      }
    }
    self.credits = credits.filter { .zero < $0 }
  }

  func add(_ levels: [Level], to corners: inout Set<Ratio>) throws(ArithmeticFailure) {
    for level in levels {
      switch level {
      case .share(let share): corners.insert(share)
      case .amount(let amount):
        for credit in credits { corners.insert(try amount / credit) }
      }
    }
  }
}
