internal import CLibZip
internal import Foundation

/// An archive that libzip writes from texts, for workbooks that no program would write.
public enum ZipArchive {
  struct Failure: Error {}

  /// Returns the bytes of an archive with the parts, in the order of their names.
  public static func bytes(_ parts: [String: String]) throws -> [UInt8] {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "archive").path
    guard let zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil) else { throw Failure() }
    // libzip reads the sources when the archive is closed.
    var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { for buffer in buffers { buffer.deallocate() } }
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
      _ = buffer.initialize(from: bytes)
      buffers.append(buffer)
      guard
        let source = zip_source_buffer(zip, buffer.baseAddress, zip_uint64_t(bytes.count), 0),
        zip_file_add(zip, name, source, 0) >= 0
      else { throw Failure() }
    }
    guard zip_close(zip) == 0 else { throw Failure() }
    return Array(try Data(contentsOf: URL(filePath: path)))
  }
}

/// A workbook of parts that are written by hand.
public struct HandmadeWorkbook: Sendable {
  /// A sheet: its name, what stands in its element, and its state.
  public struct Sheet: Sendable {
    public var name: String
    public var xml: String
    public var state: String?

    /// `rows` is what stands in sheetData, `above` and `below` what stands around it.
    public init(
      _ name: String, rows: String, above: String = "", below: String = "", state: String? = nil
    ) {
      self.name = name
      self.state = state
      xml = """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\(above)\
        <sheetData>\(rows)</sheetData>\(below)</worksheet>
        """
    }
  }

  public var sheets: [Sheet]
  /// What stands in sst.
  public var texts: String = ""
  /// What stands in numFmts, and the identifiers of number formats that cells name by index.
  public var formats: [(id: Int, code: String)] = []
  public var styles: [Int] = [0]
  /// What stands in workbook before and after its sheets.
  public var settings: String = ""
  public var calculation: String = ""
  public var hasMacros = false
  /// Parts that replace those that are made.
  public var parts: [String: String] = [:]

  public init(_ sheets: Sheet...) { self.sheets = sheets }

  /// Its bytes.
  public func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
        "<", with: "&lt;")
    }
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return
        "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
    }
    var links = sheets.indices.map {
      relation("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    links += [
      relation("t", "sharedStrings", "sharedStrings.xml"), relation("f", "styles", "styles.xml"),
    ]
    if hasMacros { links.append(relation("m", "vbaProject", "vbaProject.bin")) }
    let codes = formats.map { "<numFmt numFmtId=\"\($0.id)\" formatCode=\"\(escaped($0.code))\"/>" }
    var all = [
      "_rels/.rels":
        "<Relationships xmlns=\"\(package)\">\(relation("w", "officeDocument", "xl/workbook.xml"))</Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(settings)<sheets>\(list.joined())</sheets>\(calculation)</workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships xmlns=\"\(package)\">\(links.joined())</Relationships>",
      "xl/sharedStrings.xml": "<sst xmlns=\"\(main)\">\(texts)</sst>",
      "xl/styles.xml": """
      <styleSheet xmlns="\(main)"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId="9"/>\
      </cellStyleXfs><cellXfs>\(styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined())</cellXfs></styleSheet>
      """,
    ]
    for (index, sheet) in sheets.enumerated() {
      all["xl/worksheets/sheet\(index + 1).xml"] = sheet.xml
    }
    return try ZipArchive.bytes(all.merging(parts) { $1 })
  }
}
