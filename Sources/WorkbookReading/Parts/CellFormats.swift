internal import Findings

/// What the styles of a workbook say about numbers, by the index that cells name.
final class CellFormats: XMLHandler {
  private(set) var failure: InputFailure?
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private var isInCellFormats = false

  /// Reads the styles; without any, all numbers are plain.
  init(_ path: String?, in archive: Archive) throws(InputFailure) {
    guard let path else { return }
    let stream = try archive.neededPart(path, limit: archive.limits.partXMLBytes)
    try XMLReader.read(stream, self, path: path, place: Place(file: archive.name))
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"] else {
        return
      }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes.number("numFmtId") ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ element: XMLName) {
    if element.equals("cellXfs") { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The formats, by the index that a cell names.
  var list: [NumberFormat] { formats }
}
