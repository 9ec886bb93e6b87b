/// A set of hashes: one for each row of a table, of which there may be millions.
///
/// The values are hashes already, so that they are not hashed once more.
package struct HashSet64: Sendable {
  /// An open-addressed table, 0 where free; its size is a power of two.
  private var slots: [UInt64]
  private var count = 0
  private var hasZero = false

  /// Creates an empty set with room for about so many hashes; it grows where there are more.
  package init(expected: Int = 0) {
    let bits = Int.bitWidth - (expected + expected / 3).leadingZeroBitCount
    slots = [UInt64](repeating: 0, count: 1 << max(10, bits))
  }

  /// Adds a hash and returns whether it is new.
  package mutating func insert(_ hash: UInt64) -> Bool {
    guard hash != 0 else {
      defer { hasZero = true }
      return !hasZero
    }
    if 4 * count >= 3 * slots.count { grow() }
    let slot = slot(of: hash)
    if slots[slot] == hash { return false }
    slots[slot] = hash
    count += 1
    return true
  }

  /// Returns the positions of hashes that stand further up in a list already.
  ///
  /// Of 5 million rows two different ones have the same 64-bit hash with a chance of one in a
  /// million. Two bits for each value of the first bits of a hash, "seen" and "seen again", leave only
  /// a few for the exact set, and stay in the caches.
  ///
  /// - Parameters:
  ///   - hashes: The hashes.
  ///   - part: Of which hashes: those whose first bits are this number, so that threads share the list.
  ///   - partBits: How many bits these are; 0 takes all hashes.
  /// - Returns: The positions, in their order.
  package static func repeats(
    in hashes: [UInt64], part: UInt64 = 0, of partBits: Int = 0
  ) -> [Int] {
    let indexBits = max(10, Int.bitWidth - (4 * hashes.count).leadingZeroBitCount - partBits)
    let shift = UInt64(64 - indexBits)
    var marks = [UInt64](repeating: 0, count: 1 << (indexBits - 5))
    for hash in hashes where hash >> UInt64(64 - partBits) == part {
      let index = (hash << UInt64(partBits)) >> shift
      let seen: UInt64 = 1 << (2 * (index & 31))
      let old = marks[Int(index >> 5)]
      marks[Int(index >> 5)] = old | seen | (old & seen) << 1
    }
    var exact = HashSet64()
    var repeats: [Int] = []
    for (position, hash) in hashes.enumerated() where hash >> UInt64(64 - partBits) == part {
      let index = (hash << UInt64(partBits)) >> shift
      guard marks[Int(index >> 5)] >> (2 * (index & 31)) & 2 != 0 else { continue }
      if !exact.insert(hash) { repeats.append(position) }
    }
    return repeats
  }

  /// Where a hash stands, or is to stand.
  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: 2 * old.count)
    for hash in old where hash != 0 { slots[slot(of: hash)] = hash }
  }
}
