extension Sample {
  /// Splits the sample into parts, such as the people of each industry.
  ///
  /// Each part remembers the design of the whole, so that its errors are those of a part of a
  /// population (a domain) and not of a sample that was drawn from the part alone. `part` is called
  /// for each record once and once more for each column, and returns a number below `count`. Source:
  /// Lumley, *Complex Surveys*, 2010, section 2.2.1.
  ///
  /// - Complexity: O(n).
  public func split(into count: Int, by part: (_ record: Int) -> Int) -> [Sample] {
    var sizes = [Int](repeating: 0, count: count)
    for record in values.indices { sizes[part(record)] += 1 }
    func moved<Element>(_ column: [Element]) -> [[Element]] {
      var columns = sizes.map { size in
        var column: [Element] = []
        column.reserveCapacity(size)
        return column
      }
      for record in column.indices { columns[part(record)].append(column[record]) }
      return columns
    }
    let (values, weights) = (moved(values), weights.map(moved))
    let (strata, clusters) = (strata.map(moved), clusters.map(moved))
    let replicateRows = replicates.map { moved($0.rows) }
    let units = isDesignBased ? unitCounts : nil
    return (0..<count).map { index in
      var sample = self
      sample.values = values[index]
      sample.weights = weights?[index]
      sample.strata = strata?[index]
      sample.clusters = clusters?[index]
      if let replicateRows { sample.replicates?.rows = replicateRows[index] }
      sample.unitsOfWhole = units
      return sample
    }
  }

  /// Whether nothing but its value is known of a record: there are neither weights nor a design.
  package var isPlain: Bool { weighting == .none && !tiesItsParts }

  /// The mean of the records of part 0 less that of part 1, both parts of one design.
  ///
  /// Sampling units that have records of both parts tie their means together, which a comparison of
  /// two independent samples would miss. Records of other parts, or nil, do not count but belong to
  /// the design. Linearised, with as many degrees of freedom as sampling units less strata that
  /// have records of either part. Nil when a part is empty.
  ///
  /// - Complexity: O(n), O(n log n) with clusters or strata.
  public func meanDifference(
    level: Double = 0.95, by part: (_ record: Int) -> Int?
  ) throws(SampleFailure) -> Estimate? {
    let numbers = values.indices.map { record -> Int in
      guard let number = part(record), number == 0 || number == 1 else { return 2 }
      return number
    }
    let parts = split(into: 3) { numbers[$0] }
    guard let first = parts[0].mean, let second = parts[1].mean else { return nil }
    let totals = parts.map(\.totalWeight)
    var both = self
    both.take(values.indices.filter { numbers[$0] < 2 }, of: self)
    both.unitsOfWhole = isDesignBased ? unitCounts : nil
    let members = numbers.filter { $0 < 2 }
    let (values, weights) = (both.values, both.weights)
    if let replicates = both.replicates {
      let centred = values.indices.map { values[$0] - (members[$0] == 0 ? first : second) }
      let error = replicates.variance { weights in
        guard let one = weights.mean(of: { members[$0] == 0 ? centred[$0] : nil }),
          let two = weights.mean(of: { members[$0] == 1 ? centred[$0] : nil })
        else { return nil }
        return one - two
      }
      return Estimate(value: first - second, error, level: level)
    }
    let linearized = try both.designVariance { record in
      let weight = weights?[record] ?? 1
      return members[record] == 0
        ? weight * (values[record] - first) / totals[0]
        : -weight * (values[record] - second) / totals[1]
    }
    return Estimate(value: first - second, linearized, level: level)
  }

  /// Whether the means of two parts of the sample depend on each other, so that `meanDifference` knows
  /// how sure their difference is, and a comparison of independent samples does not.
  public var tiesItsParts: Bool { strata != nil || clusters != nil || replicates != nil }

  /// The number of sampling units of each stratum; stratum 0 where there are none.
  private var unitCounts: [Int: Int] {
    if let unitsOfWhole { return unitsOfWhole }
    var counts: [Int: Int] = [:]
    var seen: Set<Int> = []
    for record in values.indices {
      if let cluster = clusters?[record], !seen.insert(cluster).inserted { continue }
      counts[strata?[record] ?? 0, default: 0] += 1
    }
    return counts
  }
}
