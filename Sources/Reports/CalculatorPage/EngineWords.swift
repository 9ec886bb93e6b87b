/// The words that a compiled engine holds, to tell which phrases of a language a page needs.
///
/// A literal of more than 15 bytes stands in the engine as it is written; shorter ones are part of its
/// code, and are taken to be there.
struct EngineWords {
  /// Where in the engine each pair of bytes that begins a word occurs would be too much to keep; a set of
  /// all stretches of eight bytes is small, and rules out nearly every phrase that is not there.
  private let stretches: Set<UInt64>

  init(_ engine: [UInt8]) {
    var stretches: Set<UInt64> = []
    var last: UInt64 = 0
    for byte in engine {
      last = last << 8 | UInt64(byte)
      stretches.insert(last)
    }
    self.stretches = stretches
  }

  /// Whether each part of a phrase between its values may be in the engine.
  func holds(_ english: String) -> Bool {
    english.split(separator: "%").allSatisfy { part in
      // The digits behind the sign are the number of a value.
      let words = Array(part.drop { $0.isNumber }.utf8)
      guard words.count > 15 else { return true }
      var last: UInt64 = 0
      return words.enumerated().allSatisfy { index, byte in
        last = last << 8 | UInt64(byte)
        return index < 7 || stretches.contains(last)
      }
    }
  }
}
