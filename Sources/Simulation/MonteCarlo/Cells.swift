/// The cells into which edges cut the line, and a table that finds the cell of a number at once.
///
/// Cell i holds what is at least edge i − 1 and below edge i. The table gives the first cell that a
/// number in an even grid can be in (Chen, Asau, "On generating random variates from an empirical
/// distribution", AIIE Transactions 6, 1974), so that finding it does not depend on how many
/// bands the plans have.
struct Cells: Sendable {
  /// The edges in rising order; never empty.
  let edges: [Double]
  /// The number of places of the grid for each unit.
  let density: Double
  /// The first cell for each place of the grid.
  let guide: [Int32]

  private static let guideSize = 2048

  /// Creates the cells of any edges, in any order; without a finite one, 0 is the edge.
  init(_ edges: some Sequence<Double>) {
    var sorted = Set(edges.filter { $0.isFinite }).sorted()
    if sorted.isEmpty { sorted = [0] }
    self.edges = sorted
    let top = max(1e-9, sorted[sorted.count - 1])
    let density = Double(Self.guideSize - 1) / top
    self.density = density
    var guide = [Int32](repeating: 0, count: Self.guideSize)
    for edge in sorted {
      // Multiplication keeps the order, so a number in a later place lies above the edge.
      let place = Int(min(max(edge * density, 0), Double(Self.guideSize - 1)))
      for later in place + 1..<max(place + 1, Self.guideSize) { guide[later] += 1 }
    }
    self.guide = guide
  }

  var count: Int { edges.count + 1 }

  /// The point from which moments within a cell are counted: its lower edge.
  func origin(of cell: Int) -> Double { edges[max(0, cell - 1)] }
}
