import PackagePlugin

/// Makes Swift string literals of a target's text files, so that the binary works without them.
///
/// Every file of the target that is neither source nor a declared resource is embedded. SwiftPM's own
/// `.embedInCode` writes an array of bytes, which takes the compiler half a minute for 200 kB where
/// this takes a second, and wants each file named in the code.
@main
struct EmbedTexts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    // The folder of a DocC catalogue counts as a file of an unknown type too.
    let texts = target.sourceFiles.filter { $0.type == .unknown }.map(\.url)
      .filter { $0.pathExtension != "docc" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(texts.count) texts in \(target.name)",
        executable: try context.tool(named: "embed-texts").url,
        arguments: [output.path] + texts.map(\.path), inputFiles: texts, outputFiles: [output])
    ]
  }
}
