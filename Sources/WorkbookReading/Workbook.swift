package import Findings

/// A workbook in Office Open XML (ECMA-376), as .xlsx and .xlsm have it, whose sheets are read as CSV.
package struct Workbook: Sendable {
  /// A sheet of cells.
  package struct Sheet: Sendable {
    /// The name on its tab.
    package let name: String
    /// Whether its tab is shown.
    package let isVisible: Bool
    let path: String
  }

  /// The sheets, in the order of their tabs; those of charts alone are left out.
  package let sheets: [Sheet]
  let hasMacros: Bool
  let wantsComputing: Bool
  let name: String
  private let bytes: any RandomAccessBytes
  private let limits: WorkbookLimits
  private let texts: SharedTexts
  private let formats: [NumberFormat]
  private let dates: DateSystem

  /// What a file is by its first bytes.
  package enum Signature {
    /// A ZIP archive, which a workbook is.
    case archive
    /// A compound file of OLE: a workbook before 2007, or one with a password.
    case compound
  }

  /// Tells an archive or a compound file from a text; nil for the latter.
  package static func signature(_ head: some Collection<UInt8>) -> Signature? {
    if head.starts(with: [0x50, 0x4B, 3, 4]) { return .archive }
    return head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) ? .compound : nil
  }

  /// Opens a workbook; `name` is what findings call it.
  ///
  /// - Throws: `.badData` for what is no workbook, is protected, damaged or beyond all limits.
  package init(
    _ bytes: any RandomAccessBytes, name: String, limits: WorkbookLimits = WorkbookLimits()
  ) throws(InputFailure) {
    self.bytes = bytes
    self.name = name
    self.limits = limits
    if Self.signature(try bytes.bytes(at: 0, count: 4)) == .compound {
      throw try Self.isEncrypted(bytes)
        ? WorkbookFault.encrypted(name) : WorkbookFault.oldFormat(name)
    }
    let archive = try Archive(bytes, name: name, limits: limits)
    let root = try Relationships(of: "", in: archive)
    guard let path = root.path(ofKind: "officeDocument"), archive.has(path) else {
      throw WorkbookFault.unknownArchive(name, isOpenDocument: archive.has("META-INF/manifest.xml"))
    }
    if path.hasSuffix(".bin") { throw WorkbookFault.oldFormat(name) }
    let links = try Relationships(of: path, in: archive)
    let list = try SheetList(path, in: archive)
    sheets = list.entries.compactMap { entry in
      // A sheet of a chart alone has another kind.
      links.targets.first { $0.id == entry.relationship && $0.kind == "worksheet" }.map {
        Sheet(name: entry.name, isVisible: !entry.isHidden, path: $0.path)
      }
    }
    // A document of Word has no sheets at all.
    if list.entries.isEmpty { throw WorkbookFault.unknownArchive(name, isOpenDocument: false) }
    dates = list.dates
    wantsComputing = list.wantsComputing
    hasMacros = links.path(ofKind: "vbaProject") != nil
    texts = try SharedTexts(links.path(ofKind: "sharedStrings"), in: archive)
    formats = try CellFormats(links.path(ofKind: "styles"), in: archive).list
  }

  /// Whether a compound file holds an encrypted package, by the names in its directory.
  ///
  /// Source: MS-CFB, sections 2.2 and 2.6: the sector size is a power of two at offset 30, and the
  /// number of the directory's first sector at offset 48.
  private static func isEncrypted(_ bytes: any RandomAccessBytes) throws(InputFailure) -> Bool {
    let header = try bytes.bytes(at: 0, count: 512)
    guard header.count == 512, header[30] >= 7, header[30] <= 16 else { return false }
    let sector = header[48...51].reversed().reduce(0) { $0 << 8 | Int($1) }
    let directory = try bytes.bytes(at: (sector + 1) << Int(header[30]), count: 4096)
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return directory.indices.contains { directory[$0...].starts(with: name) }
  }

  // MARK: Sheets

  /// The place of a sheet.
  package func place(of sheet: Sheet) -> Place { Place(file: name, sheet: sheet.name) }

  /// Looks through a sheet and tells what there is.
  package func facts(of sheet: Sheet) throws(InputFailure) -> SheetFacts {
    let (part, parser) = try open(sheet, width: nil)
    try XMLReader.read(part, parser, path: sheet.path, place: place(of: sheet))
    return parser.facts
  }

  /// The text of a sheet as CSV with commas, each line a row and as wide as said.
  package func text(of sheet: Sheet, width: Int) throws(InputFailure) -> SheetText {
    let (part, parser) = try open(sheet, width: width)
    return try SheetText(part, parser, path: sheet.path, place: place(of: sheet))
  }

  private func open(
    _ sheet: Sheet, width: Int?
  ) throws(InputFailure) -> (ArchivePart, SheetParser) {
    let archive = try Archive(bytes, name: name, limits: limits)
    let part = try archive.neededPart(sheet.path, limit: limits.sheetXMLBytes)
    let parser = SheetParser(
      place(of: sheet), texts: texts, formats: formats, dates: dates, limits: limits, width: width)
    return (part, parser)
  }

  /// Chooses the sheet that is asked for, or the only visible one that has something in it.
  ///
  /// - Throws: `.badData` when there is none, or none of that name, or when several could be meant.
  package func choose(_ asked: String?) throws(InputFailure) -> (sheet: Sheet, facts: SheetFacts) {
    if let asked {
      let sheet =
        sheets.first { $0.name == asked }
        ?? sheets.first { $0.name.lowercased() == asked.lowercased() }
      guard let sheet else {
        throw WorkbookFault.noSheet(name, asked, among: sheets.map(\.name))
      }
      let facts = try facts(of: sheet)
      if facts.isEmpty { throw WorkbookFault.empty(name, sheet: sheet.name) }
      return (sheet, facts)
    }
    var filled: [(sheet: Sheet, facts: SheetFacts)] = []
    for sheet in sheets {
      let facts = try facts(of: sheet)
      if !facts.isEmpty { filled.append((sheet, facts)) }
    }
    let visible = filled.filter(\.sheet.isVisible)
    if visible.count == 1 { return visible[0] }
    let named = { (list: [(sheet: Sheet, facts: SheetFacts)]) in
      list.map { (name: $0.sheet.name, facts: $0.facts) }
    }
    if visible.count > 1 { throw WorkbookFault.whichSheet(name, named(visible)) }
    if !filled.isEmpty { throw WorkbookFault.onlyHidden(name, named(filled)) }
    throw WorkbookFault.empty(name, sheet: nil)
  }
}
