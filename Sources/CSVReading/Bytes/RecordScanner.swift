/// The grammar of records: where one ends, and where in it a field begins.
///
/// libcsv makes the fields; this only finds the edges that libcsv does not tell: the last whole
/// record of a block, the quote that opened a field, the place of a field in its file. A differential
/// test holds the two together.
struct RecordScanner {
  let delimiter: UInt8

  /// What a record that starts at an offset turns out to be.
  enum Outcome: Equatable {
    /// The offset after its line end, or the end of the bytes.
    case complete(end: Int)
    /// A byte that may not stand there, and the quote that opened the field, if one did.
    case malformed(at: Int, quote: Int?)
    /// The bytes end inside it; the quote that is open, if one is.
    case unfinished(quote: Int?)
  }

  /// Follows a record from its start.
  ///
  /// `isFinal` says that nothing follows the bytes, so that they end the last record.
  /// `visit` gets the offset of each field's first byte, its opening quote included.
  func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool,
    visit: (Int) -> Void = { _ in }
  ) -> Outcome {
    var offset = start
    while true {
      visit(offset)
      var quote: Int?
      if offset < bytes.count, bytes[offset] == Byte.quote {
        quote = offset
        offset += 1
        // To the closing quote: one that no second quote follows.
        while true {
          while offset < bytes.count, bytes[offset] != Byte.quote { offset += 1 }
          guard offset < bytes.count else { return .unfinished(quote: quote) }
          offset += 1
          guard offset < bytes.count else { break }
          guard bytes[offset] == Byte.quote else { break }
          offset += 1
        }
      } else {
        while offset < bytes.count, !endsField(bytes[offset]), bytes[offset] != Byte.quote {
          offset += 1
        }
      }
      guard offset < bytes.count else {
        return isFinal ? .complete(end: offset) : .unfinished(quote: quote)
      }
      switch bytes[offset] {
      case delimiter: offset += 1
      case Byte.lineFeed: return .complete(end: offset + 1)
      case Byte.carriageReturn:
        guard offset + 1 < bytes.count else {
          return isFinal ? .complete(end: offset + 1) : .unfinished(quote: nil)
        }
        return .complete(end: bytes[offset + 1] == Byte.lineFeed ? offset + 2 : offset + 1)
      default: return .malformed(at: offset, quote: quote)
      }
    }
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// Returns the offset after the line end that follows an offset, or nil when there is none yet.
  func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool
  ) -> Int? {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == Byte.lineFeed { return offset + 1 }
      if bytes[offset] == Byte.carriageReturn {
        guard offset + 1 < bytes.count else { return isFinal ? offset + 1 : nil }
        return bytes[offset + 1] == Byte.lineFeed ? offset + 2 : offset + 1
      }
      offset += 1
    }
    return isFinal ? bytes.count : nil
  }
}
