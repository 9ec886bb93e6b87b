import ArgumentParser
import Parts

/// How a verb does a part of its work, for another machine to put together.
struct PartOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a part of the answer in place of it, for ontarget merge to put together.",
      valueName: "file"))
  var part: String?
}
