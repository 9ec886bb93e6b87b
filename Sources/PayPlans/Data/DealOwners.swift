/// The people of deals, numbered in the order of their first deals: names are looked up once, and not
/// for each question about a deal.
struct DealOwners {
  /// The people.
  private(set) var names: [String] = []
  /// The first row of each of them.
  private(set) var firstRows: [Int] = []
  /// The number of the person of each row.
  private(set) var numbers: [Int32] = []
  /// How many rows each of them has.
  private var counts: [Int] = []

  init(_ deals: [Deal]) {
    var known: [String: Int32] = [:]
    numbers.reserveCapacity(deals.count)
    for row in deals.indices {
      let number: Int32
      if let found = known[deals[row].rep] {
        number = found
      } else {
        number = Int32(names.count)
        known[deals[row].rep] = number
        names.append(deals[row].rep)
        firstRows.append(row)
        counts.append(0)
      }
      counts[Int(number)] += 1
      numbers.append(number)
    }
  }

  /// Returns the rows of each person, in an order of all rows.
  func rows(in order: [Int]) -> [String: [Int]] {
    var rows: [[Int]] = counts.map { count in
      var rows: [Int] = []
      rows.reserveCapacity(count)
      return rows
    }
    for row in order { rows[Int(numbers[row])].append(row) }
    return zip(names, rows).reduce(into: [:]) { $0[$1.0] = $1.1 }
  }
}
