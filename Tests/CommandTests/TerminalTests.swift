import Foundation
import TestSupport
import Testing

/// What people see on a terminal, which `script` gives to the command.
@Suite("On a terminal", .enabled(if: Program(name: "script").isUsable))
struct TerminalTests {
  /// The output of a call on a terminal of 80 columns, without the carriage returns of the terminal.
  private static func shown(
    _ call: String, _ environment: [String: String] = [:]
  ) throws -> String {
    let command = try #require(Program(built: "ontarget").location)
    let terminal = ["PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "TERM": "xterm", "COLUMNS": "80"]
    return try Program(name: "script").start(
      ["-qec", "\(command) \(call)", "/dev/null"], in: Executable.root,
      environment: terminal.merging(environment) { $1 }
    ).output.replacing("\r\n", with: "\n")
  }

  private static let grid =
    "simulate datasets/plans/account-executive-2021.yaml --quota 600000,690048,800000 "
    + "--sales 480000..1040000/80000"

  @Test("The answer is text, set off, that fits; a pipe gets Markdown as ever")
  func text() throws {
    let shown = try Self.shown(Self.grid)
    #expect(shown.contains("\u{1B}[1m") && shown.contains("\u{1B}[2m"))
    let plain = shown.replacing(#/\x1B\[[0-9;]*m/#, with: "")
    #expect(plain == (try Self.shown(Self.grid, ["TERM": "dumb"])))
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 80 })
    // A grid of three quotas stays a grid.
    #expect(plain.contains(#/480,000 +103,507.20 .* 97,504.00 .* 92,006.40/#), "\(plain)")
    let piped = try Executable.run(Self.grid.split(separator: " ").map(String.init))
    #expect(piped.output.hasPrefix("# ") && !piped.output.contains("\u{1B}"))
  }

  @Test("Colours are left out where they are not wanted, and a format that is named is kept")
  func choice() throws {
    let warned = "check datasets/plans/cliff.yaml --readings"
    let colour = "\u{1B}[1;33m"
    let withColour = try Self.shown(warned)
    #expect(!(try Self.shown(warned, ["NO_COLOR": "1"])).contains(colour))
    #expect(withColour.contains("\u{1B}["))
    #expect(
      try Self.shown("\(warned) --format markdown").hasPrefix("## `datasets/plans/cliff.yaml`"))
  }
}
