internal import Findings

/// The bytes of a file from its start, read by offset so that several can read one file.
final class FileStream: ByteStream {
  private let file: SystemFile
  private var offset = 0

  init(_ file: SystemFile) {
    self.file = file
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    let count = try file.read(into: buffer, at: offset)
    offset += count
    return count
  }
}
