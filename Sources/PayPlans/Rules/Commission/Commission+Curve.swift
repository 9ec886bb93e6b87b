internal import Amounts

extension Commission {
  /// Returns the curve of one period, before gates, multipliers and the cap on pay.
  ///
  /// Without a quota there is no attainment: what depends on it pays nothing.
  func curve(quota: Ratio?, target: Ratio?) throws(ArithmeticFailure) -> PayoutCurve {
    if needsQuota, (quota ?? .zero) <= .zero { return .zero }
    let whole = quota ?? .zero
    let start = try threshold?.at.resolved(of: whole)
    let limit: Ratio? =
      if case .attainment(let level) = cap { try level.resolved(of: whole) } else { nil }
    switch scale {
    case .bands(let bands, let tiers):
      return try PayoutCurve(
        bands: Self.resolved(bands, tiers, quota: quota, target: target), threshold: start,
        paysAbove: threshold?.paysAbove ?? false, creditLimit: limit)
    case .interpolated(let corners):
      var points: [(at: Ratio, pay: Ratio)] = []
      for corner in corners {
        points.append(
          (try corner.at.resolved(of: whole), try corner.pay.resolved(of: target ?? .zero)))
      }
      return try PayoutCurve(corners: points, threshold: start, creditLimit: limit)
    }
  }

  /// Returns the commission as it pays in a period with some quota.
  ///
  /// Where there is none it is the first rate alone, if the plan says so. A multiple is then one of
  /// the base commission rate of the year, as it is with `period: deal`.
  func inPeriod(
    quota: Ratio?, yearQuota: Ratio?, yearTarget: Ratio?
  ) throws(ArithmeticFailure) -> Commission {
    guard withoutQuota == .firstRate, (quota ?? .zero) <= .zero, needsQuota,
      case .bands(let bands, _) = scale, var first = bands.first
    else { return self }
    if first.pay.isMultiple {
      first.pay = .share(try first.pay.resolved(quota: yearQuota, target: yearTarget))
    }
    var alone = self
    alone.scale = .bands([Band(pay: first.pay, place: first.place)], .marginal)
    if threshold?.at.isShare == true { alone.threshold = nil }
    if case .attainment(.share) = cap { alone.cap = nil }
    return alone
  }

  /// Returns the curve that only the first band's rate makes, with the same threshold and limit.
  func firstRateCurve(quota: Ratio?, target: Ratio?) throws(ArithmeticFailure) -> PayoutCurve {
    guard case .bands(let bands, _) = scale, let first = bands.first else { return .zero }
    var alone = self
    alone.scale = .bands([Band(pay: first.pay)], .marginal)
    return try alone.curve(quota: quota, target: target)
  }

  /// The most that is paid in a period, with the target of the period.
  func payLimit(target: Ratio?) throws(ArithmeticFailure) -> Ratio? {
    guard case .pay(let level) = cap else { return nil }
    return try level.resolved(of: target ?? .zero)
  }

  private static func resolved(
    _ bands: [Band], _ tiers: Tiers, quota: Ratio?, target: Ratio?
  ) throws(ArithmeticFailure) -> [PayoutCurve.ResolvedBand] {
    let whole = quota ?? .zero
    var anchor: Ratio?
    if case .retroactive(let to) = tiers { anchor = try to?.resolved(of: whole) ?? .zero }
    var start = Ratio.zero
    var isOpen = false
    var result: [PayoutCurve.ResolvedBand] = []
    for band in bands {
      var backTo = try band.backTo?.resolved(of: whole)
      if let anchor, anchor < start { backTo = anchor }
      result.append(
        PayoutCurve.ResolvedBand(
          start: start, isOpen: isOpen, rate: try band.pay.resolved(quota: quota, target: target),
          backTo: backTo))
      if let to = band.to { (start, isOpen) = (try to.resolved(of: whole), band.includesEnd) }
    }
    return result
  }
}
