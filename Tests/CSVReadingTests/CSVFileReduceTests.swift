import Findings
import Foundation
import TestSupport
import Testing

@testable import CSVReading

@Suite("Reading on several threads")
struct CSVFileReduceTests {
  /// 2,000 rows in many blocks; every 97th is ragged.
  private static func file(_ options: CSVOptions = CSVOptions()) throws -> CSVFile {
    let rows = (0..<2000).map { $0 % 97 == 96 ? "\($0)\n" : "\($0),\"x\ny\",z\n" }.joined()
    var file = try CSVFile(bytes: Array("a,b,c\n\(rows)".utf8), name: "test.csv", options: options)
    file.blockSize = 500
    return file
  }

  @Test("Order, counts and places are those of one thread", arguments: [1, 2, 4])
  func order(threads: Int) throws {
    let file = try Self.file(CSVOptions(keepsRejects: true))
    let (ids, tally) = try file.reduce(threads: threads, into: { [String]() }) { ids, record in
      ids.append("\(record.line):\(record.text(0))")
    } merge: {
      $0 += $1
    }
    var expected: [String] = []
    let alone = try file.records { (record: inout CSVRecord) in
      expected.append("\(record.line):\(record.text(0))")
    }
    #expect(ids == expected)
    #expect(ids.count == 1980)
    #expect((tally.rows, tally.rejected) == (2000, 20))
    #expect(tally.findings.findings == alone.findings.findings)
    #expect(tally.rejects == alone.rejects)
  }

  @Test("A strict reading fails with the first bad row of the file", arguments: [1, 2, 4])
  func strict(threads: Int) throws {
    let file = try Self.file(CSVOptions(isStrict: true))
    let failure = #expect(throws: InputFailure.self) {
      try file.reduce(threads: threads, into: { 0 }) { count, _ in
        count += 1
      } merge: {
        $0 += $1
      }
    }
    #expect(failure?.log.findings.map(\.place?.line) == [194])
  }

  @Test("A failure of the caller ends the reading")
  func failure() throws {
    let failure = #expect(throws: InputFailure.self) {
      try Self.file().reduce(threads: 2, into: { 0 }) { _, record throws(InputFailure) in
        if record.text(0) == "1000" {
          throw InputFailure(.badData, record.finding("test.stop", field: 0, "stop"))
        }
      } merge: {
        $0 += $1
      }
    }
    #expect(failure?.log.findings.map(\.kind) == ["test.stop"])
  }

  @Test("An input that cannot seek is read as often as a file")
  func pipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("a,b\n1,2\n3,4\n".utf8))
    try pipe.fileHandleForWriting.close()
    let file = try CSVFile(path: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    for _ in 0..<2 { #expect(try file.records { (_: inout CSVRecord) in }.used == 2) }
  }

  @Test("A file is read from the disk, and as often as one likes")
  func disk() throws {
    let folder = try ScratchFolder()
    let file = try CSVFile(path: folder.write("a,b\n1,2\n", to: "two.csv"))
    for _ in 0..<2 { #expect(try file.records { (_: inout CSVRecord) in }.used == 1) }
  }

  @Test("A row that is longer than the limit is rejected, and a line without end is no row")
  func longLines() throws {
    let text = "a,b\n1,2\n" + String(repeating: "x", count: 5000) + "\n3,4\n"
    var file = try CSVFile(
      bytes: Array(text.utf8), name: "test.csv", options: CSVOptions(recordLimit: 100))
    file.blockSize = 100
    let tally = try file.records { (_: inout CSVRecord) in }
    #expect((tally.used, tally.rejected) == (2, 1))
    #expect(tally.findings.findings.map(\.kind) == ["csv.row-too-long"])
    file.lineLimit = 1000
    let failure = #expect(throws: InputFailure.self) {
      try file.records { (_: inout CSVRecord) in }
    }
    #expect(failure?.log.findings.map(\.place?.description) == ["test.csv:3"])
  }
}
