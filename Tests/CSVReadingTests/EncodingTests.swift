import CSVReading
import Findings
import Foundation
import Testing

@Suite("Encodings and compression")
struct EncodingTests {
  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return littleEndian ? [low, high] : [high, low]
    }
  }

  @Test("UTF-16 is known by its mark or by its zeros", arguments: [true, false], [true, false])
  func utf16(littleEndian: Bool, hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + "Gehalt;Ort\n57.504,00 €;Köln 😀\n"
    let reading = try Reading(Self.utf16(text, littleEndian: littleEndian))
    #expect(reading.file.header == ["Gehalt", "Ort"])
    #expect(reading.rows == [["57.504,00 €", "Köln 😀"]])
    #expect(reading.file.dialect.encoding == (littleEndian ? .utf16LittleEndian : .utf16BigEndian))
  }

  @Test("What UTF-16 cannot mean becomes U+FFFD")
  func brokenUTF16() throws {
    var bytes = Self.utf16("a,b\n1,", littleEndian: true)
    bytes += [0x00, 0xD8, 0x78, 0x00, 0x0A]
    let reading = try Reading(bytes, CSVOptions(encoding: .utf16LittleEndian))
    #expect(reading.rows == [["1", "\u{FFFD}x\u{FFFD}"]])
  }

  @Test("Bytes that are not UTF-8 are windows-1252 by default, and Latin-1 where that is said")
  func singleBytes() throws {
    let bytes: [UInt8] = Array("a,b\n".utf8) + [0xE9, 0x2C, 0x80, 0x0A]
    let detected = try Reading(bytes)
    #expect(detected.file.dialect.encoding == .windows1252)
    #expect(detected.rows == [["é", "€"]])
    #expect(try Reading(bytes, CSVOptions(encoding: .latin1)).rows == [["é", "\u{80}"]])
  }

  @Test("Every byte of Latin-1 is the scalar of the same number")
  func latin1() throws {
    let others = (0...255).map { UInt8($0) }.filter { ![0x0A, 0x0D, 0x22, 0x2C].contains($0) }
    let reading = try Reading(Array("a,b\n1,".utf8) + others, CSVOptions(encoding: .latin1))
    #expect(
      reading.rows.first?[1].unicodeScalars.map(\.value) == others.map { UInt32($0) })
  }

  @Test("Lines that are not UTF-8 in a file that is are read as windows-1252, with a warning")
  func mixed() throws {
    var bytes = Array("a,b\né,1\nü,2\n".utf8)
    bytes += [0xE4, 0x2C, 0x33, 0x0A] + Array("ö,4\n".utf8) + [0x93, 0xF6, 0x2C, 0x35, 0x0A]
    bytes += Array("ß,6\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.rows.map { $0[0] } == ["é", "ü", "ä", "ö", "“ö", "ß"])
    #expect(reading.lines == [2, 3, 4, 5, 6, 7])
    #expect(
      reading.findings == [
        "test.csv:4:1: this byte is not UTF-8 in a file that otherwise is; it is read as \"ä\", "
          + "as in windows-1252, and so is that on 1 more line: 6"
      ])
  }

  @Test("A header line that is not UTF-8 does not shift the rows")
  func mixedHeader() throws {
    var bytes: [UInt8] = [0xE4, 0x2C, 0x62, 0x0A]
    bytes += Array("é,1\né,2\né,3\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.file.header == ["ä", "b"])
    #expect(reading.rows == [["é", "1"], ["é", "2"], ["é", "3"]])
    #expect(reading.file.findings.map { $0.place?.description } == ["test.csv:1:1"])
  }

  @Test(
    "One byte that is not UTF-8 makes no other letter of the file another one, on its line neither")
  func oneByte() throws {
    let bytes = Array("a,b\nJörg,1\nZoë ".utf8) + [0xFC] + Array(" Müller,2\n".utf8)
    let reading = try Reading(bytes)
    #expect(reading.file.dialect.encoding == .utf8)
    #expect(reading.rows == [["Jörg", "1"], ["Zoë ü Müller", "2"]])
    #expect(reading.findings.count == 1)
    #expect(reading.findings.first?.hasPrefix("test.csv:3:5: this byte is not UTF-8") == true)
  }

  @Test("That a file is read as something other than UTF-8 is said, at the byte that speaks for it")
  func otherEncoding() throws {
    let bytes = Array("a,b\n1,Stra".utf8) + [0xDF] + Array("e\n".utf8)
    let file = try Reading(bytes).file
    #expect(
      file.findings.map { "\($0)" } == [
        """
        test.csv:2:7: note: the file is read as windows-1252: not valid UTF-8; Latin-1 is a part of it
          if names come out wrong, save it again as UTF-8
        """
      ])
    #expect(try Reading(bytes, CSVOptions(encoding: .windows1252)).file.findings.isEmpty)
  }

  @Test("Where UTF-8 is asked for, a row that is not is rejected")
  func strictUTF8() throws {
    let bytes = Array("a,b\n1,2\n3,".utf8) + [0xE9, 0x0A] + Array("5,ü\n".utf8)
    let reading = try Reading(bytes, CSVOptions(encoding: .utf8))
    #expect(reading.rows == [["1", "2"], ["5", "ü"]])
    #expect(reading.findings == ["test.csv:3:3: there is a byte here that is not UTF-8"])
  }

  @Test(
    "Encodings have the names that people use",
    arguments: [
      ("UTF8", CSVEncoding.utf8), ("utf-16", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
      ("ISO-8859-1", .latin1), ("latin1", .latin1), ("CP1252", .windows1252),
      ("Windows-1252", .windows1252),
    ])
  func names(name: String, encoding: CSVEncoding) {
    #expect(CSVEncoding(name: name) == encoding)
    #expect(CSVEncoding(name: encoding.rawValue) == encoding)
  }

  // Python: gzip.compress(b"a,b\\n1,2\\n", mtime=0) + gzip.compress(b"3,4\\n", mtime=0)
  private static let twoMembers =
    "H4sIAAAAAAACA0vUSeIy1DHiAgB7B5cKCAAAAB+LCAAAAAAAAgMz1jHhAgA+LXKpBAAAAA=="

  @Test("A gzip file of several members is read as its text")
  func gzip() throws {
    let reading = try Reading(Array(Data(base64Encoded: Self.twoMembers) ?? Data()))
    #expect(reading.rows == [["1", "2"], ["3", "4"]])
    #expect(reading.file.dialect.isCompressed)
  }

  // Python: gzip.compress(b"PK\x03\x04abcdefgh", mtime=0)
  @Test("A compressed archive is to be unpacked first")
  func archiveInGzip() {
    let bytes: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 11, 240, 102, 102, 73, 76, 74, 78, 73, 77, 75, 207, 0, 0,
      254,
      29, 209, 207, 12, 0, 0, 0,
    ]
    let failure = #expect(throws: InputFailure.self) { try CSVFile(bytes: bytes, name: "x.gz") }
    #expect(failure?.log.findings.map(\.kind) == ["csv.spreadsheet"])
  }

  @Test("A gzip file that is cut off or damaged is an error")
  func brokenGzip() {
    let bytes = Array(Data(base64Encoded: Self.twoMembers) ?? Data())
    var damaged = bytes
    damaged[20] ^= 0xFF
    for broken in [Array(bytes.dropLast(5)), damaged] {
      let failure = #expect(throws: InputFailure.self) { try Reading(broken) }
      #expect(failure?.log.findings.first?.kind == "csv.broken-gzip")
    }
  }
}
