import CSVReading
import Fuzzing

@main
enum WorkbookFuzz {
  static func main() { run(fuzzWorkbook) }
}

/// Reads the input as a workbook: as the archive itself, or as a change in one part of a sound one.
///
/// A fuzzer does not find checksums, so that the parts are put into an archive for it. The first byte
/// chooses the part, the next three where it is changed and how much of it goes; the rest comes in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 4 else { return 0 }
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let choice = Int(bytes[0]) % (sound.count + 1)
  if choice == sound.count {
    _ = read(Array(bytes[1...]))
    return 0
  }
  var parts = sound.map { (name: $0.name, bytes: Array($0.text.utf8)) }
  let length = parts[choice].bytes.count
  let from = (Int(bytes[1]) << 8 | Int(bytes[2])) % length
  let end = min(length, from + Int(bytes[3]))
  parts[choice].bytes.replaceSubrange(from..<end, with: bytes[4...])
  let archive = stored(parts)
  guard let first = read(archive) else { return 0 }
  precondition(read(archive) == first, "the same workbook reads in two ways")
  return 0
}

/// The cells with their places, which must lie in the sheet.
private func read(_ archive: [UInt8]) -> [String]? {
  guard let file = try? CSVFile(bytes: archive, name: "x") else { return nil }
  var cells: [String] = []
  let tally = try? file.records { record in
    if let sheet = file.dialect.sheet {
      precondition(record.line <= sheet.rows, "a row is below the last one")
      precondition(record.count <= sheet.columns, "a cell is right of the last one")
    }
    for field in 0..<record.count { cells.append("\(record.place(field)) \(record.text(field))") }
  }
  // A sheet is written without what a text can have wrong with it.
  if file.dialect.sheet != nil, let tally {
    precondition(tally.rejected == 0, "a row of a sheet is no row: \(tally.findings)")
  }
  return tally == nil ? nil : cells
}

private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private let sound: [(name: String, text: String)] = [
  (
    "xl/worksheets/sheet1.xml",
    """
    <worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s">\
    <v>0</v></c><c t="inlineStr"><is><t>b</t></is></c></row><row hidden="1"><c s="1"><v>46326.5</v></c>\
    <c t="b"><f>1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
    """
  ),
  ("xl/sharedStrings.xml", "<sst><si><r><t>a</t></r><rPh><t>x</t></rPh></si></sst>"),
  (
    "xl/styles.xml",
    """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>\
    <xf numFmtId="164"/></cellXfs></styleSheet>
    """
  ),
  (
    "xl/workbook.xml",
    """
    <workbook xmlns:r="\(office)"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="a"/>\
    </sheets></workbook>
    """
  ),
  (
    "xl/_rels/workbook.xml.rels",
    """
    <Relationships><Relationship Id="a" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="s" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
    <Relationship Id="f" Type="\(office)/styles" Target="/xl/styles.xml"/></Relationships>
    """
  ),
  (
    "_rels/.rels",
    """
    <Relationships><Relationship Id="w" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
    """
  ),
]

/// An archive without compression. Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12.
private func stored(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in parts {
    let sizes = little(Int(checksum(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
    let common = little(20, 2) + little(0, 8) + sizes + little(name.utf8.count, 2) + little(0, 2)
    directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
    directory += little(0, 10) + little(archive.count, 4) + Array(name.utf8)
    archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
  }
  let end = little(parts.count, 2) + little(parts.count, 2) + little(directory.count, 4)
  return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + end + little(archive.count, 4)
    + little(0, 2)
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = .max
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
  }
  return ~crc
}
