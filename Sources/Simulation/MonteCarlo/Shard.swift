/// A share of the pieces of a run, so that several machines draw one answer.
///
/// Pieces have random streams of their own, so that they are what one machine would have drawn.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which of the shards it is, from 1.
  public let number: Int
  /// How many shards there are.
  public let count: Int

  /// The most shards that a run can be cut into.
  public static let limit: Int = 100_000

  /// Creates a shard; nil unless 1 ≤ number ≤ count ≤ `limit`.
  public init?(_ number: Int, of count: Int) {
    guard 1...Self.limit ~= count, 1...count ~= number else { return nil }
    self.number = number
    self.count = count
  }

  /// Creates a shard as it is written, such as "3/64".
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
    self.init(number, of: count)
  }

  public var description: String { "\(number)/\(count)" }

  /// The pieces of a run of so many that are in the shard: every so many-th, because the last ones are shorter.
  func pieces(of total: Int) -> [Int] { Array(stride(from: number - 1, to: total, by: count)) }
}
