import Answers
import ArgumentParser
import Findings
internal import FoundationEssentials
import Reporting

/// The text of a file that is begun for somebody, and what it was made of.
struct StartingFile {
  /// A line, and the setting that it says.
  struct Line {
    var text: String
    var parameter: Parameter?
  }

  /// What is begun.
  let kind: StartingKind
  /// The lines.
  let lines: [Line]
  /// What it was made of, in one sentence.
  let origin: Inline

  /// The whole text.
  var text: String { lines.map { $0.text + "\n" }.joined() }

  /// Writes the file, unless there is one already.
  ///
  /// - Parameters:
  ///   - path: Where it goes; nil for the name that such a file has by itself, "-" for standard output.
  ///   - findings: What was noticed in it.
  /// - Returns: What was written, and the calls that come next.
  /// - Throws: `.cannotCreate` for a file that is there; it is left as it is.
  func begin(at path: String?, findings: FindingLog = FindingLog()) throws -> Response {
    let path = path ?? kind.standardPath
    // The file itself is what is asked for, so that no format applies.
    if path == "-" { throw CleanExit.message(String(text.dropLast())) }
    // A link that leads nowhere is somebody's too.
    if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
      throw InputFailure(
        .cannotCreate,
        Finding(
          "init.exists", at: Place(file: path),
          "there is such a file already, and it is left as it is",
          remedy: "write another name: \(.code("ontarget init \(kind.rawValue) NAME"))"))
    }
    try OutputFile.write(text, to: path)
    return Response(answer: StartedFile(file: self, path: path), findings: findings)
  }
}

extension StartingFile {
  /// Creates the text of a template.
  ///
  /// - Throws: `.noInput` where the sample is missing.
  init(kind: StartingKind, template: StartingTemplate) throws(InputFailure) {
    guard let data = FileManager.default.contents(atPath: template.path) else {
      throw InputFailure(
        .noInput,
        Finding("file.missing", at: Place(file: template.path), "there is no such file"))
    }
    let lines = String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    self.init(
      kind: kind, lines: lines.dropLast().map { Line(text: String($0)) },
      origin: "It is the template \"\(template.name)\": \(template.purpose).")
  }
}

/// The kinds of file that can be begun.
enum StartingKind: String {
  case plan
  case offer
  case roster
  case deals
  case ladder
  case report

  /// The name that a file of the kind has where no other is given.
  var standardPath: String {
    switch self {
    case .plan, .offer, .ladder, .report: "\(rawValue).yaml"
    case .roster, .deals: "\(rawValue).csv"
    }
  }

  /// The calls that come next, each with what it is for.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - hasQuota: Whether it says a quota, without which there is no attainment to look at.
  /// - Returns: The calls, in the order in which they are made.
  func nextCalls(
    for path: String, hasQuota: Bool
  ) -> [(arguments: [String], purpose: Inline)] {
    let check: (arguments: [String], purpose: Inline) = (["check", path], "is it right?")
    switch self {
    case .plan:
      let sales = hasQuota ? [] : ["--sales", "300000..900000/100000"]
      return [check, (["simulate", path] + sales, "what does it pay?")]
    case .offer:
      return [
        check, (["offers", path], "what is it worth, and what is there to ask?"),
        (["offers", path, "ontarget:offers/harbor"], "which of two is better?"),
      ]
    case .roster:
      return [
        check,
        (
          ["pay", Self.plan.standardPath, Self.deals.standardPath, "--roster", path],
          "what is everybody paid?"
        ),
      ]
    case .deals:
      return [
        check,
        (["check", path, "--plan", Self.plan.standardPath], "can they be paid by the plan?"),
        (["pay", Self.plan.standardPath, path], "what is paid for them?"),
      ]
    case .ladder:
      return [check, (["path", path], "where does it lead?")]
    case .report:
      return [check, (["report", path, "--output", "report.html"], "what does it say?")]
    }
  }
}

/// What was begun, and what to type next.
private struct StartedFile: Answer {
  var file: StartingFile
  var path: String

  private var calls: [(text: String, purpose: Inline)] {
    let hasQuota = file.lines.contains { $0.text.contains(/^ *[^#]*quota:/) }
    return file.kind.nextCalls(for: path, hasQuota: hasQuota).map {
      (Call(arguments: $0.arguments).text, $0.purpose)
    }
  }

  var document: Document {
    Document(
      title: "\(.code(path)) is begun",
      blocks: [
        .paragraph("\(file.origin) Change in it what is different with you; then:"),
        .bullets(calls.map { "\(.code($0.text)): \($0.purpose)" }),
      ])
  }

  var tables: [NamedTable] { [NamedTable("next", sheet.records)] }

  private var sheet: Sheet<String> {
    var sheet = Sheet(calls.map(\.text))
    sheet.add("call", "Call") { .text($0) }
    return sheet
  }

  var facts: [JSONValue.Member] { [JSONValue.Member("file", .string(path))] }
}
