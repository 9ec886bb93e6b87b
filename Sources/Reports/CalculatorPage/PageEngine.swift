internal import Digests

/// What calculates in a page, compiled to WebAssembly.
public struct PageEngine: Sendable {
  /// The WebAssembly.
  public let bytes: [UInt8]
  /// The same packed by LZMA, a quarter smaller than by zlib; nil where nobody has.
  public let packed: [UInt8]?

  /// Creates an engine of what `Scripts/build-page-engine` made.
  ///
  /// - Parameters:
  ///   - bytes: The WebAssembly.
  ///   - packed: A line with the SHA-256 of the bytes, and behind it their LZMA in the form ".lzma"; left
  ///     alone when they are of other bytes.
  public init(_ bytes: [UInt8], packed: [UInt8]? = nil) {
    self.bytes = bytes
    let head = Array("\(SHA256.hexadecimal(of: bytes))\n".utf8)
    self.packed = packed.flatMap { $0.starts(with: head) ? Array($0.dropFirst(head.count)) : nil }
  }
}
