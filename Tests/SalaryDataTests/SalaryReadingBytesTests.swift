import Amounts
import BytesCoding
import CSVReading
import Findings
import TestSupport
import Testing

@testable import SalaryData

/// A reading that was written as bytes is the same as before, and bytes of something else are refused.
@Suite("Readings as bytes")
struct SalaryReadingBytesTests {
  private static func table(using generator: inout SeededGenerator) -> SalaryTable {
    let rows = Int.random(in: 1...40, using: &generator)
    var table = SalaryTable(rowCount: rows)
    table["base_pay"] = .numbers(
      PackedColumn(rows: rows) { _ in
        Double(Int.random(in: 0...20_000_000, using: &generator)) / 100
      })
    let odd: [Double] = [.nan, -.nan, -0.0, 0.1 + 0.2, 1e300, .infinity, -5.25, 12_345.67]
    table["experience"] = .numbers(
      PackedColumn(rows: rows) { _ in odd.randomElement(using: &generator) ?? 0 })
    table["level"] = .categories(
      CategoryColumn(
        (0..<rows).map { _ in ["", "Büro", "a,b", "🙂"].randomElement(using: &generator) ?? "" }))
    return table
  }

  private static func reading(_ table: SalaryTable) -> SalaryReading {
    var log = FindingLog()
    let place = Place(file: "people.csv", line: 3, column: 2)
    for number in 0..<130 {
      log.add(
        Finding(
          "salary.ranges", number % 2 == 0 ? .note : .warning, at: place,
          "\(.number(number * 1000)) amounts \(.strong("given as a range"))", excerpt: "a,b",
          remedy: "say \(.parameter(Parameter("decimal"), "point")) or \(.code("x"))"))
    }
    log.add(Finding("salary.none", .error, about: Parameter("pay"), "nothing"))
    return SalaryReading(
      path: "people.csv", table: table, pay: .basePay, currency: .eur, convertedRows: 1,
      recognition: ColumnRecognition(columns: []),
      account: RowAccount(
        read: table.rowCount + 3, used: table.rowCount, rejected: 1,
        setAside: [.init(rule: "outlier", rows: 2)]), findings: log, unmatched: [], rows: [],
      rejects: [])
  }

  @Test("What is read is what was written, to the bit and in each language")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: FreshSeed.value)
    for _ in 0..<20 {
      let reading = Self.reading(Self.table(using: &generator))
      let read = try #require(SalaryReading(bytes: reading.bytes))
      #expect(read.bytes == reading.bytes)
      #expect(read.account == reading.account)
      #expect(read.table.names == reading.table.names)
      for name in ["base_pay", "experience"] {
        let (old, new) = (reading.table.numbers(name), read.table.numbers(name))
        #expect(old?.map(\.bitPattern) == new?.map(\.bitPattern))
      }
      #expect(read.table.categories("level") == reading.table.categories("level"))
      for language in Language.all {
        let book = Phrasebook(language)
        #expect(read.findings.text(in: book) == reading.findings.text(in: book))
      }
    }
  }

  @Test("Bytes that are cut or changed are refused or read, and never trap")
  func damage() {
    var generator = SeededGenerator(seed: FreshSeed.value)
    let bytes = Self.reading(Self.table(using: &generator)).bytes
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(SalaryReading(bytes: Array(bytes.prefix(length))) == nil)
    }
    for _ in 0..<2000 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(
        in: 1...255, using: &generator)
      _ = SalaryReading(bytes: changed)
    }
  }

  @Test("Tables that are joined at once are those that are appended one by one")
  func joined() {
    var generator = SeededGenerator(seed: FreshSeed.value)
    var tables = (0..<5).map { _ in Self.table(using: &generator) }
    // Columns that are missing in some, and of another kind in others.
    tables[0]["level"] = nil
    tables[2]["experience"] = .categories(
      CategoryColumn((0..<tables[2].rowCount).map { "\($0)" }))
    tables[3]["level"] = .numbers(PackedColumn(rows: tables[3].rowCount) { Double($0) })
    let atOnce = SalaryTable.joined(tables)
    let oneByOne = tables.dropFirst().reduce(tables[0]) { $0.appending($1) }
    #expect(atOnce.names == oneByOne.names)
    #expect(atOnce.bytes == oneByOne.bytes)
  }
}
