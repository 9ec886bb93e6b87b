extension Sample {
  /// Whether variances follow from the sampling design, not from a model of the values.
  var isDesignBased: Bool { weighting == .sampling || strata != nil || clusters != nil }

  /// The variance of the weighted mean of a function of records that is zero in the sample itself.
  ///
  /// Linearised, or over replicate weights where there are any; nil where neither can be had.
  func meanVariance(
    _ centred: (_ record: Int) -> Double
  ) throws(SampleFailure) -> (variance: Double, degreesOfFreedom: Double)? {
    if let replicates { return replicates.variance { $0.mean(of: centred) } }
    let (weights, total) = (weights, totalWeight)
    return try designVariance { (weights?[$0] ?? 1) * centred($0) / total }
  }

  /// The variance of a sum of linearised values, between sampling units within strata.
  ///
  /// V = Σ_h n_h/(n_h − 1) Σ_i (z_hi − z̄_h)², z_hi the sum over the unit; df = units − strata. Units
  /// are the clusters, or the records where there are none. Nil with no more units than strata. Of a
  /// part of a sample the units elsewhere count with z = 0, but give no degrees of freedom.
  /// Source: Lumley, *Complex Surveys*, 2010, appendix and section 2.2.1.
  func designVariance(
    _ linearized: (Int) -> Double
  ) throws(SampleFailure) -> (variance: Double, degreesOfFreedom: Double)? {
    guard strata != nil || clusters != nil else {
      guard count > 1 else { return nil }
      let n = Double(unitsOfWhole?[0] ?? count)
      let mean = values.indices.reduce(0) { $0 + linearized($1) } / n
      let squares = values.indices.reduce((n - Double(count)) * mean * mean) { sum, row in
        let deviation = linearized(row) - mean
        return sum + deviation * deviation
      }
      return (squares * n / (n - 1), Double(count - 1))
    }

    // Sums per unit, in the order of first appearance: the same on every run.
    var unitOf: [Int: Int] = [:]
    var sums: [Double] = []
    var stratumOfUnit: [Int] = []
    for row in values.indices {
      let stratum = strata?[row] ?? 0
      let unit: Int
      if let cluster = clusters?[row] {
        if let known = unitOf[cluster] {
          guard stratumOfUnit[known] == stratum else {
            throw .clusterAcrossStrata(cluster: cluster)
          }
          unit = known
        } else {
          unit = sums.count
          unitOf[cluster] = unit
        }
      } else {
        unit = sums.count
      }
      if unit == sums.count {
        sums.append(0)
        stratumOfUnit.append(stratum)
      }
      sums[unit] += linearized(row)
    }

    let allUnits = unitsOfWhole?.values.reduce(0, +) ?? sums.count
    let grandMean = sums.reduce(0, +) / Double(allUnits)
    var variance = 0.0
    let order = stratumOfUnit.indices.sorted {
      (stratumOfUnit[$0], $0) < (stratumOfUnit[$1], $1)
    }
    var strataCount = 0
    var start = 0
    while start < order.count {
      let stratum = stratumOfUnit[order[start]]
      var end = start
      while end < order.count, stratumOfUnit[order[end]] == stratum { end += 1 }
      let units = order[start..<end]
      start = end
      strataCount += 1
      let unitCount = unitsOfWhole?[stratum] ?? units.count
      let n = Double(unitCount)
      var center = units.reduce(0) { $0 + sums[$1] } / n
      var factor = n / (n - 1)
      if unitCount == 1 {
        // One stratum with one unit is no lonely one: there is no variance to be had anywhere.
        guard allUnits > 1 else { return nil }
        switch lonelyUnits {
        case .fail: throw .lonelyUnit(stratum: stratum)
        case .certainty: continue
        case .centerAtGrandMean: (center, factor) = (grandMean, 1)
        }
      }
      let elsewhere = Double(unitCount - units.count) * center * center
      variance +=
        factor * units.reduce(elsewhere) { $0 + (sums[$1] - center) * (sums[$1] - center) }
    }
    guard sums.count > strataCount else { return nil }
    return (variance, Double(sums.count - strataCount))
  }
}
