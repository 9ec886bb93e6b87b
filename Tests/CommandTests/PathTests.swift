import Foundation
import TestSupport
import Testing

@Suite("ontarget path")
struct PathTests {
  @Test("Without a ladder it is the one of the datasets, the same on every run")
  func standard() throws {
    let arguments = ["path", "--trials", "500", "--years", "5"]
    let first = try Executable.run(arguments)
    #expect(first.status == 0)
    #expect(first.output.contains("in money of December 2025"))
    #expect(first.output.contains("| Senior account executive"))
    #expect(try Executable.run(arguments).output == first.output)
    #expect(try Executable.run(arguments + ["--seed", "2"]).output != first.output)
  }

  @Test("Earnings and rungs are tables of their own")
  func tables() throws {
    let json = try Executable.json(["path", "--trials", "500", "--years", "2", "--discount", "0%"])
    let result = try #require(json["result"] as? [String: Any])
    let earnings = try #require(result["earnings"] as? [[String: Any]])
    #expect(
      earnings.map { $0["earnings"] as? String } == ["total", "discounted", "year_1", "year_2"])
    #expect((result["rungs"] as? [Any])?.count == 5)
    let error = try #require(earnings.first?["expected_std_error"] as? Double)
    let spread = try #require(earnings.first?["p90"] as? Double)
    #expect(error > 0 && error < spread / 10)
  }

  @Test(
    "A rate without its sign is asked about",
    arguments: [
      ("3", "did you mean 3%?"), ("0.03", "may be 0.03% or 3%\n  write the one that is meant"),
    ])
  func rate(discount: String, words: String) throws {
    let result = try Executable.run(["path", "--discount", discount])
    #expect(result.status == 64)
    #expect(result.errors.contains(words))
  }

  @Test(
    "Options out of range are wrong usage",
    arguments: [["--years", "0"], ["--discount", "1%,2%"], ["--trials", "1"]])
  func usage(options: [String]) throws {
    let result = try Executable.run(["path"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(options[0]))
  }
}
