internal import Findings

/// Makes the XML of a sheet into CSV: one line for each row, and each line as wide as the sheet.
///
/// Without a width it only looks what there is.
final class SheetParser: XMLHandler {
  private(set) var failure: InputFailure?
  private(set) var facts = SheetFacts()
  /// The text that is made and not taken yet.
  var output: [UInt8] = []

  private let place: Place
  private let texts: SharedTexts
  private let formats: [NumberFormat]
  private let dates: DateSystem
  private let limits: WorkbookLimits
  private let width: Int?
  private var written = 0

  private var isInData = false
  private var row = 0
  private var isHiddenRow = false
  private var rowText: [UInt8] = []
  private var fields = 0
  /// The rows that wait for one that has something in it; the last ones are dropped.
  private var emptyRows = 0

  private enum Kind {
    case number, shared, text, inline, boolean, date
  }

  private var isInCell = false
  private var column = 0
  private var kind = Kind.number
  private var format = 0
  private var isInValue = false
  private var value: [UInt8] = []
  private var hasFormula = false
  private var hasValue = false
  private var inline = TextCollector()

  init(
    _ place: Place, texts: SharedTexts, formats: [NumberFormat], dates: DateSystem,
    limits: WorkbookLimits, width: Int?
  ) {
    self.place = place
    self.texts = texts
    self.formats = formats
    self.dates = dates
    self.limits = limits
    self.width = width
  }

  // MARK: Elements

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if isInCell {
      switch element {
      case "v":
        isInValue = true
        hasValue = true
      case "f": hasFormula = true
      case "is": hasValue = true
      default: if kind == .inline { inline.start(element) }
      }
      return
    }
    switch element {
    case "sheetData": isInData = true
    case "row" where isInData: startRow(attributes)
    case "c" where isInData: startCell(attributes)
    case "col" where !isInData: addColumns(attributes)
    case "mergeCell": addMerged(attributes)
    case "autoFilter": facts.isFiltered = true
    default: break
    }
  }

  func end(_ element: XMLName) {
    if isInCell {
      switch element {
      case "v": isInValue = false
      case "c": endCell()
      default: if kind == .inline { inline.end(element) }
      }
      return
    }
    switch element {
    case "row" where isInData: endRow()
    case "sheetData": isInData = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInCell else { return }
    if isInValue {
      value.append(contentsOf: bytes)
    } else if kind == .inline {
      inline.add(bytes)
    }
    if max(value.count, inline.text.count) > limits.textBytes {
      failure = WorkbookFault.tooLarge(here, "a text has over \(limits.textBytes) bytes")
    }
  }

  private var here: Place { place.at(line: row, column: column == 0 ? nil : column) }

  private func fail(_ reason: Inline) {
    failure = failure ?? WorkbookFault.broken(here, reason)
  }

  // MARK: Rows

  private func startRow(_ attributes: XMLAttributes) {
    let next = row + 1
    row = attributes.bytes("r") == nil ? next : attributes.number("r") ?? 0
    column = 0
    guard row >= next else { return fail("its rows are out of order") }
    guard row <= limits.rows else {
      failure = WorkbookFault.tooLarge(place, "the sheet has over \(limits.rows) rows")
      return
    }
    emptyRows += row - next
    isHiddenRow = attributes.flag("hidden")
    rowText.removeAll(keepingCapacity: true)
    fields = 0
  }

  private func endRow() {
    guard fields > 0 else {
      emptyRows += 1
      return
    }
    facts.rows = row
    if isHiddenRow {
      if facts.hiddenRows.count == 0 { facts.hiddenRows.first = row }
      facts.hiddenRows.count += 1
    }
    guard let width else {
      emptyRows = 0
      return
    }
    output.append(contentsOf: repeatElement(0x0A, count: emptyRows))
    emptyRows = 0
    output.append(contentsOf: rowText)
    output.append(
      contentsOf: repeatElement(UInt8(ascii: ","), count: max(0, width - fields)))
    output.append(0x0A)
    written += rowText.count + max(0, width - fields) + 1
    if written > limits.sheetTextBytes {
      failure = WorkbookFault.tooLarge(
        here, "the sheet has over \(limits.sheetTextBytes) bytes as text")
    }
  }

  // MARK: Cells

  private func startCell(_ attributes: XMLAttributes) {
    let next = column + 1
    column = next
    if let bytes = attributes.bytes("r") {
      guard let reference = CellReference(bytes), reference.row == row, reference.column >= next
      else { return fail("\"\(String(cString: bytes))\" is no cell of this row, or out of order") }
      column = reference.column
    }
    guard column <= limits.columns else {
      failure = WorkbookFault.tooLarge(here, "a row has over \(limits.columns) cells")
      return
    }
    switch attributes["t"] {
    case nil, "n": kind = .number
    case "s": kind = .shared
    case "str", "e": kind = .text
    case "inlineStr": kind = .inline
    case "b": kind = .boolean
    case "d": kind = .date
    case let other?: return fail("a cell is of the unknown type \"\(other)\"")
    }
    format = attributes.number("s") ?? 0
    value.removeAll(keepingCapacity: true)
    if kind == .inline { inline = TextCollector() }
    (isInCell, isInValue, hasFormula, hasValue) = (true, false, false, false)
  }

  private func endCell() {
    isInCell = false
    if hasFormula {
      facts.formulas += 1
      // An empty text is a value; nothing at all means that nobody has computed it.
      if !hasValue || kind == .number && value.isEmpty {
        if facts.uncomputed.count == 0 { facts.uncomputed.first = CellReference(here) }
        facts.uncomputed.count += 1
        return
      }
    }
    switch kind {
    case .shared:
      guard !value.isEmpty else { return }
      guard let index = wholeNumber(value), let field = texts.field(index) else {
        return fail("a cell names a text that the workbook has not")
      }
      if !field.isEmpty { write { $0.append(contentsOf: field) } }
    case .inline:
      let text = inline.text
      if !text.isEmpty { write { CellText.append(text, to: &$0) } }
    case .text:
      if !value.isEmpty { write { CellText.append(value, to: &$0) } }
    case .boolean:
      if !value.isEmpty {
        let isTrue = value == [UInt8(ascii: "1")] || value == Array("true".utf8)
        write { $0.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8) }
      }
    case .date:
      if !value.isEmpty { write { CellText.append(isoDate(value), to: &$0) } }
    case .number:
      if !value.isEmpty { writeNumber() }
    }
  }

  private func writeNumber() {
    guard width != nil else { return write { $0.append(0x30) } }
    let isPlain = value.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    let format = formats.indices.contains(format) ? formats[format] : .plain
    guard isPlain, let number = Double(String(decoding: value, as: UTF8.self)),
      let text = format.text(number, dates)
    else { return fail("\"\(String(decoding: value.prefix(40), as: UTF8.self))\" is no number") }
    write { CellText.append(Array(text.utf8), to: &$0) }
  }

  /// Adds a field, and the empty ones before it.
  private func write(_ append: (inout [UInt8]) -> Void) {
    facts.columns = max(facts.columns, column)
    while facts.hasData.count < column { facts.hasData.append(false) }
    facts.hasData[column - 1] = true
    let commas = column - max(1, fields)
    rowText.append(contentsOf: repeatElement(UInt8(ascii: ","), count: commas))
    fields = column
    append(&rowText)
    if width == nil { rowText.removeAll(keepingCapacity: true) }
    if rowText.count > limits.rowBytes {
      failure = WorkbookFault.tooLarge(here, "a row has over \(limits.rowBytes) bytes as text")
    }
  }

  private func wholeNumber(_ digits: [UInt8]) -> Int? {
    guard digits.count <= 9 else { return nil }
    var number = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// "2026-10-31T23:40:00" with a blank, and a day alone where it has no time.
  private func isoDate(_ value: [UInt8]) -> [UInt8] {
    guard value.count > 10, value[10] == UInt8(ascii: "T") else { return value }
    if value[11...].elementsEqual("00:00:00".utf8) { return Array(value[..<10]) }
    var text = value
    text[10] = 0x20
    return text
  }

  // MARK: What is around the cells

  private func addColumns(_ attributes: XMLAttributes) {
    guard attributes.flag("hidden"), let first = attributes.number("min"),
      let last = attributes.number("max"), first >= 1, first <= last,
      facts.hiddenColumns.count < limits.columns
    else { return }
    facts.hiddenColumns.append(first...last)
  }

  private func addMerged(_ attributes: XMLAttributes) {
    guard let bytes = attributes.bytes("ref"), let range = CellReference.range(bytes),
      facts.merged.count < 100_000
    else { return }
    facts.merged.append((range.first, range.last.row))
  }
}

extension CellReference {
  fileprivate init?(_ place: Place) {
    guard let row = place.line, let column = place.column else { return nil }
    (self.row, self.column) = (row, column)
  }
}
