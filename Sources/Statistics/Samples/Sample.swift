internal import CSpecialFunctions

/// A column of numbers with optional weights, strata and clusters, checked once when it is made.
///
/// Values are finite; weights positive. Records of weight zero are dropped and do not count in n.
/// Strata and clusters are given as codes and matter only to variances of sampling designs.
public struct Sample: Sendable {
  /// The values, without the records of weight zero.
  public internal(set) var values: [Double]
  /// The weights, one for each value; nil where there are none.
  public internal(set) var weights: [Double]?
  /// What the weights mean, which decides standard errors; `.none` counts each record once.
  public let weighting: Weighting
  /// The code of the stratum of each value.
  public internal(set) var strata: [Int]?
  /// The code of the cluster (the primary sampling unit, such as the employer) of each value.
  public internal(set) var clusters: [Int]?
  /// The weights by which the publisher has errors estimated, in place of strata and clusters.
  public internal(set) var replicates: ReplicateWeights.Rows?
  /// For a part of a sample, the number of sampling units of each stratum of the whole; else nil.
  var unitsOfWhole: [Int: Int]?
  /// The number of records that were dropped because their weight is zero.
  public let droppedZeroWeights: Int
  /// What to do about a stratum with a single sampling unit.
  public let lonelyUnits: LonelyUnitPolicy

  /// Creates a sample without weights.
  ///
  /// - Complexity: O(n).
  public init(_ values: [Double]) throws(SampleFailure) {
    try self.init(values, weights: nil, .none)
  }

  /// Creates a sample with weights, and with strata and clusters, or replicate weights in their place,
  /// where the design has them.
  ///
  /// - Complexity: O(n).
  public init(
    _ values: [Double], weights: [Double]?, _ weighting: Weighting, strata: [Int]? = nil,
    clusters: [Int]? = nil, lonelyUnits: LonelyUnitPolicy = .fail,
    replicates: ReplicateWeights? = nil
  ) throws(SampleFailure) {
    guard (weights == nil) == (weighting == .none) else { throw .weightingUnclear }
    guard replicates == nil || weighting == .sampling && strata == nil && clusters == nil else {
      throw .replicatesBesideDesign
    }
    let columns =
      [("weights", weights?.count), ("strata", strata?.count), ("clusters", clusters?.count)]
      + (replicates?.sets ?? []).map { ("replicate weights", $0.count) }
    for (name, length) in columns {
      if let length, length != values.count {
        throw .lengthsDiffer(column: name, length: length, values: values.count)
      }
    }
    if let row = values.firstIndex(where: { !$0.isFinite }) {
      throw .valueNotFinite(row: row, value: values[row])
    }
    var zeros = 0
    for (row, weight) in (weights ?? []).enumerated() {
      guard weight >= 0, weight.isFinite else {
        throw .weightNotUsable(row: row, weight: weight)
      }
      // Beyond 2⁵³ a Double no longer counts.
      if weighting == .frequency, weight != weight.rounded() || weight > 0x1p53 {
        throw .frequencyNotWhole(row: row, weight: weight)
      }
      if weight == 0 { zeros += 1 }
    }
    self.weighting = weighting
    self.lonelyUnits = lonelyUnits
    droppedZeroWeights = zeros
    self.replicates = replicates.map { .init(weights: $0, rows: Array(values.indices)) }
    guard zeros > 0, let weights else {
      (self.values, self.weights) = (values, weights)
      (self.strata, self.clusters) = (strata, clusters)
      return
    }
    let kept = weights.indices.filter { weights[$0] > 0 }
    self.values = kept.map { values[$0] }
    self.weights = kept.map { weights[$0] }
    self.strata = strata.map { strata in kept.map { strata[$0] } }
    self.clusters = clusters.map { clusters in kept.map { clusters[$0] } }
    self.replicates?.rows = kept
  }

  /// The number of records, whatever their weights.
  public var count: Int { values.count }

  /// The sum of the weights; the number of records where there are none.
  ///
  /// - Complexity: O(n).
  public var totalWeight: Double { weights?.reduce(0, +) ?? Double(count) }

  /// The number of equally weighted records that are worth as much: W² / Σw².
  ///
  /// With frequency weights it is the number of records that they stand for. Source: Kish, *Survey
  /// Sampling*, 1965.
  ///
  /// - Complexity: O(n).
  public var effectiveCount: Double {
    guard let weights, weighting != .frequency, count > 0 else { return totalWeight }
    let total = totalWeight
    return total * total / weights.reduce(0) { $0 + $1 * $1 }
  }

  /// The number of units that vary independently, less what strata take: clusters where there are any,
  /// else people of equal weight.
  ///
  /// - Complexity: O(n).
  public var independentCount: Int {
    let units = clusters.map { Set($0).count } ?? Int(effectiveCount)
    return units - (strata.map { Set($0).count - 1 } ?? 0)
  }

  /// The sample of the natural logarithms; nil unless every value is positive.
  ///
  /// - Complexity: O(n).
  public func logarithmic() -> Sample? {
    guard values.allSatisfy({ $0 > 0 }) else { return nil }
    var result = self
    result.values = values.map { log($0) }
    return result
  }

  /// Returns the sample with every value replaced, such as by its logarithm.
  ///
  /// - Complexity: O(n).
  public func mapValues(_ transform: (Double) -> Double) throws(SampleFailure) -> Sample {
    try mapRecords { transform(values[$0]) }
  }

  /// Returns the sample with every value replaced by another one of its record.
  ///
  /// - Complexity: O(n).
  public func mapRecords(_ transform: (_ record: Int) -> Double) throws(SampleFailure) -> Sample {
    var result = self
    result.values = values.indices.map(transform)
    if let row = result.values.firstIndex(where: { !$0.isFinite }) {
      throw .valueNotFinite(row: row, value: values[row])
    }
    return result
  }
}
