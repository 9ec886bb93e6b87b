import Amounts
import Answers
import ArgumentParser
import Findings
import PayAnswers
import PlanFiles
import Reports
import Tables
import YAMLReading

/// The files beside a plan and its deals, the same wherever deals are paid.
struct PayFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who is on the plan, since when, and under whom (default: everyone with a deal, all year).",
      valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "What foreign currencies are worth: currency, month, rate.", valueName: "file"))
  var rates: String?

  @Option(
    help: ArgumentHelp(
      "Scores of objectives and scored measures: rep, period_end, name, score.", valueName: "file"))
  var scores: String?

  @Option(
    help: ArgumentHelp(
      "Amounts added or taken by hand: rep, date, amount, reason.", valueName: "file"))
  var adjustments: String?

  @OptionGroup var reading: TableReadingOptions

  @Option(
    help: ArgumentHelp(
      "Whose all deals are, for a file without a column for people.", valueName: "rep"))
  var allBy: String?

  /// The settings of a question for these files, by their keys in a recipe.
  static func settings<Asked>(_ files: WritableKeyPath<Asked, PayFiles>) -> [Setting<Asked>] {
    [
      Setting(
        "roster", .roster, .file, default: "everyone with a deal, all year",
        "who is on the plan, since when, and under whom"
      ) { $0[keyPath: files].roster = $1 },
      Setting("rates", .rates, .file, "what foreign currencies are worth") {
        $0[keyPath: files].rates = $1
      },
      Setting(
        "scores", .scores, .file, "scores of objectives and scored measures"
      ) { $0[keyPath: files].scores = $1 },
      Setting(
        "adjustments", .adjustments, .file, "amounts added or taken by hand"
      ) { $0[keyPath: files].adjustments = $1 },
      Setting(
        "map", .map, .mapping,
        "which column holds what, each as `ROLE=COLUMN`, such as `rep=Opportunity Owner`"
      ) { $0[keyPath: files].tables.mapping = $1 },
      Setting(
        "mapping", .mapping, .mappingFile,
        "a file that says so: a table with the columns `kind`, `role` and `column`"
      ) { $0[keyPath: files].tables.mapping.follow($1) },
      Setting(
        "all by", .allBy, .text, "whose all deals are, for a file without a column for people"
      ) { $0[keyPath: files].tables.allBy = $1 },
      Setting(
        "decimal", .decimal, .choice, default: "by the amounts",
        "the decimal separator of all amounts"
      ) { $0[keyPath: files].tables.decimal = $1 },
      Setting(
        "dates", .dates, .choice, default: "by the dates", "whether day or month comes first"
      ) { $0[keyPath: files].tables.dates = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.roster, text(roster)), (.rates, text(rates)), (.scores, text(scores)),
      (.adjustments, text(adjustments)), (.map, reading.map),
      (.mapping, text(reading.mapping)), (.allBy, text(allBy)),
      (.decimal, text(reading.decimal?.rawValue)), (.dates, text(reading.dates?.rawValue)),
    ]
  }

  /// The files, with what they are taken for.
  var wantedFiles: [WantedFile] {
    let typed = Typed(typed)
    return WantedFile.named { typed[$0] }
  }

  /// The files.
  func files() throws -> PayFiles {
    PayFiles(
      roster: roster, rates: rates, scores: scores, adjustments: adjustments,
      tables: try tables())
  }

  /// How the files are read.
  private func tables() throws -> TableOptions {
    var options = try reading.options(mapping: .deals)
    options.allBy = allBy
    return options
  }
}

extension Written where Value == TableMapping {
  /// Which columns hold what, each as ROLE=COLUMN.
  static var mapping: Written {
    Written(form: .several, kind: .oneOrList(.text)) { (texts, _) throws(InputFailure) in
      var mapping = TableMapping()
      for text in texts { try mapping.add(text, to: .deals, among: TableKind.all) }
      return mapping
    }
  }

  /// A file that says the same.
  static var mappingFile: Written {
    Written(form: .one, kind: Written<String>.file.kind, namesFiles: true) {
      (texts, _) throws(InputFailure) in
      var mapping = TableMapping()
      try mapping.add(path: texts.last ?? "", to: .deals, among: TableKind.all)
      return mapping
    }
  }
}
