/// Coefficients, means and their covariances, from which a decomposition is put together.
struct OaxacaParts {
  let width: Int
  /// The variables with their columns.
  let variables: [(name: String, columns: [Int])]
  private(set) var meansA: [Double]
  private(set) var meansB: [Double]
  let betaA: [Double]
  let betaB: [Double]
  /// β*.
  private(set) var betaFair: [Double] = []
  /// The covariance of (βA, βB, β*).
  private(set) var covarianceOfBetas: Matrix
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
    let k = predictors.columns.count
    width = k
    var variables: [(name: String, columns: [Int])] = []
    for (index, column) in predictors.columns.enumerated() {
      if let term = column.term, index > 0, predictors.columns[index - 1].term == term {
        variables[variables.count - 1].columns.append(index)
      } else {
        variables.append((column.term.map { predictors.terms[$0].name } ?? column.name, [index]))
      }
    }
    self.variables = variables

    let all = Array(predictors.rows == 0 ? 0..<0 : 0..<predictors.rows)
    let rowsA = all.filter { isInGroupA[$0] }
    let rowsB = all.filter { !isInGroupA[$0] }
    func fit(
      _ rows: [Int], _ predictors: Predictors, _ name: String
    ) throws(RegressionFailure) -> LeastSquares {
      let fit = try LeastSquares(
        rows.map { response[$0] }, predictors.selecting(rows),
        weights: weights.map { weights in rows.map { weights[$0] } }, weighting)
      if let aliased = fit.factor.aliased.first {
        throw .aliased(column: predictors.columns[aliased.column].name, group: name)
      }
      return fit
    }
    let fitA = try fit(rowsA, predictors, "group A")
    let fitB = try fit(rowsB, predictors, "group B")
    betaA = fitA.coefficients
    betaB = fitB.coefficients

    // β* is a mixture of βA and βB, or comes from a regression of everyone.
    var share: Double?
    var pooled: LeastSquares?
    let weightA = rowsA.reduce(0) { $0 + (weights?[$1] ?? 1) }
    let weightB = rowsB.reduce(0) { $0 + (weights?[$1] ?? 1) }
    switch reference {
    case .groupA: share = 1
    case .groupB: share = 0
    case .reimers: share = 0.5
    case .cotton: share = weightA / (weightA + weightB)
    case .neumark: pooled = try fit(all, predictors, "everyone")
    case .jann:
      let membership = Predictors.Term.number("group", isInGroupA.map { $0 ? 1 : 0 })
      let extended = try Predictors(
        predictors.terms + [membership], rows: predictors.rows,
        intercept: predictors.columns.first.map { $0.term == nil } ?? false)
      pooled = try fit(all, extended, "everyone")
    }

    // The influence of each record on (βA, βB, β*), whose products add up to the covariance.
    var influence = Influence(width: 3 * k, clusters: clusters)
    let scoresA = fitA.influences()
    let scoresB = fitB.influences()
    let scoresOfAll = pooled?.influences()
    for (rows, scores, place) in [(rowsA, scoresA, 0), (rowsB, scoresB, 1)] {
      let mixed = share.map { place == 0 ? $0 : 1 - $0 }
      for (index, row) in rows.enumerated() {
        guard weights?[row] != 0 else { continue }
        var values = [Double](repeating: 0, count: 3 * k)
        for column in 0..<k {
          let own = scores[index, column]
          values[place * k + column] = own
          values[2 * k + column] =
            mixed.map { $0 * own } ?? scoresOfAll?[row, column] ?? 0
        }
        influence.add(values, row: row, times: weighting == .frequency ? weights?[row] ?? 1 : 1)
      }
    }
    covarianceOfBetas = influence.covariance
    if let share {
      betaFair = zip(betaA, betaB).map { share * $0 + (1 - share) * $1 }
    } else {
      betaFair = Array((pooled?.coefficients ?? []).prefix(k))
    }

    func means(_ rows: [Int], _ total: Double) -> (means: [Double], covariance: Matrix) {
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
          (0..<k).map { weight * (x[$0] - means[$0]) / total }, row: row,
          times: weighting == .frequency ? weights?[row] ?? 1 : 1)
      }
      return (means, influence.covariance)
    }
    (meansA, covarianceOfMeansA) = means(rowsA, weightA)
    (meansB, covarianceOfMeansB) = means(rowsB, weightB)
    let countA = fitA.count
    let countB = fitB.count
    if clusters == nil {
      covarianceOfMeansA.scale(by: countA / (countA - 1))
      covarianceOfMeansB.scale(by: countB / (countB - 1))
    }
  }
}
