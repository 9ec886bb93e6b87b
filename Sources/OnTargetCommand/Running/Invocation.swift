import Amounts
import Answers
import ArgumentParser
import Explanations
import Findings
import Reporting
import Reports
import WorkbookWriting

/// One call of the command: from arguments to what it prints and its exit status.
struct Invocation {
  /// What a call leaves behind.
  struct Outcome {
    var standardOutput: String = ""
    var standardError: String = ""
    var status: Int32 = 0
    /// What standard output is written in; what the parser prints, such as help, is plain text.
    var format: OutputFormat = .text
    /// The JSON on standard output, as a value; nil where there is none.
    var json: JSONValue?
    /// What standard error says of files and settings.
    var findings: FindingLog = FindingLog()
  }

  private let call: Call
  /// The level below which headings stand, when the output becomes a part of another document.
  private let headingLevel: Int
  /// The terminal that standard output goes to; nil where it is a pipe, a file or another document.
  private let terminal: Terminal?

  /// Creates a call from the arguments after the program's name.
  init(_ arguments: [String], nestedBelow headingLevel: Int = 0, on terminal: Terminal? = nil) {
    call = Call(arguments: arguments)
    self.headingLevel = headingLevel
    self.terminal = terminal
  }

  /// Parses, runs and renders; the only side effects are the files that were asked for.
  func run() -> Outcome {
    var outcome = outcome()
    // What people typed and what their files hold is in messages, and must not steer the terminal.
    outcome.standardError = outcome.standardError.printableLines
    return outcome
  }

  private func outcome() -> Outcome {
    if let slip = misspeltVerb { return slip }
    do {
      var call = call
      var arguments = try BundledFiles.resolve(
        call.arguments, datasets: typed(.datasets))
      if let (recipe, typed) = try Recipe.find(in: arguments) {
        call.recipe = recipe
        arguments = ["report", recipe.kind] + typed
      }
      var command = try OnTargetTool.parseAsRoot(arguments)
      if let verb = command as? any Verb {
        let language = verb.output.locale ?? call.recipe?.language ?? .english
        let files = verb.wantedFiles + WantedFile.named { call.recipe?.texts(of: $0) }
        do {
          // Other tables have amounts too, which would be compared as pay without a word.
          let people = files.filter { $0.kinds.contains(.people) }
          if let other = people.misplaced(in: call) { throw other }
          return try OutputFile.$isShared.withValue(verb.output.shared) {
            try outcome(of: verb, call)
          }
        } catch let error as ValidationError {
          return wrongUsage(error.message, of: type(of: verb))
        } catch ArithmeticFailure.overflow {
          return wrongUsage("an amount is too large to compute exactly", of: type(of: verb))
        } catch let failure as InputFailure {
          let isAboutInput = [.badData, .noInput, .usage].contains(failure.code)
          let other = isAboutInput ? files.misplaced(in: call) : nil
          return outcome(of: other ?? failure, in: language)
        }
      }
      // The parser's own commands, such as help, print by throwing; the root alone shows its help.
      try command.run()
      return Outcome()
    } catch let failure as InputFailure {
      return outcome(of: failure, in: typedLanguage)
    } catch {
      // Everything else is the parser's own: help, version, completion scripts, wrong usage.
      let text = OnTargetTool.fullMessage(for: error)
      let message = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
      let status = OnTargetTool.exitCode(for: error).rawValue
      return status == 0
        ? Outcome(standardOutput: message) : Outcome(standardError: message, status: status)
    }
  }

  private func outcome(of failure: InputFailure, in language: Language) -> Outcome {
    Outcome(
      standardError: text(of: failure.log, in: language),
      status: ExitStatus(failure.code).rawValue, findings: failure.log)
  }

  /// The language that is asked for, where the arguments could not be parsed to say it.
  private var typedLanguage: Language { typed(.locale).flatMap(Language.init(code:)) ?? .english }

  /// What was typed for an option, for what is needed before the arguments are parsed.
  private func typed(_ parameter: Parameter) -> String? { call.value(of: parameter.option) }

  private func wrongUsage(_ message: String, of verb: any ParsableCommand.Type) -> Outcome {
    Outcome(
      standardError: """
        Error: \(message)
        Usage: \(OnTargetTool.usageString(for: verb))

        """, status: ExitStatus.usage.rawValue)
  }

  private func outcome(of verb: any Verb, _ call: Call) throws -> Outcome {
    var output = verb.output
    try OutputFile.checkDistinct([output.path, output.chart].compactMap(\.self) + verb.sideOutputs)
    if let writer = verb as? any PartWriter, let path = writer.partPath {
      let findings = try writer.writePart(to: path, call)
      return Outcome(
        standardError: self.text(of: findings, in: output.language), findings: findings)
    }
    var response = try verb.respond(to: call)
    let call = response.call ?? call
    output.locale = output.locale ?? call.recipe?.language
    // Markdown is for files and other programs; on a terminal people read it raw.
    if terminal != nil, output.path == nil { output.format = output.format ?? .text }
    let inputs = response.inputs.map(\.path) + verb.sideInputs + verb.sideOutputs
    if let path = output.chart {
      try writeChart(of: response.answer, to: path, in: output.language, besides: inputs)
    }
    response.addUntranslated(to: output)
    let others = inputs + [output.chart].compactMap(\.self)
    if let path = output.path, output.resolvedFormat == .xlsx {
      try writeWorkbooks(of: &response, call, to: path, besides: others)
      return Outcome(
        standardError: self.text(of: response.findings, in: output.language),
        status: response.status.rawValue)
    }
    let text = try response.file ?? render(&response, of: call, as: output, besides: others)
    var outcome = Outcome(
      standardError: self.text(of: response.findings, in: output.language),
      status: response.status.rawValue, json: response.json, findings: response.findings)
    if let path = output.path {
      try OutputFile.write(text, to: path, besides: others)
    } else {
      outcome.standardOutput = text
      outcome.format = output.resolvedFormat
    }
    return outcome
  }

  private func render(
    _ response: inout Response, of call: Call, as output: OutputOptions, besides paths: [String]
  ) throws -> String {
    let answer = response.answer
    switch output.resolvedFormat {
    case .markdown, .text, .html:
      return try document(of: answer, as: output, besides: paths, &response.findings)
    case .csv:
      let tables = answer.tables
      let name = output.table ?? tables.first?.name
      guard let table = tables.first(where: { $0.name == name }) else {
        throw ValidationError(
          "there is no table \"\(name ?? "")\" here: \(tables.map(\.name).joined(separator: ", "))")
      }
      return table.table.csv()
    case .xlsx: throw ValidationError("a workbook is a file; name it with --output FILE.xlsx")
    case .json:
      // JSON is the same in all languages.
      response.inputs.removeAll { $0.language != nil }
      if output.checksums { try response.addChecksums() }
      let json = Envelope(call: call, inputs: response.inputs, answer: answer).json
      response.json = json
      return json.text()
    }
  }

  /// Returns the text of the document; for a file, its pages and the charts of Markdown are written
  /// first, into a folder of its name beside it.
  private func document(
    of answer: any Answer, as output: OutputOptions, besides paths: [String],
    _ findings: inout FindingLog
  ) throws(InputFailure) -> String {
    let book = Phrasebook(output.language).spellingOptions
    // Beside a device or a pipe there is no place for other files.
    guard let path = output.path, output.resolvedFormat != .text, !OutputFile.isSpecial(path) else {
      let document = answer.wholeDocument.translated(by: book)
      switch output.resolvedFormat {
      case .html: return document.html()
      case .text:
        let style = output.path == nil ? terminal?.style : nil
        return document.text(width: Terminal.width, style: style ?? .plain)
      default:
        return (headingLevel == 0 ? document : document.nested(below: headingLevel)).markdown()
      }
    }
    let isHTML = output.resolvedFormat == .html
    let ending = isHTML ? "html" : "md"
    let file = path.split(separator: "/").last ?? ""
    let stem = file.hasSuffix(".\(ending)") ? "\(file.dropLast(ending.count + 1))" : "\(file)-files"
    let folder = path.dropLast(file.count) + stem
    func text(_ document: Document, chartsIn place: String, prefix: String) throws(InputFailure)
      -> String
    {
      let document = document.translated(by: book)
      if isHTML { return document.html() }
      for chart in document.chartFiles {
        try OutputFile.write(
          chart.svg, to: "\(folder)/\(prefix)\(chart.name)", besides: paths, makesFolder: true)
      }
      return document.markdown(chartFolder: place, chartPrefix: prefix)
    }
    let linked = answer.linkedDocuments(file: String(file), folder: stem, ending: ending)
    for page in linked.pages {
      // No name of a page or a chart has a dot, so that no two files have the same name.
      let text = try text(page.document, chartsIn: "", prefix: "\(page.name).")
      try OutputFile.write(
        text, to: "\(folder)/\(page.name).\(ending)", besides: paths, makesFolder: true)
    }
    findings.addLeftOvers(in: String(folder), besides: linked.pages.map(\.name), ending: ending)
    return try text(linked.document, chartsIn: stem, prefix: "")
  }

  /// Writes the workbook of an answer, and before it one for each of its people into a folder of its
  /// name beside it.
  private func writeWorkbooks(
    of response: inout Response, _ call: Call, to path: String, besides inputs: [String]
  ) throws {
    let parts = response.answer.parts
    // A device takes one file; of one person all is in the workbook itself.
    if parts.count > 1, !OutputFile.isSpecial(path) {
      let file = path.split(separator: "/").last ?? ""
      let isNamed = file.lowercased().hasSuffix(".xlsx")
      let stem = isNamed ? "\(file.dropLast(".xlsx".count))" : "\(file)-files"
      let folder = "\(path.dropLast(file.count))\(stem)"
      let making = try response.makingSheet(call, isForSome: true)
      for part in parts {
        let sheets = part.tables.map { $0.table.sheet(named: $0.name) }
        try OutputFile.write(
          WorkbookWriter.bytes(of: sheets + [making], for: path),
          to: "\(folder)/\(part.name).xlsx", besides: inputs, makesFolder: true)
      }
      response.findings.addLeftOvers(in: folder, besides: parts.map(\.name), ending: "xlsx")
    }
    let making = try response.makingSheet(call, isForSome: response.answer.isSelection)
    try OutputFile.write(
      WorkbookWriter.bytes(of: response.sheets + [making], for: path), to: path, besides: inputs)
  }

  private func writeChart(
    of answer: any Answer, to path: String, in language: Language, besides inputs: [String]
  ) throws {
    let name = path.split(separator: "/").last?.dropLast(".svg".count) ?? ""
    guard let chart = answer.charts.first(where: { $0.name == name }) ?? answer.charts.first else {
      throw ValidationError("--chart: this answer has no chart")
    }
    let translated = chart.translated(by: Phrasebook(language).spellingOptions)
    try OutputFile.write(translated.svg(), to: path, besides: inputs)
  }

  private func text(of log: FindingLog, in language: Language) -> String {
    let book = Phrasebook(language).spellingOptions
    var text = log.text(in: book)
    let kinds = log.kindsToExplain.map(\.rawValue).joined(separator: " ")
    if !kinds.isEmpty { text += "\n\(book.text("more: \(.code("ontarget explain " + kinds))"))" }
    return text.isEmpty ? "" : text + "\n"
  }

  /// The parser calls a misspelt verb an unexpected argument; people need to hear what it was near.
  private var misspeltVerb: Outcome? {
    guard let first = call.arguments.first, !first.hasPrefix("-") else { return nil }
    let verbs = OnTargetTool.configuration.subcommands.compactMap { $0._commandName }
    guard first != "help", !verbs.contains(first) else { return nil }
    let remedy = NearMiss.remedy(for: first, among: verbs) ?? ""
    return Outcome(
      standardError: "Error: there is no verb \"\(first.oneLine)\"; \(remedy)\n",
      status: ExitStatus.usage.rawValue)
  }
}

extension FindingLog {
  /// Warns of files of an earlier run: what is of somebody who is not in this report must not travel
  /// with it unnoticed.
  fileprivate mutating func addLeftOvers(
    in folder: String, besides names: [String], ending: String
  ) {
    guard !names.isEmpty else { return }
    let written = Set(names.map { "\($0).\(ending)" })
    for name in OutputFile.names(in: folder, ending: ".\(ending)") where !written.contains(name) {
      add(
        Finding(
          "output.left-over", .warning, at: Place(file: "\(folder)/\(name)"),
          "this page is of an earlier run and not of this report",
          remedy: "remove it before the folder is passed on"))
    }
  }
}
