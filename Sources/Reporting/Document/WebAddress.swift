extension String {
  /// The text as an address to link to; nil when it could run a program instead of leading somewhere.
  ///
  /// Web, mail and relative addresses pass. Whatever could end the address in Markdown or HTML is
  /// percent-encoded.
  var linkAddress: String? {
    let trimmed = drop { $0.isWhitespace }
    guard !trimmed.isEmpty else { return nil }
    let scheme = trimmed.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    if scheme.count < trimmed.count, trimmed[scheme.endIndex] == ":" {
      guard ["http", "https", "mailto"].contains(scheme.lowercased()) else { return nil }
    }
    var result = ""
    for byte in trimmed.utf8 {
      let isPlain =
        (0x21..<0x7f).contains(byte)
        && !"\"'()<>[]\\^`{|}*_~".utf8.contains(byte)
      if isPlain || byte == UInt8(ascii: "_") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
