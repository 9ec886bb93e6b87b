/// Sorts numbers by the digits of their bits, several times as fast as by comparing them.
///
/// Digits are taken from the lowest to the highest and only of bits in which the numbers differ, so
/// that whole amounts take two or three rounds. Source: Knuth, *The Art of Computer Programming* 3,
/// section 5.2.5.
enum DigitSort {
  /// More numbers than these are halved first, so that what is sorted stays in the cache.
  private static let most = 1 << 18
  /// Fewer numbers than these are sorted as soon by comparing them.
  private static let fewest = 256
  private static let widestDigit = 11

  /// Puts numbers in ascending order; none may be NaN, and −0 comes before 0.
  ///
  /// - Complexity: O(n) for numbers of as many digits, and O(n log n) for very many.
  static func sort(_ values: inout [Double]) {
    let isSorted = values.withUnsafeBufferPointer { values in
      values.indices.dropFirst().allSatisfy { values[$0 - 1] <= values[$0] }
    }
    guard !isSorted else { return }
    values.withUnsafeMutableBufferPointer { values in
      let size = min(values.count, most)
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { scratch in
        sort(values, scratch)
      }
    }
  }

  private static func sort(
    _ values: UnsafeMutableBufferPointer<Double>, _ scratch: UnsafeMutableBufferPointer<UInt64>
  ) {
    let count = values.count
    if count <= fewest {
      var values = values
      values.sort()
    } else if count <= most {
      values.withMemoryRebound(to: UInt64.self) { sortByDigits($0, scratch) }
    } else {
      Selection.select([count / 2], in: values)
      sort(UnsafeMutableBufferPointer(rebasing: values[..<(count / 2)]), scratch)
      sort(UnsafeMutableBufferPointer(rebasing: values[(count / 2)...]), scratch)
    }
  }

  private static func sortByDigits(
    _ numbers: UnsafeMutableBufferPointer<UInt64>, _ scratch: UnsafeMutableBufferPointer<UInt64>
  ) {
    let count = numbers.count
    let first = ascending(numbers[0])
    var differing: UInt64 = 0
    for index in 0..<count {
      let key = ascending(numbers[index])
      numbers[index] = key
      differing |= key ^ first
    }
    var (source, target) = (numbers, scratch)
    var shift = UInt64(differing == 0 ? 0 : differing.trailingZeroBitCount)
    let bits = UInt64.bitWidth - differing.leadingZeroBitCount - Int(shift)
    let rounds = differing == 0 ? 0 : (bits + widestDigit - 1) / widestDigit
    let width = rounds == 0 ? 0 : (bits + rounds - 1) / rounds
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << width) { next in
      let mask: UInt64 = 1 << UInt64(width) - 1
      for _ in 0..<rounds {
        next.initialize(repeating: 0)
        for index in 0..<count { next[Int(source[index] &>> shift & mask)] += 1 }
        var start = 0
        for digit in next.indices { (next[digit], start) = (start, start + next[digit]) }
        for index in 0..<count {
          let key = source[index]
          let digit = Int(key &>> shift & mask)
          target.initializeElement(at: next[digit], to: key)
          next[digit] += 1
        }
        (source, target) = (target, source)
        shift += UInt64(width)
      }
    }
    for index in 0..<count { numbers[index] = number(source[index]) }
  }

  /// The bits of a number as an integer that is the larger, the larger the number.
  private static func ascending(_ bits: UInt64) -> UInt64 {
    bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
  }

  private static func number(_ key: UInt64) -> UInt64 {
    key ^ ((key >> 63 &- 1) | 1 << 63)
  }
}
