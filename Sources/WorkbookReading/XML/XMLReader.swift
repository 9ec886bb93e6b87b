internal import CExpat
internal import Findings

/// Reads an XML document piece by piece through expat, and tells a handler what is in it.
///
/// A document type is refused: workbooks have none, and entities are how XML is made to blow up.
final class XMLReader {
  /// How much is read at once. One piece cannot name so many shared texts that memory is at risk.
  static let pieceSize = 1 << 14
  /// The longest tag or comment, which expat holds whole.
  private static let tagLimit = 1 << 20

  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let place: Place
  private let path: String
  private var fed = 0
  private var hasDoctype = false

  init(_ handler: any XMLHandler, path: String, place: Place) throws(InputFailure) {
    guard let parser = XML_ParserCreate(nil) else {
      throw WorkbookFault.tooLarge(place, "\(path) needs more memory than there is")
    }
    self.parser = parser
    self.handler = handler
    self.path = path
    self.place = place
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name, let attributes else { return }
        XMLReader.with(context) { $0.start(XMLName(name), XMLAttributes(attributes)) }
      },
      { context, name in
        guard let name else { return }
        XMLReader.with(context) { $0.end(XMLName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
        XMLReader.with(context) { $0.text(buffer) }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context else { return }
      let reader = Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
      reader.hasDoctype = true
      XML_StopParser(reader.parser, XML_Bool(XML_FALSE))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func with(
    _ context: UnsafeMutableRawPointer?, _ body: (any XMLHandler) -> Void
  ) {
    guard let context else { return }
    let reader = Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
    // Expat may still tell what it has in hand after it was stopped.
    guard reader.handler.failure == nil else { return }
    body(reader.handler)
    if reader.handler.failure != nil { XML_StopParser(reader.parser, XML_Bool(XML_FALSE)) }
  }

  /// Takes the next piece; none ends the document.
  func feed(_ piece: UnsafeRawBufferPointer) throws(InputFailure) {
    let isFinal: Int32 = piece.isEmpty ? 1 : 0
    let bytes = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, bytes, Int32(piece.count), isFinal)
    if let failure = handler.failure { throw failure }
    if hasDoctype {
      throw WorkbookFault.broken(place, "\(path) has a document type, as no workbook has")
    }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw WorkbookFault.broken(
        place, "\(path), line \(Int(XML_GetCurrentLineNumber(parser))): \(reason)")
    }
    fed += piece.count
    if fed - Int(XML_GetCurrentByteIndex(parser)) > Self.tagLimit, isFinal == 0 {
      throw WorkbookFault.tooLarge(place, "\(path) has a tag of over \(Self.tagLimit) bytes")
    }
  }

  /// Reads a whole part.
  static func read(
    _ part: ArchivePart, _ handler: any XMLHandler, path: String, place: Place
  ) throws(InputFailure) {
    let reader = try XMLReader(handler, path: path, place: place)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    var count = 0
    repeat {
      count = try part.read(into: buffer)
      try reader.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    } while count > 0
  }
}

/// Takes what is in an XML document.
protocol XMLHandler: AnyObject {
  /// What ended the reading, if anything did.
  var failure: InputFailure? { get }
  func start(_ element: XMLName, _ attributes: XMLAttributes)
  func end(_ element: XMLName)
  /// Takes some of a text; it may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The name of an element or attribute without the prefix of its namespace.
///
/// The parts of a workbook have no two elements of one local name at the same place.
struct XMLName {
  private let name: UnsafePointer<CChar>

  init(_ full: UnsafePointer<CChar>) {
    var name = full
    var next = full
    while next.pointee != 0 {
      if next.pointee == 0x3A { name = next + 1 }
      next += 1
    }
    self.name = name
  }

  func equals(_ text: StaticString) -> Bool {
    let bytes = text.utf8Start
    var index = 0
    while index < text.utf8CodeUnitCount {
      guard UInt8(bitPattern: name[index]) == bytes[index] else { return false }
      index += 1
    }
    return name[index] == 0
  }

  static func ~= (pattern: StaticString, name: XMLName) -> Bool { name.equals(pattern) }
}

/// The attributes of an element.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

  /// The text of an attribute in UTF-8, which ends with a zero; nil where there is none.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    var index = 0
    while let key = pairs[index] {
      if XMLName(key).equals(name) { return pairs[index + 1] }
      index += 2
    }
    return nil
  }

  /// The text of an attribute.
  subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// A whole number from 0, of at most nine digits.
  func number(_ name: StaticString) -> Int? {
    guard var next = bytes(name), next.pointee != 0 else { return nil }
    var (value, digits) = (0, 0)
    while next.pointee != 0 {
      let digit = next.pointee &- 0x30
      guard (0...9).contains(digit), digits < 9 else { return nil }
      value = value * 10 + Int(digit)
      digits += 1
      next += 1
    }
    return value
  }

  /// Whether an attribute says yes.
  func flag(_ name: StaticString) -> Bool {
    guard let text = self[name] else { return false }
    return text == "1" || text == "true" || text == "on"
  }
}
