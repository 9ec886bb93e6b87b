internal import CLibCSV

/// libcsv's parser, and the fields of the record that it is at.
///
/// The fields are laid out as the rest of the reader has them: one after the other with one byte
/// between, and the offset of each one's end.
final class LibCSV {
  /// The unescaped bytes of the record's fields, each followed by one byte that belongs to none.
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
    if length + field.count + 1 > textCapacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(
        capacity: 2 * (length + field.count + 1))
      larger.update(from: text, count: length)
      text.deallocate()
      textCapacity = 2 * (length + field.count + 1)
      text = larger
    }
    if count == endsCapacity {
      let larger = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * endsCapacity + 1) + 1
      (larger - 1).update(from: ends - 1, count: count + 1)
      (ends - 1).deallocate()
      endsCapacity *= 2
      ends = larger
    }
    if let start = field.baseAddress, !field.isEmpty {
      UnsafeMutableRawPointer(text + length).copyMemory(from: start, byteCount: field.count)
    }
    length += field.count
    ends[count] = Int32(length)
    count += 1
    text[length] = 0
    length += 1
  }
}
