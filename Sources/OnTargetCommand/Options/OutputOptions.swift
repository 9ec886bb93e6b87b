internal import Answers
public import ArgumentParser
public import Reporting

/// How an answer is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown
  case json
  case csv
  case text
  case html
  case xlsx

  /// The format that a file name asks for, so that `--output grid.csv` does not hold Markdown.
  init?(fileName: String) {
    switch fileName.split(separator: ".").last.map({ $0.lowercased() }) {
    case "md": self = .markdown
    case "json": self = .json
    case "csv": self = .csv
    case "txt": self = .text
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    default: return nil
    }
  }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(code: argument) }

  public static var allValueStrings: [String] { all.map(\.code) }
}

/// The options that every verb has for its output.
struct OutputOptions: ParsableArguments {
  @Option(
    help:
      "How to write the answer (default: what FILE's ending says, else text on a terminal and markdown elsewhere)."
  )
  var format: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("Which table to write as CSV (default: the main one).", valueName: "name"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      """
      The language of documents and findings; JSON, CSV and workbooks are the same in all. Of French there is the \
      frame so far: numbers, dates, and the words around tables and charts.
      """, valueName: "code"))
  var locale: Language?

  @Option(
    help: ArgumentHelp(
      "Also write the answer's chart as SVG: of several the one the file is named after, else the first.",
      valueName: "file.svg"))
  var chart: String?

  @Flag(
    help: "Let others read new files, as far as the umask does; else they are yours alone (0600).")
  var shared: Bool = false

  @Flag(help: "Add the SHA-256 of each input to JSON.")
  var checksums: Bool = false

  /// The path to write to; nil for standard output.
  var path: String? { output == "-" ? nil : output }

  /// The language to write in.
  var language: Language { locale ?? .english }

  /// The first option that says how an answer is written; nil where none does.
  var firstOfAnswer: Parameter? {
    let given: [(Bool, Parameter)] = [
      (format != nil, .format), (output != nil, .output), (table != nil, .table),
      (chart != nil, .chart), (checksums, .checksums),
    ]
    return given.first { $0.0 }?.1
  }

  /// The format to write.
  var resolvedFormat: OutputFormat {
    format ?? path.flatMap(OutputFormat.init(fileName:)) ?? .markdown
  }

  func validate() throws {
    let ending = path?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if format == nil, ["pdf", "docx", "xls", "ods", "svg", "png"].contains(ending) {
      throw ValidationError(
        "--output: .\(ending) is not written; write .html and print it, or .xlsx for a spreadsheet")
    }
    if let format, ending == "xlsx", format != .xlsx {
      throw ValidationError(
        "--output: \(path ?? "") would hold \(format.rawValue); leave out --format for a workbook, or name another file"
      )
    }
    if let chart, !chart.lowercased().hasSuffix(".svg") {
      throw ValidationError(
        "--chart: a chart is written as SVG; name the file \(chart).svg or the like")
    }
    if resolvedFormat == .xlsx, path == nil {
      throw ValidationError("--format xlsx: a workbook is a file; name it with --output FILE.xlsx")
    }
    if table != nil, resolvedFormat != .csv {
      throw ValidationError("--table chooses a table of CSV output; add --format csv")
    }
    if checksums, resolvedFormat != .json {
      throw ValidationError("--checksums adds to JSON output; add --format json")
    }
  }
}

extension OutputOptions {
  /// Refuses every form but HTML.
  func requireHTML(_ what: String) throws {
    let named = path.flatMap(OutputFormat.init(fileName:))
    guard [format, named].allSatisfy({ $0 == nil || $0 == .html }) else {
      throw ValidationError("\(what) is HTML; name a file that ends in .html")
    }
  }
}
