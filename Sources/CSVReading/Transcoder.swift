internal import Findings

/// The UTF-8 form of a stream in another encoding.
///
/// What the encoding cannot mean (a lone surrogate, half a code unit) becomes U+FFFD.
final class Transcoder: ByteStream {
  private let source: any ByteStream
  private let encoding: CSVEncoding
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var output: [UInt8] = []
  private var served = 0
  /// UTF-16: the byte and the high surrogate that wait for their second half.
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?

  init(_ source: any ByteStream, from encoding: CSVEncoding) {
    self.source = source
    self.encoding = encoding
  }

  deinit { input.deallocate() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    while served == output.count {
      output.removeAll(keepingCapacity: true)
      served = 0
      let count = try source.read(into: input)
      if count == 0 {
        if oddByte != nil || highSurrogate != nil { append(0xFFFD) }
        (oddByte, highSurrogate) = (nil, nil)
        if output.isEmpty { return 0 }
      }
      convert(UnsafeRawBufferPointer(input)[..<count])
    }
    let count = min(buffer.count, output.count - served)
    buffer.copyBytes(from: output[served..<served + count])
    served += count
    return count
  }

  private func convert(_ bytes: Slice<UnsafeRawBufferPointer>) {
    switch encoding {
    case .utf8: output.append(contentsOf: bytes)
    case .latin1: for byte in bytes { append(UInt32(byte)) }
    case .windows1252: Windows1252.append(bytes, to: &output)
    case .utf16LittleEndian, .utf16BigEndian:
      for byte in bytes {
        guard let first = oddByte else {
          oddByte = byte
          continue
        }
        oddByte = nil
        let isLittle = encoding == .utf16LittleEndian
        append(
          unit: isLittle
            ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte))
      }
    }
  }

  private func append(unit: UInt16) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        append(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
        return
      }
      append(0xFFFD)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      append(UInt32(unit))
    }
  }

  private func append(_ value: UInt32) {
    output.append(contentsOf: UTF8Bytes.of(value))
  }
}

/// Writes scalars as UTF-8.
enum UTF8Bytes {
  /// Returns the bytes of a scalar, or of U+FFFD for a value that is none.
  static func of(_ value: UInt32) -> Unicode.UTF8.EncodedScalar {
    Unicode.UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}")
      ?? Unicode.UTF8.encodedReplacementCharacter
  }
}

/// Windows code page 1252 as the web reads it.
enum Windows1252 {
  /// Appends the UTF-8 form of some bytes.
  static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else if byte < 0xA0 {
        output.append(contentsOf: UTF8Bytes.of(UInt32(special[Int(byte) - 0x80])))
      } else {
        output.append(0xC0 | byte >> 6)
        output.append(0x80 | byte & 0x3F)
      }
    }
  }

  // WHATWG Encoding Standard, index windows-1252; the five bytes without a character are controls.
  private static let special: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
