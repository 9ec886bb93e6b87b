internal import Findings
public import Statistics

/// A population of several kinds of people, each with a model of its own.
public struct MixedAttainment: AttainmentModel {
  /// The models and the share of people each holds for.
  public let parts: [(share: Double, model: any AttainmentModel)]
  private let shares: Shares

  /// Creates a mixture; fails unless the shares sum to 1.
  public init(_ parts: [(share: Double, model: any AttainmentModel)]) throws(ModelFailure) {
    guard !parts.isEmpty else { throw ModelFailure.noParts }
    self.init(try Shares(parts.map(\.share), of: .parts), parts.map(\.model))
  }

  init(_ shares: Shares, _ models: [any AttainmentModel]) {
    self.shares = shares
    parts = Array(zip(shares.values, models))
  }

  public var hasAtoms: Bool { parts.contains { $0.model.hasAtoms } }

  public var label: String {
    shares.label(parts.map(\.model.label))
  }

  public func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
    parts[shares.index(using: &generator)].model.draw(using: &generator)
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    shares.mean(parts.map { $0.model.partialMoment(order, below: bound) })
  }
}
