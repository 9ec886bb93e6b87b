internal import CZlib

/// A file or a setting that a calculation followed, kept so that it can be made again.
public struct KeptInput: Hashable, Sendable {
  /// What it is for, such as "plan", "deals" or "decimal".
  public var role: String
  /// The name of the file, or what the setting says.
  public var value: String
  /// The bytes of the file; nil for a setting.
  public var bytes: [UInt8]?

  /// Creates an input.
  public init(role: String, value: String, bytes: [UInt8]? = nil) {
    self.role = role
    self.value = value
    self.bytes = bytes
  }
}

/// Bytes as a ledger keeps them, compressed as zlib does (RFC 1950).
enum Packing {
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    let status = compress2(&packed, &size, bytes, uLong(bytes.count), 6)
    precondition(status == Z_OK, "zlib had less room than it asked for, or no memory")
    packed.removeSubrange(Int(size)...)
    return packed
  }

  /// Returns what was packed; nil for bytes that are broken.
  static func unpacked(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    guard size >= 0, size <= 1 << 32 else { return nil }
    var length = uLong(size)
    var unpacked = [UInt8](repeating: 0, count: max(size, 1))
    guard uncompress(&unpacked, &length, bytes, uLong(bytes.count)) == Z_OK, Int(length) == size
    else { return nil }
    unpacked.removeSubrange(size...)
    return unpacked
  }
}
