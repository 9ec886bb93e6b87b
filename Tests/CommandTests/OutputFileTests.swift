import Foundation
import TestSupport
import Testing

/// The files that verbs write: who may read them, what they replace, and what is refused.
@Suite("Files of the output")
struct OutputFileTests {
  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(
    "A new file is for its owner alone, unless it is to be shared; the mode of one that is there stays"
  )
  func modes() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "pay.csv").path
    let pay = WorkbookOutputTests.pay
    #expect(try Executable.run(pay + ["--output", file]).status == 0)
    #expect(try Self.mode(file) == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try Executable.run(pay + ["--output", file, "--shared"]).status == 0)
    #expect(try Self.mode(file) == 0o640)
    try FileManager.default.removeItem(atPath: file)
    #expect(try Executable.run(pay + ["--output", file, "--shared"]).status == 0)
    // What a program that knows nothing of modes gets here.
    let plain = folder.url.appending(path: "plain").path
    #expect(FileManager.default.createFile(atPath: plain, contents: nil))
    #expect(try Self.mode(file) == Self.mode(plain))
    #expect(try Self.names(in: folder.url) == ["pay.csv", "plain"])
  }

  @Test("Statements lie in a folder for their owner alone")
  func folders() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "pack.md").path
    let pay = ["report", "statements"] + WorkbookOutputTests.pay.dropFirst()
    #expect(try Executable.run(pay + ["--output", file]).status == 0)
    let pages = folder.url.appending(path: "pack")
    #expect(try Self.mode(pages.path) == 0o700)
    for name in try Self.names(in: pages) {
      #expect(try Self.mode(pages.appending(path: name).path) == 0o600)
    }
  }

  @Test("A link is written through and stays; a rejected row is for its owner alone")
  func links() throws {
    let folder = try ScratchFolder()
    let target = try folder.write("old", to: "target.md")
    let link = folder.url.appending(path: "link.md").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target.md")
    let people = try folder.write(
      "base_pay,industry\noops,Retail\n50000,Retail\n", to: "people.csv")
    let rejects = folder.url.appending(path: "rejects.csv").path
    #expect(
      try Executable.run(["check", people, "--rejects", rejects, "--output", link]).status == 1)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.md")
    #expect(try String(contentsOfFile: target, encoding: .utf8).contains("people.csv"))
    #expect(try Self.mode(rejects) == 0o600)
  }

  @Test("Two outputs in one file are refused before anything is written")
  func twice() throws {
    let folder = try ScratchFolder()
    let people = try folder.write(
      "base_pay,industry\noops,Retail\n50000,Retail\n", to: "people.csv")
    for (verb, options) in [
      (["check", people], ["--output", "x.csv", "--rejects", "./x.csv"]),
      (["compare", people], ["--output", "x.csv", "--rejects", "x.csv"]),
      (["gap", people, "--between", "industry"], ["--chart", "x.svg", "--rejects", "x.svg"]),
      (["compare", people], ["--format", "csv", "--output", "x.svg", "--chart", "x.svg"]),
    ] {
      let result = try Executable.run(verb + options, in: folder.url)
      #expect(result.status == 64)
      #expect(result.errors.contains("two outputs of this call are this one file"))
    }
    #expect(try Self.names(in: folder.url) == ["people.csv"])
  }

  @Test("No file that a call reads is written over")
  func inputs() throws {
    let folder = try ScratchFolder()
    let files = Executable.root.appending(path: "datasets/deals").path
    let roster = folder.url.appending(path: "roster.csv").path
    try FileManager.default.copyItem(atPath: "\(files)/team-2021-roster.csv", toPath: roster)
    let before = try Data(contentsOf: URL(filePath: roster))
    let result = try Executable.run([
      "check", "datasets/deals/team-2021.csv", "--plan",
      "datasets/plans/marginal-accelerators.yaml", "--roster", roster, "--output", roster,
    ])
    #expect(result.status == 64)
    #expect(result.errors.contains("which this call needs for something else"))
    #expect(try Data(contentsOf: URL(filePath: roster)) == before)
  }

  @Test("A notebook runs no notebook, so that none can run itself")
  func nested() throws {
    let folder = try ScratchFolder()
    let book = folder.url.appending(path: "book.md").path
    let text = "```ontarget\nontarget notebook run \(book)\n```\n"
    _ = try folder.write(text, to: "book.md")
    for verb in ["run", "check"] {
      let result = try Executable.run(["notebook", verb, book])
      #expect(result.status == 1)
      #expect(result.output.contains("a notebook runs no other notebook"))
    }
    #expect(try String(contentsOfFile: book, encoding: .utf8) == text)
  }

  @Test(
    "What steers a terminal is taken out of messages, wherever it comes from",
    arguments: [
      ["c\u{1B}[31mheck"], ["explain", "\u{1B}]0;title\u{7}"], ["check", "\u{1B}[2Jx.csv"],
      ["check", "a\nb.csv:1:1: error: all is lost"], ["pay", "\u{202E}plan.yaml", "x"],
      ["pay", "--format", "\u{1B}[31mcsv", "a", "b"],
      ["rank", "1", "x.csv", "--delimiter", "\u{1B}["],
      ["compare", "x.csv", "--encoding", "\u{1B}c"], ["path", "\u{9B}31m.yaml"],
    ])
  func steering(arguments: [String]) throws {
    let result = try Executable.run(arguments)
    #expect(result.status != 0)
    let marks = result.errors.unicodeScalars.filter {
      $0 != "\n" && $0 != "\t" && $0.properties.generalCategory == .control
        || ("\u{202A}"..."\u{202E}").contains($0)
    }
    #expect(marks.isEmpty)
    #expect(!result.errors.contains("\nb.csv:1:1: error"))
  }

  @Test("Headers and cells of files do not steer the terminal, and begin no lines of their own")
  func steeringFiles() throws {
    let folder = try ScratchFolder()
    let input =
      "deal_id,rep,close_date,amo\u{1B}[2Junt,\"x\nfake.csv:1:1: error: y\"\nD1,ann,\u{1B}[31m,1,2\n"
    for name in ["flat-rate", "cliff"] {
      let deals = try folder.write(input, to: "deals.csv")
      let result = try Executable.run(["pay", "datasets/plans/\(name).yaml", deals])
      #expect(result.status == 65)
      #expect(!result.errors.contains("\u{1B}"))
      #expect(!result.errors.contains("\nfake.csv"))
    }
  }
}

/// Statements of some people say nothing of the others.
@Suite("pay --rep")
struct SelectedStatementTests {
  private static let others = ["ben", "Ben Diaz"]

  @Test("The sums are those of the people shown, in each verb")
  func sums() throws {
    for verb in [["pay"], ["report", "statements"]] {
      let pay = verb + WorkbookOutputTests.pay.dropFirst() + ["--rep", "ann"]
      let result = try #require(try Executable.json(pay)["result"] as? [String: Any])
      let reps = try #require(result["reps"] as? [[String: Any]])
      #expect(reps.map { $0["rep"] as? String } == ["ann"])
      // Nothing of the year is outside of it, so that the cost is what ann is paid.
      #expect(result["cost"] as? Double == reps.first?["total"] as? Double)
    }
  }

  @Test(
    "Nobody else is named, in any format", arguments: ["markdown", "json", "csv", "html", "text"])
  func formats(format: String) throws {
    for verb in [["pay"], ["report", "statements"]] {
      let result = try Executable.run(
        verb + WorkbookOutputTests.pay.dropFirst() + ["--rep", "ann", "--format", format])
      #expect(result.status == 0, "\(result.errors)")
      for other in Self.others { #expect(!result.output.contains(other), "\(format)") }
    }
  }

  @Test("A workbook of one person tells nothing about the rows of others")
  func workbook() throws {
    let folder = try ScratchFolder()
    let deals = try folder.write(
      """
      deal_id,rep,close_date,amount,stage,cancelled_date
      D1,ann,2021-01-10,1000,Closed Won,
      D2,ben,2021-01-10,1000,Closed Won,2021-01-20
      d2,ben,2021-02-10,777,Closed Won,

      """, to: "deals.csv")
    let pay = ["pay", "datasets/plans/flat-rate.yaml", deals]
    let all = folder.url.appending(path: "all.xlsx").path
    let one = folder.url.appending(path: "one.xlsx").path
    #expect(try Executable.run(pay + ["--output", all]).status == 0)
    #expect(try Executable.run(pay + ["--rep", "ann", "--output", one]).status == 0)
    func made(_ path: String) throws -> [String] {
      try WorkbookOutputTests.rows("\(path)#How it was made")
        .filter { $0["what"] == "Warning" }.map { $0["value"] ?? "" }
    }
    #expect(try made(all).contains { $0.contains("d2") })
    #expect(try made(one).isEmpty)
    #expect(try made("\(folder.url.path)/all/ann.xlsx") == ["1"])
  }
}
