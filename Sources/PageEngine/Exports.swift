internal import Calculator
internal import Phrases

// What the page calls. Everything goes through one buffer, whose address changes with its size: bytes
// in, bytes out. A page runs on one thread.

nonisolated(unsafe) var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
nonisolated(unsafe) var language: Language = .english
nonisolated(unsafe) private var calculator = Calculator()
nonisolated(unsafe) private var offers = OfferCalculator()

/// Makes room for so many bytes, which loses what was there; the address.
@_cdecl("page_room") public func room(_ count: Int32) -> UnsafeMutableRawPointer? {
  let count = Int(max(count, 1))
  if buffer.count < count {
    buffer.deallocate()
    buffer = .allocate(byteCount: count, alignment: 16)
  }
  return buffer.baseAddress
}

/// Takes the file of a language, its code before the first line end.
@_cdecl("page_language") public func takeLanguage(_ count: Int32) {
  let text = String(decoding: buffer.prefix(Int(max(count, 0))), as: UTF8.self)
  let code = text.prefix { $0 != "\n" }
  language = Language(code: String(code), text: String(text.dropFirst(code.count + 1)))
}

/// Takes the plans; how many there are, or -1 when the bytes are none.
@_cdecl("page_load") public func load(_ count: Int32) -> Int32 {
  guard let loaded = Calculator(Array(buffer.prefix(Int(max(count, 0)))), language) else {
    return -1
  }
  calculator = loaded
  return Int32(loaded.plans.count)
}

/// Answers a state of the controls with what is shown, as JSON in the buffer; how many bytes.
@_cdecl("page_show") public func show(_ count: Int32) -> Int32 {
  reply(calculator.view(of: state(count)))
}

/// The text in the buffer.
func state(_ count: Int32) -> String {
  String(decoding: buffer.prefix(Int(max(count, 0))), as: UTF8.self)
}

/// Puts a text into the buffer; how many bytes.
func reply(_ text: String) -> Int32 {
  let text = Array(text.utf8)
  _ = room(Int32(text.count))
  buffer.copyBytes(from: text)
  return Int32(text.count)
}

// MARK: Offers, which are an engine of their own: a page of plans has none of it.

/// Takes offers; how many there are, or -1 when the bytes are none.
@_cdecl("page_load_offers") public func loadOffers(_ count: Int32) -> Int32 {
  guard let loaded = OfferCalculator(Array(buffer.prefix(Int(max(count, 0)))), language) else {
    return -1
  }
  offers = loaded
  return Int32(loaded.offers.members.count)
}

/// Answers a state of the controls of a page of offers, as `page_show` does.
@_cdecl("page_show_offers") public func showOffers(_ count: Int32) -> Int32 {
  reply(offers.view(of: state(count)))
}

// MARK: Proofs

/// The digest of what the first plan pays in numbered states, for Scripts/prove-page-engine; a page's
/// engine is linked without it.
@_cdecl("page_digest") public func digest(_ first: Int32, _ count: Int32) -> UInt64 {
  guard let plan = calculator.plans.first else { return 0 }
  return PayDigest.of(plan, states: first..<first + max(count, 0))
}

/// The same of offers.
@_cdecl("page_offer_digest") public func offerDigest(_ first: Int32, _ count: Int32) -> UInt64 {
  PayDigest.of(offers.offers, states: first..<first + max(count, 0))
}
