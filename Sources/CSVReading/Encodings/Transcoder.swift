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
