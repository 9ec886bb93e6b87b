internal import Findings
public import Statistics

/// Shares of people in bands of attainment, spread evenly within each band.
///
/// Surveys publish attainment this way, and pairs such as "64 % on average, 26 % at quota" fit no
/// lognormal, gamma or normal distribution.
public struct BandedAttainment: AttainmentModel {
  /// A band and the share of people in it.
  public struct Band: Hashable, Sendable {
    /// The lower end.
    public var from: Double
    /// The upper end.
    public var to: Double
    /// The share of people.
    public var share: Double

    /// Creates a band.
    public init(_ from: Double, _ to: Double, share: Double) {
      self.from = from
      self.to = to
      self.share = share
    }
  }

  /// The bands, in rising order.
  public let bands: [Band]
  /// The share of people below the end of each band.
  @usableFromInline let cumulated: [Double]

  /// Creates a model; fails unless the bands rise from 0 or more and their shares sum to 1.
  public init(_ bands: [Band]) throws(ModelFailure) {
    guard !bands.isEmpty else { throw ModelFailure.noBands }
    var end = 0.0
    for band in bands {
      guard band.from >= end, band.from < band.to, band.to.isFinite else {
        throw ModelFailure.bandOrder(from: band.from, to: band.to)
      }
      end = band.to
    }
    let shares = try Shares(bands.map { $0.share }, of: .bands)
    self.bands = zip(bands, shares.values).map { Band($0.from, $0.to, share: $1) }
    cumulated = shares.cumulated
  }

  public var label: String {
    "banded: "
      + bands.map { "\(($0.share * 100).short) % in \($0.from.short)–\($0.to.short)" }
      .joined(separator: ", ")
  }

  public func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
    let u = generator.uniform()
    var index = 0
    while index < bands.count - 1, u >= cumulated[index] { index += 1 }
    let band = bands[index]
    let start = index == 0 ? 0 : cumulated[index - 1]
    return band.from + (band.to - band.from) * min(1, (u - start) / band.share)
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    guard order >= 0, !bound.isNaN else { return nil }
    var sum = 0.0
    for band in bands where band.from < bound {
      let end = min(band.to, bound)
      // The moment of an even spread: ∫ xᵏ share/(to − from) dx.
      sum +=
        band.share * (power(end, order + 1) - power(band.from, order + 1))
        / (Double(order + 1) * (band.to - band.from))
    }
    return sum
  }
}

/// Shares that sum to 1.
struct Shares {
  let values: [Double]
  /// The sums up to and including each share.
  let cumulated: [Double]

  /// Checks shares; a sum within a hundred-thousandth of 1 is a rounded 1.
  init(_ values: [Double], of what: ModelFailure.Portion) throws(ModelFailure) {
    for value in values where !(value > 0 && value <= 1) {
      throw ModelFailure.share(value, of: what)
    }
    let sum = values.reduce(0, +)
    guard abs(sum - 1) <= 1e-5 else {
      throw ModelFailure.sum(sum, of: what)
    }
    self.values = values.map { $0 / sum }
    var running = 0.0
    cumulated = self.values.map { value in
      running += value
      return running
    }
  }
}
