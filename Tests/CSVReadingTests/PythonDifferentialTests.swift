import Findings
import Foundation
import Testing

@testable import CSVReading

@Suite("Fields beside those of Python's csv module")
struct PythonDifferentialTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var number: Int
    var delimiter: String
    var encoding: String
    var bytes: Data
    var rows: [[String]]
    var testDescription: String {
      "file \(number): \(encoding), delimiter \(delimiter.debugDescription)"
    }
  }

  // Written by Expectations/generate.py.
  static let cases: [Case] = {
    guard let url = Bundle.module.url(forResource: "python-csv", withExtension: "json"),
      let data = try? Data(contentsOf: url),
      let cases = try? JSONDecoder().decode([Case].self, from: data)
    else { return [] }
    return cases
  }()

  @Test("There are expectations")
  func stored() { #expect(Self.cases.count == 120) }

  @Test("Fields are equal where encoding and delimiter are given", arguments: cases)
  func given(file: Case) throws {
    let encoding = CSVEncoding(name: file.encoding)
    try #require(encoding != nil)
    let options = CSVOptions(encoding: encoding, delimiter: Character(file.delimiter))
    #expect(try Reading(Array(file.bytes), options).rows == file.rows)
  }

  @Test("Fields are equal where everything is detected", arguments: cases)
  func detected(file: Case) throws {
    #expect(try Reading(Array(file.bytes)).rows == file.rows)
  }

  @Test("Blocks of a few bytes change nothing", arguments: cases, [1, 7, 64])
  func blocks(file: Case, blockSize: Int) throws {
    let options = CSVOptions(delimiter: Character(file.delimiter))
    var opened = try CSVFile(bytes: Array(file.bytes), name: "test.csv", options: options)
    opened.blockSize = blockSize
    var rows: [[String]] = []
    try opened.records { (record: inout CSVRecord) in
      rows.append((0..<record.count).map { record.text($0) })
    }
    #expect(rows == file.rows)
  }

  @Test("Two threads change nothing", arguments: cases)
  func parallel(file: Case) throws {
    let options = CSVOptions(delimiter: Character(file.delimiter))
    let opened = try CSVFile(bytes: Array(file.bytes), name: "test.csv", options: options)
    let (rows, tally) = try opened.reduce(threads: 2, into: { [[String]]() }) { rows, record in
      rows.append((0..<record.count).map { record.text($0) })
    } merge: {
      $0 += $1
    }
    #expect(rows == file.rows)
    #expect(tally.used == file.rows.count)
  }
}
