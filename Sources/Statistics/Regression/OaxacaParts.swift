/// Coefficients, means and their covariances, from which a decomposition is put together.
struct OaxacaParts {
  let width: Int
  /// The variables with their columns.
  let variables: [(name: String, columns: [Int])]
  let meansA: [Double]
  let meansB: [Double]
  let betaA: [Double]
  let betaB: [Double]
  /// β*.
  let betaFair: [Double]
  /// The covariance of (βA, βB, β*).
  let covarianceOfBetas: Matrix
  private(set) var covarianceOfMeansA: Matrix
  private(set) var covarianceOfMeansB: Matrix

  init(
    _ response: [Double], _ predictors: Predictors, _ isInGroupA: [Bool], weights: [Double]?,
    _ weighting: Weighting, _ clusters: [Int]?, _ reference: OaxacaBlinder.ReferenceWeights
  ) throws(RegressionFailure) {
    for (name, length) in [
      ("response", response.count), ("group", isInGroupA.count),
      ("weights", weights?.count ?? predictors.rows),
      ("clusters", clusters?.count ?? predictors.rows),
    ] where length != predictors.rows {
      throw .lengthsDiffer(column: name, length: length, rows: predictors.rows)
    }
    width = predictors.columns.count
    variables = predictors.variables
    let records = Records(
      response: response, predictors: predictors, weights: weights, weighting: weighting,
      clusters: clusters)
    let all = Array(0..<predictors.rows)
    let rowsA = all.filter { isInGroupA[$0] }
    let rowsB = all.filter { !isInGroupA[$0] }
    let fitA = try records.fit(rowsA, named: "group A")
    let fitB = try records.fit(rowsB, named: "group B")
    (betaA, betaB) = (fitA.coefficients, fitB.coefficients)
    let (weightA, weightB) = (records.weight(of: rowsA), records.weight(of: rowsB))

    // β* is a mixture of βA and βB, or comes from a regression of everyone.
    var share: Double?
    var pooled: LeastSquares?
    switch reference {
    case .groupA: share = 1
    case .groupB: share = 0
    case .reimers: share = 0.5
    case .cotton: share = weightA / (weightA + weightB)
    case .neumark: pooled = try records.fit(all, named: "everyone")
    case .jann:
      var extended = records
      let membership = Predictors.Term.number("group", isInGroupA.map { $0 ? 1 : 0 })
      extended.predictors = try Predictors(
        predictors.terms + [membership], rows: predictors.rows,
        intercept: predictors.columns.first.map { $0.term == nil } ?? false)
      pooled = try extended.fit(all, named: "everyone")
    }
    if let share {
      betaFair = zip(betaA, betaB).map { share * $0 + (1 - share) * $1 }
    } else {
      betaFair = Array((pooled?.coefficients ?? []).prefix(width))
    }
    covarianceOfBetas = records.covariance(
      ofBetas: [(rowsA, fitA.influences()), (rowsB, fitB.influences())], sharedBy: share,
      pooled?.influences())
    (meansA, covarianceOfMeansA) = records.means(rowsA, weightA)
    (meansB, covarianceOfMeansB) = records.means(rowsB, weightB)
    if clusters == nil {
      covarianceOfMeansA.scale(by: fitA.count / (fitA.count - 1))
      covarianceOfMeansB.scale(by: fitB.count / (fitB.count - 1))
    }
  }
}

extension Predictors {
  /// The variables with their columns: a category has one for each value but the first.
  fileprivate var variables: [(name: String, columns: [Int])] {
    var variables: [(name: String, columns: [Int])] = []
    for (index, column) in columns.enumerated() {
      if let term = column.term, index > 0, columns[index - 1].term == term {
        variables[variables.count - 1].columns.append(index)
      } else {
        variables.append((column.term.map { terms[$0].name } ?? column.name, [index]))
      }
    }
    return variables
  }
}

/// What is known of each record.
private struct Records {
  let response: [Double]
  var predictors: Predictors
  let weights: [Double]?
  let weighting: Weighting
  let clusters: [Int]?

  func weight(of rows: [Int]) -> Double { rows.reduce(0) { $0 + (weights?[$1] ?? 1) } }

  /// How often a record counts.
  private func times(_ row: Int) -> Double {
    weighting == .frequency ? weights?[row] ?? 1 : 1
  }

  func fit(_ rows: [Int], named name: String) throws(RegressionFailure) -> LeastSquares {
    let fit = try LeastSquares(
      rows.map { response[$0] }, predictors.selecting(rows),
      weights: weights.map { weights in rows.map { weights[$0] } }, weighting)
    if let aliased = fit.factor.aliased.first {
      throw .aliased(column: predictors.columns[aliased.column].name, group: name)
    }
    return fit
  }

  /// The covariance of (βA, βB, β*): the sum of products of each record's influence on them.
  ///
  /// - Parameters:
  ///   - groups: The rows of group A and of group B with their influence on their own coefficients.
  ///   - share: The part of βA in β*; nil where β* comes from a regression of everyone.
  ///   - pooled: The influence of everyone on that regression.
  /// - Returns: The covariance.
  func covariance(
    ofBetas groups: [(rows: [Int], scores: Matrix)], sharedBy share: Double?, _ pooled: Matrix?
  ) -> Matrix {
    let k = predictors.columns.count
    var influence = Influence(width: 3 * k, clusters: clusters)
    for (place, group) in groups.enumerated() {
      let mixed = share.map { place == 0 ? $0 : 1 - $0 }
      for (index, row) in group.rows.enumerated() where weights?[row] != 0 {
        var values = [Double](repeating: 0, count: 3 * k)
        for column in 0..<k {
          let own = group.scores[index, column]
          values[place * k + column] = own
          values[2 * k + column] = mixed.map { $0 * own } ?? pooled?[row, column] ?? 0
        }
        influence.add(values, row: row, times: times(row))
      }
    }
    return influence.covariance
  }

  /// Returns the means of the columns and their covariance.
  func means(_ rows: [Int], _ total: Double) -> (means: [Double], covariance: Matrix) {
    let k = predictors.columns.count
    var means = [Double](repeating: 0, count: k)
    var x = means
    func read(_ row: Int) {
      x.withUnsafeMutableBufferPointer { predictors.fill(row: row, into: $0) }
    }
    for row in rows {
      read(row)
      for column in 0..<k { means[column] += (weights?[row] ?? 1) * x[column] / total }
    }
    var influence = Influence(width: k, clusters: clusters)
    for row in rows where weights?[row] != 0 {
      read(row)
      let weight = weighting == .frequency ? 1 : weights?[row] ?? 1
      influence.add(
        (0..<k).map { weight * (x[$0] - means[$0]) / total }, row: row, times: times(row))
    }
    return (means, influence.covariance)
  }
}
