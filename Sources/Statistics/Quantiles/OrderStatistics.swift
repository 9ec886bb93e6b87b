/// The order statistics of values that lie in one ascending run, or in several that nobody merges,
/// such as those of the parts of a sample.
struct OrderStatistics: Sendable {
  private let runs: [[Double]]

  /// Sorts values, none of which is NaN.
  ///
  /// - Complexity: O(n) where they are sorted already.
  init(sorting values: consuming [Double]) {
    DigitSort.sort(&values)
    runs = [values]
  }

  /// Takes values that lie in ascending runs.
  init(runs: [[Double]]) {
    self.runs = runs
  }

  /// The number of values.
  var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// Returns the value that has a rank, counted from 0, in the order of all values.
  ///
  /// - Complexity: O(1) for one run; O(runs · log² n) for several of like values.
  func value(at rank: Int) -> Double {
    if runs.count == 1 { return runs[0][rank] }
    // What is left of each run, and the rank among it: what a value splits off is left out.
    var left = runs.map(\.indices)
    var rank = rank
    while true {
      let longest = left.indices.max { left[$0].count < left[$1].count } ?? 0
      let pivot = runs[longest][left[longest].lowerBound + left[longest].count / 2]
      let before = runs.indices.map { runs[$0].firstIndex(in: left[$0]) { $0 >= pivot } }
      let after = runs.indices.map { run in
        runs[run].firstIndex(in: before[run]..<left[run].upperBound) { $0 > pivot }
      }
      let lower = left.indices.reduce(0) { $0 + before[$1] - left[$1].lowerBound }
      let equal = left.indices.reduce(0) { $0 + after[$1] - before[$1] }
      if rank < lower {
        for run in left.indices { left[run] = left[run].lowerBound..<before[run] }
      } else if rank < lower + equal {
        return pivot
      } else {
        rank -= lower + equal
        for run in left.indices { left[run] = after[run]..<left[run].upperBound }
      }
    }
  }

  /// Whether two values from one to another are equal.
  ///
  /// - Complexity: O(runs · log n + m log m) for m values between them.
  func hasTies(from low: Double, to high: Double) -> Bool {
    let inside = runs.map { run in
      let start = run.firstIndex(in: run.indices) { $0 >= low }
      return run[start..<run.firstIndex(in: start..<run.endIndex) { $0 > high }]
    }
    let values = inside.count == 1 ? inside[0] : inside.flatMap(\.self).sorted()[...]
    return zip(values, values.dropFirst()).contains { $0 == $1 }
  }
}

extension [Double] {
  /// The first index of a range from which on a test holds, which holds of none before it; its end where it
  /// holds of none.
  fileprivate func firstIndex(in range: Range<Int>, where test: (Double) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
