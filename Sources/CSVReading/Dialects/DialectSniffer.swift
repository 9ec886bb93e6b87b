internal import Findings

/// Finds the delimiter and the header from the first records of a file.
struct DialectSniffer {
  /// A record of the sample, with its fields unescaped.
  struct Sample {
    var line: Int
    /// The offset of the byte after the record and its line end.
    var end: Int
    var lines: Int
    var fields: [String]
    /// Whether its quotes do not fit, so that it was split without regard to them.
    var isMalformed: Bool
    /// Whether nothing is written on the line; a quoted empty field is something.
    var isBlank: Bool
    var filled: Int { fields.count { !$0.allSatisfy(\.isWhitespace) } }
  }

  struct Decision {
    var delimiter: Character
    var delimiterReason: Inline
    /// The position of the header in the sample; nil when the sample has none.
    var header: Int?
    var headerReason: Inline
    var samples: [Sample]
  }

  /// The most records that are looked at.
  static let sampleSize = 256
  private static let candidates: [(Character, Inline)] = [
    (",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "pipes"),
  ]

  let text: [UInt8]
  let isWhole: Bool

  /// Decides; what the options say is taken as given.
  func decide(delimiter asked: Character?, header: CSVOptions.Header) -> Decision {
    if let given = asked ?? separatorLine {
      return complete(
        reading(given, header: header), delimiter: given,
        reason: asked == nil ? "the first line says so" : "as asked", header: header)
    }
    var best: (reading: Reading, delimiter: Character, name: Inline)?
    for (delimiter, name) in Self.candidates {
      let reading = reading(delimiter, header: header)
      guard reading.columns > 1, reading.header != nil else { continue }
      if best.map({ reading.isBetter(than: $0.reading) }) ?? true {
        best = (reading, delimiter, name)
      }
    }
    if let best, best.reading.consistency >= 0.5 {
      let (name, columns) = (best.name, best.reading.columns)
      let percent = Int(best.reading.consistency * 100)
      return complete(
        best.reading, delimiter: best.delimiter,
        reason: best.reading.consistency == 1
          ? "\(name) give \(columns) fields in every row"
          : "\(name) give \(columns) fields in \(percent) % of the rows", header: header)
    }
    // One column: a delimiter that the text does not hold leaves every line whole.
    let unused = Self.candidates.first { !text.contains($0.0.asciiValue ?? 0) }?.0 ?? ","
    return complete(
      reading(unused, header: header, columns: 1), delimiter: unused,
      reason: "no delimiter splits the rows evenly, so there is one column", header: header)
  }

  /// The delimiter that a first line such as "sep=;" names for Excel.
  private var separatorLine: Character? {
    let line = text.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
    guard line.count == 5, line.starts(with: "sep=".utf8), let code = line.last, code < 0x80 else {
      return nil
    }
    return Character(Unicode.Scalar(code))
  }

  private func complete(
    _ reading: Reading, delimiter: Character, reason: Inline, header: CSVOptions.Header
  ) -> Decision {
    let headerReason: Inline =
      switch header {
      case .line: "as asked"
      case .absent: "as asked: there is none"
      case .detected:
        if let index = reading.header, reading.samples[index].line > 1 {
          "the first row with \(reading.columns) fields"
        } else {
          "the first line"
        }
      }
    return Decision(
      delimiter: delimiter, delimiterReason: reason, header: reading.header,
      headerReason: headerReason, samples: reading.samples)
  }

  /// The sample as one delimiter reads it.
  private struct Reading {
    var samples: [Sample]
    /// The usual number of fields.
    var columns: Int
    var header: Int?
    /// The share of the rows from the header on that have the usual number of fields.
    var consistency: Double
    /// The rows above the header that are not blank.
    var skipped: Int

    func isBetter(than other: Reading) -> Bool {
      // A few ragged rows must not outweigh a delimiter that splits far more.
      if abs(consistency - other.consistency) > 0.1 { return consistency > other.consistency }
      // A wrong delimiter that occurs in every value, such as a decimal comma, is not in the header.
      if skipped != other.skipped { return skipped < other.skipped }
      return columns > other.columns
    }
  }

  private func reading(
    _ delimiter: Character, header: CSVOptions.Header, columns forced: Int? = nil
  ) -> Reading {
    let samples = samples(delimiter)
    let rows = samples.filter { !$0.isBlank && ($0.filled > 0 || forced == 1) }
    let usual = forced.map { $0...$0 } ?? Self.usualCount(rows)
    let index: Int? =
      switch header {
      case .line(let line): samples.firstIndex { $0.line >= line && !$0.isBlank }
      case .absent: samples.firstIndex { !$0.isBlank }
      case .detected: Self.header(in: samples, columns: usual)
      }
    let columns = index.map { samples[$0].fields.count } ?? usual.upperBound
    let body = index.map { samples[$0...].filter { !$0.isBlank && $0.filled > 0 } } ?? []
    let least = min(columns, usual.upperBound)
    let fitting = body.count { row in
      !row.isMalformed && row.fields.count >= least
        && row.fields.dropFirst(columns).allSatisfy(\.isEmpty)
    }
    return Reading(
      samples: samples, columns: columns, header: index,
      consistency: body.isEmpty ? 0 : Double(fitting) / Double(body.count),
      skipped: samples[..<(index ?? 0)].count { !$0.isBlank })
  }

  /// The most frequent number of fields (of equally frequent ones the largest), and how few a header
  /// may have beside it: where every row ends in a delimiter, the header often does not.
  private static func usualCount(_ rows: [Sample]) -> ClosedRange<Int> {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.fields.count, default: 0] += 1 }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    let filled =
      rows.lazy.filter { $0.fields.count == most }
      .map { ($0.fields.lastIndex { !$0.isEmpty } ?? 0) + 1 }.max() ?? most
    return filled...most
  }

  /// The first row with the usual number of fields of which at least half are filled.
  ///
  /// A note that happens to have that many fields is passed over if a blank line follows and then a
  /// row of names above numbers. So is a row of numbers below a banner: data that is read wrongly.
  /// A first line of more names than that is the header of rows that leave out their last fields.
  private static func header(in samples: [Sample], columns: ClosedRange<Int>) -> Int? {
    let candidates = samples.indices.filter {
      let sample = samples[$0]
      return !sample.isBlank && columns.contains(sample.fields.count)
        && 2 * sample.filled >= sample.fields.count
    }
    guard let first = candidates.first else { return nil }
    if candidates.count > 2, samples[first + 1].isBlank,
      namesNumbers(samples[candidates[1]], candidates.dropFirst(2).map { samples[$0] })
    {
      return candidates[1]
    }
    if let top = samples[..<first].firstIndex(where: { !$0.isBlank }) {
      let below = candidates.dropFirst().map { samples[$0] }
      if samples[top].fields.count > columns.upperBound, isAllNames(samples[top]),
        !namesNumbers(samples[first], below)
      {
        return top
      }
      if isData(samples[first]) { return nil }
    }
    return first
  }

  /// Whether every field is filled and begins as names do; a sentence has blanks after its commas.
  private static func isAllNames(_ row: Sample) -> Bool {
    row.fields.allSatisfy { field in
      field.first.map { !$0.isWhitespace && !$0.isNumber } ?? false
    }
  }

  /// Whether a row has a name where nearly all of the rows below begin with a digit.
  private static func namesNumbers(_ row: Sample, _ below: [Sample]) -> Bool {
    guard !row.fields.contains(where: { $0.first?.isNumber == true }) else { return false }
    guard !below.isEmpty else { return false }
    return row.fields.indices.contains { column in
      guard row.fields[column].contains(where: \.isLetter) else { return false }
      let numbers = below.count {
        $0.fields.indices.contains(column) && $0.fields[column].first?.isNumber == true
      }
      return 10 * numbers >= 9 * below.count
    }
  }

  /// Whether every filled field begins with a digit, as no row of names does.
  static func isData(_ sample: Sample) -> Bool {
    sample.filled > 0
      && sample.fields.allSatisfy { field in
        let trimmed = field.drop { !$0.isLetter && !$0.isNumber }
        return trimmed.first.map(\.isNumber) ?? true
      }
  }

  /// Splits the front of the text into records; a line that is malformed is taken without quotes.
  private func samples(_ delimiter: Character) -> [Sample] {
    guard let separator = delimiter.asciiValue else { return [] }
    let scanner = RecordScanner(delimiter: separator)
    var samples: [Sample] = []
    var (start, line) = (0, 1)
    text.withUnsafeBufferPointer { bytes in
      while start < bytes.count, samples.count < Self.sampleSize {
        var starts: [Int] = []
        var isMalformed = false
        var end: Int
        switch scanner.scan(bytes, from: start, isFinal: isWhole, visit: { starts.append($0) }) {
        case .complete(let complete): end = complete
        case .malformed, .unfinished:
          guard let lineEnd = scanner.lineEnd(bytes, from: start, isFinal: isWhole) else { return }
          end = lineEnd
          isMalformed = true
          starts = [start] + (start..<end).filter { bytes[$0] == separator }.map { $0 + 1 }
        }
        let record = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let lines = SourceLine.of(record.count, in: record, firstLine: 0).line
        var textEnd = end
        if textEnd > start, bytes[textEnd - 1] == Byte.lineFeed { textEnd -= 1 }
        if textEnd > start, bytes[textEnd - 1] == Byte.carriageReturn { textEnd -= 1 }
        let fields = starts.indices.map { index in
          let fieldEnd = index + 1 < starts.count ? starts[index + 1] - 1 : textEnd
          return Self.unescaped(bytes[starts[index]..<max(starts[index], fieldEnd)])
        }
        let isBlank =
          bytes[start..<textEnd].allSatisfy { $0 == 0x20 }
          || line == 1 && separatorLine == delimiter
        samples.append(
          Sample(
            line: line, end: end, lines: max(lines, 1), fields: fields, isMalformed: isMalformed,
            isBlank: isBlank))
        line += max(lines, 1)
        start = end
      }
    }
    return samples
  }

  private static func unescaped(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var bytes = Array(field)
    if field.count >= 2, field.first == Byte.quote, field.last == Byte.quote {
      // Bytes and not characters: a quote and an accent after it are one character.
      bytes = []
      var isDoubled = false
      for byte in field.dropFirst().dropLast() {
        isDoubled = byte == Byte.quote && !isDoubled
        if !isDoubled { bytes.append(byte) }
      }
    }
    return bytes.withUnsafeBufferPointer {
      String(decoding: SpreadsheetGuard.unguarded($0), as: UTF8.self)
    }
  }
}
