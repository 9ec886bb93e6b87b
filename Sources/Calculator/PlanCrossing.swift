internal import Simulation

/// A stretch of sales, or of a score, on which one of two plans pays more, or both the same.
struct PlanCrossing {
  /// Where it begins, as a share of what the axis counts.
  var start: Double
  /// Where it ends; nil where it goes on as far as is looked.
  var end: Double?
  /// 1 where the other plan pays more, −1 where it pays less, 0 where both pay the same.
  var sign: Int
  /// The largest difference of pay in it.
  var most: Double

  /// How far is looked: four times the quota.
  private static let limit = 4.0
  /// Less than two cents is what rounding of lines may make.
  private static let visible = 0.02

  /// Returns the stretches from 0 on, from a difference of pay.
  ///
  /// - Complexity: O(number of pieces).
  static func stretches(of difference: CompiledCurve) -> [PlanCrossing] {
    var stretches: [PlanCrossing] = []
    func add(_ from: Double, _ to: Double, _ value: Double) {
      let sign = abs(value) <= visible ? 0 : value > 0 ? 1 : -1
      let last = stretches.count - 1
      if last >= 0, stretches[last].sign == sign {
        stretches[last].end = to
        stretches[last].most = max(stretches[last].most, abs(value))
      } else {
        stretches.append(PlanCrossing(start: from, end: to, sign: sign, most: abs(value)))
      }
    }
    let starts = difference.starts
    for index in starts.indices {
      let from = max(0, starts[index])
      let to = min(limit, index + 1 < starts.count ? starts[index + 1] : .infinity)
      guard from < to else { continue }
      func value(_ x: Double) -> Double {
        difference.values[index] + difference.slopes[index] * (x - starts[index])
      }
      let (first, last) = (value(from), value(to))
      if first * last < 0, abs(first) > visible || abs(last) > visible {
        let middle = from - first / difference.slopes[index]
        add(from, middle, first)
        add(middle, to, last)
      } else {
        add(from, to, abs(first) > abs(last) ? first : last)
      }
    }
    if let last = stretches.indices.last { stretches[last].end = nil }
    return stretches
  }
}
