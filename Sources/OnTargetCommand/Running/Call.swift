/// What was typed after the name of the command, for outputs that say how they were made.
struct Call {
  /// The arguments.
  let arguments: [String]
  /// The file that says most of the arguments, if there is one.
  var recipe: Recipe?

  /// The call as it can be typed into a shell.
  var text: String { (["ontarget"] + arguments.map(Self.quoted)).joined(separator: " ") }

  /// What was typed for an option, for what is needed before the arguments are parsed.
  func value(of option: String) -> String? { values(of: option).last }

  /// Everything that was typed for an option.
  func values(of option: String) -> [String] {
    let pairs = zip(arguments, arguments.dropFirst() + [""])
    return pairs.compactMap { name, value in
      name == option
        ? value : name.hasPrefix(option + "=") ? "\(name.dropFirst(option.count + 1))" : nil
    }
  }

  /// Quotes what a POSIX shell would split or expand.
  private static func quoted(_ argument: String) -> String {
    let safe = argument.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_./,:=%+@".unicodeScalars.contains(scalar)
    }
    guard !safe || argument.isEmpty else { return argument }
    return "'\(argument.replacing("'", with: "'\\''"))'"
  }
}
