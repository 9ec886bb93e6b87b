internal import Findings

/// The texts that cells of all sheets share, as fields of CSV.
struct SharedTexts: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Reads the texts; a workbook of numbers has none.
  init(_ path: String?, in archive: Archive) throws(InputFailure) {
    guard let path else {
      (bytes, ends) = ([], [])
      return
    }
    let stream = try archive.neededPart(path, limit: archive.limits.sheetXMLBytes)
    let reader = SharedTextReader(Place(file: archive.name), archive.limits)
    try XMLReader.read(stream, reader, path: path, place: Place(file: archive.name))
    (bytes, ends) = (reader.bytes, reader.ends)
  }

  /// The text of an index; nil where there is none.
  func field(_ index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

private final class SharedTextReader: XMLHandler {
  private(set) var failure: InputFailure?
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  private var collector = TextCollector()
  private let place: Place
  private let limits: WorkbookLimits

  init(_ place: Place, _ limits: WorkbookLimits) { (self.place, self.limits) = (place, limits) }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element.equals("si") { collector = TextCollector() } else { collector.start(element) }
  }

  func end(_ element: XMLName) {
    guard element.equals("si") else { return collector.end(element) }
    CellText.append(collector.text, to: &bytes)
    ends.append(bytes.count)
    if ends.count > limits.sharedTexts {
      failure = WorkbookFault.tooLarge(place, "it has over \(limits.sharedTexts) different texts")
    } else if bytes.count > limits.sharedTextBytes {
      failure = WorkbookFault.tooLarge(
        place, "its texts have over \(limits.sharedTextBytes) bytes together")
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    collector.add(piece)
    if collector.text.count > limits.textBytes {
      failure = WorkbookFault.tooLarge(place, "a text has over \(limits.textBytes) bytes")
    }
  }
}

/// Joins the runs of a rich text, without those that say how to pronounce it.
struct TextCollector {
  private(set) var text: [UInt8] = []
  private var isInText = false
  private var phonetic = 0

  mutating func start(_ element: XMLName) {
    switch element {
    case "t": isInText = phonetic == 0
    case "rPh": phonetic += 1
    default: break
    }
  }

  mutating func end(_ element: XMLName) {
    switch element {
    case "t": isInText = false
    case "rPh": phonetic = max(0, phonetic - 1)
    default: break
    }
  }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { text.append(contentsOf: piece) }
  }
}
