/// Keeps texts from being run as formulas by the spreadsheet that a CSV file is opened in.
///
/// A text that begins with =, +, -, @, a tab or a return gets an apostrophe in front, and a reader takes
/// it off again. So does one that begins with apostrophes and then such a character, so that every text
/// comes back as it was.
///
/// Source: OWASP, "CSV Injection".
@usableFromInline
enum SpreadsheetGuard {
  static let apostrophe: UInt8 = 0x27

  /// Returns bytes without the apostrophe at their beginning, if it guards what follows.
  @usableFromInline
  @inline(never)
  static func unguarded(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    bytes.first == apostrophe && isDangerous(bytes)
      ? UnsafeBufferPointer(rebasing: bytes[1...]) : bytes
  }

  /// Whether what follows any apostrophes begins as a formula does.
  static func isDangerous(_ bytes: some Sequence<UInt8>) -> Bool {
    switch bytes.first(where: { $0 != apostrophe }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  /// Whether a text is a number, such as "-5" or "+49.5 %", which no spreadsheet runs.
  static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: #/[-+]?\d+(\.\d+)?([eE][-+]?\d+)?( ?%)?/#) != nil
  }
}

extension CSVWriter {
  /// Returns a text with an apostrophe in front where a spreadsheet would run it as a formula.
  ///
  /// Numbers stay as they are. `CSVRecord` gives the text without the apostrophe.
  package static func guarded(_ text: String) -> String {
    guard SpreadsheetGuard.isDangerous(text.utf8), !SpreadsheetGuard.isNumber(text) else {
      return text
    }
    return "'" + text
  }
}
