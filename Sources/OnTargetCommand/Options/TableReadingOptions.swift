import Amounts
import Answers
public import ArgumentParser
import Findings
import PlanFiles
import Reports
public import Tables
import YAMLReading

/// How the tables that people bring are read, where they are not found out by themselves.
struct TableReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Say which column holds what, by the name that the tool's own layout has for it; of other files \
      than the first with their kind, such as roster.hire_date=Start; may be repeated.
      """, valueName: "role=column"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A table with the columns kind, role and column that says the same, as check --write-mapping \
      writes it.
      """, valueName: "file"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "The decimal separator of all amounts: point or comma (default: by the amounts).",
      valueName: "separator"))
  var decimal: DecimalConvention?

  @Option(
    help: ArgumentHelp(
      "Whether dates are dmy or mdy (default: by the dates).", valueName: "order"))
  var dates: DateOrder?

  /// The settings of a question for how tables are read, by their keys in a recipe.
  ///
  /// - Parameters:
  ///   - tables: Where the question has them.
  ///   - kind: The kind of table that a mapping without one is of.
  /// - Returns: The settings.
  static func settings<Asked>(
    _ tables: WritableKeyPath<Asked, TableOptions>, of kind: TableKind
  ) -> [Setting<Asked>] {
    [
      Setting(
        "map", .map, .mapping(of: kind),
        "which column holds what, each as `ROLE=COLUMN`, such as `\(kind.mappingExample)`"
      ) { $0[keyPath: tables].mapping = $1 },
      Setting(
        "mapping", .mapping, .mappingFile(of: kind),
        "a file that says so: a table with the columns `kind`, `role` and `column`"
      ) { $0[keyPath: tables].mapping.follow($1) },
      Setting(
        "decimal", .decimal, .choice, default: "by the amounts",
        "the decimal separator of all amounts"
      ) { $0[keyPath: tables].decimal = $1 },
      Setting(
        "dates", .dates, .choice, default: "by the dates", "whether day or month comes first"
      ) { $0[keyPath: tables].dates = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.map, map), (.mapping, text(mapping)), (.decimal, text(decimal?.rawValue)),
      (.dates, text(dates?.rawValue)),
    ]
  }

  /// How tables are read, of which a mapping without a kind means the columns of one.
  func options(mapping kind: TableKind) throws(InputFailure) -> TableOptions {
    var options = TableOptions.withWords
    try options.mapping.add(
      typed: map, to: kind, reading: TableKind.read(beside: kind), among: TableKind.all)
    if let mapping { try options.mapping.add(path: mapping, to: kind, among: TableKind.all) }
    options.decimal = decimal
    options.dates = dates
    return options
  }
}

extension TableKind {
  /// A mapping of a column as people write one.
  fileprivate var mappingExample: String {
    self == .deals ? "rep=Opportunity Owner" : "sex=Gender"
  }
}

extension Written where Value == TableMapping {
  /// Which columns hold what, each as ROLE=COLUMN.
  static func mapping(of kind: TableKind) -> Written {
    Written(form: .several, kind: .oneOrList(.text)) { (texts, _) throws(InputFailure) in
      var mapping = TableMapping()
      try mapping.add(
        typed: texts, to: kind, reading: TableKind.read(beside: kind), among: TableKind.all)
      return mapping
    }
  }

  /// A file that says the same.
  static func mappingFile(of kind: TableKind) -> Written {
    Written(form: .one, kind: Written<String>.file.kind, namesFiles: true) {
      (texts, _) throws(InputFailure) in
      var mapping = TableMapping()
      try mapping.add(path: texts.last ?? "", to: kind, among: TableKind.all)
      return mapping
    }
  }
}

extension TableOptions {
  /// What is known of column names, where the datasets are found.
  static var withWords: TableOptions {
    var options = TableOptions()
    options.words = (try? DatasetOptions.directory(nil)).map { $0 + "/column-words.csv" }
    options.genders = (try? DatasetOptions.directory(nil)).map { $0 + "/genders.csv" }
    options.lacksWords = options.words == nil
    return options
  }
}

extension DateOrder: ExpressibleByArgument {}
