import Foundation
import TestSupport
import Testing

@Suite("ontarget report")
struct ReportTests {
  /// The recipes of the committed reports, without their endings.
  static let recipes: [String] =
    (try? FileManager.default.contentsOfDirectory(
      atPath: Executable.root.appending(path: "reports").path))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

  @Test("A recipe makes the committed report, byte for byte, on every run", arguments: recipes)
  func same(name: String) throws {
    try expectCommitted(name, made: ["reports/\(name).yaml"])
  }

  @Test("The German report is the committed one, byte for byte")
  func sameInGerman() throws {
    try expectCommitted(
      "account-executive-2021-05.de",
      made: ["reports/account-executive-2021-05.yaml", "--locale", "de"])
  }

  @Test("Nothing of a report stays English in German", arguments: recipes)
  func german(name: String) throws {
    let run = try Executable.run(["report", "reports/\(name).yaml", "--locale", "de"])
    #expect(run.status == 0)
    #expect(!run.errors.contains("stay English"), "\(run.errors)")
    #expect(run.output.contains("So lässt sich dieser Bericht neu erstellen"))
  }

  /// Makes a report in another folder and holds it, its charts and pages against the committed ones.
  private func expectCommitted(_ name: String, made arguments: [String]) throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "\(name).md")
    let run = try Executable.run(["report"] + arguments + ["--output", output.path])
    try #require(run.status == 0, "\(run.errors)")
    let reports = Executable.root.appending(path: "reports")
    let files =
      [output.lastPathComponent]
      + Self.files(in: folder.url.appending(path: name)).map {
        "\(name)/\($0)"
      }
    #expect(Self.files(in: reports.appending(path: name)).count == files.count - 1)
    for file in files {
      let made = try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
      let committed = try String(contentsOf: reports.appending(path: file), encoding: .utf8)
      // The command that made it names the output, which is not the same here.
      #expect(made.replacing(output.path, with: "reports/\(name).md") == committed, "\(file)")
    }
  }

  private static func files(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
  }

  @Test("A role without a baseline of its own is held against none, and the report says so")
  func otherRole() throws {
    let folder = try ScratchFolder()
    let profile = try String(
      contentsOf: Executable.root.appending(path: "datasets/roles/account-executive.yaml"),
      encoding: .utf8)
    let role = try folder.write(
      profile.replacing("Account Executive", with: "Sales Engineer"), to: "role.yaml")
    let plan = try folder.write(
      "plan: P\ncurrency: USD\nbase: 80000\nvariable: 40000\nmeasures: {bookings: {quota: 400000}}\n"
        + "components: [{commission: C, measure: bookings, period: year, pay: 1x}]\n",
      to: "plan.yaml")
    let options = ["report", "salary", "--plan", plan, "--trials", "1000"]
    let report = try Executable.run(options + ["--role", role])
    #expect(report.status == 0, "\(report.errors)")
    #expect(
      report.output.contains(
        "no average base pay for Sales Engineer, only one for Account Executive"))
    #expect(!report.output.contains("57,504"))
    let german = try Executable.run(options + ["--role", role, "--locale", "de"])
    #expect(german.output.contains("kein durchschnittliches Grundgehalt für Sales Engineer"))
    let own = try Executable.run(options).output
    #expect(own.contains("**$57,504** in May 2021"))
    // A plan in euros has nothing to do with pay in the United States.
    let euros = try folder.write(
      String(contentsOf: URL(filePath: plan), encoding: .utf8).replacing("USD", with: "EUR"),
      to: "euros.yaml")
    let abroad = try Executable.run(["report", "salary", "--plan", euros, "--trials", "1000"])
      .output
    #expect(abroad.contains("The plan pays in EUR, so nothing is held against the baseline"))
    #expect(!abroad.contains("57,504"))
  }

  @Test("It has what a reader looks for")
  func contents() throws {
    let text = try Executable.run(["report"]).output
    for part in [
      "$57,504", "$61,516", "## The role", "## Neighbouring occupations, May 2021",
      "## Sectors, May 2022", "≥ 208,000", "120,008.00", "Advertising", "Public relations",
      "FINRA Rule 3220", "`datasets/baseline.csv`", "## Sources", "## Over the years",
      "## What to expect", "## What a quota is worth", "## What moves the pay",
    ] {
      #expect(text.contains(part), "\(part) is missing")
    }
  }

  @Test("Its checksums are those of sha256sum")
  func checksums() throws {
    let digest = try Program(name: "sha256sum").run(["datasets/baseline.csv"], in: Executable.root)
      .prefix(64)
    #expect(digest.count == 64)
    #expect(try Executable.run(["report"]).output.contains(digest))
  }
}
