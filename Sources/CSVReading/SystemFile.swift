internal import Findings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file descriptor, closed with the last reference.
final class SystemFile: Sendable {
  let name: String
  /// Whether reading at an offset works, so that the file can be read again.
  let isSeekable: Bool
  /// The size in bytes; nil for standard input and pipes.
  let byteCount: Int?
  private let descriptor: Int32
  private let closes: Bool

  /// Opens a file for reading; "-" is standard input.
  init(path: String) throws(InputFailure) {
    if path == "-" {
      (name, descriptor, isSeekable, closes) = ("<stdin>", STDIN_FILENO, false, false)
      byteCount = nil
      return
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw CSVFault.cannotOpen(path, errno: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw CSVFault.isDirectory(path)
    }
    (name, descriptor, closes) = (path, opened, true)
    isSeekable = status.st_mode & S_IFMT == S_IFREG
    byteCount = isSeekable ? Int(status.st_size) : nil
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// Reads the next bytes, or those at an offset; returns 0 at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int?
  ) throws(InputFailure) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      let count =
        if let offset { pread(descriptor, start, buffer.count, off_t(offset)) } else {
          systemRead(descriptor, start, buffer.count)
        }
      if count >= 0 { return count }
      guard errno == EINTR else { throw CSVFault.readingBrokeOff(name, errno: errno) }
    }
  }
}

/// The system call, whose name the method above hides.
private func systemRead(
  _ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int
) -> Int {
  read(descriptor, start, count)
}

extension CSVFault {
  static func cannotOpen(_ path: String, errno code: Int32) -> InputFailure {
    let reason = String(cString: strerror(code))
    let remedy =
      code == ENOENT
      ? "check the path; it is taken relative to the working directory"
      : "check the permissions of the file"
    return InputFailure(
      .noInput,
      Finding(
        "csv.cannot-open", at: Place(file: path),
        code == ENOENT ? "there is no such file" : "the file cannot be opened: \(reason)",
        remedy: remedy))
  }

  static func readingBrokeOff(_ path: String, errno code: Int32) -> InputFailure {
    InputFailure(
      .inputOutput,
      Finding(
        "csv.reading-broke-off", at: Place(file: path),
        "reading broke off: \(String(cString: strerror(code)))"))
  }
}
