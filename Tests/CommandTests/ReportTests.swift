import Foundation
import Testing

@Suite("ontarget report")
struct ReportTests {
  @Test("The report is the committed one, byte for byte, on every run")
  func same() throws {
    let folder = try ScratchFolder()
    let committed = try String(
      contentsOf: Executable.root.appending(path: "reports/account-executive-2021-05.md"),
      encoding: .utf8)
    let result = try Executable.run(["report"])
    #expect(result.status == 0)
    // The command that made it names the output, which is not the same here.
    let made = result.output.replacing(
      "ontarget report\n", with: "ontarget report --output reports/account-executive-2021-05.md\n")
    #expect(made == committed)
    _ = folder
  }

  @Test("It has what a reader looks for")
  func contents() throws {
    let text = try Executable.run(["report"]).output
    for part in [
      "$57,504", "$61,516", "## The role", "## Neighbouring occupations, May 2021",
      "## Sectors, May 2022", "≥ 208,000", "120,008.00", "Advertising", "Public relations",
      "FINRA Rule 3220", "`datasets/baseline.csv`", "## Sources",
    ] {
      #expect(text.contains(part), "\(part) is missing")
    }
  }

  @Test("Its checksums are those of sha256sum")
  func checksums() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", "datasets/baseline.csv"]
    process.currentDirectoryURL = Executable.root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let digest = String(decoding: data, as: UTF8.self).prefix(64)
    #expect(digest.count == 64)
    #expect(try Executable.run(["report"]).output.contains(digest))
  }
}
