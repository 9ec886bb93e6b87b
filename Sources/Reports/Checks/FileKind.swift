internal import CareerAnswers
package import Findings
internal import MarketAnswers
internal import MarketFiles
internal import PayAnswers
package import Phrases
internal import PlanFiles
internal import Regulations
public import Tables
package import YAMLReading

/// What a file that people bring is: which verb reads it, or why none does.
public enum FileKind: Hashable, Sendable {
  /// Files in YAML.
  case plan, offer, ladder, recipe, role
  /// A table of a kind whose columns are known.
  case table(TableKind)
  /// Pay, with a row for each person.
  case people
  /// A published table of pay by group.
  case published
  /// A row for each employer, such as a register of pay ratios.
  case employers
  /// Sums of groups of rows by groups of columns.
  case matrix
  /// A table whose columns say nothing that is known.
  case otherTable
  /// A Markdown file with blocks that are run.
  case notebook
  case image, pdf
}

extension FileKind {
  /// What people call it, as a phrase without an article.
  package var title: Inline {
    switch self {
    case .plan: "pay plan"
    case .offer: "offer of employment"
    case .ladder: "career ladder"
    case .recipe: "recipe of a report"
    case .role: "role"
    case .table(let kind): kind.title
    case .people: "people's pay"
    case .published: "table of pay by group (OEWS)"
    case .employers: "table with a row for each employer"
    case .matrix: "matrix report"
    case .otherTable: "table"
    case .notebook: "notebook"
    case .image: "image"
    case .pdf: "PDF document"
    }
  }

  /// The call that reads a file of the kind; nil where none does.
  package func call(reading path: String) -> String? {
    switch self {
    case .plan: "simulate \(path)"
    case .offer: "offers \(path)"
    case .ladder: "path \(path)"
    case .recipe: "report \(path)"
    case .role: "report --role \(path)"
    case .table(.deals): "pay PLAN \(path)"
    case .table(.payments): "reconcile PLAN DEALS \(path)"
    case .table(.gifts): "gifts \(path)"
    case .table(.history): "fit \(path)"
    case .table(.results): "quotas TOTAL --roster ROSTER --history \(path)"
    case .table(.surveys): "price JOB --surveys \(path)"
    case .table(.matches): "price --surveys SURVEYS --matches \(path)"
    case .table(.grades): "ranges --grades \(path)"
    case .table(.benchmarks): "ranges \(path)"
    case .table(.employees): "ranges --grades GRADES --people \(path)"
    case .table(.payroll), .table(.filings): "report gap \(path)"
    case .table(let kind): "pay PLAN DEALS --\(kind.name) \(path)"
    case .people, .published: "compare \(path)"
    case .notebook: "notebook run \(path)"
    case .employers, .matrix, .otherTable, .image, .pdf: nil
    }
  }

  /// What says that files of the kind are not read, and what is; nil for those that are.
  package func refusal(at place: Place) -> Finding? {
    let remedy: Inline
    switch self {
    case .employers:
      remedy = "pay with a row for each person is read, and the tables of OEWS"
    case .matrix:
      remedy = "export its rows: of a report in Salesforce the details only, as .csv or .xlsx"
    case .image, .pdf: remedy = "export the table itself, as .csv or .xlsx"
    default: return nil
    }
    let message: Inline =
      self == .matrix
      ? "a matrix report has sums of rows, and none of the rows" : "not read yet: \(title)"
    return Finding("file.not-read", at: place, message, remedy: remedy)
  }

  /// The keys that name a file in YAML by its kind, in the order in which they decide.
  package static let naming: KeyValuePairs<String, FileKind> = [
    "report": .recipe, "offer": .offer, "ladder": .ladder, "role": .role, "plan": .plan,
  ]

  /// Returns which kind of YAML file a document is: by the key that names it, or else by most of its keys;
  /// nil for one that has none of them.
  package static func kind(of document: YAMLDocument) -> FileKind? {
    let names = Set((document.root.entries ?? []).map(\.name))
    if let kind = naming.first(where: { names.contains($0.key) })?.value { return kind }
    let grammars: [(Grammar, FileKind)] = [
      (.plan, .plan), (.offer, .offer), (.ladder, .ladder), (.roleFile, .role),
    ]
    let counts = grammars.map { grammar, kind in
      (kind: kind, keys: grammar.keys.count { names.contains($0.name) })
    }
    guard let most = counts.map(\.keys).max(), most > 0 else { return nil }
    return counts.first { $0.keys == most }?.kind
  }
}
