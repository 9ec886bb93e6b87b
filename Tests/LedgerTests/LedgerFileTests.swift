import Answers
import Findings
import Foundation
import GRDB
import LedgerAnswers
import LedgerFiles
import PayAnswers
import PayLedger
import TestSupport
import Testing

/// What a ledger's file keeps, and what it notices.
@Suite("The file of a ledger")
struct LedgerFileTests {
  static func made(in folder: borrowing ScratchFolder) throws -> Closing {
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    try closing.pay(1)
    try closing.close(2)
    return closing
  }

  static func change(_ ledger: String, _ statements: String...) throws {
    let queue = try DatabaseQueue(path: ledger)
    try queue.writeWithoutTransaction { db in
      for statement in statements { try db.execute(sql: statement) }
    }
    try queue.close()
  }

  @Test("It is its owner's alone")
  func mode() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let mode = try FileManager.default.attributesOfItem(atPath: closing.ledger)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(refusal { try closing.begin() } == ["ledger.there"])
    let text = try folder.write("no ledger", to: "other")
    #expect(refusal { _ = try LedgerFile(opening: text) } == ["ledger.foreign"])
    #expect(
      refusal { _ = try LedgerFile(opening: folder.url.appending(path: "none").path) }
        == ["ledger.none"])
  }

  /// What `init` leaves when it is killed: before the file is a database, and before it has tables.
  @Test(
    "A ledger whose making was stopped can be made again",
    arguments: ["", "PRAGMA journal_mode = WAL"])
  func stopped(_ statement: String) throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    _ = try folder.write("", to: URL(filePath: closing.ledger).lastPathComponent)
    try Self.change(closing.ledger, statement)
    #expect(refusal { _ = try closing.contents() } == ["ledger.none"])
    try closing.begin()
    #expect(try LedgerProofQuestion(closing.ledger).answer().answer.isClean)
  }

  @Test("Another program's database is left as it is")
  func foreign() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try Self.change(closing.ledger, "CREATE TABLE cookie (name TEXT)")
    let bytes = try Data(contentsOf: URL(filePath: closing.ledger))
    #expect(refusal { _ = try closing.contents() } == ["ledger.foreign"])
    #expect(refusal { try closing.begin() } == ["ledger.there"])
    #expect(try Data(contentsOf: URL(filePath: closing.ledger)) == bytes)
  }

  @Test(
    "SQLite itself refuses to change or delete a row",
    arguments: [
      "event", "entry", "proposal", "payee", "input", "content", "balance", "ledger",
    ])
  func triggers(_ table: String) throws {
    let folder = try ScratchFolder()
    let closing = try Self.made(in: folder)
    #expect(throws: DatabaseError.self) {
      try Self.change(closing.ledger, "DELETE FROM \(table)")
    }
    let column = try DatabaseQueue(path: closing.ledger).read { db in
      try String.fetchOne(db, sql: "SELECT name FROM pragma_table_info('\(table)') LIMIT 1") ?? ""
    }
    #expect(throws: DatabaseError.self) {
      try Self.change(closing.ledger, "UPDATE \(table) SET \(column) = \(column)")
    }
  }

  @Test(
    "Whoever changes a row past the triggers is found out, and nothing is paid on it",
    arguments: [
      ("entry", "UPDATE entry SET minor_units = minor_units + 1 WHERE number = 1", "changed"),
      ("entry", "UPDATE entry SET rep = 'eva' WHERE number = 2", "changed"),
      ("entry", "DELETE FROM entry WHERE number = 3", "missing"),
      ("entry", "DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)", "changed"),
      ("event", "UPDATE event SET made_by = 'somebody' WHERE number = 3", "changed"),
      ("event", "DELETE FROM event WHERE number = 2", "missing"),
      ("event", "UPDATE event SET verb = 'no' WHERE number = 2", "unreadable"),
      ("proposal", "UPDATE proposal SET minor_units = 5 WHERE position = 1", "unsealed"),
      ("payee", "UPDATE payee SET employee_id = '999'", "unsealed"),
      ("input", "UPDATE input SET value = 'other.csv' WHERE role = 'deals'", "unsealed"),
      ("balance", "UPDATE balance SET closing = closing + 1", "unsealed"),
      ("content", "UPDATE content SET bytes = x'00'", "content"),
      ("content", "DELETE FROM content", "missing"),
      ("ledger", "UPDATE ledger SET first_period = '2025-12'", "unsealed"),
      ("ledger", "UPDATE ledger SET year_starts = '2026-02-01'", "unsealed"),
    ])
  func tampering(_ table: String, _ change: String, _ kind: String) throws {
    let folder = try ScratchFolder()
    let closing = try Self.made(in: folder)
    #expect(try LedgerProofQuestion(closing.ledger).answer().answer.isClean)
    try Self.change(
      closing.ledger, "PRAGMA foreign_keys = OFF", "DROP TRIGGER \(table)_update",
      "DROP TRIGGER \(table)_delete", change)
    let proof = try LedgerProofQuestion(closing.ledger).answer().answer
    #expect(!proof.isClean)
    #expect(proof.faults.contains { $0.kind.rawValue == kind }, "\(proof.faults)")
    #expect(proof.faults.contains { $0.kind == .unguarded && $0.table == table })
    // What is kept apart from the chain is looked at by who uses it.
    if table != "content" { #expect(refusal { _ = try closing.contents() } == ["ledger.broken"]) }
  }

  /// "é" of two scalars comes before "f" by bytes, and after it as a composed letter.
  @Test("Names are in the order in which the database keeps them")
  func names() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    var inputs = Closing.inputs(1)
    func renamed(_ path: String, _ file: String) throws -> String {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return try folder.write(
        text.replacingOccurrences(of: "ann,", with: "e\u{301}va,")
          .replacingOccurrences(of: "ben,", with: "fay,"), to: file)
    }
    inputs.deals = try renamed(inputs.deals, "deals.csv")
    inputs.files.roster = try renamed(try #require(inputs.files.roster), "roster.csv")
    try closing.close(1, inputs)
    #expect(try LedgerProofQuestion(closing.ledger).answer().answer.isClean)
  }

  @Test("A ledger that was cut short is told by the hash that was kept")
  func head() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let early = folder.url.appending(path: "early").path
    try FileManager.default.copyItem(atPath: closing.ledger, toPath: early)
    try closing.pay(1)
    let head = try closing.contents().head
    #expect(try LedgerProofQuestion(early).answer().answer.isClean)
    #expect(try !LedgerProofQuestion(early, head: head).answer().answer.isClean)
    let beginning = String(head.prefix(12)).uppercased()
    #expect(try LedgerProofQuestion(closing.ledger, head: beginning).answer().answer.isClean)
  }

  @Test("Broken bytes are noticed, or change nothing; none stops the program")
  func flips() throws {
    let folder = try ScratchFolder()
    let closing = try Self.made(in: folder)
    let whole = try closing.contents()
    let bytes = try Data(contentsOf: URL(filePath: closing.ledger))
    var random = SeededGenerator(seed: FreshSeed.value)
    for attempt in 0..<(runsSlowTests ? 400 : 60) {
      var broken = bytes
      if attempt % 8 == 0 {
        broken = broken.prefix(Int.random(in: 0..<bytes.count, using: &random))
      } else {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        broken[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
      }
      let path = folder.url.appending(path: "broken").path
      try broken.write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      do {
        let proof = try LedgerProofQuestion(path).answer().answer
        guard proof.isClean else { continue }
        let read = try LedgerFile(opening: path).contents()
        #expect(read.head == whole.head && read.book.entries == whole.book.entries)
      } catch {
        // It says what is wrong with the file; its type allows nothing else.
        #expect(error.log.hasErrors)
      }
    }
  }

  @Test("Of two that write at once, the second is told")
  func conflict() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.calculate(1)
    let file = try LedgerFile(opening: closing.ledger)
    let contents = try file.contents()
    let step = try contents.book.approving("2026-01", Closing.stamp("2026-02-03"))
    try file.append(step, to: contents)
    #expect(refusal { try file.append(step, to: contents) } == ["ledger.conflict"])
    #expect(try closing.contents().book.events.count == 3)
  }

  @Test("While another program writes, a ledger waits, and says so in the end")
  func busy() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.calculate(1)
    let other = try DatabaseQueue(path: closing.ledger)
    try other.writeWithoutTransaction { db in
      try db.beginTransaction(.immediate)
      #expect(refusal { try closing.act(.approve("2026-01"), "2026-02-03") } == ["ledger.busy"])
      try db.rollback()
    }
    try other.close()
    try closing.act(.approve("2026-01"), "2026-02-03")
  }

  /// A limit on the size of files fails a write as a full disk does.
  @Test("On a full disk nothing is posted", .enabled(if: Program(name: "bash").isUsable))
  func full() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    let inputs = Closing.inputs(1)
    let call = [
      "ledger", "calculate", closing.ledger, "2026-01", inputs.plans[0], inputs.deals, "--roster",
      try #require(inputs.files.roster), "--by", "ops", "--on", "2026-02-02",
    ]
    let before = try closing.contents()
    let result = try Program(name: "bash").start(
      ["-c", "trap '' XFSZ; ulimit -f 20; exec \"$@\"", "bash"]
        + [try #require(Program(built: "ontarget").location)] + call)
    #expect(result.status == 74)
    #expect(result.errors.contains("nothing of it was posted"))
    let after = try closing.contents()
    #expect(after.head == before.head)
    try closing.close(1)
  }

  @Test("A report of statements is that of the ledger")
  func report() throws {
    let folder = try ScratchFolder()
    let closing = try Self.made(in: folder)
    func output(_ arguments: String...) throws -> String {
      let result = try Program(built: "ontarget").start(arguments)
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    let said = try output("ledger", "statement", closing.ledger)
    #expect(said.contains("Ann Cole"))
    #expect(try output("report", "statements", "--ledger", closing.ledger) == said)
    let both = try Program(built: "ontarget").start([
      "report", "statements", "plan.yaml", "--ledger", closing.ledger,
    ])
    #expect(both.status == 64 && both.errors.contains("--ledger has files of its own"))
  }

  /// A folder that even root cannot write to, where the system lets a process mount one.
  private static let mounting = [
    "--mount", "--map-root-user", "bash", "-c",
    "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"",
  ]

  @Test(
    "What cannot be written to is read, and nothing is posted to it",
    .enabled(
      if: (try? Program(name: "unshare").start(mounting + ["/tmp", "true"]).status) == 0,
      "needs a system that lets a process mount a folder"))
  func readOnly() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder, name: "100% pay?.ledger")
    try closing.begin()
    try closing.close(1)
    let command = try #require(Program(built: "ontarget").location)
    func run(_ verb: String, _ more: String...) throws -> Program.Result {
      try Program(name: "unshare").start(
        Self.mounting + [folder.url.path, command, "ledger", verb, closing.ledger] + more)
    }
    let here = try Program(built: "ontarget").start(["ledger", "status", closing.ledger])
    let status = try run("status")
    #expect(status.status == 0 && status.output == here.output && status.output.contains("2026-01"))
    #expect(try run("verify").status == 0)
    let refused = try run("reopen", "2026-01", "--reason", "x", "--by", "ops", "--on", "2026-02-05")
    #expect(refused.status == 74 && refused.errors.contains("cannot be written to"))
  }

  @Test(
    "Verbs that are killed leave a ledger that verifies, and nothing twice",
    .enabled(if: Program(name: "python3").isUsable && runsSlowTests))
  func kills() throws {
    let script = Checkout.root.appending(path: "Scripts/kill-ledger").path
    let command = try #require(Program(built: "ontarget").location)
    let output = try Program(name: "python3").run([
      script, "20", "--seed", "\(FreshSeed.value)", "--command", command,
    ])
    #expect(output.contains("nothing was lost"))
  }

  /// The chain as `docs/ledger.md` describes it, followed by a program of another language.
  @Test("Python follows the chain by the manual", .enabled(if: Program(name: "python3").isUsable))
  func chain() throws {
    let folder = try ScratchFolder()
    let closing = try Self.made(in: folder)
    let manual = try Checkout.text("docs/ledger.md")
    let script = try #require(
      manual.split(separator: "```python\n").dropFirst().first?.split(separator: "```").first)
    let output = try Program(name: "python3").run(["-c", String(script), closing.ledger])
    let book = try closing.contents()
    #expect(
      output
        == "\(book.book.entries.count) entries, \(book.book.events.count) events, \(book.head)\n")
  }
}
