internal import Amounts
public import Answers
internal import CSVReading
public import Findings
internal import PayPlans
internal import PlanFiles
internal import Tables

/// How are deals cut into parts that can be paid apart from each other?
///
///     var question = SplitQuestion(plan: "plan.yaml", deals: "deals.csv", into: 8)
///     question.files.roster = "roster.csv"
///     let split = try question.answer().answer
public struct SplitQuestion: Question, Hashable {
  /// The path of the plan.
  public var plan: String
  /// The path of the deals.
  public var deals: String
  /// The most parts.
  public var parts: Int
  /// The files beside the deals.
  public var files: PayFiles

  /// Creates a question.
  public init(plan: String, deals: String, into parts: Int, files: PayFiles = PayFiles()) {
    self.plan = plan
    self.deals = deals
    self.parts = parts
    self.files = files
  }

  /// Reads everything as `StatementQuestion` does, checks it across people, and divides it.
  ///
  /// - Returns: The parts, each with its files.
  /// - Throws: `.usage` for settings that make no sense, `.badData` and the like for what is wrong in the
  ///   files, and for what cannot be written so that it is read again to the last digit.
  public func answer() throws(InputFailure) -> Reply<DealSplit> {
    try Parameter.into.require(parts, in: 1...100_000)
    if files.receipts != nil {
      throw InputFailure(
        .receipts, "question.together", "what customers paid is not split",
        remedy: "pay such deals in one run")
    }
    if files.asOf != nil {
      throw InputFailure(
        .asOf, "question.together", "all deals are split, whatever was known on a day",
        remedy: "give it where the parts are paid")
    }
    var reading = Reading()
    let plan = try reading.plan(self.plan).starting(on: files.starts)
    let read = try files.read(plan, deals, &reading)
    let checked = try plan.check(
      read.deals, roster: read.roster, rates: read.rates, scores: read.scores,
      adjustments: read.adjustments)
    reading.findings.add(checked.findings)
    let parts = DealParts(
      read.deals, roster: read.roster, paid: checked.people, areTeams: plan.usesTeams,
      into: self.parts)
    if parts.people.count < self.parts {
      reading.findings.add(
        Finding(
          "split.fewer", .note, about: .into,
          "there are \(parts.people.count) parts: more cannot be paid apart from each other",
          remedy: plan.usesTeams
            ? "the plan pays managers for what their teams sell, so that a team stays together"
            : "a person is in one part"))
    }
    let paid = Set(checked.people.map(\.id))
    if parts.people.joined().filter(paid.contains) != checked.people.map(\.id) {
      reading.findings.add(
        Finding(
          "split.order", .note, about: .into,
          "teams do not stand together on the roster, so that the answers of the parts, one after the other, are in another order than that of one run",
          remedy: "sort the roster by team if the order matters"))
    }
    let roster = try files.roster.map { (path) throws(InputFailure) in
      try RosterRowTexts(path, files.tables, plan, isTeam: plan.usesTeams)
    }
    let split = DealSplit(
      read, parts, roster: roster, yearStart: checked.yearStart, words: files.tables.words)
    return Reply(split, inputs: reading.inputs, findings: reading.findings)
  }
}

/// The rows of a roster as they are written, with what a mapping file has to say for them.
struct RosterRowTexts: Sendable {
  /// The cells of each row, with the person whom it is about and its line.
  let rows: [(rep: String, cells: [String], line: Int)]
  let header: [String]
  /// The file, with its sheet, as it can be named again.
  let file: String
  /// What has the rows of a part read as those of the whole file are.
  let mapping: [TableMapping.Row]

  /// Reads a roster of which it is known that it can be read.
  ///
  /// - Throws: `.badData` where columns are written in ways that no mapping says.
  init(
    _ path: String, _ options: TableOptions, _ plan: Plan, isTeam: Bool
  ) throws(InputFailure) {
    var decided = try InputTable(path: path, .roster, options)
    _ = try Roster.read(&decided, for: plan)
    let said = decided.mapping
    // A part must not find a role that the whole file does not have.
    let open = TableKind.roster.roles.map(\.name).filter { role in
      !said.contains { $0.role == role }
    }
    mapping =
      said.filter { isTeam || $0.role != "manager" }
      + (open + (isTeam ? [] : ["manager"])).map {
        TableMapping.Row(kind: TableKind.roster.name, role: $0, column: "")
      }
    var table = try InputTable(path: path, .roster, options)
    guard let rep = table.required("rep") else { throw InputFailure(.badData, table.log) }
    header = table.file.header
    let sources = SourceLines(table)
    let place = table.file.place
    file = place.sheet.map { "\(place.file)#\($0)" } ?? place.file
    let columns = header.indices
    rows = try table.rows(into: { [(rep: String, cells: [String], line: Int)]() }) {
      (rows, record, cells) throws(InputFailure) in
      let texts = columns.map { record.text($0) }
      rows.append(
        (cells.name(rep, &record), texts, sources?.place(of: record)?.line ?? record.line))
    }.rows
  }
}
