/// A value of a column that often fits in less room than it has.
public protocol PackableValue: Hashable, Sendable {
  /// What it mostly fits in.
  associatedtype Packed: Hashable, Sendable

  /// Unpacks a value.
  init(packed: Packed)

  /// The value packed; nil where it does not fit.
  var packed: Packed? { get }
}

/// Whole numbers of up to nine digits, as which most pay is written, and the missing one, NaN.
extension Double: PackableValue {
  /// Unpacks a number.
  @inlinable
  @inline(__always)
  public init(packed: Int32) {
    self = packed == .min ? .nan : Double(packed)
  }

  /// The number as a whole one; nil where it is not.
  @inlinable
  @inline(__always)
  public var packed: Int32? {
    // Negative zero is another number when it is written, and so is another NaN.
    if bitPattern == Double.nan.bitPattern { return .min }
    guard magnitude < 1e9 else { return nil }
    let whole = Int32(self)
    return Double(whole).bitPattern == bitPattern ? whole : nil
  }
}

/// Codes of labels, of which columns mostly have few.
extension UInt32: PackableValue {
  /// Unpacks a code.
  @inlinable
  @inline(__always)
  public init(packed: UInt8) {
    self = UInt32(packed)
  }

  /// The code as a byte; nil where it is larger.
  @inlinable
  @inline(__always)
  public var packed: UInt8? { UInt8(exactly: self) }
}

/// The values of a column, one for each row, which are packed as long as all of them fit.
///
/// It is used as an array is.
public struct PackedColumn<Element: PackableValue>: Hashable, Sendable {
  /// The values as long as all of them fit.
  @usableFromInline private(set) var narrow: [Element.Packed] = []
  /// The values once one of them does not; else empty.
  @usableFromInline private(set) var wide: [Element] = []

  /// Creates a column of no rows.
  public init() {}

  /// Creates a column of values.
  ///
  /// - Complexity: O(n).
  @inlinable
  public init(_ values: some Sequence<Element>) {
    narrow.reserveCapacity(values.underestimatedCount)
    for value in values { append(value) }
  }

  /// Creates a column of the value that a function has for each row.
  ///
  /// - Complexity: O(rows).
  @inlinable
  public init(rows: Int, _ value: (_ row: Int) -> Element) {
    narrow.reserveCapacity(rows)
    for row in 0..<rows { append(value(row)) }
  }

  /// The values as an array.
  ///
  /// - Complexity: O(n).
  @inlinable
  public var unpacked: [Element] { wide.isEmpty ? narrow.map { Element(packed: $0) } : wide }

  /// Makes room for so many packed values.
  public mutating func reserveCapacity(_ count: Int) { narrow.reserveCapacity(count) }

  /// Adds the value of a further row.
  @inlinable
  public mutating func append(_ value: Element) {
    if wide.isEmpty, let packed = value.packed {
      narrow.append(packed)
    } else {
      widen()
      wide.append(value)
    }
  }

  /// Adds the values of further rows.
  ///
  /// - Complexity: O(rows of the other column).
  public mutating func append(contentsOf other: PackedColumn) {
    if wide.isEmpty, other.wide.isEmpty {
      narrow.append(contentsOf: other.narrow)
    } else {
      widen()
      wide.append(contentsOf: other.unpacked)
    }
  }

  /// Takes the value of the last row away.
  mutating func removeLast() {
    if wide.isEmpty { narrow.removeLast() } else { wide.removeLast() }
  }

  @usableFromInline
  mutating func widen() {
    guard wide.isEmpty else { return }
    wide.reserveCapacity(Swift.max(narrow.capacity, narrow.count + 1))
    wide.append(contentsOf: narrow.lazy.map { Element(packed: $0) })
    narrow = []
  }
}

extension PackedColumn: RandomAccessCollection, ExpressibleByArrayLiteral {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { wide.isEmpty ? narrow.count : wide.count }

  /// The value of a row.
  @inlinable
  public subscript(row: Int) -> Element {
    wide.isEmpty ? Element(packed: narrow[row]) : wide[row]
  }

  /// Creates a column of the values that are listed.
  public init(arrayLiteral values: Element...) { self.init(values) }
}

extension PackedColumn<Double> {
  /// Multiplies the number of each row.
  ///
  /// - Complexity: O(n).
  mutating func multiply(by factor: (_ row: Int) -> Double) {
    self = PackedColumn(rows: count) { self[$0] * factor($0) }
  }
}

extension PackedColumn<UInt32> {
  /// Adds codes of further rows, each with the number that a table has for it.
  ///
  /// - Complexity: O(rows of the other column).
  mutating func append(_ other: PackedColumn, renumberedBy table: [UInt32]) {
    let packed = table.compactMap(\.packed)
    if wide.isEmpty, other.wide.isEmpty, packed.count == table.count {
      narrow.append(contentsOf: other.narrow.lazy.map { packed[Int($0)] })
    } else {
      for code in other { append(table[Int(code)]) }
    }
  }
}
