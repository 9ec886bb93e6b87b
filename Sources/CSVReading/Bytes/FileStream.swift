internal import Findings
internal import WorkbookReading

/// The bytes of a file from its start, read by offset so that several can read one file.
final class FileStream: ByteStream {
  private let file: any RandomAccessBytes
  private var offset = 0

  init(_ file: any RandomAccessBytes) {
    self.file = file
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    let count = try file.read(into: buffer, at: offset)
    offset += count
    return count
  }
}

/// Bytes in memory that are taken for a file.
final class MemoryFile: RandomAccessBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var byteCount: Int { bytes.count }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    guard offset >= 0, offset < bytes.count else { return 0 }
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    return count
  }
}

extension SheetText: ByteStream {}
