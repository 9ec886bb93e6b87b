/// A small dense matrix, stored by columns, such as the covariance of coefficients.
public struct Matrix: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, column after column.
  public private(set) var elements: [Double]

  /// Creates a matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// The element in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[column * rows + row] }
    set { elements[column * rows + row] = newValue }
  }

  /// x' A y.
  func form(_ x: [Double], _ y: [Double]) -> Double {
    var sum = 0.0
    for column in 0..<columns where y[column] != 0 {
      var inner = 0.0
      for row in 0..<rows { inner += x[row] * self[row, column] }
      sum += inner * y[column]
    }
    return sum
  }

  static func * (left: Matrix, right: Matrix) -> Matrix {
    var product = Matrix(rows: left.rows, columns: right.columns)
    for column in 0..<right.columns {
      for inner in 0..<left.columns {
        let factor = right[inner, column]
        guard factor != 0 else { continue }
        for row in 0..<left.rows { product[row, column] += left[row, inner] * factor }
      }
    }
    return product
  }

  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for column in 0..<columns {
      for row in 0..<rows { result[column, row] = self[row, column] }
    }
    return result
  }

  /// Adds factor · vv'.
  mutating func add(_ v: some RandomAccessCollection<Double>, factor: Double) {
    let height = rows
    withElements { elements in
      var start = elements.startIndex
      for value in v {
        let scaled = factor * value
        if scaled != 0 {
          for (offset, other) in v.enumerated() { elements[start + offset] += scaled * other }
        }
        start += height
      }
    }
  }

  mutating func scale(by factor: Double) {
    withElements { elements in
      for index in elements.indices { elements[index] *= factor }
    }
  }

  /// Gives the elements to code that works on memory, such as LAPACK.
  mutating func withElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    elements.withUnsafeMutableBufferPointer { body($0) }
  }
}
