/// Draws samples from a sample in the way in which it was itself drawn.
struct Resampler: Sendable {
  private let sample: Sample
  private let method: Method

  private enum Method: Sendable {
    /// Single records, each drawn with the same chance.
    case records
    /// As many people as the frequencies add up to, from the cumulated frequencies.
    case frequencies([Int])
    /// For each record a Poisson number of people with its frequency as the mean.
    case manyFrequencies
    /// Units, each a list of rows, grouped by stratum.
    case units([[[Int]]])
  }

  init(_ sample: Sample) {
    self.sample = sample
    if sample.strata != nil || sample.clusters != nil {
      method = .units(Self.units(of: sample))
    } else if sample.weighting == .frequency, let weights = sample.weights {
      guard sample.totalWeight <= Self.mostDrawnPeople else {
        method = .manyFrequencies
        return
      }
      var sum = 0
      method = .frequencies(
        weights.map { weight in
          sum += Int(weight)
          return sum
        })
    } else {
      method = .records
    }
  }

  /// Beyond, drawing people one by one takes too long, and Poisson counts, whose total varies by a
  /// third of a percent or less, are as good (Hanley, MacGibbon, Epidemiol. Perspect. Innov. 3, 2006).
  private static let mostDrawnPeople: Double = 100_000

  /// The rows of each unit of each stratum, in order of first appearance.
  private static func units(of sample: Sample) -> [[[Int]]] {
    var strata: [Int: Int] = [:]
    var units: [[[Int]]] = []
    var places: [Int: (stratum: Int, unit: Int)] = [:]
    for row in sample.values.indices {
      let code = sample.strata?[row] ?? 0
      let stratum = strata[code] ?? units.count
      if stratum == units.count {
        strata[code] = stratum
        units.append([])
      }
      if let cluster = sample.clusters?[row] {
        if let place = places[cluster] {
          units[place.stratum][place.unit].append(row)
          continue
        }
        places[cluster] = (stratum, units[stratum].count)
      }
      units[stratum].append([row])
    }
    return units
  }

  /// Replaces a copy of the sample by one drawn from it; the copy's buffers are used again.
  func draw(into resample: inout Sample, using generator: inout Xoshiro256PlusPlus) {
    let count = sample.count
    guard count > 0 else { return }
    switch method {
    case .records:
      resample.values.withUnsafeMutableBufferPointer { values in
        sample.values.withUnsafeBufferPointer { source in
          guard let weights = sample.weights else {
            for index in values.indices { values[index] = source[generator.index(below: count)] }
            return
          }
          for index in values.indices {
            let row = generator.index(below: count)
            values[index] = source[row]
            resample.weights?[index] = weights[row]
          }
        }
      }
    case .frequencies(let cumulated):
      var counts = [Double](repeating: 0, count: count)
      for _ in 0..<(cumulated.last ?? 0) {
        let person = generator.index(below: cumulated[count - 1])
        var (low, high) = (0, count - 1)
        while low < high {
          let middle = (low + high) / 2
          if cumulated[middle] > person { high = middle } else { low = middle + 1 }
        }
        counts[low] += 1
      }
      resample.take(counts, of: sample)
    case .manyFrequencies:
      let counts = (sample.weights ?? []).map { Double(generator.poisson(mean: $0)) }
      resample.take(counts, of: sample)
    case .units(let strata):
      var rows: [Int] = []
      var clusters: [Int] = []
      rows.reserveCapacity(count)
      for units in strata {
        for _ in units.indices {
          let unit = units[generator.index(below: units.count)]
          rows += unit
          // A unit that is drawn twice is two units.
          clusters += repeatElement(rows.count, count: unit.count)
        }
      }
      resample.take(rows, of: sample)
      resample.clusters = clusters
    }
  }

  /// The samples that lack one unit, or one of 200 groups of units, for the jackknife.
  ///
  /// The acceleration of the BCa interval is the skewness of the influences divided by √n; with
  /// groups it is estimated from fewer, larger influences, and 200 are plenty for its accuracy.
  func leavingOut() -> LeftOut {
    guard case .units(let strata) = method else { return LeftOut(source: sample, units: nil) }
    return LeftOut(source: sample, units: strata.flatMap { $0 })
  }

  struct LeftOut: Sendable {
    let source: Sample
    /// The rows of each unit; nil where each row is one.
    let units: [[Int]]?

    var groups: Int {
      let count = units?.count ?? source.count
      return count < 2 ? 0 : count <= 1000 ? count : 200
    }

    func sample(_ group: Int) -> Sample {
      let groups = groups
      var rows: [Int] = []
      rows.reserveCapacity(source.count)
      if let units {
        for unit in units.indices where unit % groups != group { rows += units[unit] }
      } else {
        var next = group
        for row in source.values.indices {
          if row == next { next += groups } else { rows.append(row) }
        }
      }
      var result = source
      result.take(rows, of: source)
      return result
    }
  }
}

extension Sample {
  /// Becomes the records of another sample, each with a new frequency, where it is not 0.
  fileprivate mutating func take(_ counts: [Double], of source: Sample) {
    let drawn = counts.indices.filter { counts[$0] > 0 }
    take(drawn, of: source)
    weights = drawn.map { counts[$0] }
  }

  /// Becomes the given rows of another sample of the same kind.
  mutating func take(_ rows: [Int], of source: Sample) {
    values = rows.map { source.values[$0] }
    weights = source.weights.map { weights in rows.map { weights[$0] } }
    strata = source.strata.map { strata in rows.map { strata[$0] } }
    clusters = source.clusters.map { clusters in rows.map { clusters[$0] } }
    if let sets = source.replicates { replicates?.rows = rows.map { sets.rows[$0] } }
  }
}
