/// The computation behind a linear regression: coefficients, and covariances by a second pass.
struct LeastSquares {
  let response: [Double]
  let predictors: Predictors
  let weights: [Double]?
  let weighting: Weighting
  let factor: TriangularFactor
  /// The inverse of R, so that (X'X)⁻¹ is this times its transpose.
  let inverse: Matrix
  let coefficients: [Double]
  /// Matrices of twice this many columns squared still fit in memory, at 400 MB.
  private static let mostColumns: Int = 5000

  /// The number of records, or of people that frequencies add up to.
  let count: Double

  init(
    _ response: [Double], _ predictors: Predictors, weights: [Double]?, _ weighting: Weighting
  ) throws(RegressionFailure) {
    guard response.count == predictors.rows else {
      throw .lengthsDiffer(column: "response", length: response.count, rows: predictors.rows)
    }
    if let row = response.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(column: "response", row: row)
    }
    do {
      // A sample knows what weights may be.
      let sample = try Sample(response, weights: weights, weighting)
      count = weighting == .frequency ? sample.totalWeight : Double(sample.count)
    } catch {
      throw .weights(error)
    }
    guard predictors.columns.count <= Self.mostColumns else {
      throw .tooManyColumns(columns: predictors.columns.count, most: Self.mostColumns)
    }
    self.response = response
    self.predictors = predictors
    self.weights = weights
    self.weighting = weighting
    factor = TriangularFactor(
      predictors, response: response, rootWeights: weights.map { $0.map { $0.squareRoot() } })
    guard count > Double(factor.kept.count), !factor.kept.isEmpty else {
      throw .tooFewRows(rows: Int(count), columns: factor.kept.count)
    }
    inverse = factor.inverse
    coefficients = TriangularFactor.solve(factor.r, factor.rotated)
  }

  /// The sum of squares of the response, about its mean or about 0.
  func totalSquares(centered: Bool) -> Double {
    let total = weights?.reduce(0, +) ?? count
    var mean = 0.0
    if centered {
      for row in response.indices { mean += (weights?[row] ?? 1) * response[row] }
      mean /= total
    }
    var sum = 0.0
    for row in response.indices {
      sum += (weights?[row] ?? 1) * (response[row] - mean) * (response[row] - mean)
    }
    return sum
  }

  func covariance(_ errors: LinearRegression.Errors) throws(RegressionFailure) -> Matrix {
    let size = coefficients.count
    let k = Double(size)
    // In the coordinates of Q, where (X'X)⁻¹ is the identity.
    var middle = Matrix(rows: size, columns: size)
    switch errors {
    case .classical:
      let variance = factor.residualSquares / (count - k)
      for index in 0..<size { middle[index, index] = variance }
    case .hc1:
      forEachScore { _, weight, residual, v in
        middle.add(v, factor: weight * residual * residual)
      }
      middle.scale(by: count / (count - k))
    case .hc3:
      var full: Int?
      forEachScore { row, weight, residual, v in
        // The leverage of one record: of one of the copies that a frequency stands for.
        let scale = weighting == .frequency ? 1 : (weights?[row] ?? 1)
        let leverage = scale * (0..<size).reduce(0) { $0 + v[$1] * v[$1] }
        guard 1 - leverage > 1e-12 else {
          full = full ?? row
          return
        }
        let inflated = residual / (1 - leverage)
        middle.add(v, factor: weight * inflated * inflated)
      }
      if let full { throw .fullLeverage(row: full) }
    case .clustered(let codes):
      guard codes.count == response.count else {
        throw .lengthsDiffer(column: "clusters", length: codes.count, rows: response.count)
      }
      var numbers: [Int: Int] = [:]
      for row in codes.indices where weights?[row] != 0 && numbers[codes[row]] == nil {
        numbers[codes[row]] = numbers.count
      }
      let clusters = Double(numbers.count)
      guard clusters > 1 else { throw .tooFewClusters }
      var sums = [Double](repeating: 0, count: numbers.count * size)
      forEachScore { row, _, residual, v in
        guard let number = numbers[codes[row]] else { return }
        let scale = (weights?[row] ?? 1) * residual
        for index in 0..<size { sums[number * size + index] += scale * v[index] }
      }
      sums.withUnsafeMutableBufferPointer { sums in
        for number in 0..<numbers.count {
          let score = UnsafeMutableBufferPointer(
            rebasing: sums[number * size..<(number + 1) * size])
          middle.add(score, factor: 1)
        }
      }
      middle.scale(by: clusters / (clusters - 1) * (count - 1) / (count - k))
    }
    return inverse * middle * inverse.transposed
  }

  /// Goes through the rows: w² (w for frequencies), residual y − xb, and v = R⁻ᵀx.
  private func forEachScore(
    _ body: (
      _ row: Int, _ weight: Double, _ residual: Double, _ v: UnsafeMutableBufferPointer<Double>
    )
      -> Void
  ) {
    let size = coefficients.count
    // R⁻¹ by rows, so that a row of it is added for each x that is not 0.
    let rows = inverse.transposed.elements
    // Columns are read in blocks of rows: looking up a column for each number costs more than the
    // arithmetic.
    let block = 256
    var x = [Double](repeating: 0, count: block * size)
    var v = [Double](repeating: 0, count: size)
    x.withUnsafeMutableBufferPointer { x in
      guard let base = x.baseAddress else { return }
      v.withUnsafeMutableBufferPointer { v in
        for start in stride(from: 0, to: response.count, by: block) {
          let range = start..<min(start + block, response.count)
          for (index, column) in factor.kept.enumerated() {
            predictors.fill(column, rows: range, scaledBy: nil, into: base + index * block)
          }
          for row in range {
            let weight = weights?[row] ?? 1
            guard weight > 0 else { continue }
            v.update(repeating: 0)
            var residual = response[row]
            for index in 0..<size {
              let value = x[index * block + row - start]
              guard value != 0 else { continue }
              residual -= value * coefficients[index]
              for column in index..<size { v[column] += value * rows[index * size + column] }
            }
            body(row, weighting == .frequency ? weight : weight * weight, residual, v)
          }
        }
      }
    }
  }
}

extension LeastSquares {
  /// The influence (X'X)⁻¹ x w u of each row on the coefficients, times √(n/(n−k)) as in HC1.
  func influences() -> Matrix {
    let size = coefficients.count
    let scale = (count / (count - Double(size))).squareRoot()
    var result = Matrix(rows: response.count, columns: size)
    forEachScore { row, _, residual, v in
      // The influence of one of the records that a frequency stands for.
      let weight = weighting == .frequency ? 1 : weights?[row] ?? 1
      for index in 0..<size {
        var sum = 0.0
        for column in index..<size { sum += inverse[index, column] * v[column] }
        result[row, index] = scale * weight * residual * sum
      }
    }
    return result
  }

  /// The rows R⁻ᵀx of Q, one after another, unweighted, and the residuals; zeros for weight zero.
  func rotatedRows() -> (rows: [Double], residuals: [Double]) {
    let size = coefficients.count
    var rows = [Double](repeating: 0, count: response.count * size)
    var residuals = [Double](repeating: 0, count: response.count)
    forEachScore { row, _, residual, v in
      residuals[row] = residual
      for index in 0..<size { rows[row * size + index] = v[index] }
    }
    return (rows, residuals)
  }
}
