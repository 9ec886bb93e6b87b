package import Findings

/// The text of a sheet as CSV, made while it is read: each line is a row of the sheet.
package final class SheetText {
  private let part: ArchivePart
  private let reader: XMLReader
  private let parser: SheetParser
  private let piece = UnsafeMutableRawBufferPointer.allocate(
    byteCount: XMLReader.pieceSize, alignment: 16)
  private var taken = 0
  private var hasEnded = false

  init(_ part: ArchivePart, _ parser: SheetParser, path: String, place: Place)
    throws(InputFailure)
  {
    self.part = part
    self.parser = parser
    reader = try XMLReader(parser, path: path, place: place)
  }

  deinit { piece.deallocate() }

  /// Writes the next bytes to the front of the buffer and returns how many; 0 only at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    guard !buffer.isEmpty else { return 0 }
    while taken == parser.output.count, !hasEnded {
      parser.output.removeAll(keepingCapacity: true)
      taken = 0
      let count = try part.read(into: piece)
      try reader.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      hasEnded = count == 0
    }
    let count = min(buffer.count, parser.output.count - taken)
    parser.output.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
    }
    taken += count
    return count
  }
}
