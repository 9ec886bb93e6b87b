internal import CLAPACK

/// The factor R of X = QR, Q'y and what is left of y, for the columns that are not aliased.
///
/// Householder reflections by LAPACK on blocks of rows, each stacked under the R so far: memory does
/// not grow with the rows, and unlike the normal equations it does not square the condition number.
struct TriangularFactor {
  /// The columns that are kept, in order.
  let kept: [Int]
  /// The columns that are combinations of earlier ones, with the names of these columns.
  let aliased: [(column: Int, combines: [Int])]
  /// R of the kept columns.
  let r: Matrix
  /// Q'y.
  let rotated: [Double]
  /// The residual sum of squares.
  let residualSquares: Double

  /// Below this share of its length a column counts as a combination of earlier ones, as in R's `lm`.
  private static let tolerance: Double = 1e-7

  init(_ predictors: Predictors, response: [Double], rootWeights: [Double]?) {
    let width = predictors.columns.count + 1
    let block = max(1024, 2 * width)
    // Rows 0..<width hold the R so far; before the first block they are zeros.
    var stacked = Matrix(rows: width + block, columns: width)
    var start = 0
    while start < response.count {
      let rows = start..<min(start + block, response.count)
      let height = stacked.rows
      stacked.withElements { elements in
        guard let base = elements.baseAddress else { return }
        for column in 0..<width {
          let target = base + column * height + width
          if column < width - 1 {
            predictors.fill(column, rows: rows, scaledBy: rootWeights, into: target)
          } else {
            for row in rows { target[row - start] = response[row] * (rootWeights?[row] ?? 1) }
          }
          (target + rows.count).update(repeating: 0, count: block - rows.count)
        }
        var scales = [Double](repeating: 0, count: width)
        _ = LAPACKE_dgeqrf(
          LAPACK_COL_MAJOR, Int32(height), Int32(width), base, Int32(height), &scales)
        // Below the diagonal stand the reflections, which the next block must not see.
        for column in 0..<width {
          (base + column * height + column + 1)
            .update(repeating: 0, count: width - column - 1)
        }
      }
      start = rows.upperBound
    }
    self.init(stacked: stacked, width: width)
  }

  /// Goes through the columns of the triangle in order and sets aliased ones aside.
  private init(stacked: Matrix, width: Int) {
    var columns = (0..<width).map { column in (0..<width).map { stacked[$0, column] } }
    let lengths = columns.map { ($0.reduce(0) { $0 + $1 * $1 }).squareRoot() }
    var kept: [Int] = []
    var dependent: [Int] = []
    for column in 0..<(width - 1) {
      let step = kept.count
      let tail = columns[column][step...]
      let length = tail.reduce(0) { $0 + $1 * $1 }.squareRoot()
      // A column of zeros is a combination of no columns at all.
      guard length > Self.tolerance * lengths[column], length > 0 else {
        dependent.append(column)
        continue
      }
      // The reflection that maps the tail to a multiple of the first unit vector.
      let pivot = columns[column][step]
      let alpha = pivot > 0 ? -length : length
      var direction = Array(tail)
      direction[0] -= alpha
      let square = direction.reduce(0) { $0 + $1 * $1 }
      for other in 0..<width where other == column || other > column || dependent.contains(other) {
        var product = 0.0
        for index in direction.indices {
          product += direction[index] * columns[other][step + index]
        }
        let factor = 2 * product / square
        for index in direction.indices { columns[other][step + index] -= factor * direction[index] }
      }
      kept.append(column)
    }
    let rank = kept.count
    var r = Matrix(rows: rank, columns: rank)
    for (index, column) in kept.enumerated() {
      for row in 0...index { r[row, index] = columns[column][row] }
    }
    self.kept = kept
    self.r = r
    rotated = Array(columns[width - 1].prefix(rank))
    residualSquares = columns[width - 1][rank...].reduce(0) { $0 + $1 * $1 }
    aliased = dependent.map { column in
      let factors = Self.solve(r, Array(columns[column].prefix(rank)))
      let combines = zip(kept, factors).filter { original, factor in
        abs(factor) * lengths[original] > 1e-6 * lengths[column]
      }
      return (column, combines.map(\.0))
    }
  }

  /// Solves Rx = b by back substitution.
  static func solve(_ r: Matrix, _ b: [Double]) -> [Double] {
    var x = b
    for column in stride(from: r.columns - 1, through: 0, by: -1) {
      x[column] /= r[column, column]
      for row in 0..<column { x[row] -= r[row, column] * x[column] }
    }
    return x
  }

  /// The inverse of R, by LAPACK.
  var inverse: Matrix {
    var inverse = r
    let size = Int32(r.rows)
    guard size > 0 else { return inverse }
    inverse.withElements { elements in
      _ = LAPACKE_dtrtri(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), CChar(UInt8(ascii: "N")), size,
        elements.baseAddress, size)
    }
    return inverse
  }
}
