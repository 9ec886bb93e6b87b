/// What calculates in a page, compiled to WebAssembly.
public struct PageEngine: Sendable {
  /// The WebAssembly.
  public let bytes: [UInt8]
  /// The same in the form of zlib, as a better packer made it; left alone unless it unpacks to the bytes.
  public let packed: [UInt8]?

  /// Creates an engine of what `Scripts/build-page-engine` made.
  ///
  /// - Parameters:
  ///   - bytes: The WebAssembly.
  ///   - packed: The same in the form of zlib; nil for none.
  public init(_ bytes: [UInt8], packed: [UInt8]? = nil) {
    self.bytes = bytes
    self.packed = packed
  }
}
