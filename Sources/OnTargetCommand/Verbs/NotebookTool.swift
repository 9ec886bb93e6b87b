import Answers
import ArgumentParser
import Findings
import FoundationEssentials
import Notebooks
import Reports

/// `ontarget notebook`.
struct NotebookTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Run Markdown notebooks, or check that they show what comes out.",
    subcommands: [NotebookRunTool.self, NotebookCheckTool.self])
}

/// `ontarget notebook run`.
struct NotebookRunTool: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the ontarget blocks of notebooks and write each output below its block.",
    discussion: """
      Only ontarget commands are run, never a shell, from the current folder. What they write with \
      --output must lie in the folder of the notebook.

      Example:
        ontarget notebook run notebooks-md/what-is-my-quota-worth.md
      """)

  @Argument(help: ArgumentHelp("The notebooks.", valueName: "file"))
  var files: [String]

  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    try NotebookTool.respond(files, writes: true)
  }
}

/// `ontarget notebook check`.
struct NotebookCheckTool: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "check",
    abstract: "Fail with a difference when what a notebook shows is not what comes out.",
    discussion: """
      Nothing is written. The exit status is 1 when something differs.

      Example:
        ontarget notebook check notebooks-md/what-is-my-quota-worth.md
      """)

  @Argument(help: ArgumentHelp("The notebooks.", valueName: "file"))
  var files: [String]

  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    try NotebookTool.respond(files, writes: false)
  }
}

extension NotebookTool {
  /// The notebook's own headings are of levels 1 and 2; outputs go below.
  private static let headingLevel = 2

  fileprivate static func respond(_ files: [String], writes: Bool) throws -> Response {
    // One that runs itself would never end.
    guard case .write = OutputFile.mode else {
      throw InputFailure(
        .usage,
        Finding(
          "notebook.nested", at: Place(file: files[0]), "a notebook runs no other notebook",
          remedy: "put its commands into this one"))
    }
    var entries: [NotebookReport.Entry] = []
    for path in files {
      let text = try read(path)
      let notebook = try Notebook(text, path: path)
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let inside = folder.isEmpty ? "." : folder.joined(separator: "/")
      let mode: OutputFile.Mode = writes ? .writeInside(folder: inside) : .compare
      let run = try OutputFile.withScratchFolder {
        OutputFile.$mode.withValue(mode) {
          NotebookRun(notebook) { arguments in
            let outcome = Invocation(arguments, nestedBelow: headingLevel).run()
            return NotebookRun.Output(
              text: outcome.standardOutput, errors: outcome.standardError, status: outcome.status,
              language: outcome.format == .markdown ? nil : outcome.format.rawValue)
          }
        }
      }
      // A notebook with a command that failed keeps its old outputs.
      if writes, !run.log.hasErrors, run.text != text { try OutputFile.write(run.text, to: path) }
      entries.append(
        NotebookReport.Entry(
          path: path, commands: notebook.blocks.count,
          difference: LineDifference.description(from: text, to: run.text, path: path),
          log: run.log))
    }
    let report = NotebookReport(entries, isWritten: writes)
    return Response(
      answer: report, inputs: files.map { InputDescription(path: $0) },
      status: report.isClean ? .done : .answerIsNo)
  }

  private static func read(_ path: String) throws(InputFailure) -> String {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw failure(path, "there is no such file")
    }
    guard !isFolder else { throw failure(path, "this is a directory; name the notebooks in it") }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw failure(path, "the notebook cannot be read as UTF-8")
    }
    return text
  }

  private static func failure(_ path: String, _ message: Inline) -> InputFailure {
    InputFailure(.noInput, Finding("file.unreadable", at: Place(file: path), message))
  }
}
