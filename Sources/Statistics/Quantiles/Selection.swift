/// Finds order statistics without sorting.
public enum Selection {
  /// Rearranges the values so that each rank holds what it would hold after sorting.
  ///
  /// Ranks count from 0; those outside the values are ignored. Values must not be NaN. Multiple
  /// quickselect on sampled pivots (Floyd, Rivest 1975) with a branch-free partition; equal values
  /// cost nothing extra, and a range that resists is sorted, so that no input takes quadratic time.
  ///
  /// - Complexity: O(n log r) on average for r ranks, O(n log n) at worst.
  public static func select(_ ranks: [Int], in values: inout [Double]) {
    values.withUnsafeMutableBufferPointer { select(ranks, in: $0) }
  }

  /// Rearranges a buffer so that each rank holds what it would hold after sorting.
  ///
  /// - Complexity: O(n log r) on average for r ranks, O(n log n) at worst.
  public static func select(_ ranks: [Int], in values: UnsafeMutableBufferPointer<Double>) {
    guard let base = values.baseAddress else { return }
    let sorted = Set(ranks.filter { values.indices.contains($0) }).sorted()
    selectAll(sorted[...], in: base, 0, values.count)
  }

  /// Places all ranks, the middle one first so that the others have less to search.
  private static func selectAll(
    _ ranks: ArraySlice<Int>, in a: UnsafeMutablePointer<Double>, _ lower: Int, _ upper: Int
  ) {
    guard !ranks.isEmpty, upper - lower > 1 else { return }
    let middle = ranks.startIndex + ranks.count / 2
    let rank = ranks[middle]
    selectOne(rank, in: a, lower, upper)
    selectAll(ranks[..<middle], in: a, lower, rank)
    selectAll(ranks[(middle + 1)...], in: a, rank + 1, upper)
  }

  /// Places one rank of the half-open range.
  private static func selectOne(
    _ rank: Int, in a: UnsafeMutablePointer<Double>, _ first: Int, _ end: Int
  ) {
    var (lower, upper) = (first, end)
    // Each round should shrink the range to well under half; twice the logarithm is bad luck.
    var roundsLeft = 2 * (Int.bitWidth - (upper - lower).leadingZeroBitCount)
    while upper - lower > 24 {
      guard roundsLeft > 0 else { break }
      roundsLeft -= 1
      let pivot = pivot(for: rank, in: a, lower, upper)
      let middle = partition(a, lower, upper, pivot) { $0 < $1 }
      if rank < middle {
        upper = middle
      } else if middle > lower {
        lower = middle
      } else {
        // The pivot is the smallest value: gather its equals, among which the rank may be.
        let afterEquals = partition(a, lower, upper, pivot) { $0 <= $1 }
        if rank < afterEquals { return }
        lower = afterEquals
      }
    }
    var rest = UnsafeMutableBufferPointer(start: a + lower, count: upper - lower)
    rest.sort()
  }

  /// Moves what precedes the pivot to the front and returns where the rest begins.
  ///
  /// Every step swaps and only the target moves conditionally: no branch to mispredict.
  @inline(__always)
  private static func partition(
    _ a: UnsafeMutablePointer<Double>, _ lower: Int, _ upper: Int, _ pivot: Double,
    by precedes: (Double, Double) -> Bool
  ) -> Int {
    var target = lower
    for index in lower..<upper {
      let value = a[index]
      a[index] = a[target]
      a[target] = value
      // The bit itself, because the compiler makes a branch of `? 1 : 0`: 3 times slower.
      target &+= Int(unsafeBitCast(precedes(value, pivot), to: UInt8.self))
    }
    return target
  }

  /// A value near the rank, from the order of a sample at fixed places.
  ///
  /// It lies a little towards the middle of the range, so that the rank falls on the smaller side.
  private static func pivot(
    for rank: Int, in a: UnsafeMutablePointer<Double>, _ lower: Int, _ upper: Int
  ) -> Double {
    let count = upper - lower
    let size = count < 500 ? 5 : count < 20_000 ? 31 : 255
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { sample in
      var sample = sample
      let stride = count / size
      for index in 0..<size { sample.initializeElement(at: index, to: a[lower + index * stride]) }
      sample.sort()
      let position = Double(rank - lower) / Double(count)
      let spread = (position * (1 - position) * Double(size)).squareRoot()
      let target = position * Double(size) + (position < 0.5 ? 1.5 : -1.5) * spread
      return sample[min(size - 1, max(0, Int(target)))]
    }
  }
}
