import ArgumentParser

struct Check: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(commandName: "check")
  @OptionGroup var output: OutputOptions
  func respond() throws -> Response { throw ValidationError("x") }
}
