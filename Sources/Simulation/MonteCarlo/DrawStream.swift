internal import Statistics

/// The draws of a model, in chunks of fixed size with a random stream each.
///
/// Draw i is the same number for every number of threads, and whatever else is asked of the draws.
struct DrawStream: Sendable {
  /// The model in words.
  let label: String
  let seed: UInt64
  let trials: Int
  private let fill: @Sendable (inout MutableSpan<Double>, inout Xoshiro256PlusPlus) -> Void

  /// Few enough that threads share the work evenly, enough that starting one costs nothing.
  static let chunkSize = 1 << 15
  /// A block of draws stays in the nearest cache.
  private static let blockSize = 1 << 10

  init(model: some AttainmentModel, seed: UInt64, trials: Int) {
    label = model.label
    self.seed = seed
    self.trials = trials
    fill = { model.fill(&$0, using: &$1) }
  }

  /// Returns the stream of the first draws alone.
  func first(_ trials: Int) -> DrawStream {
    DrawStream(label: label, seed: seed, trials: min(trials, self.trials), fill: fill)
  }

  private init(
    label: String, seed: UInt64, trials: Int,
    fill: @escaping @Sendable (inout MutableSpan<Double>, inout Xoshiro256PlusPlus) -> Void
  ) {
    self.label = label
    self.seed = seed
    self.trials = trials
    self.fill = fill
  }

  var chunkCount: Int { (trials + Self.chunkSize - 1) / Self.chunkSize }

  /// Calls a function with each block of a chunk, in order.
  func forEachBlock(of chunk: Int, _ body: (inout MutableSpan<Double>) -> Void) {
    var generator = Xoshiro256PlusPlus(seed: seed, stream: chunk)
    var left = min(Self.chunkSize, trials - chunk * Self.chunkSize)
    var block = [Double](repeating: 0, count: min(left, Self.blockSize))
    while left > 0 {
      let count = min(left, Self.blockSize)
      block.removeLast(block.count - count)
      var draws = block.mutableSpan
      fill(&draws, &generator)
      body(&draws)
      left -= count
    }
  }
}
