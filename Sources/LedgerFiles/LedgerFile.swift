internal import Amounts
internal import Digests
internal import FileAccess
public import Findings
internal import FoundationEssentials
internal import GRDB
public import PayLedger

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A ledger in one SQLite file, which only ever grows.
///
/// Each act is one transaction, so that it is there whole or not at all, whatever stops the program.
/// Triggers refuse to change or delete a row, and each event and entry carries the hash of the one before.
public struct LedgerFile: Sendable {
  /// The path.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens a ledger.
  ///
  /// - Throws: `.noInput` where there is no file, `.badData` for one that is no ledger, or one of a version
  ///   that this program does not know.
  public init(opening path: String) throws(InputFailure) {
    try Confinement.check(path)
    guard access(path, F_OK) == 0 else { throw InputFailure(noLedger: path) }
    try self.init(connecting: path)
    let (application, version, isUnbegun) = try run { queue in
      try queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          try db.isUnbegun
        )
      }
    }
    guard !isUnbegun else { throw InputFailure(noLedger: path) }
    guard application == LedgerSchema.applicationID else {
      throw InputFailure(
        .badData, Finding("ledger.foreign", at: Place(file: path), "this is no ledger"))
    }
    guard version == LedgerSchema.version else {
      throw InputFailure(
        .badData,
        Finding(
          "ledger.version", at: Place(file: path),
          "this ledger is of version \(.number(version)), and this program knows \(.number(LedgerSchema.version))",
          remedy: "use the program that wrote it, or a newer one"))
    }
  }

  private init(connecting path: String) throws(InputFailure) {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = Self.isUnchangeable(path)
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // What was said to be done is on the disk, also when the power fails.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF")
    }
    do {
      queue = try DatabaseQueue(
        path: configuration.readonly ? Self.immutableAddress(of: path) : path,
        configuration: configuration)
    } catch {
      throw InputFailure(error, in: path)
    }
  }

  /// Whether nobody here can change a file, such as a copy for auditors, so that it is read without
  /// the files that SQLite keeps beside one.
  ///
  /// Not one with a log beside it: what that holds would be left out.
  private static func isUnchangeable(_ path: String) -> Bool {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    return access(path, F_OK) == 0 && (access(path, W_OK) != 0 || access(folder, W_OK) != 0)
      && access("\(path)-wal", F_OK) != 0
  }

  /// The address by which SQLite opens a file that nobody changes.
  private static func immutableAddress(of path: String) -> String {
    "\(URL(filePath: path).absoluteString)?immutable=1"
  }

  /// Makes a ledger in which nothing was done but its beginning.
  ///
  /// A program that was stopped while it made one leaves a file without tables, or an empty one, and a
  /// ledger can be made there again.
  ///
  /// - Throws: `.cannotCreate` where there is a file already, or where none can be made.
  public static func create(
    _ path: String, _ book: LedgerBook, _ stamp: LedgerStamp
  ) throws(InputFailure) {
    // For its owner alone: it holds everybody's pay. SQLite gives its other files the same mode.
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else if errno != EEXIST {
      throw InputFailure(
        notMade: "the ledger cannot be made: \(String(cString: strerror(errno)))", in: path)
    } else if !isUnbegun(path) {
      throw InputFailure(thereAlready: path)
    }
    let ledger = try LedgerFile(connecting: path)
    let step: LedgerStep
    do {
      step = try book.beginning(stamp)
    } catch {
      preconditionFailure("a new ledger refused to begin: \(error)")
    }
    try ledger.run { queue in
      // It stays so in the file. Before the first table, so that no ledger is without it.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.write { db in
        // Another program may have begun one since.
        guard try db.isUnbegun else { throw InputFailure(thereAlready: path) }
        try db.execute(sql: LedgerSchema.creation)
        try db.execute(
          sql: "INSERT INTO ledger VALUES (?, ?)",
          arguments: [book.first.name, book.yearStarts?.description])
        try db.append(step, seal: LedgerSeal.seal(yearStarts: book.yearStarts), after: "")
      }
    }
  }

  /// Whether a file holds nothing, as after a program was stopped that was to make a ledger.
  private static func isUnbegun(_ path: String) -> Bool {
    guard let file = try? LedgerFile(connecting: path) else { return false }
    return (try? file.queue.read { try $0.isUnbegun }) ?? false
  }

  // MARK: Growing

  /// Appends a step to the ledger that was read, unless something else was done to it since.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - contents: What was read.
  ///   - inputs: The files and settings that it followed, or made.
  /// - Returns: What the ledger holds with it.
  /// - Throws: `.inputOutput` where it cannot be written, or was changed since it was read; nothing of the
  ///   step is there then.
  @discardableResult
  public func append(
    _ step: LedgerStep, to contents: LedgerContents, inputs: [KeptInput] = []
  ) throws(InputFailure) -> LedgerContents {
    var book = contents.book
    book.append(step)
    let balances =
      step.event.verb == .close ? book.balances(atClose: step.event.number) : []
    let head = try run { queue in
      try queue.write { db in
        let head = try db.head()
        guard head == contents.head else { throw LedgerConflict() }
        try db.keep(inputs)
        let seal = LedgerSeal.seal(
          step.calculation, inputs: inputs.map(\.columns), balances: balances.map(\.columns))
        let hash = try db.append(step, seal: seal, after: head)
        try db.append(inputs, of: step.event.number)
        try db.append(balances, of: step.event.number)
        return hash
      }
    }
    return LedgerContents(book: book, head: head, faults: [])
  }

  /// Runs something on the database, and words what SQLite says.
  func run<Value>(
    _ body: (DatabaseQueue) throws -> Value
  ) throws(InputFailure) -> Value {
    do {
      return try body(queue)
    } catch {
      throw InputFailure(error, in: path)
    }
  }
}

/// Somebody else wrote to a ledger between reading it and appending to it.
struct LedgerConflict: Error {}

extension Database {
  /// Whether there is nothing in this database yet, not even a table.
  var isUnbegun: Bool {
    get throws {
      try Int.fetchOne(self, sql: "PRAGMA application_id") == 0
        && Int.fetchOne(self, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }
  }
}

extension InputFailure {
  /// A ledger that was not made, or whose making was stopped.
  init(noLedger path: String) {
    self.init(
      .noInput,
      Finding(
        "ledger.none", at: Place(file: path), "there is no ledger",
        remedy: "\(.code("ontarget ledger init")) makes one"))
  }

  /// A ledger that is to be made where a file is.
  init(thereAlready path: String) {
    self.init(notMade: "there is a file of this name already", in: path)
  }

  /// A ledger that is not made.
  init(notMade message: Inline, in path: String) {
    self.init(
      .cannotCreate,
      Finding(
        "ledger.there", at: Place(file: path), message,
        remedy: "choose another name, or a folder that you may write to"))
  }

  /// What a fault of a database is to a person.
  init(_ error: any Error, in path: String) {
    if let failure = error as? InputFailure {
      self = failure
      return
    }
    let place = Place(file: path)
    if error is LedgerConflict {
      self.init(
        .inputOutput,
        Finding(
          "ledger.conflict", at: place, "somebody else wrote to the ledger in the meantime",
          remedy: "look at its status, and do it again"))
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(broken: "it cannot be read: \("\(error)")", in: path)
      return
    }
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .inputOutput,
        Finding(
          "ledger.busy", at: place, "another program is writing to the ledger",
          remedy: "wait until it is done, and do it again"))
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self.init(
        .inputOutput,
        Finding(
          "ledger.read-only", at: place, "the ledger cannot be written to",
          remedy: "it and its folder have to be yours to write to"))
    case .SQLITE_NOTADB:
      self.init(
        .badData, Finding("ledger.foreign", at: place, "this is no ledger"))
    case .SQLITE_FULL, .SQLITE_IOERR:
      self.init(
        .inputOutput,
        Finding(
          "ledger.disk", at: place, "writing broke off, and nothing of it was posted: \(message)",
          remedy: "make room on the disk, and do it again"))
    default:
      self.init(broken: "it cannot be read: \(message)", in: path)
    }
  }

  /// A ledger that cannot be trusted.
  init(broken message: Inline, in path: String) {
    self.init(
      .badData,
      Finding(
        "ledger.broken", at: Place(file: path), message,
        remedy:
          "\(.code("ontarget ledger verify")) says all that is wrong; go on from a copy that verifies"
      ))
  }
}
