internal import CLibCSV

/// libcsv's parser, and the fields of the record that it is at.
///
/// The fields are laid out as the rest of the reader has them: one after the other with one byte
/// between, and the offset of each one's end.
final class LibCSV {
  /// The unescaped bytes of the record's fields, each followed by a zero.
  private(set) var text: UnsafeMutablePointer<UInt8>
  /// The end of each field in `text`; the entry before the first is -1.
  private(set) var ends: UnsafeMutablePointer<Int32>
  private(set) var count = 0

  private var textCapacity = 1 << 12
  private var endsCapacity = 1 << 6
  private var length = 0
  private let delimiter: UInt8
  // Swift must not hold exclusive access to the struct while C calls back, so it lives on the heap.
  private let parser = UnsafeMutablePointer<csv_parser>.allocate(capacity: 1)

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    text = .allocate(capacity: textCapacity)
    ends = .allocate(capacity: endsCapacity + 1) + 1
    ends[-1] = -1
    start()
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    text.deallocate()
    (ends - 1).deallocate()
  }

  /// Whether the parser is between two records (libcsv: ROW_NOT_BEGUN).
  var isBetweenRecords: Bool { parser.pointee.pstate == 0 }

  /// Forgets the fields of the last record.
  func beginRecord() {
    count = 0
    length = 0
  }

  /// Parses bytes and returns how many libcsv took: fewer than given when one may not stand there.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    csv_parse(
      parser, bytes.baseAddress, bytes.count, Self.fieldEnded, Self.recordEnded,
      Unmanaged.passUnretained(self).toOpaque())
  }

  /// Parses bytes that are to be one record, without its line end, and returns whether they are.
  func feedRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lineFeed = Byte.lineFeed
    let isSound =
      feed(bytes) == bytes.count
      && withUnsafePointer(to: &lineFeed) { feed(UnsafeBufferPointer(start: $0, count: 1)) } == 1
      && isBetweenRecords
    if !isSound { restart() }
    return isSound
  }

  /// Adds fields that hold no quote: their bytes, from `base` of the block on, and where each ends there.
  func append(
    _ bytes: UnsafeBufferPointer<UInt8>, from base: Int, ends: UnsafePointer<Int32>, count: Int
  ) {
    guard count > 0, let start = bytes.baseAddress else { return }
    reserve(text: length + bytes.count, ends: self.count + count)
    (text + length).update(from: start, count: bytes.count)
    let shift = Int32(truncatingIfNeeded: length - base)
    for field in 0..<count {
      let end = ends[field] &+ shift
      self.ends[self.count + field] = end
      text[Int(end)] = 0
    }
    length += bytes.count
    self.count += count
  }

  /// Drops a record that is not whole; libcsv has no other way out of an error.
  func restart() {
    csv_free(parser)
    start()
  }

  private func start() {
    // Null fields are the unquoted empty ones. Both strict options are needed for an open quote.
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL))
    csv_set_delim(parser, delimiter)
    ontarget_csv_keep_spaces(parser)
  }

  private static let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      field, count, context in
      guard let context else { return }
      Unmanaged<LibCSV>.fromOpaque(context)._withUnsafeGuaranteedRef {
        $0.append(UnsafeRawBufferPointer(start: field, count: field == nil ? 0 : count))
      }
    }

  private static let recordEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, _ in
  }

  private func append(_ field: UnsafeRawBufferPointer) {
    reserve(text: length + field.count + 1, ends: count + 1)
    if let start = field.baseAddress, !field.isEmpty {
      UnsafeMutableRawPointer(text + length).copyMemory(from: start, byteCount: field.count)
    }
    length += field.count
    ends[count] = Int32(truncatingIfNeeded: length)
    count += 1
    text[length] = 0
    length += 1
  }

  private func reserve(text wantedText: Int, ends wantedEnds: Int) {
    if wantedText > textCapacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * wantedText)
      larger.update(from: text, count: length)
      text.deallocate()
      (text, textCapacity) = (larger, 2 * wantedText)
    }
    if wantedEnds > endsCapacity {
      let larger = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * wantedEnds + 1) + 1
      (larger - 1).update(from: ends - 1, count: count + 1)
      (ends - 1).deallocate()
      (ends, endsCapacity) = (larger, 2 * wantedEnds)
    }
  }
}
