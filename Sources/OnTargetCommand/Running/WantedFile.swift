import Answers
import Findings
import MarketAnswers
import MarketFiles
import PayAnswers
import PlanFiles
import Regulations
import Reports
import SalaryData
import Tables

/// A file that a call names, and what it is taken for.
struct WantedFile {
  /// The path as it was typed, or as a recipe has it.
  let path: String
  /// The kinds of file that it may be.
  let kinds: [FileKind]

  init(_ path: String, _ kinds: FileKind...) {
    self.path = path
    self.kinds = kinds
  }

  /// Whether it is a table of people with their pay and more.
  var takesPeople: Bool {
    kinds.contains { [.table(.employees), .table(.staff), .table(.payroll)].contains($0) }
  }

  /// The files that settings name, in the order of the settings.
  static func named(by texts: (Parameter) -> [String]?) -> [WantedFile] {
    let kinds: [(Parameter, [FileKind])] = [
      (.plan, [.plan]), (.previous, [.plan]), (.deals, [.table(.deals)]),
      (.roster, [.table(.roster)]), (.rates, [.table(.rates)]), (.scores, [.table(.scores)]),
      (.adjustments, [.table(.adjustments)]), (.receipts, [.table(.receipts)]), (.offers, [.offer]),
      (.role, [.role]),
      (.data, [.people, .published]), (.employees, [.table(.payroll), .table(.filings)]),
    ]
    return kinds.flatMap { parameter, kinds in
      (texts(parameter) ?? []).map { WantedFile(path: $0, kinds: kinds) }
    }
  }

  private init(path: String, kinds: [FileKind]) {
    self.path = path
    self.kinds = kinds
  }
}

extension [WantedFile] {
  /// Looks at what the files are.
  ///
  /// - Parameter call: What was typed.
  /// - Returns: What says that files are of another kind than they were taken for, with the right call;
  ///   nil where they are not.
  func misplaced(in call: Call) -> InputFailure? {
    guard !isEmpty, let recognizer = try? FileRecognizer(DatasetOptions.opener()()) else {
      return nil
    }
    let others = map { recognizer.kind(of: $0.path, insteadOf: $0.kinds) }
    var log = FindingLog()
    for (file, other) in zip(self, others) {
      // Pay of people that lacks columns is asked for them by what reads it.
      guard let other, other != .people || !file.takesPeople else { continue }
      let place = Place(file: file.path)
      if let refusal = other.refusal(at: place) {
        log.add(refusal)
        continue
      }
      let title = file.kinds[0].title
      let remedy: Inline? =
        if let right = rightCall(call, others) {
          "write \(.code(right))"
        } else {
          other.call(reading: file.path).map { "what reads it is \(.code("ontarget \($0)"))" }
        }
      log.add(
        Finding(
          "file.kind", at: place, "wanted here: \(title); this file is: \(other.title)",
          remedy: remedy))
      // Of files in each other's place one line says it all.
      if rightCall(call, others) != nil { break }
    }
    return log.hasErrors ? InputFailure(.usage, log) : nil
  }

  /// The call with each file in the place of its kind; nil where they do not fill all places.
  private func rightCall(_ call: Call, _ others: [FileKind?]) -> String? {
    var rest = zip(self, others).map { (file: $0, other: $1) }
    var places: [String: String] = [:]
    for wanted in self {
      let match = rest.firstIndex { file, other in
        other.map(wanted.kinds.contains) ?? (file.kinds == wanted.kinds)
      }
      guard let match else { return nil }
      places[wanted.path] = rest.remove(at: match).file.path
    }
    let arguments = call.arguments.map { places[$0] ?? $0 }
    return arguments == call.arguments ? nil : Call(arguments: arguments).text
  }
}
