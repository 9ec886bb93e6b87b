internal import Amounts
internal import PayPlans

/// How much more has to be sold until the pay for more of it changes, or something is paid at once.
struct NextChange {
  /// What is missing.
  let needed: Ratio
  /// The pay for a unit of sales now.
  let rate: Ratio
  /// The pay for a unit from then on.
  let nextRate: Ratio
  /// What is paid at once.
  let jump: Ratio

  /// Looks for the next level of a plan above a position; nil where nothing changes above it.
  ///
  /// Between the corners of a plan pay is a line but for the rounding of lines, so two points of each
  /// stretch tell its rate.
  ///
  /// - Complexity: three exact evaluations for each corner up to the one that is found.
  init?(above position: PlanPosition) throws(ArithmeticFailure) {
    // On a score there is nothing of which a unit could be paid.
    guard let sales = position.sales else { return nil }
    let plan = position.quota.map { position.plan.withQuota($0) } ?? position.plan
    let reference = position.reference
    let corners = try plan.corners(salesAtOne: reference).map {
      (corner) throws(ArithmeticFailure) in try corner * reference
    }
    let above = Set(corners).filter { sales < $0 }.sorted()
    guard let first = above.first else { return nil }
    let rate = try Self.rate(position, from: sales, to: first)
    for (index, corner) in above.enumerated() {
      let end = index + 1 < above.count ? above[index + 1] : try corner + reference
      let next = try Self.rate(position, from: corner, to: end)
      let width = try end - corner
      let before = try position.at(corner - width / 1_000_000).earnings().kept.majorUnits
      let after = try position.at(corner + width / 1_000_000).earnings().kept.majorUnits
      let jump = try after - before
      // A jump of less than this is the rounding of the lines of a year.
      let isJump =
        .one < jump && jump.doubleValue > 10 * (rate.doubleValue * width.doubleValue / 5e5)
      guard isJump || abs(next.doubleValue - rate.doubleValue) > 0.0005 else { continue }
      needed = try corner - sales
      self.rate = rate
      nextRate = next
      self.jump = isJump ? jump : .zero
      return
    }
    return nil
  }

  /// The pay for a unit inside of a stretch, to a hundredth of a per cent.
  private static func rate(
    _ position: PlanPosition, from start: Ratio, to end: Ratio
  ) throws(ArithmeticFailure) -> Ratio {
    let width = try end - start
    let (low, high) = (try start + width / 4, try start + width * 3 / 4)
    let pay =
      try position.at(high).earnings().kept.majorUnits
      - position.at(low).earnings().kept.majorUnits
    return try (pay / (high - low) * 10_000).rounded() / 10_000
  }
}
