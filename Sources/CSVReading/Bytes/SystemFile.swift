internal import FileAccess
internal import Findings
internal import WorkbookReading

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open regular file, closed with the last reference.
///
/// Standard input and pipes are copied into a temporary file first, so that everything can be read
/// more than once, and by several threads.
final class SystemFile: RandomAccessBytes {
  let name: String
  /// The size in bytes.
  let byteCount: Int
  private let descriptor: Int32

  /// Opens a file for reading; "-" is standard input.
  init(path: String) throws(InputFailure) {
    try Confinement.check(path)
    name = path == "-" ? "<stdin>" : path
    var opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw CSVFault.cannotOpen(path, errno: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw CSVFault.isDirectory(path)
    }
    if status.st_mode & S_IFMT != S_IFREG {
      let copied = Self.temporaryCopy(of: opened)
      let reason = errno
      close(opened)
      guard let copied else { throw CSVFault.readingBrokeOff(name, errno: reason) }
      opened = copied
      fstat(opened, &status)
    }
    descriptor = opened
    byteCount = Int(status.st_size)
  }

  /// Copies all that a descriptor gives into a file without a name, which goes when it is closed.
  private static func temporaryCopy(of source: Int32) -> Int32? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/ontarget-XXXXXX".utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { return nil }
    unlink(template)
    let isCopied = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { block in
      while true {
        let count = systemRead(source, block.baseAddress, block.count)
        if count == 0 { return true }
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        var written = 0
        while written < count {
          let step = write(copy, block.baseAddress?.advanced(by: written), count - written)
          if step < 0, errno != EINTR { return false }
          written += max(0, step)
        }
      }
    }
    guard isCopied else {
      let reason = errno
      close(copy)
      errno = reason
      return nil
    }
    return copy
  }

  deinit { close(descriptor) }

  /// Reads the bytes at an offset; returns 0 at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(InputFailure) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      let count = pread(descriptor, start, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw CSVFault.readingBrokeOff(name, errno: errno) }
    }
  }
}

/// The system call, whose name the method above hides.
private func systemRead(
  _ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, start, count)
}

extension CSVFault {
  static func cannotOpen(_ path: String, errno code: Int32) -> InputFailure {
    let reason = String(cString: strerror(code))
    let remedy: Inline =
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
