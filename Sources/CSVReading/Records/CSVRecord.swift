public import Findings

/// One row of a file, to be read during the call that hands it over.
///
/// A row counts as used unless the caller rejects it or sets it aside.
public struct CSVRecord: ~Copyable {
  /// The line on which the record begins, from 1.
  public internal(set) var line: Int = 0
  /// The number of fields, which is the number of columns of the file.
  public let count: Int

  // Field i lies between ends[i - 1] + 1 and ends[i]; ends[-1] exists.
  @usableFromInline var fields: UnsafePointer<UInt8>
  @usableFromInline var ends: UnsafePointer<Int32>
  /// The record as it was written, without its line end.
  var source: UnsafeBufferPointer<UInt8>
  var verdict: Verdict?

  /// The file and, in a workbook, the sheet.
  let origin: Place
  let delimiter: UInt8

  /// What the caller said about the row.
  struct Verdict {
    var findings: [Finding] = []
    var isRejected = false
    var rule: String?
  }

  init(
    count: Int, place: Place, delimiter: UInt8, fields: UnsafePointer<UInt8>,
    ends: UnsafePointer<Int32>
  ) {
    self.count = count
    origin = place
    self.delimiter = delimiter
    self.fields = fields
    self.ends = ends
    source = UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Calls a function with the bytes of a field, in UTF-8 and without its quotes.
  ///
  /// An apostrophe before =, +, -, @, a tab or a return is none of the text: CSV files that are made
  /// for spreadsheets have it there, so that nothing is run as a formula.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ field: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes(of: field).span)
  }

  /// The bytes of a field, without the apostrophe that guards a text from spreadsheets.
  @inlinable
  @inline(__always)
  func bytes(of field: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(field >= 0 && field < count, "a record has fields 0 to count - 1")
    let start = Int(ends[field - 1]) + 1
    let end = Int(ends[field])
    let bytes = UnsafeBufferPointer(start: fields + start, count: end - start)
    // Nearly no field begins with an apostrophe, and the way of all others is short.
    return start < end && fields[start] == 0x27 ? SpreadsheetGuard.unguarded(bytes) : bytes
  }

  /// Returns a field as text.
  ///
  /// - Complexity: O(length of the field).
  public func text(_ field: Int) -> String {
    String(decoding: bytes(of: field), as: UTF8.self)
  }

  /// Whether a field is empty.
  @inlinable
  public func isEmpty(_ field: Int) -> Bool {
    precondition(field >= 0 && field < count, "a record has fields 0 to count - 1")
    // What an apostrophe guards is not empty.
    return ends[field] &- ends[field - 1] == 1
  }

  /// Leaves the row out because of what is wrong with it; called again, it adds a finding.
  public mutating func reject(_ finding: Finding) {
    report(finding)
    verdict?.isRejected = true
  }

  /// Tells something about the row, which stays in use.
  public mutating func report(_ finding: Finding) {
    var changed = verdict ?? Verdict()
    changed.findings.append(finding)
    verdict = changed
  }

  /// Whether something is wrong with the row.
  package var isRejected: Bool { verdict?.isRejected ?? false }

  /// Leaves the row out by a named rule, whatever is wrong with it.
  package mutating func forgive(_ rule: String) {
    var forgiven = Verdict()
    forgiven.rule = rule
    verdict = forgiven
  }

  /// Leaves the row out by a named rule, without anything being wrong with it.
  public mutating func setAside(_ rule: String) {
    var changed = verdict ?? Verdict()
    changed.rule = rule
    verdict = changed
  }
}
