internal import Amounts
internal import Findings
internal import PayPlans

/// The rows of a roster as they are read: several of a person are leaves, or terms from a day on.
struct RosterRows {
  /// What is true of a person whatever the terms.
  struct Person {
    var id: String
    var name: String?
    var email: String?
    var hireDate: CalendarDate?
    var endDate: CalendarDate?
  }

  /// Why a row does not fit those before it.
  struct Fault: Error {
    var kind: Finding.Kind
    var message: Inline
    var remedy: Inline?
  }

  private struct Entry {
    var person: Person
    var terms: [Assignment]
    var leaves: [ClosedRange<CalendarDate>]
  }

  private var entries: [Entry] = []
  private var indices: [String: Int] = [:]

  /// Adds a row.
  mutating func add(
    _ terms: Assignment, of person: Person, _ leave: ClosedRange<CalendarDate>?
  ) throws(Fault) {
    let leaves = leave.map { [$0] } ?? []
    guard let index = indices[person.id] else {
      indices[person.id] = entries.count
      entries.append(Entry(person: person, terms: [terms], leaves: leaves))
      return
    }
    try entries[index].person.add(person)
    entries[index].leaves += leaves
    if leave != nil, terms.from == nil { return }
    if let other = entries[index].terms.first(where: { $0.from == terms.from }) {
      let line = other.line.map { ", first on line \($0)" } ?? Inline.empty
      throw Fault(
        kind: "roster.duplicate",
        message: terms.from.map {
          "the terms of \"\(person.id)\" from \($0) stand here again\(line)"
        }
          ?? "\"\(person.id)\" is on the roster twice",
        remedy:
          "a further row for a rep has new terms, with the day in `from`, or is a leave, with leave_start and leave_end"
      )
    }
    entries[index].terms.append(terms)
  }

  /// Returns the people in the order of their first rows, and reports terms that overlap.
  func reps(at file: Place, _ log: inout FindingLog) -> [Rep] {
    entries.map { entry in
      let person = entry.person
      let terms = entry.terms.sorted { ($0.from ?? .distantPast) < ($1.from ?? .distantPast) }
      var rep = Rep(
        person.id, terms[0], name: person.name, hireDate: person.hireDate,
        endDate: person.endDate, leaves: entry.leaves)
      rep.email = person.email
      var last = terms[0]
      for next in terms.dropFirst() {
        guard let from = next.from else { continue }
        if let until = last.until, from <= until {
          log.add(
            Finding(
              "roster.dates", at: Place(file: file.file, sheet: file.sheet, line: next.line),
              "the terms of \"\(person.id)\" from \(from) begin before those until \(until) end",
              remedy: "leave `until` empty: terms hold until the next ones"))
          continue
        }
        last = next.following(last)
        rep.assign(last)
      }
      let place = Place(file: file.file, sheet: file.sheet, line: last.line)
      if let from = last.from, let end = person.endDate, end < from {
        log.add(
          Finding(
            "roster.until", .warning, at: place,
            "the terms of \"\(person.id)\" from \(from) begin after the end_date \(end), so that they never hold",
            remedy: "correct one of the days"))
      } else if let until = last.until, person.endDate.map({ until < $0 }) ?? true {
        log.add(
          Finding(
            "roster.until", .warning, at: place,
            "\"\(person.id)\" has no terms after \(until), and is paid nothing from then on",
            remedy: "add a row from \(until.advanced(by: 1)), or an end_date"))
      }
      return rep
    }
  }
}

extension RosterRows.Person {
  /// Adds what a further row says of a person, which must not contradict the earlier ones.
  fileprivate mutating func add(_ other: Self) throws(RosterRows.Fault) {
    name = other.name ?? name
    email = other.email ?? email
    let columns: [(name: String, WritableKeyPath<Self, CalendarDate?>)] = [
      ("hire_date", \.hireDate), ("end_date", \.endDate),
    ]
    for (column, day) in columns {
      guard let new = other[keyPath: day] else { continue }
      if let known = self[keyPath: day], known != new {
        throw RosterRows.Fault(
          kind: "roster.dates",
          message: "the \(column) of \"\(id)\" is \(new) here, but \(known) on an earlier line",
          remedy: "a person has one; what changes in between stands in `from`")
      }
      self[keyPath: day] = new
    }
  }
}

extension Assignment {
  /// These terms with what their row leaves empty: as before on the same plan, and as the plan has it on
  /// another one.
  fileprivate func following(_ last: Assignment) -> Assignment {
    var terms = self
    terms.manager = manager ?? last.manager
    terms.employeeID = employeeID ?? last.employeeID
    terms.kept = zip(kept, last.kept).map { $0.isEmpty ? $1 : $0 }
    guard plan == nil || plan?.lowercased() == last.plan?.lowercased() else { return terms }
    terms.plan = last.plan
    terms.base = base ?? last.base
    terms.variable = variable ?? last.variable
    terms.quotas = last.quotas.merging(quotas) { $1 }
    return terms
  }
}
