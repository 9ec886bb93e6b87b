package import Findings

/// The keys of a group in a file format, as data.
///
/// The reader of the group, the JSON Schema of the format and the key table of its manual follow from it,
/// so that a key is written once.
package struct Grammar: Sendable {
  /// One key of a group.
  package struct Key: Sendable {
    /// The key as it is written.
    package var name: String
    /// What its value looks like.
    package var kind: ValueKind
    /// Whether the group is incomplete without it.
    package var isRequired: Bool
    /// The key beside which alone it says something; nil where it stands by itself.
    package var beside: String?
    /// What holds when the key is left out, in Markdown; nil where nothing is to be said.
    package var standard: String?
    /// What the key means, in Markdown.
    package var help: String

    /// Creates a key; without `default` it may be left out, and nothing takes its place.
    package init(
      _ name: String, _ kind: ValueKind, required isRequired: Bool = false,
      beside: String? = nil, default standard: String? = nil, _ help: String
    ) {
      self.name = name
      self.kind = kind
      self.isRequired = isRequired
      self.beside = beside
      self.standard = standard
      self.help = help
    }
  }

  /// The name of the group in schema and manual, such as "gate".
  package let name: String
  /// The group in findings, such as "a gate".
  package let what: Inline
  /// The keys, in the order of the manual.
  package let keys: [Key]
  /// Keys of which at least one has to be there.
  package let oneOf: [String]
  /// The keys for other words that people use, in small letters.
  package let meant: [String: String]

  /// Creates the grammar of a group.
  package init(
    _ name: String, what: Inline? = nil, _ keys: [Key], oneOf: [String] = [],
    meant: [String: String] = [:]
  ) {
    self.name = name
    self.what = what ?? .code(name)
    self.keys = keys
    self.oneOf = oneOf
    self.meant = meant
  }

  /// Returns the same group as findings call it where it has a name of its own.
  package func called(_ what: Inline) -> Grammar {
    Grammar(name, what: what, keys, oneOf: oneOf, meant: meant)
  }

  /// Returns the key of a name.
  package func key(_ name: String) -> Key? { keys.first { $0.name == name } }

  /// Returns what to write in place of a key that is none.
  func remedy(for name: String) -> Inline? {
    let word = name.lowercased().replacing("_", with: " ")
    return meant[word].map { "write `\($0)`" }
      ?? NearMiss.remedy(for: name, among: keys.map(\.name))
  }

  /// This group and all groups in it, each once, in the order of the manual.
  package var groups: [Grammar] {
    var found: [Grammar] = []
    func add(_ grammar: Grammar) {
      guard !found.contains(where: { $0.name == grammar.name }) else { return }
      found.append(grammar)
      for key in grammar.keys { key.kind.eachGroup(add) }
    }
    add(self)
    return found
  }
}

/// What the value of a key looks like.
package indirect enum ValueKind: Sendable {
  /// Text or a number in one of the forms of a format.
  case scalar(Scalar)
  /// One of several words.
  case words([String])
  /// `true` or `false`.
  case flag
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A list.
  case list(ValueKind, atLeast: Int = 0)
  /// A group whose keys the file chooses; where values may be left out, a key alone is enough.
  case named(ValueKind, mayBeEmpty: Bool = false)
  /// A group of keys.
  case group(Grammar)
  /// Any of several kinds.
  case either([ValueKind])
  /// A kind with a name of its own, which the schema writes once, and with words for a key table where
  /// it is too much for a cell.
  case defined(String, ValueKind, words: String? = nil)

  /// A form of text or number.
  package struct Scalar: Sendable {
    /// The name in the schema; nil for a form that is written out where it stands.
    package var name: String?
    /// The form in words, such as "percentage".
    package var words: String
    /// The types of JSON that it may be.
    package var types: [String]
    /// A regular expression that the text matches.
    package var pattern: String?
    /// An explanation for whoever writes it.
    package var help: String?

    /// Creates a form.
    package init(
      _ name: String? = nil, words: String, types: [String] = ["string"], pattern: String? = nil,
      help: String? = nil
    ) {
      self.name = name
      self.words = words
      self.types = types
      self.pattern = pattern
      self.help = help
    }
  }

  /// Text of any form.
  package static let text: ValueKind = .scalar(Scalar(words: "text"))
  /// A day.
  package static let date: ValueKind = .scalar(
    Scalar("date", words: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))

  /// One of the words of a table.
  package static func word<Value>(_ words: Words<Value>) -> ValueKind { .words(words.names) }

  /// One value, or a list of them.
  package static func oneOrList(_ kind: ValueKind) -> ValueKind { .either([kind, .list(kind)]) }

  /// Calls a function with each group that a value may be, or hold.
  fileprivate func eachGroup(_ body: (Grammar) -> Void) {
    switch self {
    case .scalar, .words, .flag, .integer: break
    case .group(let grammar): body(grammar)
    case .list(let kind, _), .named(let kind, _), .defined(_, let kind, _): kind.eachGroup(body)
    case .either(let kinds): for kind in kinds { kind.eachGroup(body) }
    }
  }

  /// The range of a whole number; nil for other kinds.
  var integers: ClosedRange<Int>? {
    switch self {
    case .integer(let range): range
    case .either(let kinds): kinds.lazy.compactMap(\.integers).first
    case .defined(_, let kind, _): kind.integers
    default: nil
    }
  }
}

/// The words that a key allows, with what each means.
package struct Words<Value: Sendable>: Sendable {
  /// The words, in the order in which they are offered.
  package let choices: KeyValuePairs<String, Value>

  /// Creates a table of words.
  package init(_ choices: KeyValuePairs<String, Value>) {
    self.choices = choices
  }

  /// The words alone.
  package var names: [String] { choices.map(\.key) }
}
