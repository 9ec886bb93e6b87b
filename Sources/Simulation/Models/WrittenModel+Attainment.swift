internal import Findings
package import Statistics

/// A mixture of models that are written.
package struct WrittenMixture: Sendable {
  let shares: Shares
  let models: [WrittenModel]

  init(_ parts: [(share: Double, model: WrittenModel)]) throws(ModelFailure) {
    guard !parts.isEmpty else { throw ModelFailure.noParts }
    shares = try Shares(parts.map { $0.share }, of: .parts)
    models = parts.map { $0.model }
  }
}

extension WrittenModel: AttainmentModel {
  package var label: String {
    switch self {
    case .fixed(let model): model.label
    case .lognormal(let model): model.label
    case .gamma(let model): model.label
    case .normal(let model): model.label
    case .banded(let model): model.label
    case .empirical(let model): model.label
    case .mixture(let mixture): mixture.shares.label(mixture.models.map { $0.label })
    }
  }

  package var hasAtoms: Bool {
    switch self {
    case .fixed, .empirical: true
    case .lognormal, .gamma, .normal, .banded: false
    case .mixture(let mixture): mixture.models.contains { $0.hasAtoms }
    }
  }

  package func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
    switch self {
    case .fixed(let model): model.draw(using: &generator)
    case .lognormal(let model): model.draw(using: &generator)
    case .gamma(let model): model.draw(using: &generator)
    case .normal(let model): model.draw(using: &generator)
    case .banded(let model): model.draw(using: &generator)
    case .empirical(let model): model.draw(using: &generator)
    case .mixture(let mixture):
      mixture.models[mixture.shares.index(using: &generator)].draw(using: &generator)
    }
  }

  package func fill(
    _ draws: inout MutableSpan<Double>, using generator: inout Xoshiro256PlusPlus
  ) {
    // One look at the kind for a block.
    switch self {
    case .fixed(let model): model.fill(&draws, using: &generator)
    case .lognormal(let model): model.fill(&draws, using: &generator)
    case .gamma(let model): model.fill(&draws, using: &generator)
    case .normal(let model): model.fill(&draws, using: &generator)
    case .banded(let model): model.fill(&draws, using: &generator)
    case .empirical(let model): model.fill(&draws, using: &generator)
    case .mixture: for index in draws.indices { draws[index] = draw(using: &generator) }
    }
  }

  package func partialMoment(_ order: Int, below bound: Double) -> Double? {
    switch self {
    case .fixed(let model): return model.partialMoment(order, below: bound)
    case .lognormal(let model): return model.partialMoment(order, below: bound)
    case .gamma(let model): return model.partialMoment(order, below: bound)
    case .normal(let model): return model.partialMoment(order, below: bound)
    case .banded(let model): return model.partialMoment(order, below: bound)
    case .empirical(let model): return model.partialMoment(order, below: bound)
    case .mixture(let mixture):
      return mixture.shares.mean(mixture.models.map { $0.partialMoment(order, below: bound) })
    }
  }
}

extension Shares {
  /// The part that a draw is of.
  func index(using generator: inout Xoshiro256PlusPlus) -> Int {
    let u = generator.uniform()
    var index = 0
    while index < cumulated.count - 1, u >= cumulated[index] { index += 1 }
    return index
  }

  /// The mean of numbers of the parts; nil where one is not known.
  func mean(_ numbers: [Double?]) -> Double? {
    var sum = 0.0
    for (share, number) in zip(values, numbers) {
      guard let number else { return nil }
      sum += share * number
    }
    return sum
  }

  /// The parts in words.
  func label(_ labels: [String]) -> String {
    zip(values, labels).map { "\(($0 * 100).short) % \($1)" }.joined(separator: "; ")
  }
}
