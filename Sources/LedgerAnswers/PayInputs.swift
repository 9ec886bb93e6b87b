internal import Amounts
internal import Answers
internal import Findings
internal import FoundationEssentials
internal import LedgerFiles
public import PayAnswers
internal import PayLedger
internal import PayPlans
internal import PlanFiles
internal import Tables
internal import WorkbookReading

/// The files that a period is calculated from.
public struct PayInputs: Hashable, Sendable {
  /// The paths of the plans.
  public var plans: [String]
  /// The path of the deals: all of the plans' years, not those of the period alone.
  public var deals: String
  /// The files beside them; the day as of which is asked is that of the period.
  public var files: PayFiles

  /// Names files.
  public init(plans: [String], deals: String, files: PayFiles = PayFiles()) {
    self.plans = plans
    self.deals = deals
    self.files = files
  }
}

/// What is owed as of a day, as files say it.
struct OwedRun: Sendable {
  var owed: [Owed] = []
  var plans: Set<PlanYear> = []
  /// Who has left which plan by then.
  var left: Set<PersonOnPlan> = []
  var payees: [Payee] = []
  var reading: Reading = Reading()
}

extension PayInputs {
  /// Reads everything, and says what is owed as of a day.
  func owed(asOf day: CalendarDate) throws(InputFailure) -> OwedRun {
    var files = files
    files.asOf = day
    var found = OwedRun()
    let runs: [PaidDeals]
    // With a roster everybody on it has to be on one of the plans: a plan that is forgotten pays nobody.
    if plans.count == 1, files.roster == nil {
      runs = [
        try StatementQuestion(plan: plans[0], deals: deals, files: files).run(&found.reading)
      ]
    } else {
      let company = try CompanyStatementQuestion(plans: plans, deals: deals, files: files)
        .runs(&found.reading)
      for plan in company.plans { found.reading.findings.addNew(plan.findings) }
      runs = company.plans.map(\.run)
    }
    var payees: [String: Payee] = [:]
    for run in runs {
      if let finding = run.finding(on: run.pay.uncounted) { found.reading.findings.add(finding) }
      for statement in run.pay.statements {
        let terms = statement.assignments.last { $0.from.map { $0 <= day } ?? true }
        let year = statement.planYear
        if statement.hasLeft(run.plan, by: day) {
          found.left.insert(PersonOnPlan(rep: statement.rep, year: year))
        }
        found.owed += statement.owed(on: run.plan, asOf: day)
        found.plans.insert(year)
        payees[statement.rep] = Payee(
          rep: statement.rep, name: statement.name,
          employeeID: terms?.employeeID ?? statement.employeeID)
      }
    }
    found.payees = payees.values.sorted { $0.rep < $1.rep }
    return found
  }
}

// MARK: Kept in a ledger

extension PayInputs {
  /// The kinds of tables among them.
  private static let kinds: [TableKind] = [
    .deals, .roster, .rates, .scores, .adjustments, .receipts,
  ]

  /// A file beside plans and deals.
  fileprivate struct Other: Sendable {
    /// What it is for, in the word of a ledger.
    let role: String
    /// Where it stands among the inputs.
    let path: any WritableKeyPath<PayInputs, String?> & Sendable
    /// The setting that names it; nil for what the program brings.
    let setting: Parameter?
  }

  /// The files beside plans and deals.
  fileprivate static let others: [Other] = [
    Other(role: "roster", path: \.files.roster, setting: .roster),
    Other(role: "rates", path: \.files.rates, setting: .rates),
    Other(role: "scores", path: \.files.scores, setting: .scores),
    Other(role: "adjustments", path: \.files.adjustments, setting: .adjustments),
    Other(role: "receipts", path: \.files.receipts, setting: .receipts),
    Other(role: "words", path: \.files.tables.words, setting: nil),
  ]

  /// What each file is for, in the words of a ledger, with its path.
  private var named: [(role: String, path: String)] {
    plans.map { ("plan", $0) } + [("deals", deals)]
      + Self.others.compactMap { other in self[keyPath: other.path].map { (other.role, $0) } }
  }

  /// Reads the files as they are now, to be kept beside what follows from them.
  ///
  /// - Throws: `.usage` for standard input, which cannot be read twice; `.noInput` for a missing file.
  func kept() throws(InputFailure) -> [KeptInput] {
    var kept: [KeptInput] = []
    for (role, path) in named {
      guard path != "-" else {
        throw InputFailure(
          .usage,
          Finding(
            "pay.standard-input", at: Place(file: "-"),
            "a ledger keeps its files, and standard input can be read once",
            remedy: "write it into a file, and name that"))
      }
      let stored = SheetPath(path)
      kept.append(try KeptInput(role: role, path: stored.file))
      if let sheet = stored.sheet { kept.append(KeptInput(role: "sheet", value: sheet)) }
    }
    let tables = files.tables
    let settings =
      tables.mapping.texts(of: Self.kinds).map { ("map", $0) }
      + [
        ("decimal", tables.decimal?.rawValue), ("dates", tables.dates?.rawValue),
        ("all by", tables.allBy),
      ].compactMap { name, value in value.map { (name, $0) } }
    return kept + settings.map { KeptInput(role: $0.0, value: $0.1) }
  }

  /// Writes kept files into a folder, each into one of its own because its name can matter, and names
  /// them there.
  ///
  /// - Throws: `.cannotCreate` where a file cannot be written, `.badData` for settings that no ledger has.
  init(restoring kept: [KeptInput], into folder: String) throws(InputFailure) {
    self.init(plans: [], deals: "")
    for (index, input) in kept.enumerated() {
      guard let bytes = input.bytes else {
        try set(input)
        continue
      }
      let file = "\(folder)/\(index)/\(input.value)"
      do {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(index)", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
        try Data(bytes).write(to: URL(filePath: file))
      } catch {
        throw InputFailure(
          .cannotCreate,
          Finding("output", at: Place(file: file), "a kept file cannot be written: \("\(error)")"))
      }
      // A sheet stands behind the file that it is of.
      let next = kept.indices.contains(index + 1) ? kept[index + 1] : nil
      let path = next?.role == "sheet" ? "\(file)#\(next?.value ?? "")" : file
      switch input.role {
      case "plan": plans.append(path)
      case "deals": deals = path
      default:
        if let other = Self.others.first(where: { $0.role == input.role }) {
          self[keyPath: other.path] = path
        }
      }
    }
  }

  private mutating func set(_ input: KeptInput) throws(InputFailure) {
    switch input.role {
    case "map": try files.tables.mapping.add(input.value, to: nil, among: Self.kinds)
    case "decimal": files.tables.decimal = DecimalConvention(rawValue: input.value)
    case "dates": files.tables.dates = DateOrder(rawValue: input.value)
    case "all by": files.tables.allBy = input.value
    default: break
    }
  }
}

extension PayInputs {
  /// Refuses to leave out a kind of file that the last close was calculated from: without it, what it brought
  /// would be taken back.
  func refuseMissingFiles(_ kept: [KeptInput], since before: [KeptInput]) throws(InputFailure) {
    var log = FindingLog()
    for other in Self.others where kept.contents(of: other.role).isEmpty {
      guard let setting = other.setting,
        let file = before.first(where: { $0.role == other.role })?.value
      else { continue }
      log.add(
        Finding(
          "ledger.no-file", about: setting,
          "the last close was calculated from \"\(file)\" too, and no such file is given now",
          remedy: "give all of the plan's year; where nothing is left in it, give its header"))
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
  }
}

extension [KeptInput] {
  /// The contents of the files that are for something.
  func contents(of role: String) -> [[UInt8]?] { filter { $0.role == role }.map(\.bytes) }

  /// What they owe as of a day, from copies of the files that live as long as it takes.
  ///
  /// - Throws: what is wrong in them, `.cannotCreate` where the copies find no place.
  func owed(asOf day: CalendarDate) throws(InputFailure) -> OwedRun {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ontarget-replay-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try PayInputs(restoring: self, into: folder).owed(asOf: day)
  }

  /// What files that are for one thing move alone, the others being those of an earlier calculation.
  ///
  /// - Parameters:
  ///   - roles: What files are for that changed.
  ///   - earlier: The files and settings of the earlier calculation.
  ///   - day: The day as of which is asked.
  /// - Returns: By role what is owed more with the new files for it; empty where old and new ones cannot be
  ///   paid on together, such as deals that lack a column of the new plan.
  func moves(
    of roles: [String], since earlier: [KeptInput], asOf day: CalendarDate
  ) -> [String: [OwedKey: Money]] {
    guard let before = try? earlier.owed(asOf: day).owed else { return [:] }
    let was = Dictionary(before.map { ($0.key, $0.amount) }, uniquingKeysWith: +)
    var moves: [String: [OwedKey: Money]] = [:]
    for role in roles {
      guard let after = try? earlier.replacing(role, by: self).owed(asOf: day).owed else {
        return [:]
      }
      var change = was.mapValues { -$0 }
      for owed in after {
        change[owed.key, default: .zero(owed.amount.currency)] += owed.amount
      }
      moves[role] = change.filter { $0.value.minorUnits != 0 }
    }
    return moves
  }

  /// The files with those for one thing taken from others, and how those are read with the deals.
  private func replacing(_ role: String, by others: [KeptInput]) -> [KeptInput] {
    let isSetting = { (input: KeptInput) in input.bytes == nil && input.role != "sheet" }
    return files(for: role, isWanted: false) + others.files(for: role, isWanted: true)
      + (role == "deals" ? others : self).filter(isSetting)
  }

  /// The files that are for something, or all others, each with its sheet.
  private func files(for role: String, isWanted: Bool) -> [KeptInput] {
    var isTaken = false
    return filter { input in
      if input.bytes != nil { isTaken = (input.role == role) == isWanted }
      return isTaken && (input.bytes != nil || input.role == "sheet")
    }
  }

  /// The roles of files whose contents differ from those of an earlier calculation, deals aside.
  func roles(changedSince earlier: [KeptInput]) -> [String] {
    (["plan"] + PayInputs.others.map(\.role)).filter { role in
      contents(of: role) != earlier.contents(of: role)
    }
  }
}

extension KeptInput {
  /// Reads a file as it is now.
  ///
  /// - Throws: `.noInput` where it cannot be read.
  init(role: String, path: String) throws(InputFailure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputFailure(
        .noInput, Finding("file.unreadable", at: Place(file: path), "the file cannot be opened"))
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(role: role, value: name, bytes: Array(data))
  }
}
