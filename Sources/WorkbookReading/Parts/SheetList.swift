internal import Findings

/// The sheets of a workbook and what it says about itself.
final class SheetList: XMLHandler {
  struct Entry {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var dates: DateSystem = .from1900
  /// Whether its formulas are to be computed when it is opened, because nobody has computed them yet.
  private(set) var wantsComputing = false
  private(set) var failure: InputFailure?

  init(_ path: String, in archive: Archive) throws(InputFailure) {
    let stream = try archive.neededPart(path, limit: archive.limits.partXMLBytes)
    try XMLReader.read(stream, self, path: path, place: Place(file: archive.name))
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "workbookPr":
      if attributes.flag("date1904") { dates = .from1904 }
    case "calcPr": wantsComputing = attributes.flag("fullCalcOnLoad")
    case "sheet":
      guard let name = attributes["name"], let id = attributes["id"], entries.count < 10_000 else {
        return
      }
      let state = attributes["state"] ?? "visible"
      entries.append(Entry(name: name, relationship: id, isHidden: state != "visible"))
    default: break
    }
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
