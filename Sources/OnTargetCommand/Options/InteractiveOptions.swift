import Answers
import ArgumentParser
import Findings
import FoundationEssentials
import PayAnswers
import Reports

/// Whether a statement answers.
struct InteractiveOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      """
      Write one person's statement as a page in which every line opens to its deal, rate and rule, and \
      other outcomes of deals can be tried; HTML, in one file that needs no network.
      """))
  var interactive: Bool = false

  /// Writes the page of one person.
  ///
  /// - Parameters:
  ///   - pay: The statement that is asked for.
  ///   - output: How it is to be written.
  ///   - language: The language where the options name none.
  /// - Returns: The page, as a file in place of a document.
  /// - Throws: For another form than HTML, for several people, and what reading and paying finds.
  func response(
    to pay: StatementQuestion, _ output: OutputOptions, language: Language = .english
  ) throws -> Response {
    try output.requireHTML("a statement that answers")
    let engine = try PageEngine.read("statement")
    let reply = try StatementPageQuestion(pay)
      .answer(in: output.locale ?? language, engine: engine)
    return Response(
      answer: WrittenPage(), inputs: reply.inputs, findings: reply.findings, file: reply.answer.html
    )
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

extension PageEngine {
  /// The engine of a kind of page that came with the command, or that `make page-engine` made in its checkout.
  ///
  /// - Parameter kind: `page` for plans, `offers` or `statement`.
  /// - Returns: The engine.
  /// - Throws: `.noInput` where there is none.
  static func read(_ kind: String) throws(InputFailure) -> PageEngine {
    let built = kind == "page" ? "engine" : kind
    let candidates = CompanionFile.paths(
      installed: "\(kind)-engine.wasm", built: ".build/page-engine/\(built).wasm")
    for path in candidates {
      if let bytes = FileManager.default.contents(atPath: path) {
        return PageEngine(
          Array(bytes), packed: FileManager.default.contents(atPath: path + ".lzma").map(Array.init)
        )
      }
    }
    throw InputFailure(
      .noInput,
      Finding(
        "page.engine", at: Place(file: candidates.first ?? "\(kind)-engine.wasm"),
        "the engine of the page is not here",
        remedy:
          "build it with make page-engine, which needs a Swift toolchain with the target wasm32-unknown-none-wasm, such as that for Linux from swift.org"
      ))
  }
}
