internal import Amounts

/// What the deals of a component stand at, in a period or in the year so far.
///
/// Every line follows from it: a deal, a cancellation and the end of a period pay what the component
/// stands at less what was paid before. A deal occupies a stretch of credit; the stretch stands at
/// what the curve pays for it once the highest credit of the period is known. A cancelled deal goes
/// on occupying its stretch and stands at what is kept of it.
struct Standing {
  /// The credit of one deal.
  struct Stretch {
    var row: Int?
    /// The credit so far before and after it.
    var before: Ratio
    var after: Ratio
    /// Its pay at its own rate, where each deal has one: by-deal tiers, and rules that pay deals alone.
    var own: Ratio
    /// The highest credit before attainment was reduced; jumps up to there are not paid again.
    var reached: Ratio?
    /// What of it is paid, where that is a part.
    var part: Part?
  }

  /// What of a deal's credit is paid, where the scale is walked by more than that.
  struct Part: Hashable {
    /// The credit of the part.
    var credit: Ratio
    /// The part, as a share of the credit that walks the scale.
    var share: Ratio
    /// What the rest is paid.
    var rest: Ratio
  }

  /// A deal that was cancelled, and what is kept of it.
  private struct Cancelled {
    var stretch: Stretch
    var kept: Ratio
    /// The most that it stands at, from the day of the cancellation on; nil for a return.
    var most: Ratio?
  }

  /// The credit so far.
  private(set) var credit: Ratio = .zero
  /// The highest credit that counts for the rates: a return lowers it, a cancellation does not.
  private(set) var highest: Ratio = .zero
  /// The sum of the deals' pay at their own rates.
  private(set) var own: Ratio = .zero
  /// The deals of which a part is paid: what they pay together is not a function of the credit.
  private var parted: [Stretch] = []
  /// Credit that was reached without a break, before cancellations reduced attainment, or credit of
  /// another plan raised it.
  private var earlier: [Stretch] = []
  private var start: Ratio = .zero
  private var reached: Ratio?
  private var cancelled: [Cancelled] = []
  /// Where each cancelled row stands in the list.
  private var places: [Int: Int] = [:]
  /// What cancelled deals are worth less than if they were not, as long as the rates are the same.
  private var fallen: (piece: Int, isDue: Bool, amount: Ratio)?

  /// Adds a deal or a return.
  mutating func add(
    _ amount: Ratio, own pay: Ratio, row: Int?, part: Part? = nil
  ) throws(ArithmeticFailure) -> Stretch {
    let before = credit
    credit = try before + amount
    own = try own + pay
    highest = max(amount < .zero ? try highest + amount : highest, credit)
    let stretch = Stretch(
      row: row, before: before, after: credit, own: pay, reached: reached, part: part)
    if part != nil { parted.append(stretch) }
    return stretch
  }

  /// Takes credit out: what is sold next begins lower, and nothing else is re-rated.
  mutating func reduce(by amount: Ratio) throws(ArithmeticFailure) {
    earlier.append(stretch)
    credit = try credit - amount
    start = credit
    reached = highest
  }

  /// Adds credit that is not paid here: what is sold next begins above it.
  mutating func carry(_ amount: Ratio) throws(ArithmeticFailure) {
    earlier.append(stretch)
    credit = try credit + amount
    highest = max(amount < .zero ? try highest + amount : highest, credit)
    start = credit
  }

  /// Begins another period of the year so far, with the credit that then stands.
  mutating func beginPeriod() {
    highest = credit
    fallen = nil
  }

  /// Lets a deal stand at what is kept of it.
  mutating func cancel(_ stretch: Stretch, kept: Ratio, atMost most: Ratio?) {
    if let row = stretch.row { places[row] = cancelled.count }
    cancelled.append(Cancelled(stretch: stretch, kept: kept, most: most))
    fallen = nil
  }

  /// The credit since attainment was last reduced, or raised from outside.
  private var stretch: Stretch {
    Stretch(row: nil, before: start, after: credit, own: .zero, reached: reached)
  }

  /// Returns what a deal stands at when it is not cancelled, before gates, multipliers and caps.
  func value(
    of stretch: Stretch, _ pricing: PeriodPricing
  ) throws(ArithmeticFailure) -> Ratio {
    switch pricing.basis {
    case .credit: try pricing.curve.standing(of: stretch, highest: highest)
    case .part:
      if let part = stretch.part {
        try part.share * pricing.curve.standing(of: stretch, highest: highest) + part.rest
      } else {
        .zero
      }
    case .dealPay: pricing.isDue(at: highest) ? stretch.own : .zero
    }
  }

  /// Returns what a deal stands at, before gates, multipliers and caps.
  func standing(
    of stretch: Stretch, _ pricing: PeriodPricing
  ) throws(ArithmeticFailure) -> Ratio {
    guard let row = stretch.row, let place = places[row] else {
      return try value(of: stretch, pricing)
    }
    return try standing(of: cancelled[place], pricing)
  }

  private func standing(
    of deal: Cancelled, _ pricing: PeriodPricing
  ) throws(ArithmeticFailure) -> Ratio {
    let kept = deal.kept == .zero ? .zero : try deal.kept * value(of: deal.stretch, pricing)
    return deal.most.map { min($0, kept) } ?? kept
  }

  /// Returns what all deals stand at, after gates, multipliers and the cap.
  mutating func pay(_ pricing: PeriodPricing) throws(ArithmeticFailure) -> Ratio {
    var sum: Ratio
    switch pricing.basis {
    case .credit where earlier.isEmpty && cancelled.isEmpty:
      // The stretches of all deals together are the way from 0 to the credit.
      return try pricing.pay(for: pricing.curve.pay(at: credit))
    case .credit where earlier.isEmpty:
      sum = try pricing.curve.standing(upTo: credit, highest: highest)
    case .credit:
      // What a curve pays without credit belongs to nobody, so that the first stretch begins at 0 with it.
      sum = try pricing.curve.standing(upTo: .zero, highest: highest)
      sum = try sum + value(of: stretch, pricing)
      for stretch in earlier { sum = try sum + value(of: stretch, pricing) }
    case .part:
      sum = .zero
      for stretch in parted { sum = try sum + value(of: stretch, pricing) }
    case .dealPay:
      sum = pricing.isDue(at: highest) ? own : .zero
    }
    sum = try sum - fallen(pricing)
    return try pricing.pay(for: pricing.curve.limited(sum))
  }

  /// Returns what the component stands at less because deals are cancelled.
  private mutating func fallen(_ pricing: PeriodPricing) throws(ArithmeticFailure) -> Ratio {
    let (piece, isDue) = (pricing.curve.pieceIndex(at: highest), pricing.isDue(at: highest))
    if let fallen, fallen.piece == piece, fallen.isDue == isDue { return fallen.amount }
    var amount = Ratio.zero
    for deal in cancelled {
      amount = try amount + value(of: deal.stretch, pricing) - standing(of: deal, pricing)
    }
    fallen = (piece, isDue, amount)
    return amount
  }
}

extension PayoutCurve {
  /// Returns what a stretch of credit stands at, before the cap, when the highest credit reached is known.
  ///
  /// Once a threshold or a band that reaches back is reached, earlier credit stands at its rate too.
  /// Elsewhere it stands at the curve, where a jump belongs to the stretch that crosses it, and is
  /// paid once.
  func standing(
    of stretch: Standing.Stretch, highest: Ratio
  ) throws(ArithmeticFailure) -> Ratio {
    let strata = pieces[pieceIndex(at: highest)].strata
    var value =
      try strata.pay(upTo: stretch.after) - strata.pay(upTo: stretch.before)
    guard let reached = stretch.reached else { return value }
    for stratum in strata.steps.dropFirst()
    where stretch.before < stratum.start && stratum.start <= min(stretch.after, reached) {
      value = try value - stratum.jump
    }
    return value
  }
}
