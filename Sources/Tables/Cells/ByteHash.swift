/// A 64-bit hash of bytes, fast enough to be taken of every row.
///
/// It multiplies 64-bit pieces to 128 bits and folds the halves, the mixing step of wyhash (Wang Yi,
/// 2019). It is the same on every run; it does not withstand an attacker, and need not.
package enum ByteHash {
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset + 16 < count {
      state = fold(
        word(bytes, offset) ^ 0xA076_1D64_78BD_642F ^ state,
        word(bytes, offset + 8) ^ 0xE703_7ED1_A0B4_28DB)
      offset += 16
    }
    // The rest is at most 16 bytes; pieces that overlap cover it without a loop over bytes.
    let tail: (UInt64, UInt64)
    if count >= 16 {
      tail = (word(bytes, count - 16), word(bytes, count - 8))
    } else if count >= 8 {
      tail = (word(bytes, 0), word(bytes, count - 8))
    } else if count >= 4 {
      tail = (
        UInt64(bytes.loadUnaligned(as: UInt32.self)),
        UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    } else if count > 0 {
      tail = (UInt64(bytes[0]) << 8 | UInt64(bytes[count / 2]), UInt64(bytes[count - 1]))
    } else {
      tail = (0, 0)
    }
    state = fold(tail.0 ^ 0x8EBC_6AF0_9C88_C6E3 ^ state, tail.1 ^ 0x5899_65CC_7537_4CC3)
    // The pieces of a short run overlap, so that runs of two lengths can have the same: "1111", "01111".
    return fold(state, 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count))
  }

  /// Whether two runs of one length have the same bytes.
  @inline(__always)
  static func areEqual(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
    let count = first.count
    guard count >= 8 else { return (0..<count).allSatisfy { first[$0] == second[$0] } }
    var offset = 0
    while offset + 8 < count {
      if word(first, offset) != word(second, offset) { return false }
      offset += 8
    }
    // The last piece overlaps the one before.
    return word(first, count - 8) == word(second, count - 8)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
