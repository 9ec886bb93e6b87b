internal import Findings
public import Statistics

/// A population of several kinds of people, each with a model of its own.
public struct MixedAttainment: AttainmentModel {
  /// The models and the share of people each holds for.
  public let parts: [(share: Double, model: any AttainmentModel)]
  private let cumulated: [Double]

  /// Creates a mixture; fails unless the shares sum to 1.
  public init(_ parts: [(share: Double, model: any AttainmentModel)]) throws(ModelFailure) {
    guard !parts.isEmpty else { throw ModelFailure.noParts }
    let shares = try Shares(parts.map(\.share), of: .parts)
    self.parts = zip(shares.values, parts).map { ($0, $1.model) }
    cumulated = shares.cumulated
  }

  public var hasAtoms: Bool { parts.contains { $0.model.hasAtoms } }

  public var label: String {
    parts.map { "\(($0.share * 100).short) % \($0.model.label)" }.joined(separator: "; ")
  }

  public func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
    let u = generator.uniform()
    var index = 0
    while index < parts.count - 1, u >= cumulated[index] { index += 1 }
    return parts[index].model.draw(using: &generator)
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    var sum = 0.0
    for part in parts {
      guard let moment = part.model.partialMoment(order, below: bound) else { return nil }
      sum += part.share * moment
    }
    return sum
  }
}
