/// Numbers distinct runs of bytes in the order in which they are met; the empty run is 0.
///
/// No string is made until the labels are asked for.
package struct ByteInterner: Sendable {
  /// The bytes of all labels, one after the other.
  private var bytes: [UInt8] = []
  /// Where each label ends in `bytes`.
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = [0]
  /// An open-addressed table of the numbers, 0 where free; its size is a power of two.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 64)

  package init() {}

  /// The number of labels, the empty one included.
  package var count: Int { ends.count }

  /// Returns the number of a run of bytes without the blanks at its ends.
  package mutating func code(for text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let trimmed = Self.trimmed(text)
    return trimmed.isEmpty ? 0 : code(forTrimmed: trimmed)
  }

  /// Returns the number of a run of bytes as it is, blanks at its ends included.
  package mutating func code(as bytes: Span<UInt8>) -> UInt32 {
    bytes.isEmpty ? 0 : bytes.withUnsafeBufferPointer { code(forTrimmed: $0) }
  }

  private mutating func code(forTrimmed text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = ByteHash.hash(UnsafeRawBufferPointer(text))
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, isLabel(code, text) { return UInt32(code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = UInt32(ends.count)
    slots[slot] = code
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    if 2 * ends.count > slots.count { grow() }
    return code
  }

  /// Adds the labels of another interner and returns the number that each of them has here.
  package mutating func add(_ other: ByteInterner) -> [UInt32] {
    other.bytes.withUnsafeBufferPointer { all in
      (0..<other.count).map { code in
        code == 0
          ? 0
          : self.code(
            forTrimmed: UnsafeBufferPointer(rebasing: all[other.ends[code - 1]..<other.ends[code]]))
      }
    }
  }

  /// The labels as text, in the order of their numbers.
  package var labels: [String] {
    (0..<count).map { code in
      code == 0 ? "" : String(decoding: bytes[ends[code - 1]..<ends[code]], as: UTF8.self)
    }
  }

  /// Returns a label as text.
  package func label(_ code: UInt32) -> String {
    code == 0
      ? "" : String(decoding: bytes[ends[Int(code) - 1]..<ends[Int(code)]], as: UTF8.self)
  }

  @inline(__always)
  private func isLabel(_ code: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[code - 1]
    guard ends[code] - start == text.count else { return false }
    return bytes.withUnsafeBytes { all in
      ByteHash.areEqual(
        UnsafeRawBufferPointer(rebasing: all[start..<start + text.count]),
        UnsafeRawBufferPointer(text))
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for code in 1..<ends.count {
      var slot = Int(truncatingIfNeeded: hashes[code]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(code)
    }
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, text.count)
    while start < end, text[start] == UInt8(ascii: " ") || text[start] == UInt8(ascii: "\t") {
      start += 1
    }
    while end > start, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == UInt8(ascii: "\t") {
      end -= 1
    }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }
}
