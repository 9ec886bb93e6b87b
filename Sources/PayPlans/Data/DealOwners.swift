/// The people of deals, numbered in the order of their first deals: names are looked up once, and not
/// for each question about a deal.
struct DealOwners {
  /// The people.
  private(set) var names: [String] = []
  /// The first row of each of them.
  private(set) var firstRows: [Int] = []
  /// The number of the person of each row.
  private(set) var numbers: [Int32] = []
  private var known: [String: Int32] = [:]
  /// The rows person by person, those of one in the order of the file.
  private var grouped: [Int32] = []
  /// Where the rows of each person begin there; after those of the last one, how many there are.
  private var starts: [Int] = [0]

  init(_ deals: [Deal]) {
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
        starts.append(0)
      }
      starts[Int(number) + 1] += 1
      numbers.append(number)
    }
    group()
  }

  /// Brings the rows of each person together, once they are counted.
  private mutating func group() {
    for person in names.indices { starts[person + 1] += starts[person] }
    var next = starts
    grouped = [Int32](unsafeUninitializedCapacity: numbers.count) { rows, count in
      for row in numbers.indices {
        let person = Int(numbers[row])
        rows.initializeElement(at: next[person], to: Int32(row))
        next[person] += 1
      }
      count = numbers.count
    }
  }

  /// Whether a person has any row.
  func hasRows(of name: String) -> Bool { known[name] != nil }

  /// Returns the rows of a person in the order of the file.
  func rows(of name: String) -> some Sequence<Int> {
    let rows = known[name].map { starts[Int($0)]..<starts[Int($0) + 1] } ?? 0..<0
    return grouped[rows].lazy.map { Int($0) }
  }
}
