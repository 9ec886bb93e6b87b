import Findings
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file so that it appears whole or not at all.
enum OutputFile {
  /// What becomes of files that a verb writes.
  enum Mode {
    /// They are written.
    case write
    /// They are written, but only inside of a folder.
    case writeInside(folder: String)
    /// Nothing is written: the file must be there already and hold the same.
    case compare
  }

  /// The mode, for the time of a call that is run inside of another one.
  @TaskLocal static var mode: Mode = .write

  /// Writes text beside the target and renames it into place, replacing what was there.
  ///
  /// - Throws: `InputFailure` with `.cannotCreate` when the file cannot be made there, or
  ///   `.inputOutput` when writing breaks off; the old file is then untouched.
  static func write(
    _ text: String, to path: String, makesFolder: Bool = false
  ) throws(InputFailure) {
    switch mode {
    case .write: break
    case .writeInside(let folder):
      guard isInside(path, folder) else {
        throw InputFailure(
          .usage,
          Finding(
            "output.outside", at: Place(file: path), "a notebook writes only into its own folder",
            remedy: "write into \(folder), which is where the notebook is"))
      }
    case .compare:
      guard (try? String(contentsOfFile: path, encoding: .utf8)) == text else {
        throw InputFailure(
          .badData,
          Finding("output.differs", at: Place(file: path), "the file is not what comes out"))
      }
      return
    }
    if makesFolder, let slash = path.lastIndex(of: "/") {
      // Where this fails, writing the file says why.
      try? FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    try replace(path, with: text)
  }

  /// Whether a path lies in a folder, without going up out of it on the way.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    let parts = path.split(separator: "/")
    let base = folder.split(separator: "/").filter { $0 != "." }
    let isAbsolute = path.hasPrefix("/")
    return isAbsolute == folder.hasPrefix("/") && !parts.contains("..")
      && parts.filter { $0 != "." }.starts(with: base)
  }

  private static func replace(_ path: String, with text: String) throws(InputFailure) {
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
