/// The ranks, from 0, from which a quantile and its standard error are read.
struct QuantileRanks {
  /// The quantile is x(lower) + fraction · (x(upper) − x(lower)): type 7 of Hyndman and Fan.
  let lower: Int
  let upper: Int
  let fraction: Double
  /// The ranks one standard error of the rank, √(n p (1 − p)), to either side.
  ///
  /// Half their difference estimates the standard error of the quantile without a density.
  let oneErrorDown: Int
  let oneErrorUp: Int

  init(_ p: Double, of count: Int) {
    let position = p * Double(count - 1)
    let error = (Double(count) * p * (1 - p)).squareRoot()
    lower = Int(position)
    upper = min(count - 1, lower + 1)
    fraction = position - Double(lower)
    oneErrorDown = max(0, Int((position - error).rounded()))
    oneErrorUp = min(count - 1, Int((position + error).rounded()))
  }

  var all: [Int] { [lower, upper, oneErrorDown, oneErrorUp] }
}
