/// The linear program of a quantile regression, solved by walking along edges with long steps.
///
/// A vertex is a set of records, the basis, that the plane passes through. From it the plane moves
/// along the steepest edge, past all records whose crossing still lowers the loss, as in the
/// algorithm of Barrodale and Roberts (SIAM J. Numer. Anal. 10, 1973).
///
/// Rows are held in the coordinates of Q (X = QR), in which the columns are orthonormal. Tied pay
/// makes vertices degenerate, where edges lead nowhere; so the responses are moved apart by random
/// amounts of 1e-9 of their residual spread while searching, and put back for the answer: an optimal
/// basis of the moved problem is one of the true problem, up to that amount.
struct QuantileProgram: Sendable {
  private let width: Int
  private let count: Int
  private let share: Double
  /// The rows of Q, one after another.
  private let rows: [Double]
  private let response: [Double]
  private let moved: [Double]
  private let factor: Matrix
  private let startingResiduals: [Double]

  init(_ start: LeastSquares, share: Double) {
    let width = start.coefficients.count
    self.width = width
    self.share = share
    count = start.response.count
    response = start.response
    factor = start.factor.r
    let (rows, residuals) = start.rotatedRows()
    (self.rows, startingResiduals) = (rows, residuals)
    let spread = (residuals.reduce(0) { $0 + $1 * $1 } / Double(max(1, count))).squareRoot()
    let largest = response.reduce(0) { max($0, abs($1)) }
    let amount = max(1e-9 * spread, 1e-12 * largest)
    var generator = Xoshiro256PlusPlus(seed: 0)
    moved = response.map { $0 + amount * (generator.uniform() - 0.5) }
  }

  private func row(_ index: Int) -> ArraySlice<Double> {
    rows[index * width..<(index + 1) * width]
  }

  /// Independent records close to the plane of least squares, shifted to the quantile.
  func startingBasis(_ weights: [Double]) -> [Int] {
    let used = weights.indices.filter { weights[$0] > 0 }
    var residuals = used.map { startingResiduals[$0] }
    let shift = Sample.quantiles([share], rearranging: &residuals)?[0] ?? 0
    let order = used.sorted {
      abs(startingResiduals[$0] - shift) < abs(startingResiduals[$1] - shift)
    }
    // Gram-Schmidt: a record joins when it is not nearly a combination of those that have.
    var basis: [Int] = []
    var directions: [[Double]] = []
    for tolerance in [0.05, 1e-7] {
      for index in order where basis.count < width && !basis.contains(index) {
        var v = Array(row(index))
        let length = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for _ in 0..<2 {
          for direction in directions {
            let product = zip(v, direction).reduce(0) { $0 + $1.0 * $1.1 }
            for column in 0..<width { v[column] -= product * direction[column] }
          }
        }
        let rest = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard rest > tolerance * length else { continue }
        basis.append(index)
        directions.append(v.map { $0 / rest })
      }
    }
    return basis
  }

  /// Walks from a basis to an optimal one; nil when the basis is singular or the walk does not end.
  func solve(weights: [Double], from start: [Int]) -> [Int]? {
    guard start.count == width, var walk = Walk(self, weights, start) else { return nil }
    // Every step lowers the loss; rounding alone could make a walk longer than this.
    for step in 1...(50 * width + count + 1000) {
      guard let edge = walk.steepestEdge() else { return walk.basis }
      guard walk.move(along: edge) else { return nil }
      if step % 64 == 0 {
        guard let fresh = Walk(self, weights, walk.basis) else { return nil }
        walk = fresh
      }
    }
    return nil
  }

  /// The coefficients of the plane through the records of a basis.
  func coefficients(at basis: [Int]) -> [Double] {
    guard let inverse = inverse(of: basis) else { return [] }
    let rotated = (0..<width).map { index in
      basis.indices.reduce(0) { $0 + inverse[index, $1] * response[basis[$1]] }
    }
    return TriangularFactor.solve(factor, rotated)
  }

  /// Σ w ρ(y − xb), from the plane in the coordinates of Q.
  func objective(at coefficients: [Double], weights: [Double]) -> Double {
    let rotated = (0..<width).map { index in
      (index..<width).reduce(0) { $0 + factor[index, $1] * coefficients[$1] }
    }
    var sum = 0.0
    for index in 0..<count where weights[index] > 0 {
      let residual = response[index] - zip(row(index), rotated).reduce(0) { $0 + $1.0 * $1.1 }
      sum += weights[index] * residual * (residual < 0 ? share - 1 : share)
    }
    return sum
  }

  /// The inverse of the rows of a basis, by elimination with row pivoting; nil when singular.
  private func inverse(of basis: [Int]) -> Matrix? {
    var left = basis.map { Array(row($0)) }
    var right = basis.indices.map { place in
      (0..<width).map { $0 == place ? 1.0 : 0.0 }
    }
    for column in 0..<width {
      guard let pivot = (column..<width).max(by: { abs(left[$0][column]) < abs(left[$1][column]) }),
        abs(left[pivot][column]) > 1e-13
      else { return nil }
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let scale = 1 / left[column][column]
      for index in 0..<width {
        left[column][index] *= scale
        right[column][index] *= scale
      }
      for other in 0..<width where other != column {
        let factor = left[other][column]
        guard factor != 0 else { continue }
        for index in 0..<width {
          left[other][index] -= factor * left[column][index]
          right[other][index] -= factor * right[column][index]
        }
      }
    }
    var inverse = Matrix(rows: width, columns: width)
    for row in 0..<width {
      for column in 0..<width { inverse[row, column] = right[row][column] }
    }
    return inverse
  }

  /// The state of a walk.
  private struct Walk {
    let program: QuantileProgram
    let weights: [Double]
    var basis: [Int]
    /// Column j is the direction that changes the fit of basis record j only.
    var inverse: Matrix
    var residuals: [Double]
    /// Σ w ψ(r) v over the records outside the basis, ψ = p − 1[r < 0].
    var gradient: [Double]
    private var slopes: [Double]
    private var crossings: [Crossing] = []

    /// An edge: away from a basis record, so that its residual becomes negative or positive.
    struct Edge {
      let place: Int
      let sign: Double
      let slope: Double
    }

    struct Crossing {
      let distance: Double
      let change: Double
      let row: Int
    }

    init?(_ program: QuantileProgram, _ weights: [Double], _ basis: [Int]) {
      guard let inverse = program.inverse(of: basis) else { return nil }
      self.program = program
      self.weights = weights
      self.basis = basis
      self.inverse = inverse
      let width = program.width
      let plane = (0..<width).map { index in
        basis.indices.reduce(0) { $0 + inverse[index, $1] * program.moved[basis[$1]] }
      }
      var residuals = program.moved
      var gradient = [Double](repeating: 0, count: width)
      let inBasis = Set(basis)
      for index in 0..<program.count {
        let row = program.row(index)
        var fitted = 0.0
        for (offset, value) in row.enumerated() { fitted += value * plane[offset] }
        residuals[index] -= fitted
        guard !inBasis.contains(index), weights[index] > 0 else { continue }
        let psi = weights[index] * (program.share - (residuals[index] < 0 ? 1 : 0))
        for (offset, value) in row.enumerated() { gradient[offset] += psi * value }
      }
      for index in basis { residuals[index] = 0 }
      self.residuals = residuals
      self.gradient = gradient
      slopes = [Double](repeating: 0, count: program.count)
    }

    /// The edge along which the loss falls fastest; nil at an optimum.
    func steepestEdge() -> Edge? {
      var best: Edge?
      let scale = gradient.reduce(0) { max($0, abs($1)) }
      for place in basis.indices {
        var product = 0.0
        var length = 0.0
        for index in gradient.indices {
          let element = inverse[index, place]
          product += gradient[index] * element
          length += element * element
        }
        let weight = weights[basis[place]]
        length = length.squareRoot()
        // Along +d the record's residual falls below 0, along −d it rises above.
        for (sign, slope) in [
          (1.0, -product + (1 - program.share) * weight), (-1.0, product + program.share * weight),
        ] where slope < -1e-11 * (scale * length + weight) {
          if slope / length < best?.slope ?? 0 {
            best = Edge(place: place, sign: sign, slope: slope / length)
          }
        }
      }
      return best
    }

    /// Moves to the vertex where the loss along the edge is least; false when it falls for ever.
    mutating func move(along edge: Edge) -> Bool {
      let width = program.width
      let leaving = basis[edge.place]
      let direction = (0..<width).map { edge.sign * inverse[$0, edge.place] }
      var slope =
        -zip(gradient, direction).reduce(0) { $0 + $1.0 * $1.1 }
        + weights[leaving] * (edge.sign > 0 ? 1 - program.share : program.share)
      crossings.removeAll(keepingCapacity: true)
      let inBasis = Set(basis)
      program.rows.withUnsafeBufferPointer { rows in
        for index in 0..<program.count {
          var change = 0.0
          let start = index * width
          for offset in 0..<width { change += rows[start + offset] * direction[offset] }
          slopes[index] = change
          guard weights[index] > 0, residuals[index] * change > 0, !inBasis.contains(index) else {
            continue
          }
          crossings.append(
            Crossing(
              distance: residuals[index] / change, change: weights[index] * abs(change),
              row: index))
        }
      }
      // The records crossed in order of distance, until the loss no longer falls: a weighted
      // selection, which needs no sorting.
      var (low, high) = (0, crossings.count)
      guard high > 0 else { return false }
      while high - low > 1 {
        let pivot = crossings[low + (high - low) / 2]
        var middle = low
        var gained = 0.0
        for index in low..<high where crossings[index].distance < pivot.distance {
          gained += crossings[index].change
          crossings.swapAt(index, middle)
          middle += 1
        }
        if middle == low {
          // The pivot is the nearest: take it alone.
          let place = crossings[low..<high].firstIndex { $0.row == pivot.row } ?? low
          crossings.swapAt(place, low)
          (middle, gained) = (low + 1, pivot.change)
        }
        if slope + gained >= 0 {
          high = middle
        } else {
          slope += gained
          low = middle
        }
      }
      guard low < high, slope + crossings[low].change >= 0 else { return false }
      let entering = crossings[low]

      // Those nearer than the record that enters have changed sides.
      for crossing in crossings[..<low] { flip(crossing.row) }
      for index in 0..<program.count { residuals[index] -= entering.distance * slopes[index] }
      for index in basis { residuals[index] = 0 }
      leave(entering.row)
      residuals[entering.row] = 0
      residuals[leaving] = -edge.sign * entering.distance
      let psi = weights[leaving] * (program.share - (edge.sign > 0 ? 1 : 0))
      for (offset, value) in program.row(leaving).enumerated() { gradient[offset] += psi * value }

      basis[edge.place] = entering.row
      // Exchanging one row of the basis changes its inverse by rank one.
      let products = (0..<width).map { column in
        program.row(entering.row).enumerated().reduce(0) {
          $0 + $1.element * inverse[$1.offset, column]
        }
      }
      let pivot = products[edge.place]
      for index in 0..<width { inverse[index, edge.place] /= pivot }
      for column in 0..<width where column != edge.place {
        for index in 0..<width {
          inverse[index, column] -= products[column] * inverse[index, edge.place]
        }
      }
      return true
    }

    /// Counts a record on the other side of the plane.
    private mutating func flip(_ index: Int) {
      let change = residuals[index] > 0 ? -weights[index] : weights[index]
      for (offset, value) in program.row(index).enumerated() { gradient[offset] += change * value }
    }

    /// Takes a record that joins the basis out of the gradient, as it stood before the step.
    private mutating func leave(_ index: Int) {
      let wasNegative = slopes[index] < 0
      let psi = weights[index] * (program.share - (wasNegative ? 1 : 0))
      for (offset, value) in program.row(index).enumerated() { gradient[offset] -= psi * value }
    }
  }
}
