import Findings
import TestSupport
import Testing

@testable import CSVReading

/// Bytes that are mostly not a good CSV file must come out the same whoever splits them.
@Suite("Direct splitting beside libcsv")
struct SplittingDifferentialTests {
  /// What a reading gives, down to every place and message.
  struct Result: Equatable {
    var rows: [[String]] = []
    var places: [String] = []
    var findings: [String] = []
    var rejects: [UInt8] = []
    var counts: [Int] = []

    static func + (left: Result, right: Result) -> Result {
      Result(rows: left.rows + right.rows, places: left.places + right.places)
    }
  }

  static func read(
    _ bytes: [UInt8], limit: Int, blockSize: Int, byLibCSV: Bool, threads: Int
  ) throws -> Result {
    var file = try CSVFile(
      bytes: bytes, name: "x",
      options: CSVOptions(delimiter: ",", header: .line(1), keepsRejects: true, recordLimit: limit))
    file.blockSize = blockSize
    file.readsAllByLibCSV = byLibCSV
    var (result, tally) = try file.reduce(threads: threads, into: { Result() }) { result, record in
      result.rows.append((0..<record.count).map { record.text($0) })
      result.places += (0..<record.count).map { record.place($0).description }
    } merge: {
      $0 = $0 + $1
    }
    result.findings = tally.findings.findings.map(\.description)
    result.rejects = tally.rejects
    result.counts = [tally.rows, tally.used, tally.rejected]
    return result
  }

  static func randomText(_ rng: inout SeededGenerator, isUTF8: Bool) -> [UInt8] {
    let letters: [[UInt8]] = [
      [0x22], [0x22], [0x22, 0x22], [0x2C], [0x2C], [0x0A], [0x0A], [0x0D], [0x0D, 0x0A], [0x78],
      [0x79, 0x7A], [0x20], [0x00], [0xC3, 0xA9], isUTF8 ? [0x78] : [0xE9], [0x2C, 0x22],
      [0x22, 0x2C], [0x22, 0x0A],
    ]
    let length = Int.random(in: 0...120, using: &rng)
    return Array("a,b\n".utf8)
      + (0..<length).flatMap { _ in letters.randomElement(using: &rng) ?? [] }
      + Array("\nx\n".utf8)
  }

  @Test(
    "Both find the same on random bytes, in blocks of any size, on any threads",
    arguments: [true, false])
  func random(isUTF8: Bool) throws {
    var rng = SeededGenerator(seed: 2021_05)
    // A record that is repaired grows, so that only UTF-8 keeps to a limit of a few bytes exactly.
    let limit = isUTF8 ? 40 : 1 << 20
    for round in 0..<400 {
      let bytes = Self.randomText(&rng, isUTF8: isUTF8)
      let whole = try Self.read(bytes, limit: limit, blockSize: 1 << 16, byLibCSV: true, threads: 1)
      let direct = try Self.read(
        bytes, limit: limit, blockSize: 1 << 16, byLibCSV: false, threads: 1)
      let blockSize = Int.random(in: 1...60, using: &rng)
      let blocks = try Self.read(
        bytes, limit: limit, blockSize: blockSize, byLibCSV: false, threads: 2)
      for (name, other) in [("direct", direct), ("blocks of \(blockSize)", blocks)]
      where other != whole {
        Issue.record("round \(round), \(name): \(bytes)")
        #expect(other.rows == whole.rows)
        #expect(other.places == whole.places)
        #expect(other.findings == whole.findings)
        #expect(other.counts == whole.counts)
        return
      }
    }
  }

  /// What the fuzzer found: a long line without quotes was a row or a failure, depending on the
  /// blocks; and CRLF counted as one byte or as two.
  @Test(
    "What the fuzzer found stays mended",
    arguments: [
      ([0x00, 0x7A, 0x0A, 0x00, 0x00, 0x00] as [UInt8], 1),
      (Array("a,b\n".utf8) + Array(repeating: 0x78, count: 9) + [0x0D, 0x0A, 0x79], 10),
    ])
  func found(bytes: [UInt8], limit: Int) throws {
    let whole = try Self.read(bytes, limit: limit, blockSize: 1 << 12, byLibCSV: true, threads: 1)
    for blockSize in 1...16 {
      for byLibCSV in [true, false] {
        let other = try Self.read(
          bytes, limit: limit, blockSize: blockSize, byLibCSV: byLibCSV, threads: 1)
        #expect(other == whole)
      }
    }
  }

  @Test("No byte of a row is lost: it is in a row used, rejected, or empty")
  func nothingLost() throws {
    var rng = SeededGenerator(seed: 57_504)
    for round in 0..<300 {
      let bytes = Self.randomText(&rng, isUTF8: true)
      let result = try Self.read(bytes, limit: 40, blockSize: 64, byLibCSV: false, threads: 1)
      func letters(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.count { (0x78...0x7A).contains($0) }
      }
      let used = result.rows.joined().map { letters($0.utf8) }.reduce(0, +)
      // The header and the reasons of the rejects have letters of their own; cells stand after them.
      let rejected = result.rejects.split(separator: 0x0A).dropFirst()
        .map { letters($0) }.reduce(0, +)
      #expect(used + rejected >= letters(bytes), "round \(round): \(bytes)")
    }
  }
}
