internal import BytesCoding

/// How many draws fell into each cell, their moments there, and the draws of the cells that gather.
struct CellTally: Sendable {
  /// The number of draws in each cell.
  var counts: [Int]
  /// The sums of the first four powers of each draw's distance from the cell's origin.
  var sums: [SIMD4<Double>]
  /// The draws that fell into gathering cells.
  var gathered: [Double] = []

  init(cellCount: Int) {
    counts = Array(repeating: 0, count: cellCount)
    sums = Array(repeating: .zero, count: cellCount)
  }

  /// Adds a block of draws; `gathers` holds 1 for each cell that gathers, else 0.
  ///
  /// The loop does the same for every draw, whatever the plan; its one branch, to a next cell within
  /// a place of the guide, is rarely taken.
  mutating func add(_ draws: Span<Double>, _ cells: Cells, gathers: [UInt8]) {
    let edges = cells.edges
    let last = Double(cells.guide.count - 1)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: draws.count + 1) { kept in
      var keptCount = 0
      edges.withUnsafeBufferPointer { edges in
        cells.guide.withUnsafeBufferPointer { guide in
          gathers.withUnsafeBufferPointer { gathers in
            counts.withUnsafeMutableBufferPointer { counts in
              sums.withUnsafeMutableBufferPointer { sums in
                guard let edge = edges.baseAddress, let first = guide.baseAddress,
                  let gather = gathers.baseAddress, let count = counts.baseAddress,
                  let sum = sums.baseAddress, let keep = kept.baseAddress
                else { return }
                for index in draws.indices {
                  let draw = draws[index]
                  // NaN ends in the last place, and shows in the sums.
                  let scaled = draw * cells.density
                  let place = scaled < last ? (scaled > 0 ? scaled : 0) : last
                  var cell = Int(first[Int(place)])
                  while cell < edges.count, draw >= edge[cell] { cell &+= 1 }
                  let distance = draw - edge[max(0, cell &- 1)]
                  let square = distance * distance
                  sum[cell] += SIMD4(distance, square, square * distance, square * square)
                  count[cell] &+= 1
                  keep[keptCount] = draw
                  keptCount &+= Int(gather[cell])
                }
              }
            }
          }
        }
      }
      gathered.append(contentsOf: UnsafeBufferPointer(rebasing: kept[..<keptCount]))
    }
  }

  /// Adds what another tally of as many cells holds.
  mutating func add(_ other: CellTally) {
    for cell in counts.indices {
      counts[cell] += other.counts[cell]
      sums[cell] += other.sums[cell]
    }
    gathered += other.gathered
  }
}

extension CellTally: BytesCodable {
  func write(to bytes: inout [UInt8]) {
    counts.write(to: &bytes)
    for sum in sums { for power in 0..<4 { sum[power].write(to: &bytes) } }
    gathered.write(to: &bytes)
  }

  init?(from reader: inout BytesReader) {
    guard let counts = [Int](from: &reader) else { return nil }
    self.init(cellCount: 0)
    self.counts = counts
    for _ in counts {
      var sum = SIMD4<Double>()
      for power in 0..<4 {
        guard let value = Double(from: &reader) else { return nil }
        sum[power] = value
      }
      sums.append(sum)
    }
    guard let gathered = [Double](from: &reader), gathered.allSatisfy({ $0.isFinite }),
      counts.allSatisfy({ 0...DrawStream.chunkSize ~= $0 })
    else { return nil }
    self.gathered = gathered
  }
}
