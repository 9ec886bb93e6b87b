extension String {
  /// The path of a file as a relative address: what means something in an address is encoded.
  package var fileAddress: String {
    utf8.reduce(into: "") { address, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && scalar.properties.isAlphabetic || "-._/0123456789".utf8.contains(byte)
      address += isPlain ? String(scalar) : byte.percentEncoded
    }
  }

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
        result += byte.percentEncoded
      }
    }
    return result
  }
}

extension UInt8 {
  fileprivate var percentEncoded: String {
    let digits = String(self, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}
