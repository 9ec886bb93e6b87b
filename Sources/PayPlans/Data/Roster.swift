public import Amounts
package import Findings

/// One person on a plan.
public struct Rep: Sendable {
  /// The name that deals use.
  public var id: String
  /// The name of the plan; nil for whatever plan is run.
  public var plan: String?
  /// The name to print.
  public var name: String?
  /// The number by which payroll knows the person.
  public var employeeID: String?
  /// The mail address by which other systems know the person.
  public var email: String?
  /// The id of the person reported to.
  public var manager: String?
  /// The first day in service; nil for before the plan year.
  public var hireDate: CalendarDate?
  /// The last day in service; nil for after the plan year.
  public var endDate: CalendarDate?
  /// A salary of a year in place of the plan's.
  public var base: Ratio?
  /// An incentive of a year in place of the plan's.
  public var variable: Ratio?
  /// Quotas of a year in place of the plan's, by measure; "" is the only measure.
  public var quotas: [String: Ratio]
  /// Times of leave, both days included, in rising order and apart from each other.
  public var leaves: [ClosedRange<CalendarDate>]
  /// The texts of further columns, those of `Roster.keptColumns`.
  public var kept: [String] = []
  /// The line of the file.
  public var line: Int?

  /// Creates a rep.
  public init(
    _ id: String, plan: String? = nil, name: String? = nil, manager: String? = nil,
    hireDate: CalendarDate? = nil, endDate: CalendarDate? = nil, base: Ratio? = nil,
    variable: Ratio? = nil, quotas: [String: Ratio] = [:],
    leaves: [ClosedRange<CalendarDate>] = [], line: Int? = nil
  ) {
    self.id = id
    self.plan = plan
    self.name = name
    self.manager = manager
    self.hireDate = hireDate
    self.endDate = endDate
    self.base = base
    self.variable = variable
    self.quotas = quotas
    self.leaves = Self.joined(leaves)
    self.line = line
  }

  /// Adds a time of leave; days of two leaves count once.
  public mutating func addLeave(_ leave: ClosedRange<CalendarDate>) {
    leaves = Self.joined(leaves + [leave])
  }

  /// Whether the plan that the roster names, by its name or that of its file, is this one.
  package func isOn(_ plan: Plan) -> Bool {
    guard let name = self.plan?.lowercased() else { return true }
    if name == plan.name.lowercased() { return true }
    guard let file = plan.place?.file.lowercased() else { return false }
    let base = file.split(separator: "/").last ?? ""
    return name == base || name == base.split(separator: ".").first ?? ""
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
    let areComplete = reps.allSatisfy { $0.kept.count == keptColumns.count }
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
      roster.reps[index].plan = other.name
    }
    return roster
  }

  /// Returns a finding for each chain of managers that leads back to its start.
  package func managerLoops() -> [Finding] {
    let known = Dictionary(reps.map { ($0.id, $0) }) { first, _ in first }
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
