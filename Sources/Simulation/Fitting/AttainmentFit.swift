internal import CSpecialFunctions
internal import Findings
internal import Statistics

/// A model estimated from past attainments, and how well it fits them.
public struct AttainmentFit: Sendable {
  /// The kinds of model that are tried.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case lognormal
    case gamma
    case normal
    case banded
  }

  /// The kind of the model.
  public let kind: Kind
  /// The model as `ModelText` reads it.
  public let text: String
  /// The model.
  public let model: any AttainmentModel
  /// The number of parameters that were estimated.
  public let parameterCount: Int
  /// The logarithm of the likelihood.
  public let logLikelihood: Double
  /// The largest gap between the distribution function of the data and the model's.
  public let distance: Double
  /// How often data from the model itself, refitted, are as far off; nil before it is worked out.
  ///
  /// By a parametric bootstrap: tables of the Kolmogorov–Smirnov test do not hold for a model whose
  /// parameters were estimated from the same data (Lilliefors, JASA 62, 1967).
  public private(set) var pValue: Double?

  /// Akaike's information criterion; lower is better.
  public var aic: Double { 2 * Double(parameterCount) - 2 * logLikelihood }

  /// Fits a kind of model by maximum likelihood.
  ///
  /// Attainments of 0 are a part of their own in a mixture, because a rep who sold nothing is not a
  /// small case of one who did.
  ///
  /// - Throws: `ModelFailure` that says why the kind does not fit.
  /// - Complexity: O(n log n).
  public init(_ kind: Kind, to values: [Double]) throws(ModelFailure) {
    if let odd = values.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw ModelFailure.notAttainment(odd)
    }
    let positive = values.filter { $0 > 0 }
    let zeros = values.count - positive.count
    guard positive.count >= 3 else {
      throw ModelFailure.tooFew(positive.count)
    }
    let part = try PositiveFit(kind, to: positive)
    self.kind = kind
    if zeros == 0 {
      text = part.text
      model = part.model
      parameterCount = part.parameterCount
      logLikelihood = part.logLikelihood
    } else {
      let share = Double(zeros) / Double(values.count)
      do {
        model = try MixedAttainment([(share, FixedAttainment(0)), (1 - share, part.model)])
      } catch {
        throw ModelFailure.noFit(kind.rawValue, reason: .words(of: error))
      }
      // Six places each, so that the two shares sum to 1 as they are written.
      let written = (share * 1e6).rounded() / 1e6
      text = "mixture:\(written.short)@fixed:0/\((1 - written).short)@\(part.text)"
      parameterCount = part.parameterCount + 1
      logLikelihood =
        part.logLikelihood + Double(zeros) * log(share)
        + Double(positive.count) * log1p(-share)
    }
    distance = Self.distance(values, model)
  }

  /// Works out the p-value from samples of the model, each refitted.
  ///
  /// - Complexity: O(samples × n log n).
  public mutating func test(
    count: Int, samples: Int = 199, seed: UInt64, threads: Int? = nil
  ) {
    let (kind, model, distance) = (kind, model, distance)
    let farther = Parallel.map(samples, threads: threads) { sample -> Int in
      var generator = Xoshiro256PlusPlus(seed: seed, stream: sample)
      let values = (0..<count).map { _ in model.draw(using: &generator) }
      // A sample that cannot be fitted is as far off as can be.
      guard let fit = try? AttainmentFit(kind, to: values) else { return 1 }
      return fit.distance >= distance ? 1 : 0
    }.reduce(0, +)
    pValue = Double(farther + 1) / Double(samples + 1)
  }

  /// The Kolmogorov–Smirnov distance; at a jump of the model both of its sides are compared.
  private static func distance(_ values: [Double], _ model: any AttainmentModel) -> Double {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    var largest = 0.0
    var start = 0
    while start < sorted.count {
      let value = sorted[start]
      var end = start
      while end < sorted.count, sorted[end] == value { end += 1 }
      let below = model.partialMoment(0, below: value) ?? .nan
      let upTo = model.partialMoment(0, below: value.nextUp) ?? .nan
      largest = max(
        largest, abs(Double(start) / count - below), abs(Double(end) / count - upTo))
      start = end
    }
    return largest
  }
}

/// A fit to attainments that are all above 0.
private struct PositiveFit {
  let text: String
  let model: any AttainmentModel
  let parameterCount: Int
  let logLikelihood: Double

  init(_ kind: AttainmentFit.Kind, to values: [Double]) throws(ModelFailure) {
    do {
      switch kind {
      case .lognormal:
        let fit = try Lognormal(fitting: Sample(values))
        let variation = fit.variance.squareRoot() / fit.mean
        self.init(
          "lognormal:mean=\(fit.mean.short),cv=\(variation.short)", fit, 2,
          values.reduce(0) { $0 + log(fit.density(at: $1)) })
      case .gamma:
        let fit = try Gamma(fitting: Sample(values))
        let variation = 1 / fit.shape.squareRoot()
        self.init(
          "gamma:mean=\(fit.mean.short),cv=\(variation.short)", fit, 2,
          values.reduce(0) { $0 + log(fit.density(at: $1)) })
      case .normal:
        let fit = try TruncatedNormal(fittingAboveZero: values)
        self.init(
          "normal:mean=\(fit.parent.mean.short),sd=\(fit.parent.standardDeviation.short)", fit, 2,
          values.reduce(0) { $0 + log(fit.density(at: $1)) })
      case .banded:
        let fit = try BandedAttainment(fitting: values)
        self.init(
          "banded:"
            + fit.bands.map { "\($0.from.short)..\($0.to.short)=\($0.share.short)" }
            .joined(separator: ","), fit, fit.bands.count - 1,
          fit.bands.reduce(0) { sum, band in
            let count = Double(values.count) * band.share
            return sum + count * log(band.share / (band.to - band.from))
          })
      }
    } catch let failure as ModelFailure {
      throw failure
    } catch {
      throw ModelFailure.noFit(kind.rawValue, reason: .words(of: error))
    }
  }

  private init(
    _ text: String, _ model: any AttainmentModel, _ parameterCount: Int, _ logLikelihood: Double
  ) {
    self.text = text
    self.model = model
    self.parameterCount = parameterCount
    self.logLikelihood = logLikelihood
  }
}
