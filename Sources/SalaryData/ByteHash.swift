/// A 64-bit hash of bytes, fast enough to be taken of every row.
///
/// It multiplies 64-bit pieces to 128 bits and folds the halves, the mixing step of wyhash (Wang Yi,
/// 2019). It is the same on every run; it does not withstand an attacker, and need not.
enum ByteHash {
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset + 16 <= bytes.count {
      let first = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let second = bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      state = fold(first ^ 0xA076_1D64_78BD_642F ^ state, second ^ 0xE703_7ED1_A0B4_28DB)
      offset += 16
    }
    var tail: (UInt64, UInt64) = (0, 0)
    var index = 0
    while offset < bytes.count {
      let shifted = UInt64(bytes[offset]) << UInt64(index & 7 * 8)
      if index < 8 { tail.0 |= shifted } else { tail.1 |= shifted }
      offset += 1
      index += 1
    }
    state = fold(tail.0 ^ 0x8EBC_6AF0_9C88_C6E3 ^ state, tail.1 ^ 0x5899_65CC_7537_4CC3)
    return fold(state, 0x9E37_79B9_7F4A_7C15)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
