public import Amounts
package import Findings

/// What a person is assigned to from a day on: the plan, the quota, the pay and the manager.
public struct Assignment: Hashable, Sendable {
  /// The first day; nil for the first day in service.
  public var from: CalendarDate?
  /// The last day; nil for the day before the next assignment, or the last one in service. Before the
  /// first day, there is none.
  public var until: CalendarDate?
  /// The name of the plan; nil for whatever plan is run.
  public var plan: String?
  /// The number by which payroll knows the person.
  public var employeeID: String?
  /// The id of the person reported to.
  public var manager: String?
  /// A salary of a year in place of the plan's.
  public var base: Ratio?
  /// An incentive of a year in place of the plan's.
  public var variable: Ratio?
  /// Quotas of a year in place of the plan's, by measure; "" is the only measure.
  public var quotas: [String: Ratio]
  /// The texts of further columns, those of `Roster.keptColumns`.
  public var kept: [String] = []
  /// The line of the file.
  public var line: Int?

  /// Creates an assignment.
  public init(
    from: CalendarDate? = nil, until: CalendarDate? = nil, plan: String? = nil,
    manager: String? = nil, base: Ratio? = nil, variable: Ratio? = nil,
    quotas: [String: Ratio] = [:], line: Int? = nil
  ) {
    self.from = from
    self.until = until
    self.plan = plan
    self.manager = manager
    self.base = base
    self.variable = variable
    self.quotas = quotas
    self.line = line
  }

  /// Whether the plan that the roster names, by its name or that of its file, is this one.
  package func isOn(_ plan: Plan) -> Bool {
    self.plan.map(plan.isCalled) ?? true
  }
}

/// One person on a plan.
public struct Rep: Sendable {
  /// The name that deals use.
  public var id: String
  /// The name to print.
  public var name: String?
  /// The mail address by which other systems know the person.
  public var email: String?
  /// The first day in service; nil for before the plan year.
  public var hireDate: CalendarDate?
  /// The last day in service; nil for after the plan year.
  public var endDate: CalendarDate?
  /// Times of leave, both days included, in rising order and apart from each other.
  public var leaves: [ClosedRange<CalendarDate>]
  /// What the person is assigned to, in rising order and apart from each other; never empty.
  public private(set) var assignments: [Assignment]

  /// Creates a rep with one assignment for all the time in service.
  public init(
    _ id: String, plan: String? = nil, name: String? = nil, manager: String? = nil,
    hireDate: CalendarDate? = nil, endDate: CalendarDate? = nil, base: Ratio? = nil,
    variable: Ratio? = nil, quotas: [String: Ratio] = [:],
    leaves: [ClosedRange<CalendarDate>] = [], line: Int? = nil
  ) {
    self.init(
      id,
      Assignment(
        plan: plan, manager: manager, base: base, variable: variable, quotas: quotas, line: line),
      name: name, hireDate: hireDate, endDate: endDate, leaves: leaves)
  }

  /// Creates a rep with a first assignment.
  public init(
    _ id: String, _ first: Assignment, name: String? = nil, hireDate: CalendarDate? = nil,
    endDate: CalendarDate? = nil, leaves: [ClosedRange<CalendarDate>] = []
  ) {
    self.id = id
    self.name = name
    self.hireDate = hireDate
    self.endDate = endDate
    self.leaves = Self.joined(leaves)
    assignments = [first]
  }

  /// The line of the file on which the person first stands.
  public var line: Int? { assignments[0].line }

  /// Adds a time of leave; days of two leaves count once.
  public mutating func addLeave(_ leave: ClosedRange<CalendarDate>) {
    leaves = Self.joined(leaves + [leave])
  }

  /// Adds an assignment after those that are known.
  ///
  /// - Precondition: It has a first day, which is after that of the last one and after its last day.
  public mutating func assign(_ next: Assignment) {
    let last = assignments[assignments.count - 1]
    let isLater = next.from.map { day in
      (last.from.map { $0 < day } ?? true) && (last.until.map { $0 < day } ?? true)
    }
    precondition(isLater ?? false, "an assignment begins before the one before it ends")
    assignments.append(next)
  }

  /// The person as known on a day; nil for who was not in service by then.
  func known(by day: CalendarDate) -> Rep? {
    if let hireDate, day < hireDate { return nil }
    var known = self
    known.assignments = assignments.filter { $0.from.map { $0 <= day } ?? true }
    if known.assignments.isEmpty { return nil }
    for index in known.assignments.indices {
      if let until = known.assignments[index].until, day < until {
        known.assignments[index].until = nil
      }
    }
    if let endDate, day < endDate { known.endDate = nil }
    known.leaves = leaves.filter { $0.lowerBound <= day }
    return known
  }

  /// Changes each assignment.
  mutating func changeAssignments(_ body: (inout Assignment) -> Void) {
    for index in assignments.indices { body(&assignments[index]) }
  }

  /// The days of an assignment, as far as the roster says; the day after the last one is the bound.
  func days(of index: Int) -> Range<CalendarDate> {
    let next = index + 1 < assignments.count ? assignments[index + 1].from : nil
    let end = assignments[index].until?.advanced(by: 1) ?? next ?? .distantFuture
    let start = assignments[index].from ?? .distantPast
    return start..<max(start, end)
  }

  /// The assignment that is in force on a day; nil where there is none.
  package func assignment(on day: CalendarDate) -> Assignment? {
    assignments.indices.last { days(of: $0).contains(day) }.map { assignments[$0] }
  }

  /// The assignments to a plan, with their days.
  func assignments(to plan: Plan) -> [(assignment: Assignment, days: Range<CalendarDate>)] {
    assignments.indices.filter { assignments[$0].isOn(plan) }.map {
      (assignments[$0], days(of: $0))
    }
  }

  /// The days on other plans before each of the assignments to a plan, where that keeps attainment.
  func transfers(to plan: Plan) -> [[Range<CalendarDate>]] {
    assignments.indices.filter { assignments[$0].isOn(plan) }.map { index in
      guard plan.transfers == .keepAttainment else { return [] }
      let others = assignments[..<index].indices.reversed().prefix { !assignments[$0].isOn(plan) }
      return others.reversed().map(days)
    }
  }

  /// Whether the person is on a plan at any time.
  package func isOn(_ plan: Plan) -> Bool { assignments.contains { $0.isOn(plan) } }

  /// Whether the person is on a plan, and in service, on every day.
  func isAlways(on plan: Plan) -> Bool {
    hireDate == nil && endDate == nil && assignments.count == 1 && assignments[0].isOn(plan)
      && days(of: 0) == .distantPast ..< .distantFuture
  }

  /// Whether the person is on a plan on a day.
  func isOn(_ plan: Plan, on day: CalendarDate) -> Bool {
    assignment(on: day)?.isOn(plan) ?? false
  }

  /// Whether a plan pays what is due on a day by hand: that of the day, or the one before it.
  func isPaid(on day: CalendarDate, by plan: Plan) -> Bool {
    let last = assignments.indices.last { days(of: $0).lowerBound <= day } ?? 0
    return assignments[last].isOn(plan)
  }

  private static func joined(
    _ leaves: [ClosedRange<CalendarDate>]
  ) -> [ClosedRange<CalendarDate>] {
    var result: [ClosedRange<CalendarDate>] = []
    for leave in leaves.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, leave.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, leave.upperBound)
      } else {
        result.append(leave)
      }
    }
    return result
  }
}

extension CalendarDate {
  /// Before every day that is read.
  package static let distantPast: CalendarDate = CalendarDate(dayNumber: -10_000_000)
  /// After every day that is read.
  static let distantFuture: CalendarDate = CalendarDate(dayNumber: 10_000_000)
}

/// How a name looks, whatever its case, its blanks and what cannot be seen.
package enum NameLook {
  /// Returns a name in lower case with single blanks, without format and control characters.
  ///
  /// Canonically equivalent spellings are equal as Swift compares text.
  package static func folded(_ name: String) -> String {
    var folded = ""
    var blank = false
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format, .control: continue
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: blank = true
      default:
        if blank, !folded.isEmpty { folded.append(" ") }
        blank = false
        folded.unicodeScalars.append(scalar)
      }
    }
    return folded.lowercased()
  }
}

/// The people of a plan year.
public struct Roster: Sendable {
  /// The name that findings show.
  public var file: String
  /// The sheet of a workbook that they are on; nil elsewhere.
  public var sheet: String?
  /// The people in the order of the file.
  public var reps: [Rep]
  /// Further columns, such as a cost centre, that go from here into the statements.
  public var keptColumns: [String]

  /// Creates a roster.
  ///
  /// - Precondition: Each of the people has a text for each of the kept columns.
  public init(
    _ reps: [Rep], keptColumns: [String] = [], file: String = "roster", sheet: String? = nil
  ) {
    let areComplete = reps.allSatisfy { rep in
      rep.assignments.allSatisfy { $0.kept.count == keptColumns.count }
    }
    precondition(areComplete, "a person lacks a kept column")
    self.keptColumns = keptColumns
    self.file = file
    self.sheet = sheet
    self.reps = reps
  }

  /// The place of a line of the file.
  func place(line: Int? = nil) -> Place { Place(file: file, sheet: sheet, line: line) }

  /// Returns the roster with the people of one plan on another, to see what that would pay them.
  public func moving(from plan: Plan, to other: Plan) -> Roster {
    var roster = self
    for index in roster.reps.indices where roster.reps[index].isOn(plan) {
      roster.reps[index].changeAssignments { if $0.isOn(plan) { $0.plan = other.name } }
    }
    return roster
  }

  /// The days from which on who reports to whom can be another; the first is before all days.
  var managerChanges: [CalendarDate] {
    var days: Set<CalendarDate> = []
    for rep in reps where rep.assignments.count > 1 {
      for index in rep.assignments.indices {
        let span = rep.days(of: index)
        days.formUnion([span.lowerBound, span.upperBound])
      }
    }
    return [.distantPast] + days.subtracting([.distantPast, .distantFuture]).sorted()
  }

  /// Returns a finding for each chain of managers that leads back to its start.
  package func managerLoops() -> [Finding] {
    var findings: [Finding] = []
    for day in managerChanges {
      for loop in managerLoops(on: day) where !findings.contains(loop) { findings.append(loop) }
    }
    return findings
  }

  private func managerLoops(on day: CalendarDate) -> [Finding] {
    // Of several rows of one person the first counts.
    let known = reps.reversed().reduce(into: [:]) { $0[$1.id] = $1.assignment(on: day) }
    var isSound: Set<String> = []
    var findings: [Finding] = []
    for rep in reps where !isSound.contains(rep.id) {
      var chain: [String] = []
      var positions: [String: Int] = [:]
      var current: String? = rep.id
      while let id = current, !isSound.contains(id) {
        if let start = positions.updateValue(chain.count, forKey: id) {
          let loop = (chain[start...] + [id]).joined(separator: " → ")
          findings.append(
            Finding(
              "roster.manager-loop", at: place(line: known[id]?.line),
              "the managers form a loop: \(loop)"))
          break
        }
        chain.append(id)
        current = known[id]?.manager
      }
      isSound.formUnion(chain)
    }
    return findings
  }
}

extension Plan {
  /// Whether a file means the plan by a name: its own, or that of its file.
  package func isCalled(_ name: String) -> Bool {
    let name = name.lowercased()
    if name == self.name.lowercased() { return true }
    guard let file = place?.file.lowercased() else { return false }
    let base = file.split(separator: "/").last ?? ""
    return name == base || name == base.split(separator: ".").first ?? ""
  }
}
