internal import Answers
internal import Findings
internal import Reporting
internal import SalaryData
internal import Statistics

/// The people of a table who have pay, a usable weight and a place in the design.
struct SurveyedPay {
  /// Why people are left out, and how many.
  struct LeftOut: Hashable {
    var reason: Inline
    var rows: Int
  }

  /// The people, in the order of the table.
  package let table: SalaryTable
  /// Their pay with the design; record i is row i of `table`.
  let sample: Sample
  /// The people of the original table who are not in it.
  let leftOut: [LeftOut]

  /// Gathers people; those without pay are not even counted, because the reading of the file did.
  ///
  /// - Throws: `.usage` for a column that the table does not have, `.badData` for weights and
  ///   designs that are not usable.
  init(_ table: SalaryTable, _ pay: ColumnRole, _ design: SurveyDesign) throws(InputFailure) {
    let amounts = table.numbers(pay) ?? []
    let weights = design.weighting == .none ? nil : try Self.weights(of: table)
    let clusters = try design.clusters.map { name throws(InputFailure) in
      try Self.codes(of: table, name, .cluster)
    }
    let strata = try design.strata.map { name throws(InputFailure) in
      try Self.codes(of: table, name, .strata)
    }
    var counts = [Int](repeating: 0, count: Self.reasons.count)
    // One function, and none for each reason: it is asked about millions of people.
    func lack(_ row: Int) -> Int? {
      if amounts[row].isNaN { return 0 }
      if let weights, weights[row].isNaN || weights[row] == 0 { return 1 }
      if let clusters, clusters[row] == 0 { return 2 }
      if let strata, strata[row] == 0 { return 3 }
      return nil
    }
    let mayLack =
      weights != nil || clusters != nil || strata != nil || amounts.contains { $0.isNaN }
    let kept =
      !mayLack
      ? table
      : table.filtered { row in
        guard let lack = lack(row) else { return true }
        counts[lack] += 1
        return false
      }
    guard kept.rowCount > 0 else {
      throw SurveyDesign.Obstacle.nobody(
        of: table.rowCount, isWeighted: design.weighting != .none
      ).failure
    }
    self.table = kept
    leftOut = zip(Self.reasons, counts).dropFirst().compactMap { reason, rows in
      rows > 0 ? LeftOut(reason: reason, rows: rows) : nil
    }
    let replicates = try design.replicates.map { replicates throws(InputFailure) in
      try replicates.weights(of: kept)
    }
    do throws(SampleFailure) {
      sample = try Sample(
        kept.numbers(pay)?.unpacked ?? [],
        weights: weights.flatMap { _ in kept.numbers(.weight)?.unpacked },
        design.weighting, strata: design.strata.map { kept.codes($0) },
        clusters: design.clusters.map { kept.codes($0) }, lonelyUnits: design.lonelyUnits,
        replicates: replicates)
    } catch {
      throw InputFailure(error, design, kept)
    }
  }

  /// What a person can lack.
  private static let reasons: [Inline] = [
    "without pay", "without a weight", "without a cluster", "without a stratum",
  ]

  private static func weights(
    of table: SalaryTable
  ) throws(InputFailure) -> PackedColumn<Double> {
    guard let weights = table.numbers(.weight) else {
      throw SurveyDesign.Obstacle.noWeights.failure
    }
    return weights
  }

  private static func codes(
    of table: SalaryTable, _ name: String, _ parameter: Parameter
  ) throws(InputFailure) -> [Int] {
    guard table[name] != nil else {
      throw SurveyDesign.Obstacle.noColumn(name, parameter, known: table.names).failure
    }
    return table.codes(name)
  }
}

extension SalaryTable {
  /// The values of a column as numbers of its distinct values, 0 for a missing one.
  fileprivate func codes(_ name: String) -> [Int] {
    categories(named: name).codes.map { Int($0) }
  }

  /// A column as categories; numbers as they are written.
  func categories(named name: String) -> CategoryColumn {
    switch self[name] {
    case .categories(let column)?: column
    case .numbers(let numbers)?:
      CategoryColumn(
        numbers.map { number in
          number.isNaN ? "" : Int(exactly: number).map { "\($0)" } ?? "\(number)"
        })
    case nil: CategoryColumn(repeatElement("", count: rowCount))
    }
  }
}
