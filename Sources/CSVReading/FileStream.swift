internal import Findings

/// The bytes of a file: from its start by offset where it can seek, else as they come.
final class FileStream: ByteStream {
  private let file: SystemFile
  private var offset: Int?

  init(_ file: SystemFile) {
    self.file = file
    offset = file.isSeekable ? 0 : nil
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    let count = try file.read(into: buffer, at: offset)
    offset = offset.map { $0 + count }
    return count
  }
}
