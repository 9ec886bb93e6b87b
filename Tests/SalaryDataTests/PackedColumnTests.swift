import SalaryData
import TestSupport
import Testing

@Suite("A packed column")
struct PackedColumnTests {
  @Test(
    "gives back each number to the bit, whatever stands beside it",
    arguments: [
      [], [.nan, 0, -1, 999_999_999], [1, -0.0], [.nan, 0.5, .nan], [1e9, -1e9, 2],
      [.infinity, 1, -.infinity], [57_504.25, 3], [Double(Int32.min), Double(Int32.max)],
      [-Double.nan, 1],
    ] as [[Double]])
  func numbers(_ values: [Double]) {
    let column = PackedColumn(values)
    #expect(column.unpacked.map(\.bitPattern) == values.map(\.bitPattern))
    #expect(column.indices.map { column[$0].bitPattern } == values.map(\.bitPattern))
  }

  @Test(
    "gives back each code", arguments: [[], [0, 255], [0, 255, 256, 3], [.max]] as [[UInt32]])
  func codes(_ values: [UInt32]) {
    #expect(Array(PackedColumn(values)) == values)
  }

  @Test("grows as an array does")
  func growing() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      var column = PackedColumn<Double>()
      var array: [Double] = []
      for _ in 0..<Int.random(in: 0..<6, using: &generator) {
        let more = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          Double(Int.random(in: 0..<9, using: &generator))
            / (Int.random(in: 0..<8, using: &generator) == 0 ? 2 : 1)
        }
        if Int.random(in: 0..<2, using: &generator) == 0 {
          column.append(contentsOf: PackedColumn(more))
        } else {
          more.forEach { column.append($0) }
        }
        array += more
      }
      #expect(column.unpacked == array && column.count == array.count)
    }
  }
}
