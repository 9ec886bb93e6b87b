public import Amounts
public import Answers
internal import CSVReading
public import Findings
internal import PayPlans
internal import PlanFiles
public import Reporting
internal import Tables

/// Deals, and the people and amounts beside them, in parts that can be paid apart from each other.
public struct DealSplit: Answer {
  /// A part.
  public struct Part: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// How many people are in it.
    public let people: Int
    /// How many rows of deals are in it.
    public let deals: Int
  }

  /// A file of a part, or of all of them.
  public struct File: Hashable, Sendable {
    /// The path below the folder that the parts are written to.
    public let path: String
    /// What is in it.
    public let text: String
  }

  /// The parts.
  public let parts: [Part]
  /// The first day of the plan year, which each part is to be told.
  public let yearStart: CalendarDate

  private let read: DealsToPay
  private let division: DealParts
  private let roster: RosterRowTexts?
  /// How the parts will be read.
  private let options: TableOptions
  private let layout: OwnLayout

  init(
    _ read: DealsToPay, _ division: DealParts, roster: RosterRowTexts?, yearStart: CalendarDate,
    words: String?
  ) {
    self.read = read
    self.division = division
    self.roster = roster
    self.yearStart = yearStart
    var options = TableOptions()
    options.words = words
    self.options = options
    layout = OwnLayout(read.deals, areParts: read.areParts)
    parts = division.people.indices.map {
      Part(number: $0 + 1, people: division.people[$0].count, deals: division.rows[$0].count)
    }
  }

  // MARK: Files

  /// The folder of a part: its number, with as many digits as the last one has, so that names sort as
  /// numbers do.
  private func folder(of part: Part) -> String {
    let number = "\(part.number)"
    return String(repeating: "0", count: "\(parts.count)".count - number.count) + number
  }

  /// The files that belong to all parts: the table of the parts, and how rosters are read.
  public var commonFiles: [File] {
    var files = [File(path: "parts.csv", text: partSheet.records.csv())]
    if let roster {
      let writer = CSVWriter()
      let rows = roster.mapping.map { writer.record([$0.kind, $0.role, $0.column]) }
      files.append(
        File(path: "mapping.csv", text: writer.record(["kind", "role", "column"]) + rows.joined()))
    }
    return files
  }

  /// Makes the files of a part, and reads them again.
  ///
  /// - Parameter part: The part.
  /// - Returns: The files.
  /// - Throws: `.badData` where what was written is not read as it was.
  /// - Complexity: O(rows of the part × columns).
  public func files(of part: Part) throws(InputFailure) -> [File] {
    let index = part.number - 1
    let folder = folder(of: part)
    let rows = division.rows[index]
    var files = [File(path: "\(folder)/deals.csv", text: layout.csv(of: rows))]
    try check(files[0], rows)
    if let roster {
      let own = roster.rows.filter { division.partOfPerson[$0.rep] == index }
      files.append(
        table("\(folder)/roster.csv", roster.header, of: roster.file, own.map(\.cells)) {
          own[$0].line
        })
      try checkRoster(files[1], roster, division.people[index])
    }
    func isHere(_ rep: String) -> Bool { (division.partOfPerson[rep] ?? 0) == index }
    let scores = read.scores.entries.filter { isHere($0.rep) }
    if !scores.isEmpty {
      let cells = scores.map {
        [guarded($0.rep), "\($0.periodEnd)", guarded($0.name), OwnLayout.share($0.score)]
      }
      files.append(
        table(
          "\(folder)/scores.csv", ["rep", "period_end", "name", "score"],
          of: scores.first?.place.file ?? "", cells
        ) { scores[$0].place.line })
    }
    let adjustments = read.adjustments.filter { isHere($0.rep) }
    if !adjustments.isEmpty {
      let cells = adjustments.map {
        [
          guarded($0.rep), "\($0.date)", OwnLayout.number($0.amount), $0.currency?.code ?? "",
          guarded($0.reason),
        ]
      }
      files.append(
        table(
          "\(folder)/adjustments.csv", ["rep", "date", "amount", "currency", "reason"],
          of: adjustments.first?.place?.file ?? "", cells
        ) { adjustments[$0].place?.line })
    }
    return files
  }

  private func guarded(_ text: String) -> String { CSVWriter.guarded(text) }

  /// A table with the columns that say where its rows come from.
  private func table(
    _ path: String, _ header: [String], of file: String, _ rows: [[String]],
    line: (Int) -> Int?
  ) -> File {
    let writer = CSVWriter()
    // A part of a part says where its rows come from already.
    let isKnown = header.contains(SourceLines.columns.file)
    let further = isKnown ? [] : [SourceLines.columns.file, SourceLines.columns.line]
    var text = writer.record(header + further)
    for index in rows.indices {
      let place = isKnown ? [] : [guarded(file), line(index).map { "\($0)" } ?? ""]
      text += writer.record(rows[index] + place)
    }
    return File(path: path, text: text)
  }

  /// Holds what a part says against what was read.
  private func check(_ file: File, _ rows: [Int]) throws(InputFailure) {
    guard !rows.isEmpty else { return }
    var options = options
    options.csv.expectedRows = rows.count
    var table = try InputTable(csv: file.text, file: file.path, .deals, options)
    let reading = try DealReading(&table, read.plan)
    guard let row = layout.firstDifference(rows, reading) else { return }
    let deal = read.deals.rows[row]
    throw InputFailure(
      .badData,
      Finding(
        "split.not-the-same",
        at: Place(file: read.deals.file, sheet: read.deals.sheet, line: deal.line),
        "the deal \"\(deal.id)\" cannot be written so that a part of the deals is read as they are here",
        remedy:
          "have one column for each thing: amounts in one currency column, none converted, and names of columns that the plan selects by of their own"
      ))
  }

  private func checkRoster(
    _ file: File, _ roster: RosterRowTexts, _ people: [String]
  ) throws(InputFailure) {
    var options = options
    for row in roster.mapping {
      try options.mapping.add(
        "\(row.kind).\(row.role)=\(row.column)", to: nil, among: TableKind.ofPlans)
    }
    let copy = try Roster.read(
      csv: file.text, file: file.path, for: read.plan, options
    ).roster
    var known: [String: Rep] = [:]
    for rep in read.roster?.reps ?? [] { known[rep.id] = rep }
    let hasManagers = read.plan.usesTeams
    for rep in copy.reps {
      if let original = known[rep.id], original.saysTheSame(as: rep, withManagers: hasManagers) {
        continue
      }
      throw notTheSame(rep.id, known[rep.id])
    }
    let read = Set(copy.reps.map(\.id))
    if let lost = people.first(where: { known[$0] != nil && !read.contains($0) }) {
      throw notTheSame(lost, known[lost])
    }
  }

  private func notTheSame(_ rep: String, _ original: Rep?) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "split.not-the-same",
        at: Place(
          file: read.roster?.file ?? "", sheet: read.roster?.sheet, line: original?.line),
        "the rows of \"\(rep)\" cannot be written so that a part of the roster is read as it is here",
        remedy: "write all amounts of the roster in one way, and all days in one way"))
  }

  // MARK: For people and programs

  private var partSheet: Sheet<Part> {
    var sheet = Sheet(parts)
    sheet.add("part", "Part") { .text(folder(of: $0)) }
    sheet.add("people", "People", .number()) { .integer($0.people) }
    sheet.add("deals", "Deals", .number()) { .integer($0.deals) }
    return sheet
  }

  public var document: Document {
    let rows: Inline = "\(.number(read.deals.rows.count)) rows of deals"
    return Document(
      title: "Parts of the deals",
      blocks: [
        .paragraph(
          "\(rows) in \(.number(parts.count)) parts, none of which needs another one to be paid. The plan year starts on \(yearStart)."
        ),
        .table(partSheet.table()),
      ])
  }

  public var tables: [NamedTable] { [NamedTable("parts") { partSheet.records }] }

  public var facts: [JSONValue.Member] {
    [
      .init("plan", .string(read.plan.name)), .init("starts", .string("\(yearStart)")),
      .init("deals", .integer(read.deals.rows.count)),
    ]
  }
}

extension Rep {
  /// Whether a person is the same but for the lines of the file.
  fileprivate func saysTheSame(as other: Rep, withManagers: Bool) -> Bool {
    func plain(_ terms: Assignment) -> Assignment {
      var terms = terms
      terms.line = nil
      if !withManagers { terms.manager = nil }
      return terms
    }
    return id == other.id && name == other.name && email == other.email
      && hireDate == other.hireDate && endDate == other.endDate && leaves == other.leaves
      && assignments.map(plain) == other.assignments.map(plain)
  }
}
