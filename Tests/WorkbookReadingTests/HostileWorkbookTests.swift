import CSVReading
import Findings
import TestSupport
import Testing

@testable import WorkbookReading

@Suite("Workbooks that cannot be read")
struct HostileWorkbookTests {
  static let rows = row(1, text("a"), text("b")) + row(2, number("1"), number("2"))

  static func sheet(_ rows: String) throws -> [UInt8] {
    try HandmadeWorkbook(.init("S", rows: rows)).bytes()
  }

  @Test("Damage is a finding")
  func damage() throws {
    let cases = [
      row(2, number("1")) + row(1, number("1")), row(1, number("1x")), row(1, number("0x10")),
      row(1, number("nan")), row(1, "<c t=\"s\"><v>7</v></c>"), row(1, "<c t=\"q\"><v>7</v></c>"),
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
      "<row r=\"-1\"/>", "<row", "</x>", "<c>&bomb;</c>",
    ]
    for rows in cases {
      // A header first, so that the opening does not stop for want of one.
      let bytes = try Self.sheet(rows)
      #expect(SheetReading.failure(bytes) == ["workbook.broken"], "\(rows)")
    }
  }

  @Test("A document type is refused, so that no entity can blow up")
  func entities() throws {
    var book = HandmadeWorkbook(.init("S", rows: ""))
    book.parts["xl/worksheets/sheet1.xml"] = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>
      """
    let failure = #expect(throws: InputFailure.self) { try SheetReading(book) }
    #expect(failure?.log.description.contains("document type") == true)
  }

  @Test("Beyond the limits is a finding")
  func limits() throws {
    let bytes = try Self.sheet(Self.rows)
    func kinds(_ change: (inout WorkbookLimits) -> Void, _ bytes: [UInt8]) -> [String] {
      var limits = WorkbookLimits()
      change(&limits)
      do throws(InputFailure) {
        let book = try Workbook(MemoryBytes(bytes), name: "b", limits: limits)
        let (sheet, facts) = try book.choose(nil)
        let text = try book.text(of: sheet, width: facts.columns)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
        defer { buffer.deallocate() }
        while try text.read(into: buffer) > 0 {}
        return []
      } catch {
        return error.log.findings.map(\.kind.rawValue)
      }
    }
    #expect(kinds({ _ in }, bytes) == [])
    let changes: [(inout WorkbookLimits) -> Void] = [
      { $0.rows = 1 }, { $0.columns = 1 }, { $0.textBytes = 0 }, { $0.rowBytes = 1 },
      { $0.sheetTextBytes = 5 }, { $0.sheetXMLBytes = 20 }, { $0.partXMLBytes = 20 },
    ]
    for (index, change) in changes.enumerated() {
      #expect(kinds(change, bytes) == ["workbook.too-large"], "\(index)")
    }
    var book = HandmadeWorkbook(.init("S", rows: Self.rows))
    book.texts = "<si><t>a</t></si><si><t>b</t></si>"
    #expect(kinds({ $0.sharedTexts = 1 }, try book.bytes()) == ["workbook.too-large"])
    #expect(kinds({ $0.sharedTextBytes = 1 }, try book.bytes()) == ["workbook.too-large"])
    // 32 MiB of blanks in 32 KiB.
    let bomb = try Self.sheet(Self.rows + String(repeating: " ", count: 32 << 20))
    #expect(bomb.count < 1 << 18)
    #expect(kinds({ _ in }, bomb) == ["workbook.too-large"])
  }

  @Test("Other formats say what to do")
  func others() throws {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(SheetReading.failure(ole + Array(repeating: 0, count: 2000)) == ["workbook.old-format"])
    // MS-CFB: sectors of 2^9 bytes, the directory in sector 0, right behind the header.
    var encrypted = ole + Array(repeating: 0, count: 504)
    encrypted[30] = 9
    encrypted += Array("EncryptionInfo".utf16.flatMap { [UInt8($0), 0] }) + [0, 0]
    encrypted += Array("EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }) + [0, 0]
    #expect(SheetReading.failure(encrypted) == ["workbook.encrypted"])
    #expect(
      SheetReading.failure(try ZipArchive.bytes(["deals.csv": "a,b\n1,2\n"])) == [
        "workbook.unknown"
      ])
    let ods = try ZipArchive.bytes(["META-INF/manifest.xml": "<a/>", "content.xml": "<a/>"])
    #expect(SheetReading.failure(ods) == ["workbook.unknown"])
    #expect(
      SheetReading.failure(try HandmadeWorkbook(.init("S", rows: "")).bytes()) == ["workbook.empty"]
    )
  }

  @Test("A workbook that is cut off or has flipped bits never traps and loses no row in silence")
  func mutations() throws {
    let whole = try WorkbookTests.book.bytes()
    let expected = try SheetReading(whole).rows
    for end in stride(from: 4, to: whole.count, by: 13) {
      #expect(SheetReading.failure(Array(whole[..<end])) != [], "cut at \(end)")
    }
    var generator = SeededGenerator(seed: FreshSeed.value)
    for _ in 0..<2000 {
      var bytes = whole
      let bit = Int.random(in: 0..<bytes.count * 8, using: &generator)
      bytes[bit / 8] ^= 1 << (bit % 8)
      // The archive has a checksum of each part; what is not a part of it may change freely.
      if let rows = try? SheetReading(bytes).rows { #expect(rows == expected, "bit \(bit)") }
    }
  }
}

/// Bytes for a workbook that is read without the reader of tables.
final class MemoryBytes: RandomAccessBytes {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }
  var byteCount: Int { bytes.count }
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    return count
  }
}
