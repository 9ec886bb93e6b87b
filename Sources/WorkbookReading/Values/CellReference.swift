/// A cell by its row and column, both from 1.
struct CellReference: Hashable {
  var row: Int
  var column: Int

  /// Reads "D17" from bytes up to a zero or another byte that ends it; nil for anything else.
  init?(_ bytes: UnsafePointer<CChar>) {
    var next = bytes
    guard let reference = Self.read(&next), next.pointee == 0 else { return nil }
    self = reference
  }

  private init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  private static func read(_ next: inout UnsafePointer<CChar>) -> CellReference? {
    var (row, column) = (0, 0)
    while case let letter = UInt8(bitPattern: next.pointee) & 0xDF, (0x41...0x5A).contains(letter) {
      guard column < 1 << 16 else { return nil }
      column = column * 26 + Int(letter - 0x40)
      next += 1
    }
    guard column > 0 else { return nil }
    while (0x30...0x39).contains(next.pointee) {
      guard row < 1 << 24 else { return nil }
      row = row * 10 + Int(next.pointee - 0x30)
      next += 1
    }
    return row > 0 ? CellReference(row: row, column: column) : nil
  }

  /// Reads "A1:C2"; nil for anything else.
  static func range(_ bytes: UnsafePointer<CChar>) -> (first: CellReference, last: CellReference)? {
    var next = bytes
    guard let first = read(&next), next.pointee == 0x3A else { return nil }
    next += 1
    guard let last = read(&next), next.pointee == 0, last.row >= first.row,
      last.column >= first.column
    else { return nil }
    return (first, last)
  }
}
