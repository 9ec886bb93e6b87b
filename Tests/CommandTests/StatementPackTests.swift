import Foundation
import TestSupport
import Testing

@Suite("ontarget report statements")
struct StatementPackFileTests {
  private static let files: [String] = [
    "datasets/plans/marginal-accelerators.yaml", "datasets/deals/team-2021.csv", "--roster",
    "datasets/deals/team-2021-roster.csv", "--rates", "datasets/deals/team-2021-rates.csv",
  ]
  private static let arguments: [String] = ["report", "statements"] + files

  /// The relative addresses of links and images.
  private static func addresses(in file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let pattern = file.pathExtension == "md" ? /\]\(([^)]+)\)/ : /(?:href|src)="([^"#]+)"/
    return text.matches(of: pattern).map { String($0.output.1) }
  }

  @Test("Every link and image of a pack leads to a file", arguments: ["md", "html"])
  func links(ending: String) throws {
    let folder = try ScratchFolder()
    // A name with everything that means something in an address.
    let index = folder.url.appending(path: "may #1 (50%): a&b?.\(ending)")
    let result = try Executable.run(Self.arguments + ["--output", index.path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    let pages = folder.url.appending(path: "may #1 (50%): a&b?")
    let files = try FileManager.default.contentsOfDirectory(atPath: pages.path)
    #expect(files.count { $0.hasSuffix(".\(ending)") } == 5)
    #expect(files.count { $0.hasSuffix(".svg") } == (ending == "md" ? 6 : 0))
    var reached: Set<String> = []
    for file in [index] + files.filter({ $0.hasSuffix(ending) }).map({ pages.appending(path: $0) })
    {
      let addresses = try Self.addresses(in: file)
      #expect(!addresses.isEmpty)
      for address in addresses {
        let path = try #require(address.removingPercentEncoding)
        let target = file.deletingLastPathComponent().path + "/" + path
        #expect(
          FileManager.default.fileExists(atPath: target), "\(file.lastPathComponent): \(path)")
        reached.insert(path)
      }
    }
    // The overview leads to all pages, and each of them back.
    #expect(reached.count { $0.hasSuffix(".\(ending)") && !$0.hasPrefix("..") } == 5)
    #expect(reached.contains("../\(index.lastPathComponent)"))
  }

  @Test("Each page has the total that pay has in JSON")
  func totals() throws {
    let folder = try ScratchFolder()
    let index = folder.url.appending(path: "pack.md")
    #expect(try Executable.run(Self.arguments + ["--output", index.path]).status == 0)
    let json = try Executable.run(["pay"] + Self.files + ["--format", "csv"]).output
    let rows = json.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    #expect(rows.count == 6)
    for row in rows.dropFirst() {
      let page = try String(
        contentsOf: folder.url.appending(path: "pack/\(row[0]).md"), encoding: .utf8)
      let total = try #require(row.last).trimmingCharacters(in: .whitespaces)
      #expect(page.replacing(",", with: "").contains("**\(total)**"), "\(row[0]): \(total)")
    }
  }

  @Test("On standard output the pages follow the overview, below it")
  func standardOutput() throws {
    let text = try Executable.run(Self.arguments).output
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.count { $0.hasPrefix("# ") } == 1)
    #expect(headings.count { $0.hasPrefix("## Pay statement of ") } == 5)
    #expect(!text.contains("]("))
    // A device is no file that pages could stand beside.
    let device = try Executable.run(
      Self.arguments + ["--output", "/dev/stdout", "--format", "markdown"])
    // But for the command itself, which the report shows.
    let typed = " --output /dev/stdout --format markdown"
    #expect(device.output.replacing(typed, with: "") == text)
    #expect(!FileManager.default.fileExists(atPath: "/dev/stdout-files"))
  }

  @Test("CSV is that of pay")
  func machines() throws {
    let plain = try Executable.run(["pay"] + Self.files + ["--format", "csv"]).output
    #expect(try Executable.run(Self.arguments + ["--format", "csv"]).output == plain)
  }

  @Test("A page that cannot be written is named, and no overview is left that leads to it")
  func refused() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("in the way", to: "pack")
    let index = folder.url.appending(path: "pack.md")
    let result = try Executable.run(Self.arguments + ["--output", index.path])
    #expect(result.status == 73)
    #expect(result.errors.contains("/pack/"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: index.path))
  }

  @Test("A page that an earlier run left is warned about, and people are found by name")
  func leftOver() throws {
    let folder = try ScratchFolder()
    let index = folder.url.appending(path: "pack.md").path
    #expect(try Executable.run(Self.arguments + ["--output", index]).status == 0)
    let one = try Executable.run(Self.arguments + ["--rep", "Eva Fink", "--output", index])
    #expect(one.status == 0)
    #expect(one.errors.contains("pack/ann.md: warning: this page is of an earlier run"))
    #expect(!one.errors.contains("pack/eva.md"))
    #expect(try String(contentsOfFile: index, encoding: .utf8).contains("1 person is paid"))
  }

  @Test("An input is not written over by a page")
  func inputs() throws {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "pack"), withIntermediateDirectories: true)
    let deals = try folder.write(
      "deal_id,rep,close_date,amount\nD1,ann,2021-02-01,5000\n", to: "pack/ann.md")
    let before = try String(contentsOfFile: deals, encoding: .utf8)
    let result = try Executable.run([
      "report", "statements", "datasets/plans/account-executive-2021.yaml", deals, "--output",
      folder.url.appending(path: "pack.md").path,
    ])
    #expect(result.status == 64)
    #expect(try String(contentsOfFile: deals, encoding: .utf8) == before)
  }

  @Test(
    "A notebook writes a pack beside itself, into folders that are not there yet, and no higher")
  func notebook() throws {
    let folder = try ScratchFolder()
    let call = Self.arguments.joined(separator: " ") + " --output"
    let inside = folder.url.appending(path: "new/er/pack.md").path
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "new/er"), withIntermediateDirectories: true)
    let notebook = try folder.write(
      "# A pack\n\n```ontarget\nontarget \(call) \(inside)\n```\n", to: "notebook.md")
    #expect(try Executable.run(["notebook", "run", notebook]).status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.url.path + "/new/er/pack/ann.md"))
    #expect(try Executable.run(["notebook", "check", notebook]).status == 0)
    try "changed".write(
      toFile: folder.url.path + "/new/er/pack/ann.md", atomically: true, encoding: .utf8)
    #expect(try Executable.run(["notebook", "check", notebook]).status == 1)

    let outside = folder.url.path + "/not-there/../../escaped.md"
    let escaping = try folder.write(
      "# A pack\n\n```ontarget\nontarget \(call) \(outside)\n```\n", to: "escaping.md")
    #expect(try Executable.run(["notebook", "run", escaping]).status == 1)
    #expect(
      !FileManager.default.fileExists(
        atPath: folder.url.deletingLastPathComponent().path + "/escaped.md"))
  }
}
