import Foundation
import TestSupport
import Testing

@Suite("ontarget gifts")
struct GiftsTests {
  @Test("What is over the limit makes the answer no, and is named with its sum")
  func over() throws {
    let input = "date,recipient,cost\n2026-03-29,Ana,60\n2026-03-29,Ana,50\n"
    let result = try Executable.run(["gifts", "-", "--format", "json"], input: input)
    #expect(result.status == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let answer = try #require(object["result"] as? [String: Any])
    let over = try #require(answer["over"] as? [[String: Any]])
    #expect(over.count == 1)
    #expect(over.first?["total"] as? Double == 110)
    #expect(over.first?["over_by"] as? Double == 10)
    #expect(over.first?["line"] as? Int == 3)
    #expect((answer["register"] as? [Any])?.count == 2)
  }

  @Test("A row that cannot be read is no clean bill: the answer says so and the data are bad")
  func unreadable() throws {
    let input = "date,recipient,cost\nyesterday,Ana,60\n2026-03-29,Ana,50\n"
    let result = try Executable.run(["gifts", "-", "--year", "rolling"], input: input)
    #expect(result.status == 65)
    #expect(result.errors.contains("<stdin>:2:1: error: date \"yesterday\" is not a date"))
    #expect(result.output.contains("1 of 2 rows could not be read"))
    #expect(!result.output.contains("Nobody is over"))
  }

  @Test(
    "A gift without a value could put anybody over the limit, so that nobody is said to be under it"
  )
  func unvalued() throws {
    let result = try Executable.run(
      ["gifts", "-"], input: "date,recipient,cost\n2026-03-29,Ana,\n2026-03-29,Bob,50\n")
    #expect(!result.output.contains("Nobody is over"))
    #expect(result.output.contains("Whether anybody is over the limit is open"))
  }

  @Test(
    "A year or share that is none is wrong usage",
    arguments: [["--year", "fiscal"], ["--year", "fiscal:13-01"], ["--near", "120%"]])
  func usage(options: [String]) throws {
    let result = try Executable.run(["gifts", "datasets/gifts/register-2026.csv"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(options[0]))
  }
}
