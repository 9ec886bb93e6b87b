package import Findings
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folders below which this process reads what people name; everywhere, until it is confined.
///
/// It holds for the whole process and for good, so that neither another thread nor a file that names
/// other files leads out of it.
package enum Confinement {
  private static let folders = Mutex<[String]?>(nil)

  /// Lets the process read below these folders only. What is not there is left out.
  package static func begin(inside paths: [String]) {
    let places = paths.compactMap(real)
    folders.withLock { $0 = places }
  }

  /// Refuses a path that leads out of the folders, links followed, and standard input.
  ///
  /// - Throws: `.noInput` for such a path, whether or not there is something.
  package static func check(_ path: String) throws(InputFailure) {
    guard let folders = folders.withLock({ $0 }) else { return }
    if path == "-" {
      throw failure(path, "files cannot come through standard input here")
    }
    let place = resolved(path)
    let isInside = folders.contains { folder in
      place.map { $0 == folder || $0.hasPrefix(folder == "/" ? folder : folder + "/") } ?? false
    }
    guard isInside else {
      throw failure(path, "this is outside of the folder that may be read here")
    }
  }

  private static func failure(_ path: String, _ message: Inline) -> InputFailure {
    InputFailure(
      .noInput,
      Finding(
        "file.outside", at: Place(file: path), message,
        remedy: "put the file into the folder, or begin with another folder"))
  }

  private static func real(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The absolute path with links followed, also of a file that is not there; nil where none can be told.
  private static func resolved(_ path: String) -> String? {
    if let known = real(path) { return known }
    var parts = path.split(separator: "/")
    // Of what is not there, nobody knows what is above it.
    guard let name = parts.popLast(), name != "..", name != "." else { return nil }
    let folder = (path.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
    return resolved(folder).map { $0.hasSuffix("/") ? $0 + name : "\($0)/\(name)" }
  }
}
