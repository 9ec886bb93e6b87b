import CSVReading
import Findings

/// Everything that reading a text gives, as values that tests can compare.
struct Reading {
  var file: CSVFile
  var rows: [[String]] = []
  var lines: [Int] = []
  var tally = CSVTally()

  /// Reads bytes to the end.
  init(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions()) throws(InputFailure) {
    file = try CSVFile(bytes: bytes, name: "test.csv", options: options)
    var rows: [[String]] = []
    var lines: [Int] = []
    tally = try file.records { (record: inout CSVRecord) in
      rows.append((0..<record.count).map { record.text($0) })
      lines.append(record.line)
    }
    (self.rows, self.lines) = (rows, lines)
  }

  init(_ text: String, _ options: CSVOptions = CSVOptions()) throws(InputFailure) {
    try self.init(Array(text.utf8), options)
  }

  var findings: [String] {
    tally.findings.findings.map { "\($0.subject): \($0.message.plainText)" }
  }
}
