import CSVReading
import Foundation
import TestSupport
import Testing

/// Workbooks that verbs write, read again as tables.
@Suite("Workbooks as output")
struct WorkbookOutputTests {
  static let pay = [
    "pay", "datasets/plans/marginal-accelerators.yaml", "datasets/deals/team-2021.csv", "--roster",
    "datasets/deals/team-2021-roster.csv", "--rates", "datasets/deals/team-2021-rates.csv",
  ]

  /// The cells of a sheet or of CSV, by the name of its column.
  static func rows(_ path: String) throws -> [[String: String]] {
    let file = try CSVFile(path: path, options: CSVOptions(isStrict: true))
    var rows: [[String: String]] = []
    let keys = file.header.map { $0.lowercased().replacing(" ", with: "_") }
    try file.records { record in
      rows.append(Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, record.text($0)) }))
    }
    return rows
  }

  @Test("Every table of pay is a sheet that holds what the CSV holds")
  func pay() throws {
    let folder = try ScratchFolder()
    let book = folder.url.appending(path: "pay.xlsx").path
    let result = try Executable.run(Self.pay + ["--output", book])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "")
    for table in ["reps", "components", "lines", "months", "clawbacks"] {
      let csv = try folder.write(
        Executable.run(Self.pay + ["--format", "csv", "--table", table]).output, to: "\(table).csv")
      let expected = try Self.rows(csv)
      let found = try Self.rows("\(book)#\(table)")
      #expect(found.count == expected.count)
      for (row, other) in zip(found, expected) {
        for (key, text) in other {
          let value = row[key] ?? ""
          // A sheet says of a number that it is money, or a share.
          let number = Double(value.replacing("USD ", with: "").replacing("%", with: ""))
            .map { value.hasSuffix("%") ? $0 / 100 : $0 }
          let isNear =
            if let number, let other = Double(text) {
              abs(number - other) <= 1e-12 * max(1, abs(other))
            } else {
              false
            }
          let isEqual = value == text || isNear
          #expect(isEqual, "\(table) \(key): \(value), not \(text)")
        }
      }
    }
    let made = try Self.rows("\(book)#How it was made")
    #expect(made.first?["value"]?.hasPrefix("ontarget pay datasets/plans/") == true)
    #expect(made.filter { $0["what"] == "Input" }.allSatisfy { $0["sha-256"]?.count == 64 })
    let again = folder.url.appending(path: "again.xlsx").path
    _ = try Executable.run(Self.pay + ["--output", again])
    #expect(try Self.rows("\(again)#lines").count == Self.rows("\(book)#lines").count)
  }

  @Test("Each person has a workbook, with the lines of nobody else")
  func people() throws {
    let folder = try ScratchFolder()
    let book = folder.url.appending(path: "q.xlsx").path
    _ = try Executable.run(["report", "statements"] + Self.pay.dropFirst() + ["--output", book])
    let all = try Self.rows("\(book)#reps")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "q").path)
    #expect(files.count == all.count)
    #expect(all.count > 1)
    for file in files {
      let path = folder.url.appending(path: "q/\(file)").path
      let person = try Self.rows("\(path)#reps")
      #expect(person.count == 1)
      let rep = person.first?["rep"]
      #expect(all.contains { $0 == person.first })
      #expect(try Self.rows("\(path)#lines").allSatisfy { $0["rep"] == rep })
    }
  }

  @Test("Each verb writes one, and shares are percentages")
  func verbs() throws {
    let folder = try ScratchFolder()
    let book = folder.url.appending(path: "x.xlsx").path
    let calls = [
      ["simulate", "datasets/plans/account-executive-2021.yaml", "--attainment", "80%..120%/20%"],
      ["compare", "datasets/oews-2022-sector.csv", "--by", "sector", "--occupation", "41-3091"],
      ["check", "datasets/plans/cliff.yaml"],
      ["gifts", "datasets/gifts/register-2026.csv"], ["datasets"], ["explain"],
    ]
    for call in calls {
      let result = try Executable.run(call + ["--output", book])
      #expect(result.status <= 1, "\(call) \(result.errors)")
      #expect(try Self.rows("\(book)#How it was made").count > 1)
    }
    let stream = try Executable.run(["datasets", "--format", "xlsx"])
    #expect(stream.status == 64)
    #expect(stream.errors.contains("--output FILE.xlsx"))
  }

  @Test("A workbook of payments that was written reconciles like the CSV")
  func reconciling() throws {
    let folder = try ScratchFolder()
    let book = WorkbookInputTests.sheet(
      "Paid", csv: try Checkout.text("datasets/deals/team-2021-paid.csv"))
    let path = try WorkbookInputTests.write([book], to: "paid.xlsx", in: folder)
    func result(_ paid: String) throws -> NSDictionary? {
      let run = try Executable.run(
        ["reconcile"] + Self.pay[1...2] + [paid] + Self.pay[3...] + ["--format", "json"])
      #expect(run.status == 1)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? NSDictionary
      return object?["result"] as? NSDictionary
    }
    let expected = try #require(try result("datasets/deals/team-2021-paid.csv"))
    #expect(try result(path) == expected)
  }
}
