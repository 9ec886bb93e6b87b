import Findings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file so that it appears whole or not at all.
enum OutputFile {
  /// Writes text beside the target and renames it into place, replacing what was there.
  ///
  /// - Throws: `InputFailure` with `.cannotCreate` when the file cannot be made there, or
  ///   `.inputOutput` when writing breaks off; the old file is then untouched.
  static func write(_ text: String, to path: String) throws(InputFailure) {
    // The process number keeps two runs that write the same file out of each other's way.
    let temporary = "\(path).\(getpid()).partial"
    guard let file = fopen(temporary, "wb") else {
      throw failure(.cannotCreate, path, "the output cannot be created: \(reason())")
    }
    var text = text
    let wasWritten = text.withUTF8 { bytes in
      fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count
    }
    let wasClosed = fclose(file) == 0
    guard wasWritten, wasClosed else {
      let cause = reason()
      unlink(temporary)
      throw failure(.inputOutput, path, "writing broke off: \(cause)")
    }
    guard rename(temporary, path) == 0 else {
      let cause = reason()
      unlink(temporary)
      throw failure(.cannotCreate, path, "the output cannot be created: \(cause)")
    }
  }

  private static func failure(
    _ code: InputFailure.Code, _ path: String, _ message: String
  ) -> InputFailure {
    InputFailure(
      code,
      Finding(
        "output", at: Place(file: path), message,
        remedy: "choose a folder that exists and that you may write to"))
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
