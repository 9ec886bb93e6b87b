import Digests
import Findings
import WorkbookReading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Computes the checksum by which a reader can tell that an input is the same file.
enum Checksum {
  /// Returns the SHA-256 of a file as 64 hexadecimal digits, as `sha256sum` prints it.
  ///
  /// - Throws: `InputFailure` when the file cannot be opened or read.
  static func sha256(ofFile path: String) throws(InputFailure) -> String {
    let stored = SheetPath(path).file
    guard let file = fopen(stored, "rb") else {
      throw InputFailure(
        .noInput, Finding("file.unreadable", at: Place(file: path), "the file cannot be opened"))
    }
    defer { fclose(file) }
    var digest = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      guard count > 0 else { break }
      block.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    guard ferror(file) == 0 else {
      throw InputFailure(
        .inputOutput, Finding("file.broken", at: Place(file: path), "reading broke off"))
    }
    return digest.hexadecimal()
  }
}
