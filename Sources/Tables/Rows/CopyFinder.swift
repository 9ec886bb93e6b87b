internal import CSVReading

/// Finds rows that are written to the letter like an earlier one.
///
/// Copies have the identity of an earlier row. As long as no two rows have the same, which is how most
/// tables end, identities alone are looked up; the rows are then only noted.
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
    let row = record.withRowBytes { ByteHash.hash($0) }
    guard haveOwnIdentities else { return !known.insert(row) }
    let isNew = known.insert(
      record.withBytes(identity) { bytes in bytes.withUnsafeBytes { ByteHash.hash($0) } })
    if isNew {
      rows.append(row)
      return false
    }
    haveOwnIdentities = false
    known = HashSet64(expected: rows.count)
    for row in rows { _ = known.insert(row) }
    rows = []
    return !known.insert(row)
  }
}
