import Findings
import FoundationEssentials
import WorkbookReading

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
    /// Nothing is written: whoever asks is only told.
    case refuse
  }

  /// The mode, for the time of a call that is run inside of another one.
  @TaskLocal static var mode: Mode = .write

  /// Where ledgers are inside of a notebook, which begins them anew each time that it runs; nil elsewhere.
  @TaskLocal static var scratchFolder: String?

  /// Whether others may read new files, as far as the umask lets them; nearly all that is written is
  /// somebody's pay.
  @TaskLocal static var isShared: Bool = false

  /// Refuses outputs of one call that are the same file, before any of them is written.
  static func checkDistinct(_ paths: [String]) throws(InputFailure) {
    var seen: Set<String> = []
    for path in paths where !isSpecial(path) && !seen.insert(resolved(path)).inserted {
      throw InputFailure(
        .usage,
        Finding(
          "output.twice", at: Place(file: path), "two outputs of this call are this one file",
          remedy: "choose another name for one of them; nothing was written"))
    }
  }

  /// Writes text beside the target and renames it into place, replacing what was there.
  ///
  /// A link is followed; a device or a pipe is written into, because it cannot be replaced. The mode of
  /// a file that was there is kept; a new one is for its owner alone unless `isShared`.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - path: Where it goes.
  ///   - inputs: Files that the call has read, or written before; the output must be none of them.
  ///   - makesFolder: Whether a missing folder is made.
  /// - Throws: `InputFailure` with `.usage` for an output that is an input, `.cannotCreate` when the
  ///   file cannot be made there, `.inputOutput` when writing breaks off; the old file is untouched.
  static func write(
    _ text: String, to path: String, besides inputs: [String] = [], makesFolder: Bool = false
  ) throws(InputFailure) {
    try write(Array(text.utf8), to: path, besides: inputs, makesFolder: makesFolder)
  }

  /// Writes bytes in the same way.
  static func write(
    _ bytes: [UInt8], to path: String, besides inputs: [String] = [], makesFolder: Bool = false
  ) throws(InputFailure) {
    let target = resolved(path)
    if let input = inputs.first(where: { resolved(SheetPath($0).file) == target }) {
      throw InputFailure(
        .usage,
        Finding(
          "output.is-input", at: Place(file: path),
          "the output is \(input), which this call needs for something else",
          remedy: "choose another name; nothing was written"))
    }
    switch mode {
    case .write: break
    case .writeInside(let folder):
      guard target.hasPrefix(resolved(folder) + "/") else {
        throw InputFailure(
          .usage,
          Finding(
            "output.outside", at: Place(file: path), "a notebook writes only into its own folder",
            remedy: "write into \(folder), which is where the notebook is"))
      }
    case .refuse:
      throw InputFailure(
        .usage,
        Finding(
          "output.outside", at: Place(file: path), "nothing is written here",
          remedy: "take the answer as it is told"))
    case .compare:
      guard FileManager.default.contents(atPath: path).map(Array.init) == bytes else {
        throw InputFailure(
          .badData,
          Finding("output.differs", at: Place(file: path), "the file is not what comes out"))
      }
      return
    }
    if makesFolder, let slash = path.lastIndex(of: "/") {
      // Where this fails, writing the file says why.
      try? FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true,
        attributes: isShared ? nil : [.posixPermissions: 0o700])
    }
    try replace(target, with: bytes, shownAs: path)
  }

  /// Refuses a path at which no file could be written, before something is done that cannot be undone.
  ///
  /// - Throws: `.cannotCreate` with the reason.
  static func checkPlace(of path: String) throws(InputFailure) {
    let target = resolved(path)
    if isSpecial(target) { return }
    var template = Array("\(target).XXXXXX.partial".utf8CString)
    let file = mkstemps(&template, Int32(".partial".utf8.count))
    guard file >= 0 else {
      throw failure(.cannotCreate, path, "the output cannot be created: \(reason())")
    }
    close(file)
    unlink(template)
  }

  /// Runs something with a scratch folder, which is gone after it.
  ///
  /// - Throws: `.cannotCreate` where none can be made.
  static func withScratchFolder<Value>(_ body: () -> Value) throws(InputFailure) -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ontarget-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw failure(.cannotCreate, folder, "the output cannot be created: \("\(error)")")
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return $scratchFolder.withValue(folder, operation: body)
  }

  /// The names of the files in a folder that end so, in order; none when it cannot be read.
  static func names(in folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// Whether something is in a folder.
  static func hasContents(_ folder: String) -> Bool {
    !((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).isEmpty
  }

  /// The absolute path with links followed, also of a file that is not there yet.
  private static func resolved(_ path: String) -> String {
    func real(_ path: String) -> String? {
      guard let buffer = realpath(path, nil) else { return nil }
      defer { free(buffer) }
      return String(cString: buffer)
    }
    if let known = real(path) { return known }
    var parts = path.split(separator: "/")
    guard let name = parts.popLast() else { return path }
    // The folder may have to be made as well.
    let folder = (path.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
    let parent = resolved(folder)
    switch name {
    case ".": return parent
    // Below a folder that is not there no link can lead elsewhere.
    case "..": return "/" + parent.split(separator: "/").dropLast().joined(separator: "/")
    default: return parent.hasSuffix("/") ? parent + name : "\(parent)/\(name)"
    }
  }

  /// Whether something is there that is no ordinary file, such as a device or a pipe.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  private static func replace(
    _ target: String, with bytes: [UInt8], shownAs path: String
  ) throws(InputFailure) {
    if isSpecial(target) {
      let file = open(target, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else {
        throw failure(.cannotCreate, path, "the output cannot be created: \(reason())")
      }
      guard fill(file, bytes) else {
        throw failure(.inputOutput, path, "writing broke off: \(reason())")
      }
      return
    }
    // A signal that ends the program waits, so that it leaves no half of a file behind.
    var (fatal, before) = (sigset_t(), sigset_t())
    sigemptyset(&fatal)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&fatal, signal) }
    pthread_sigmask(SIG_BLOCK, &fatal, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

    let ending = ".partial"
    var template = Array("\(target).XXXXXX\(ending)".utf8CString)
    // It makes a file that was not there, never one behind a link, and for its owner alone.
    let file = mkstemps(&template, Int32(ending.utf8.count))
    guard file >= 0 else {
      throw failure(.cannotCreate, path, "the output cannot be created: \(reason())")
    }
    fchmod(file, mode(of: target))
    guard fill(file, bytes) else {
      let cause = reason()
      unlink(template)
      throw failure(.inputOutput, path, "writing broke off: \(cause)")
    }
    guard rename(template, target) == 0 else {
      let cause = reason()
      unlink(template)
      throw failure(.cannotCreate, path, "the output cannot be created: \(cause)")
    }
  }

  /// The mode of a file that is there, or the one that a new file gets.
  private static func mode(of path: String) -> mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o7777 }
    guard isShared else { return 0o600 }
    // The mask can only be read by setting it.
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  /// Writes all bytes into a file and closes it; false where that broke off, with the cause in `errno`.
  private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    let isWritten = bytes.withUnsafeBytes { $0.write(to: file) }
    let cause = errno
    let isClosed = close(file) == 0
    if !isWritten { errno = cause }
    return isWritten && isClosed
  }

  private static func failure(
    _ code: InputFailure.Code, _ path: String, _ message: Inline
  ) -> InputFailure {
    InputFailure(
      code,
      Finding(
        "output", at: Place(file: path), message,
        remedy: "choose a folder that exists and that you may write to"))
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
