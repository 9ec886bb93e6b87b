import Foundation
import TestSupport
import Testing

@Suite("Files that are begun")
struct InitTests {
  /// The templates that the datasets list: a kind of file and a name.
  static let templates: [(kind: String, name: String)] = {
    let text = (try? Checkout.text("datasets/templates.csv")) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",")
      return (String(cells[0]), String(cells[1]))
    }
  }()

  /// Checks a file; its warnings count too, because a beginner cannot tell what they are about.
  private static func check(_ file: String, in folder: URL) throws {
    let result = try Executable.run(["check", file, "--format", "json"], in: folder)
    #expect(result.status == 0, "\(result.output) \(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let findings = (json?["result"] as? [String: Any])?["findings"] as? [[String: Any]] ?? []
    #expect(findings.allSatisfy { $0["severity"] as? String != "error" })
  }

  @Test("There are templates for each kind of file")
  func list() {
    #expect(Self.templates.count > 20)
    #expect(
      Set(Self.templates.map(\.kind)) == ["plan", "offer", "roster", "deals", "ladder", "report"])
  }

  @Test(
    "What begins as a template is right, and the next calls run",
    arguments: templates.map { "\($0.kind) \($0.name)" })
  func template(_ one: String) throws {
    let words = one.split(separator: " ").map(String.init)
    let folder = try ScratchFolder()
    let result = try Executable.run(
      ["init", words[0], "--template", words[1], "--format", "csv"], in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let file = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.url.path).first)
    #expect(file.hasPrefix(words[0] + "."))
    try Self.check(file, in: folder.url)
    // What a table is read with is begun by the other verbs.
    for kind in ["plan", "roster", "deals"] where kind != words[0] {
      _ = try Executable.run(["init", kind, "--template", "team"], in: folder.url)
    }
    _ = try Executable.run(["init", "plan", "--template", "saas-ae"], in: folder.url)
    for call in DocumentationTests.commands(in: result.output.components(separatedBy: "\n")) {
      let next = try Executable.run(call, in: folder.url)
      #expect(next.status == 0, "\(call): \(next.errors)")
    }
  }

  @Test("The help of a verb names each template", arguments: ["plan", "offer", "report", "ladder"])
  func help(kind: String) throws {
    let help = try Executable.run(["init", kind, "--help"]).output
    let text = help.replacing(#/\s+/#, with: " ")
    let names = Self.templates.filter { $0.kind == kind }.map(\.name).joined(separator: ", ")
    #expect(text.contains("Templates: \(names)."))
  }

  /// Three letters as people get them, and what the answers say of each.
  static let letters: [(terms: [String], says: [String])] = [
    (
      // "$120k OTE, 50/50, quota 150k a quarter, 10 % of ARR to quota, then 15 %; a non-recoverable draw of
      // 3,000 a month for six months, ramped quotas, and commission comes back when a customer leaves."
      [
        "--ote", "$120k", "--mix", "50/50", "--quota", "150k per quarter", "--rate", "10%",
        "--accelerators", "100%=15%", "--draw", "$3,000", "--draw-kind", "non-recoverable",
        "--draw-months", "6", "--ramp", "25%,50%,75%", "--clawback", "6 months",
      ],
      ["10% up to 100% of quota, then 15%", "At least 3,000 USD a month", "within 6 months"]
    ),
    (
      // "Base 5,000 a month; 40,000 at target, uncapped, 1.5x above quota and 2x above 150 %, a kicker of
      // 5,000 for the year."
      [
        "--base", "5000 per month", "--variable", "40000", "--quota", "400000", "--period", "year",
        "--accelerators", "100%=1.5x, 150%=2x", "--kicker", "5000",
      ],
      ["1x up to 100% of quota", "then 2x", "5,000 USD"]
    ),
    (
      // "Nothing below 60 %, at most double; in euros; three months at three quarters of target."
      [
        "--name", "Vertrieb: Süd #1", "--currency", "EUR", "--base", "70000", "--variable", "30000",
        "--quota", "800000", "--threshold", "60%", "--cap", "200%", "--guarantee", "75%",
        "--guarantee-months", "3",
      ],
      ["Vertrieb: Süd #1", "60%", "at most 200%", "75%"]
    ),
  ]

  @Test("The terms of a letter become a plan that says them", arguments: letters.indices)
  func letter(_ index: Int) throws {
    let letter = Self.letters[index]
    let folder = try ScratchFolder()
    let result = try Executable.run(["init", "plan"] + letter.terms, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    try Self.check("plan.yaml", in: folder.url)
    let check = try Executable.run(["check", "plan.yaml", "--format", "markdown"], in: folder.url)
    for text in letter.says { #expect(check.output.contains(text), "\(text): \(check.output)") }
    let offer = try Executable.run(["init", "offer"] + letter.terms, in: folder.url)
    #expect(offer.status == 0, "\(offer.errors)")
    try Self.check("offer.yaml", in: folder.url)
  }

  @Test("Every line of a begun plan that is no term yet becomes one when its sign is taken away")
  func comments() throws {
    for kind in ["plan", "offer"] {
      let folder = try ScratchFolder()
      let text = try Executable.run(
        ["init", kind, "-", "--base", "60000", "--variable", "60000", "--quota", "600000"]
      ).output
      let taken = text.replacing(#/^( *)# ([a-z][a-z -]*: )/#.anchorsMatchLineEndings()) {
        "\($0.output.1)\($0.output.2)"
      }
      #expect(text.components(separatedBy: "# ").count > 8 && taken != text)
      _ = try folder.write(taken, to: "file.yaml")
      try Self.check("file.yaml", in: folder.url)
    }
  }

  @Test("A file that is there is left as it is")
  func existing() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("mine\n", to: "plan.yaml")
    let result = try Executable.run(["init", "plan", "--template", "sdr"], in: folder.url)
    #expect(result.status == 73)
    #expect(result.errors.contains("plan.yaml: error: there is such a file already"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine\n")
  }

  @Test(
    "A term that is wrong is named as it was typed, and nothing is written",
    arguments: [
      ("--base lots --variable 60000", "--base: error: base must be an amount"),
      ("--base 60000 --variable 60000 --quota", "Missing value for '--quota"),
      ("--variable 60000 --quota 1 --accelerators 2x", "--accelerators: error: \"2x\" is no rate"),
      ("--variable 60000 --draw-months 6", "--draw-months: error: it is about --draw"),
      ("--template sdr --base 6", "--base: error: a template has terms of its own"),
      ("--template sdrr", "did you mean \"sdr\"?"),
      ("", "name a template (saas-ae, "),
    ])
  func slips(terms: String, message: String) throws {
    let folder = try ScratchFolder()
    let result = try Executable.run(
      ["init", "plan"] + terms.split(separator: " ").map(String.init), in: folder.url)
    #expect(result.status == 64, "\(result.output)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test(
    "On a terminal it asks, asks again after a slip, and writes what was answered",
    .enabled(if: Program(name: "script").isUsable))
  func questions() throws {
    let folder = try ScratchFolder()
    let command = try #require(Program(built: "ontarget").location)
    // `script` gives the command a terminal; the answers are typed ahead.
    let answers = ["Acme", "", "lots", "70000", "50000", "500k", "", "10%", "100%=15%"]
    let result = try Program(name: "script").start(
      ["-qec", "\(command) init plan", "/dev/null"],
      input: answers.joined(separator: "\n") + String(repeating: "\n", count: 9),
      in: folder.url, environment: ["PATH": "/usr/bin:/bin", "TERM": "dumb", "SHELL": "/bin/sh"])
    #expect(result.output.contains("base must be an amount"), "\(result.output)")
    let text = try String(contentsOf: folder.url.appending(path: "plan.yaml"), encoding: .utf8)
    #expect(text.contains("plan: Acme ") && text.contains("base: 70000 "))
    #expect(text.contains("- {to: 100%, pay: 10%}"))
    try Self.check("plan.yaml", in: folder.url)
  }

  static let agreeing: [(terms: String, lines: [String])] = [
    (
      "--base 95k --ote 190k --mix 50/50 --quota 1.1M", ["base: 95k ", "ote: 190k ", "mix: 50/50 "]
    ),
    ("--base 95k --variable 95k --ote 190k --quota 1.1M", ["variable: 95k "]),
    ("--variable 95k --ote 190k --quota 1,100,000", ["quota: \"1,100,000\" "]),
    ("--base 95k --variable 95k --quota 220k,260k,280k,340k", ["quota: [220k, 260k, 280k, 340k] "]),
    (
      "--base 95k --variable 95k --quota 1.1M --ramp 50%,75%",
      ["ramp: {quota: [50%, 75%]} ", "# shares by month of service"]
    ),
  ]

  @Test("Terms that agree are taken, in the forms that letters have", arguments: agreeing)
  func agree(terms: String, lines: [String]) throws {
    let folder = try ScratchFolder()
    let call = ["init", "plan"] + terms.split(separator: " ").map(String.init)
    let result = try Executable.run(call, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let text = try String(contentsOf: folder.url.appending(path: "plan.yaml"), encoding: .utf8)
    for line in lines { #expect(text.contains(line), "\(text)") }
  }

  static let contradicting: [(call: [String], words: [String])] = [
    (["plan", "-", "--base", "90k", "--ote", "190k", "--mix", "50/50"], ["90,000", "95,000"]),
    (["plan", "-", "--base", "95k", "--ote", "190k", "--variable", "90k"], ["90,000", "95,000"]),
    (
      ["offer", "-", "--base", "95k", "--equity", "4000 RSUs over 4 years at 9-16"],
      ["--equity", "units: 4000, price: {low: 9, high: 16}"]
    ),
  ]

  @Test("What contradicts itself is refused with both numbers", arguments: contradicting)
  func contradict(call: [String], words: [String]) throws {
    let result = try Executable.run(["init"] + call)
    #expect(result.status == 64)
    for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
  }

  @Test("Equity and a sign-on may be written as the file has them")
  func groups() throws {
    let folder = try ScratchFolder()
    let equity = "{units: 4000, price: {low: 9, high: 16}, vesting: {months: 48, cliff: 12}}"
    let result = try Executable.run(
      [
        "init", "offer", "--base", "95k", "--variable", "95k", "--quota", "1.1M", "--equity",
        equity,
      ],
      in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    try Self.check("offer.yaml", in: folder.url)
  }

  @Test("A base without its thousands is asked about")
  func thousands() throws {
    let folder = try ScratchFolder()
    let result = try Executable.run(
      ["init", "plan", "--base", "95", "--variable", "95", "--quota", "1100"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.errors.contains("did you mean 95k?"), "\(result.errors)")
    #expect(try Executable.run(["check", "plan.yaml"], in: folder.url).output.contains("95k"))
  }

  @Test(
    "Words of letters lead to their keys",
    arguments: [
      ("kicker", "`spiff`"), ("multi-year", "term_months"), ("spiff", "`spiff`"),
      ("quarter", "[220k, 260k, 280k, 340k]"), ("sign-on", "`sign-on`"),
      ("cliff", "vesting: {months: 48, cliff: 12"), ("fiscal year", "`year starts`"),
    ])
  func explained(word: String, key: String) throws {
    #expect(try Executable.run(["explain", word]).output.contains(key))
  }

  @Test("The keys that the glossary gives for the words of letters are right")
  func glossary() throws {
    let page = try Checkout.text("docs/glossary.md")
    let start = try #require(page.firstRange(of: "## The words of letters"))
    let rows = page[start.upperBound...].prefix { $0 != "#" }.split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count > 15)
    let folder = try ScratchFolder()
    for row in rows {
      let example = try #require(row.split(separator: "`").dropLast().last)
      let isOffer = row.contains("(offer)")
      let defaults = [
        "base: 60000", "variable: 60000", "measures: {bookings: {quota: 600000}}",
        "components: [{commission: ARR, measure: bookings, period: year, pay: 1x}]",
      ]
      func key(_ line: some StringProtocol) -> String { String(line.prefix { $0 != ":" }) }
      let unsaid =
        key(example) == "ote"
        ? ["mix: 50/50"] + defaults.dropFirst(2)
        : key(example) == "mix"
          ? ["ote: 120000"] + defaults.dropFirst(2)
          : isOffer ? Array(defaults.prefix(2)) : defaults.filter { key($0) != key(example) }
      let lines = ["\(isOffer ? "offer" : "plan"): Letter", "currency: USD", "\(example)"] + unsaid
      _ = try folder.write(lines.joined(separator: "\n") + "\n", to: "letter.yaml")
      try Self.check("letter.yaml", in: folder.url)
    }
  }
}
