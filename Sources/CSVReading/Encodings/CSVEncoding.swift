/// How the bytes of a file stand for characters.
public enum CSVEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// ISO 8859-1, where the bytes 80 to 9F are control characters.
  case latin1 = "latin-1"
  /// Windows code page 1252, which has quotes, dashes and the euro sign at 80 to 9F.
  case windows1252 = "windows-1252"

  /// Creates an encoding from a name that people use for it, such as "UTF8", "cp1252" or "ISO-8859-1".
  ///
  /// "utf-16" alone means little-endian, as Windows writes it; a byte-order mark overrules it.
  public init?(name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "latin1", "iso88591", "l1": self = .latin1
    case "windows1252", "cp1252", "win1252", "ansi", "1252": self = .windows1252
    default: return nil
    }
  }
}
