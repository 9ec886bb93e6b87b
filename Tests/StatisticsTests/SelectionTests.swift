import Statistics
import Testing

@Suite("Selection of order statistics")
struct SelectionTests {
  /// Inputs that break naive quickselects.
  static let shapes: [(name: String, make: @Sendable (Int) -> Double)] = [
    ("rising", { Double($0) }),
    ("falling", { Double(-$0) }),
    ("all equal", { _ in 4 }),
    ("two values", { Double($0 % 2) }),
    ("organ pipe", { Double(min($0, 3000 - $0)) }),
    ("sawtooth", { Double($0 * 7919 % 100) }),
    ("rounded", { Double($0 * 7919 % 3001 / 500 * 500) }),
    ("scrambled", { Double($0 * 7919 % 3001) }),
    ("zeros of both signs", { $0 % 3 == 0 ? -0.0 : 0.0 }),
  ]

  @Test(
    "Each rank holds what sorting would put there, with smaller before and larger after",
    arguments: shapes.indices, [1, 2, 25, 500, 3001])
  func matchesSorting(shape: Int, count: Int) {
    let original = (0..<count).map(Self.shapes[shape].make)
    let sorted = original.sorted()
    let ranks = [0, count / 10, count / 2, count / 2, count * 9 / 10, count - 1, -1, count]
    var values = original
    Selection.select(ranks, in: &values)
    for rank in ranks where values.indices.contains(rank) {
      #expect(values[rank] == sorted[rank])
      #expect(values[..<rank].allSatisfy { $0 <= sorted[rank] })
      #expect(values[rank...].allSatisfy { $0 >= sorted[rank] })
    }
    #expect(values.sorted() == sorted)
  }

  @Test("Random input of many sizes")
  func random() {
    var generator = Xoshiro256PlusPlus(seed: 1)
    for count in [3, 24, 26, 100, 499, 2_000, 25_000] {
      let original = (0..<count).map { _ in generator.standardNormal() }
      let sorted = original.sorted()
      let ranks = (0..<9).map { _ in generator.index(below: count) }
      var values = original
      Selection.select(ranks, in: &values)
      for rank in ranks { #expect(values[rank] == sorted[rank]) }
    }
  }

  @Test(
    "A sample is sorted by digits as it is by comparing",
    arguments: shapes.indices, [1, 2, 256, 257, 3001])
  func sortsByDigits(shape: Int, count: Int) throws {
    var sample = try Sample((0..<count).map(Self.shapes[shape].make))
    let sorted = sample.values.sorted()
    sample.sort()
    #expect(sample.values == sorted)
  }

  @Test("Numbers of all bits are sorted by digits, and more of them than are sorted at once")
  func sortsManyDigits() throws {
    var generator = Xoshiro256PlusPlus(seed: 2)
    for count in [300, 5_000, 300_000] {
      var sample = try Sample(
        (0..<count).map { _ in
          var number = Double.nan
          while !number.isFinite { number = Double(bitPattern: generator.next()) }
          return number
        })
      let sorted = sample.values.sorted()
      sample.sort()
      #expect(sample.values == sorted)
    }
  }

  @Test("Nothing happens to nothing")
  func empty() {
    var values: [Double] = []
    Selection.select([0, 1], in: &values)
    #expect(values.isEmpty)
  }
}
