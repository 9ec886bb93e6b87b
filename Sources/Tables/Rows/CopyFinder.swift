internal import CSVReading

/// What tells whether a row is written to the letter like another one: hashes of it, and of the field that
/// tells what it is about.
///
/// Copies have the identity of an earlier row. As long as no two rows have the same, which is how most
/// tables end, identities alone are compared.
private struct RowHash {
  let row: UInt64
  let identity: UInt64

  init(_ record: borrowing CSVRecord, _ identity: Int) {
    row = record.withRowBytes { ByteHash.hash($0) }
    self.identity = record.withBytes(identity) { bytes in
      bytes.withUnsafeBytes { ByteHash.hash($0) }
    }
  }
}

/// Finds copies of earlier rows, row by row.
struct CopyFinder {
  /// The hashes of the identities, or of the rows once two have the same identity.
  private var known: HashSet64
  /// The hashes of the rows, as long as no two have the same identity.
  private var rows: [UInt64] = []
  /// Whether no two rows have the same identity.
  private(set) var haveOwnIdentities = true

  init(expected count: Int) {
    known = HashSet64(expected: count)
    rows.reserveCapacity(count)
  }

  /// Whether a row is a copy, by the field that tells what it is about.
  mutating func isCopy(_ record: borrowing CSVRecord, _ identity: Int) -> Bool {
    let hash = RowHash(record, identity)
    guard haveOwnIdentities else { return !known.insert(hash.row) }
    if known.insert(hash.identity) {
      rows.append(hash.row)
      return false
    }
    haveOwnIdentities = false
    known = HashSet64(expected: rows.count)
    for row in rows { _ = known.insert(row) }
    rows = []
    return !known.insert(hash.row)
  }
}

/// The rows of a table, of which it is seen at the end whether one is a copy of another one.
///
/// Looking each row up while it is read waits for memory, and needs all rows before it.
struct RowHashes: Sendable {
  private(set) var count = 0
  private var identities: [UInt64] = []
  /// The last bits of the hash of each row, which only those of one identity are compared by.
  private var rows: [UInt32] = []

  /// Notes a row, by the field that tells what it is about; nil where none does.
  mutating func note(_ record: borrowing CSVRecord, _ identity: Int?) {
    count += 1
    guard let identity else { return }
    let hash = RowHash(record, identity)
    rows.append(UInt32(truncatingIfNeeded: hash.row))
    identities.append(hash.identity)
  }

  /// Adds the rows that follow.
  mutating func append(_ next: RowHashes) {
    count += next.count
    rows.append(contentsOf: next.rows)
    identities.append(contentsOf: next.identities)
  }

  /// Whether no two rows have the same identity.
  var haveOwnIdentities: Bool { HashSet64.repeats(in: identities).isEmpty }

  /// Whether a row is a copy, where two rows may have the same identity.
  var haveCopies: Bool {
    let hashes = zip(identities, rows).map { identity, row in
      identity ^ UInt64(row) &* 0x9E37_79B9_7F4A_7C15
    }
    return !HashSet64.repeats(in: hashes).isEmpty
  }
}
