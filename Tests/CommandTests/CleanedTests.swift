import Foundation
import TestSupport
import Testing

@Suite("ontarget check --cleaned")
struct CleanedTests {
  static let csv = """
    id,Job title,Pay,pay type,base_pay
    1,Sr. Account Executive,"$64,000 + quarterly bonus",Salary,=1+1
    2,Clerk,25.50,Hourly,x
    3,Wizard,ask me,Salary,
    4,Engineer,0,Salary,
    5,Engineer
    ,,,,
    1,Sr. Account Executive,"$64,000 + quarterly bonus",Salary,=1+1
    6,Director,95000,Salary,
    """

  @Test("Each row stands there with what became of it, why, and what was made of it")
  func rows() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Self.csv, to: "people.csv")
    let out = folder.url.appending(path: "cleaned.csv").path
    let result = try Executable.run([
      "check", path, "--cleaned", out, "--map", "base_pay=Pay",
    ])
    #expect(result.status == 1)
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").map(
      String.init)
    let header = lines[0].split(separator: ",").map(String.init)
    #expect(header.starts(with: ["line", "became", "reason", "base_pay"]))
    #expect(
      header.suffix(5) == ["id", "Job title", "Pay", "pay type", "base_pay_as_written"])
    #expect(lines.count == 9)
    let starts = [
      "2,used,,64000,", "3,used,,53040,",
      "4,rejected,\"\"\"ask me\"\" holds \"\"ask\"\", which is not understood\"",
      "5,set aside,zero-pay: pay of zero or less", "6,rejected,", "7,set aside,empty row",
      "8,set aside,\"duplicate-row: ", "9,used,,95000,",
    ]
    for (line, start) in zip(lines.dropFirst(), starts) {
      #expect(line.hasPrefix(start), "\(line)")
    }
    // A spreadsheet does not run what somebody wrote.
    #expect(lines[1].hasSuffix(",'=1+1"))
    #expect(lines[1].contains(",Account Executive,P4,professional,"))
  }

  @Test("What is no people's pay, and several files, have none")
  func refused() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Self.csv, to: "people.csv")
    let out = folder.url.appending(path: "cleaned.csv").path
    for files in [["datasets/plans/cliff.yaml"], [path, "datasets/examples/sales-people.csv"]] {
      let result = try Executable.run(["check"] + files + ["--cleaned", out])
      #expect(result.status == 64)
      #expect(result.errors.contains("--cleaned"))
    }
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try Executable.run(["check", path, "--cleaned", path]).status != 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.csv)
  }
}
