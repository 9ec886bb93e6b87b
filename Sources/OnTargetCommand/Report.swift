import ArgumentParser

struct Report: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(commandName: "report")
  @OptionGroup var output: OutputOptions
  func respond() throws -> Response { throw ValidationError("x") }
}
