internal import Amounts

extension Bonus {
  /// Returns the curve of one period; `variable` is the period's part of the variable.
  func curve(quota: Ratio?, variable: Ratio?) throws(ArithmeticFailure) -> PayoutCurve {
    if steps.contains(where: { $0.at.isShare }), (quota ?? .zero) <= .zero { return .zero }
    var pieces = PayoutCurve.zero.pieces
    var total = Ratio.zero
    for (index, step) in steps.enumerated() {
      let at = try step.at.resolved(of: quota ?? .zero)
      let pay = try step.pay.resolved(of: variable ?? .zero)
      total = isCumulative ? try total + pay : pay
      pieces.append(
        PayoutCurve.Piece(
          start: at, pay: total, slope: .zero, tier: index, strata: [], isOpen: step.isAbove))
    }
    pieces[0] = PayoutCurve.Piece(
      start: try min(.zero, pieces[1].start - 1), pay: .zero, slope: .zero, tier: 0, strata: [])
    return PayoutCurve(pieces: pieces)
  }
}
