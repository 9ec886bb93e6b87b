extension [Mark.Point] {
  /// The heights of a line that goes from left to right at equal distances; none for other lines.
  func heights(atMost count: Int) -> [Double] {
    let known = filter { $0.x.isDrawable && $0.y.isDrawable }
    guard let first = known.first, let last = known.last, first.x < last.x,
      zip(known, known.dropFirst()).allSatisfy({ $0.x <= $1.x })
    else { return [] }
    let distances = Set(zip(known, known.dropFirst()).map { $1.x - $0.x })
    if distances.count == 1, known.count <= count { return known.map(\.y) }
    return (0..<count).map { index in
      let x = first.x + (last.x - first.x) * Double(index) / Double(count - 1)
      guard let next = known.firstIndex(where: { $0.x >= x }), next > 0 else { return first.y }
      let (left, right) = (known[next - 1], known[next])
      return right.x > left.x
        ? left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x) : right.y
    }
  }
}
