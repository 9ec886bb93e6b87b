import ArgumentParser
import FoundationEssentials

/// A command as the argument parser describes it from the declarations of its options, so that nothing
/// lists them a second time.
struct VerbDescription: Decodable {
  /// One option, flag or positional argument.
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    enum Kind: String, Decodable {
      case positional, option, flag
    }

    var kind: Kind
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var allValues: [String]?

    /// The name behind two dashes; nil for a positional argument.
    var longName: String? { names?.first { $0.kind == "long" }?.name }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [VerbDescription]?

  /// The root of the command.
  ///
  /// - Throws: When the parser describes itself in a way that is not known here.
  static func root() throws -> VerbDescription {
    struct Dump: Decodable { var command: VerbDescription }
    return try JSONDecoder().decode(Dump.self, from: Data(OnTargetTool._dumpHelp().utf8)).command
  }
}
