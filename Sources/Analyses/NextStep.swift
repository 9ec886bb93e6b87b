internal import Amounts
internal import PayPlans

/// How far a period is from the next change of its payout curve for the better.
struct NextStep {
  /// The credit that is missing.
  let missing: Ratio
  /// The rate before and after; equal when only a jump is reached.
  let rateBefore: Ratio
  let rateAfter: Ratio
  /// What is paid at once on reaching it, beyond what the rate before pays up to there.
  let jump: Ratio

  /// Finds the next step of a period; nil when nothing better comes, or a number does not fit.
  init?(_ period: StatementPeriod) {
    let pieces = period.curve.pieces
    let current = period.curve.pieceIndex(at: period.credit)
    for next in pieces.dropFirst(current + 1) {
      let before = pieces[current]
      guard let missing = try? next.start - period.credit,
        let reached = try? before.pay + before.slope * (next.start - before.start),
        let jump = try? next.pay - reached
      else { return nil }
      if jump > 0 || next.slope > before.slope {
        self.missing = missing
        rateBefore = before.slope
        rateAfter = next.slope
        self.jump = jump
        return
      }
    }
    return nil
  }
}
