/// The lines of a UTF-8 file that have bytes that are not UTF-8.
struct ForeignLines {
  /// A byte that is no part of a character.
  struct Fault {
    var line: Int
    var column: Int
    /// What it is taken for.
    var character: String
  }

  /// The first byte of the first line.
  private(set) var first: Fault?
  /// The numbers of the next lines, as many as are named.
  private(set) var next: [Int] = []
  /// The number of lines.
  private(set) var count = 0

  private static let namedLines = 3

  /// Adds the first such byte of a line.
  mutating func add(line: Int, column: Int, readAs character: String) {
    if first == nil {
      first = Fault(line: line, column: column, character: character)
    } else if next.count < Self.namedLines {
      next.append(line)
    }
    count += 1
  }

  /// Adds those of the lines that follow.
  mutating func append(_ other: ForeignLines) {
    guard let fault = other.first else { return }
    add(line: fault.line, column: fault.column, readAs: fault.character)
    next += other.next.prefix(Self.namedLines - next.count)
    count += other.count - 1
  }
}
