import Foundation
import Testing

@Suite("ontarget report")
struct ReportTests {
  @Test("The report is the committed one, byte for byte, on every run")
  func same() throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "account-executive-2021-05.md")
    #expect(try Executable.run(["report", "--output", output.path]).status == 0)
    // The command that made it names the output, which is not the same here.
    let made = try String(contentsOf: output, encoding: .utf8).replacing(
      output.path, with: "reports/account-executive-2021-05.md")
    let reports = Executable.root.appending(path: "reports")
    #expect(
      try made
        == String(
          contentsOf: reports.appending(path: "account-executive-2021-05.md"), encoding: .utf8))
    let charts = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "account-executive-2021-05").path)
    #expect(charts.sorted() == ["pay-by-occupation.svg", "pay-by-sector.svg", "pay-curve.svg"])
    for chart in charts {
      let path = "account-executive-2021-05/\(chart)"
      #expect(
        try Data(contentsOf: folder.url.appending(path: path))
          == Data(contentsOf: reports.appending(path: path)))
    }
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
