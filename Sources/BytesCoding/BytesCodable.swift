/// What can be written as bytes and read again, bit by bit the same.
package protocol BytesCodable {
  /// Appends the value to bytes.
  func write(to bytes: inout [UInt8])
  /// Reads a value; nil where the bytes are not of one.
  init?(from reader: inout BytesReader)
}

extension BytesCodable {
  /// The value as bytes.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Reads a value from bytes that hold nothing else; nil where they do not.
  package init?(bytes: [UInt8]) {
    var reader = BytesReader(bytes)
    self.init(from: &reader)
    guard reader.isAtEnd else { return nil }
  }
}

/// Reads values from bytes, and nothing beyond their end.
package struct BytesReader {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { position == bytes.count }

  /// The number of bytes that are left.
  package var left: Int { bytes.count - position }

  /// The next eight bytes, the lowest first.
  package mutating func next() -> UInt64? {
    guard left >= 8 else { return nil }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  /// The next length of something of which each element takes at least so many bytes.
  package mutating func nextCount(of size: Int = 8) -> Int? {
    guard let count = next(), count <= UInt64(left / max(1, size)) else {
      return nil
    }
    return Int(count)
  }

  /// The next so many bytes.
  package mutating func next(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, left >= count else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }
}

extension UInt64: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: littleEndian) { bytes.append(contentsOf: $0) }
  }

  package init?(from reader: inout BytesReader) {
    guard let value = reader.next() else { return nil }
    self = value
  }
}

extension Int: BytesCodable {
  package func write(to bytes: inout [UInt8]) { UInt64(bitPattern: Int64(self)).write(to: &bytes) }

  package init?(from reader: inout BytesReader) {
    guard let value = reader.next() else { return nil }
    self = Int(Int64(bitPattern: value))
  }
}

extension Double: BytesCodable {
  package func write(to bytes: inout [UInt8]) { bitPattern.write(to: &bytes) }

  package init?(from reader: inout BytesReader) {
    guard let value = reader.next() else { return nil }
    self = Double(bitPattern: value)
  }
}

extension String: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    utf8.count.write(to: &bytes)
    bytes.append(contentsOf: utf8)
  }

  package init?(from reader: inout BytesReader) {
    guard let count = reader.nextCount(of: 1), let text = reader.next(count),
      let valid = String(validating: text, as: UTF8.self)
    else { return nil }
    self = valid
  }
}

extension Array: BytesCodable where Element: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    count.write(to: &bytes)
    for element in self { element.write(to: &bytes) }
  }

  package init?(from reader: inout BytesReader) {
    guard let count = reader.nextCount() else { return nil }
    self = []
    reserveCapacity(count)
    for _ in 0..<count {
      guard let element = Element(from: &reader) else { return nil }
      append(element)
    }
  }
}

extension Optional: BytesCodable where Wrapped: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    (map { _ in 1 } ?? 0).write(to: &bytes)
    self?.write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let isThere = reader.next(), isThere < 2 else { return nil }
    guard isThere == 1 else {
      self = .none
      return
    }
    guard let value = Wrapped(from: &reader) else { return nil }
    self = .some(value)
  }
}
