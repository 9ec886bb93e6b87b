/// Mid-ranks: tied values share the mean of the ranks that they take together.
struct Ranks {
  /// The rank of each value, from 1.
  let ranks: [Double]
  /// Σ(t³ − t) over groups of t tied values; 0 without ties.
  let tieSum: Double

  init(_ values: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var tieSum = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in start..<end { ranks[order[position]] = Double(start + end + 1) / 2 }
      let tied = Double(end - start)
      tieSum += tied * tied * tied - tied
      start = end
    }
    self.ranks = ranks
    self.tieSum = tieSum
  }
}
