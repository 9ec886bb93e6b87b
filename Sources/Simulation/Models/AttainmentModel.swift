public import Statistics

/// How attainment varies: the sales of a year over the plan's own quota, one draw for a rep-year.
///
/// A model needs `draw` alone. One whose partial moments are known also gets closed forms:
///
///     struct Weibull: AttainmentModel {
///       var scale = 1.0
///       var shape = 2.0
///       func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
///         scale * pow(generator.standardExponential(), 1 / shape)
///       }
///     }
///
/// The generator is a concrete type, so that a model in another module is as fast as one in here.
public protocol AttainmentModel: Sendable {
  /// The model in words, as answers show it.
  var label: String { get }

  /// Whether single attainments have a probability of their own, as those of a history do.
  ///
  /// Between two of them nobody is, however pay jumps there.
  var hasAtoms: Bool { get }

  /// Returns one draw; it must be a finite number.
  func draw(using generator: inout Xoshiro256PlusPlus) -> Double

  /// Fills a block with draws, each as from `draw`.
  ///
  /// - Complexity: O(length of the block).
  func fill(_ draws: inout MutableSpan<Double>, using generator: inout Xoshiro256PlusPlus)

  /// Returns E[Xᵏ; X < bound], the k-th moment counted below a bound; nil where it is not known.
  ///
  /// Order 0 is the probability of a draw below the bound; orders 0 to 2 are needed.
  func partialMoment(_ order: Int, below bound: Double) -> Double?
}

extension AttainmentModel {
  /// The name of the type.
  public var label: String { "\(Self.self)" }

  public var hasAtoms: Bool { false }

  @inlinable
  public func fill(
    _ draws: inout MutableSpan<Double>, using generator: inout Xoshiro256PlusPlus
  ) {
    for index in draws.indices { draws[index] = draw(using: &generator) }
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? { nil }

  /// The expected attainment; nil where no closed form is known.
  public var mean: Double? { partialMoment(1, below: .infinity) }

  /// Returns the smallest attainment up to which at least a share `p` of all draws lies.
  ///
  /// Nil where no closed form is known, or for a `p` outside (0, 1).
  ///
  /// - Complexity: some 70 evaluations of the closed form.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1, partialMoment(0, below: 0) != nil else { return nil }
    // Below x lies less than p for every x up to the quantile, and at least p for all above it.
    func isBelow(_ x: Double) -> Bool { partialMoment(0, below: x).map { $0 < p } ?? true }
    var (low, high) = (0.0, 1.0)
    while !isBelow(low), low > -1e300 { low = low == 0 ? -1 : 2 * low }
    while isBelow(high), high < 1e300 { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return low }
      if isBelow(middle) { low = middle } else { high = middle }
    }
  }
}
