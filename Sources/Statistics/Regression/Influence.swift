/// Adds up products of influences, within clusters where there are any.
struct Influence {
  private let width: Int
  private let clusters: [Int]?
  private var sum: Matrix
  private var sums: [Int: [Double]] = [:]
  private var order: [Int] = []

  init(width: Int, clusters: [Int]?) {
    self.width = width
    self.clusters = clusters
    sum = Matrix(rows: width, columns: width)
  }

  mutating func add(_ values: [Double], row: Int, times: Double) {
    guard let clusters else {
      sum.add(values, factor: times)
      return
    }
    let cluster = clusters[row]
    if sums[cluster] == nil {
      order.append(cluster)
      sums[cluster] = [Double](repeating: 0, count: width)
    }
    for index in 0..<width { sums[cluster]?[index] += times * values[index] }
  }

  /// The covariance, with the factor G/(G−1) for clusters.
  var covariance: Matrix {
    guard clusters != nil else { return sum }
    var result = sum
    for cluster in order { result.add(sums[cluster] ?? [], factor: 1) }
    let count = Double(order.count)
    if count > 1 { result.scale(by: count / (count - 1)) }
    return result
  }
}
