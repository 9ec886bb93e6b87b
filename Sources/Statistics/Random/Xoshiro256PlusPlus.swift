/// The xoshiro256++ generator: 256 bits of state, period 2²⁵⁶ − 1, about a nanosecond a draw.
///
/// Source: Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
/// Not for secrets: its output can be predicted.
public struct Xoshiro256PlusPlus: RandomNumberGenerator, Sendable, Hashable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// Creates the generator that reference implementations have after seeding through SplitMix64.
  @inlinable
  public init(seed: UInt64) {
    self.init(seed: seed, stream: 0)
  }

  /// Creates the generator of one of many streams, such as one per chunk of trials.
  ///
  /// Stream i takes words 4i to 4i+3 of the SplitMix64 sequence of the seed as its state, so any
  /// stream is reached in O(1) and stream 0 is the plain generator of the seed. Streams do not
  /// overlap but for a chance of about (draws in all) / 2²⁵⁶; for a guarantee, use `jump()`.
  @inlinable
  public init(seed: UInt64, stream: Int) {
    let start = seed &+ 4 &* UInt64(truncatingIfNeeded: stream) &* 0x9E37_79B9_7F4A_7C15
    var source = SplitMix64(seed: start)
    // SplitMix64 is a bijection of a counter: of four neighbours at most one is 0.
    (s0, s1, s2, s3) = (source.next(), source.next(), source.next(), source.next())
  }

  /// Creates a generator in a given state; nil for the all-zero state, which would never leave it.
  public init?(state: (UInt64, UInt64, UInt64, UInt64)) {
    guard state != (0, 0, 0, 0) else { return nil }
    (s0, s1, s2, s3) = state
  }

  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// Moves on by 2¹²⁸ draws: the way to 2¹²⁸ sequences that certainly do not overlap.
  public mutating func jump() {
    advance(by: [
      0x180E_C6D3_3CFD_0ABA, 0xD5A6_1266_F0C9_392C, 0xA958_2618_E03F_C9AA, 0x39AB_DC45_29B1_661C,
    ])
  }

  /// Replaces the state by the given polynomial of the transition, applied to it.
  private mutating func advance(by polynomial: [UInt64]) {
    var (t0, t1, t2, t3): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for word in polynomial {
      for bit in 0..<64 {
        if word >> bit & 1 == 1 {
          t0 ^= s0
          t1 ^= s1
          t2 ^= s2
          t3 ^= s3
        }
        _ = next()
      }
    }
    (s0, s1, s2, s3) = (t0, t1, t2, t3)
  }
}
