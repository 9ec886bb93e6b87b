import ArgumentParser
import Findings
import Reporting

/// A verb as a tool of an assistant: what it is told of its arguments, and a call of it.
struct VerbTool {
  /// What is wrong with the arguments of a call.
  struct Refusal: Error {
    var message: String
  }

  /// One argument as an assistant gives it.
  private struct Property {
    var key: String
    var argument: VerbDescription.Argument
    /// Whether `--no-key` says the opposite.
    var hasOpposite = false
  }

  /// What an answer has by itself here, or what is said when the server begins.
  private static let fixed: Set<String> = [
    "format", "output", "table", "locale", "chart", "shared", "checksums", "datasets", "help",
    "version", "shard",
  ]

  private let path: [String]
  private let description: VerbDescription
  private let properties: [Property]

  /// The name: the words of the verb.
  var name: String { path.joined(separator: "_") }

  /// The verbs that answer, in the order of the help.
  ///
  /// - Throws: When the parser describes itself in a way that is not known here.
  static func all() throws -> [VerbTool] {
    tools(of: OnTargetTool.self, try VerbDescription.root(), path: [])
  }

  private static func tools(
    of command: any ParsableCommand.Type, _ description: VerbDescription, path: [String]
  ) -> [VerbTool] {
    var tools: [VerbTool] = []
    if command is any Verb.Type, !(command is any Act.Type) {
      tools.append(VerbTool(path: path, description: description))
    }
    for below in command.configuration.subcommands {
      let known = description.subcommands?.first { $0.commandName == below._commandName }
      guard let known else { continue }
      tools += Self.tools(of: below, known, path: path + [known.commandName])
    }
    return tools
  }

  private init(path: [String], description: VerbDescription) {
    self.path = path
    self.description = description
    let arguments = (description.arguments ?? []).filter(\.shouldDisplay)
    let names = Set(arguments.compactMap(\.longName))
    properties = arguments.compactMap { argument in
      guard let name = argument.longName else {
        let key = (argument.valueName ?? "value").replacing(" ", with: "_")
        return Property(key: key, argument: argument)
      }
      let isOpposite = name.hasPrefix("no-") && names.contains(String(name.dropFirst(3)))
      // What writes a file says so first; it would be refused.
      let writes = argument.abstract?.hasPrefix("Write ") ?? false
      guard !Self.fixed.contains(name), !isOpposite, !writes else { return nil }
      return Property(key: name, argument: argument, hasOpposite: names.contains("no-" + name))
    }
  }
}

extension VerbTool {
  /// The tool as the protocol describes one.
  var json: JSONValue {
    let required = properties.filter { !$0.argument.isOptional && $0.argument.kind != .flag }
    return [
      "name": .string(name),
      "title": .string("ontarget " + path.joined(separator: " ")),
      "description": .string(text),
      "inputSchema": [
        "type": "object",
        "properties": .object(properties.map { JSONValue.Member($0.key, schema(of: $0)) }),
        "required": .array(required.map { .string($0.key) }),
        "additionalProperties": false,
      ],
      "annotations": ["readOnlyHint": true, "openWorldHint": false],
    ]
  }

  /// What the verb does, without the examples of its help, which are for a shell.
  private var text: String {
    let paragraphs = (description.discussion ?? "").split(separator: "\n\n").prefix {
      !$0.hasPrefix("Example")
    }
    return ([description.abstract ?? ""] + paragraphs.map(String.init)).joined(separator: "\n\n")
  }

  private func schema(of property: Property) -> JSONValue {
    let argument = property.argument
    let text = JSONValue.Member("description", .string(argument.abstract ?? ""))
    if argument.kind == .flag { return .object([.init("type", "boolean"), text]) }
    let value: [JSONValue.Member] =
      if let values = argument.allValues {
        [.init("type", "string"), .init("enum", .array(values.map(JSONValue.string)))]
      } else {
        [.init("type", ["string", "number"])]
      }
    guard argument.isRepeating else { return .object(value + [text]) }
    return .object([.init("type", "array"), .init("items", .object(value)), text])
  }
}

extension VerbTool {
  /// What a call answers.
  struct Result {
    /// The JSON of the verb; nil where it could not answer.
    var answer: JSONValue?
    /// What people would read besides it: findings, or why there is no answer.
    var text: String
    /// The findings as records.
    var findings: [Finding]
    /// The exit status that the command has for it.
    var status: Int32
  }

  /// Runs the verb in this process; it writes no file.
  ///
  /// - Parameter given: The arguments; nil for none.
  /// - Returns: What it answered, or why it could not.
  /// - Throws: `Refusal` for arguments that the verb has not, or that are of another type.
  func call(_ given: ReceivedValue?) throws(Refusal) -> Result {
    let arguments = try arguments(of: given)
    let outcome = OutputFile.$mode.withValue(.refuse) {
      Invocation(arguments + ["--format", "json"]).run()
    }
    return Result(
      answer: outcome.json, text: outcome.standardError, findings: outcome.findings.findings,
      status: outcome.status)
  }

  /// What would be typed after the name of the command.
  private func arguments(of given: ReceivedValue?) throws(Refusal) -> [String] {
    var members: [String: ReceivedValue] = [:]
    switch given ?? .null {
    case .null: break
    case .object(let found): members = found
    default: throw Refusal(message: "the arguments are no object")
    }
    let keys = properties.map(\.key)
    if let unknown = members.keys.sorted().first(where: { !keys.contains($0) }) {
      let remedy = NearMiss.remedy(for: unknown, among: keys).map { "; \($0)" } ?? ""
      throw Refusal(message: "\(name) has no argument \"\(unknown)\"\(remedy)")
    }
    var files: [String] = []
    var options: [String] = []
    for property in properties {
      guard let value = members[property.key], value != .null else { continue }
      switch property.argument.kind {
      case .flag:
        guard case .bool(let isSet) = value else {
          throw Refusal(message: "\(property.key) is true or false")
        }
        if isSet {
          options.append("--\(property.key)")
        } else if property.hasOpposite {
          options.append("--no-\(property.key)")
        }
      case .option:
        // Behind the equals sign nothing is taken for another option.
        options += try texts(of: value, property).map { "--\(property.key)=\($0)" }
      case .positional:
        let texts = try texts(of: value, property)
        if let odd = texts.first(where: { $0.hasPrefix("-") }) {
          throw Refusal(message: "\(property.key): \"\(odd)\" begins with a dash")
        }
        files += texts
      }
    }
    return path + files + options
  }

  private func texts(
    of value: ReceivedValue, _ property: Property
  ) throws(Refusal) -> [String] {
    let isList = property.argument.isRepeating
    let values: [ReceivedValue] =
      if isList, case .array(let items) = value { items } else { [value] }
    var texts: [String] = []
    for value in values {
      guard let text = value.typed else {
        throw Refusal(
          message:
            "\(property.key) is \(isList ? "a list of texts or numbers" : "a text or a number")")
      }
      texts.append(text)
    }
    return texts
  }
}
