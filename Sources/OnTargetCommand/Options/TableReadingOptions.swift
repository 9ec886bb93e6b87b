import Amounts
import Answers
public import ArgumentParser
import Findings
import Reports
public import Tables

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

  /// How tables are read, of which a mapping without a kind means the columns of one.
  func options(mapping kind: TableKind) throws(InputFailure) -> TableOptions {
    var options = TableOptions.withWords
    for pair in map { try options.mapping.add(pair, to: kind, among: TableKind.all) }
    if let mapping { try options.mapping.add(path: mapping, to: kind, among: TableKind.all) }
    options.decimal = decimal
    options.dates = dates
    return options
  }
}

extension TableOptions {
  /// What is known of column names, where the datasets are found.
  static var withWords: TableOptions {
    var options = TableOptions()
    options.words = (try? DatasetOptions.directory(nil)).map { $0 + "/column-words.csv" }
    options.lacksWords = options.words == nil
    return options
  }
}

extension DateOrder: ExpressibleByArgument {}
