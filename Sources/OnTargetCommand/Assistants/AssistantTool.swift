import ArgumentParser
import FileAccess
import Findings
import FoundationEssentials

/// `ontarget mcp`.
struct AssistantTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer an assistant's questions with this engine (Model Context Protocol).",
    discussion: """
      It speaks over standard input and output until the input ends. Each verb that answers is a tool, \
      with the arguments that the verb has and the JSON that it prints. Files are named relative to the \
      folder, and only files in it and below it can be read, besides the samples that come with the \
      program. Nothing is written, and no ledger is changed.

      Example:
        ontarget mcp .
      """)

  @Argument(
    help: ArgumentHelp("The folder whose files the assistant may read.", valueName: "folder"))
  var folder: String

  func run() throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder,
      FileManager.default.changeCurrentDirectoryPath(folder)
    else {
      throw InputFailure(
        .noInput,
        Finding(
          "file.no-folder", at: Place(file: folder), "there is no such folder",
          remedy: "name a folder with plans and tables"))
    }
    let place = FileManager.default.currentDirectoryPath
    let datasets = try? DatasetOptions.directory(nil)
    Confinement.begin(inside: [place] + (datasets.map { [$0] } ?? []))
    let server = AssistantServer(
      tools: try VerbTool.all(), resources: FolderResources(folder: place))
    while let line = readLine() {
      guard let reply = server.reply(to: line) else { continue }
      guard StandardStream.output.write(reply) else { return }
    }
  }
}
