package import Amounts
package import Findings

/// A group of keys that a grammar describes.
///
/// What is wrong with the keys themselves was reported when it was made: keys that the grammar does not
/// know, that have no value, and that are missing. A method that returns nil has reported why, or the
/// key is not there.
package struct YAMLGroup {
  /// The group as it is written.
  package let value: YAMLValue
  /// What may be in it.
  package let grammar: Grammar
  private let reader: YAMLReader

  init(_ value: YAMLValue, _ grammar: Grammar, _ reader: YAMLReader) {
    self.value = value
    self.grammar = grammar
    self.reader = reader
    checkKeys()
  }

  private func checkKeys() {
    for entry in value.entries ?? [] {
      let name = entry.name
      let known = grammar.key(name)
      let missing = known?.beside.flatMap { key($0) == nil ? $0 : nil }
      if known == nil || missing != nil {
        reader.report(
          "yaml.unknown-key", at: entry.key, "\(grammar.what) has no key \"\(name)\"",
          remedy: missing.map { "it is for a group with `\($0)`" } ?? grammar.remedy(for: name))
        continue
      }
      if entry.value.isNull {
        reader.report(
          "yaml.no-value", at: entry.key, "\"\(name)\" has no value",
          remedy: "write a value after the colon, or leave the key out")
      }
    }
    for known in grammar.keys where known.isRequired { _ = required(known.name) }
    if !grammar.oneOf.isEmpty, !grammar.oneOf.contains(where: { key($0) != nil }) {
      let names = grammar.oneOf.map { "\"\($0)\"" as Inline }.joined(separator: " or ")
      reader.report(
        "yaml.missing-key", at: value, "a \(grammar.name) needs the key \(names)")
    }
  }

  /// Returns the value of a key; nil when it is not there or has no value.
  package subscript(_ name: String) -> YAMLValue? {
    assert(grammar.key(name) != nil, "the grammar of \(grammar.name) has no key \(name)")
    guard let value = entry(name)?.value, !value.isNull else { return nil }
    return value
  }

  /// Returns the value of a key that only some of these groups need; reports when it is not there.
  package func required(_ name: String) -> YAMLValue? {
    if entry(name) == nil {
      reader.report("yaml.missing-key", at: value, "\(grammar.what) needs the key \"\(name)\"")
    }
    return self[name]
  }

  /// Returns the key itself as a value, for findings about it.
  package func key(_ name: String) -> YAMLValue? { entry(name)?.key }

  private func entry(_ name: String) -> YAMLValue.Entry? {
    value.entries?.first { $0.name == name }
  }

  /// Returns the whole number of a key, in the range of the grammar.
  package func integer(_ name: String) -> Int? {
    guard let range = grammar.key(name)?.kind.integers else { return nil }
    return self[name].flatMap { reader.integer($0, .code(name), in: range) }
  }

  /// Returns whether a key says yes.
  package func flag(_ name: String) -> Bool? { self[name].flatMap { reader.flag($0, .code(name)) } }

  /// Returns the day of a key.
  package func date(_ name: String) -> CalendarDate? {
    self[name].flatMap { reader.date($0, .code(name)) }
  }

  /// Returns what the word of a key means.
  package func choice<Value>(_ name: String, _ words: Words<Value>) -> Value? {
    self[name].flatMap { reader.choice($0, .code(name), among: words) }
  }
}

extension YAMLReader {
  /// Returns the keys of a group, after what is wrong with them as keys has been reported.
  package func group(_ value: YAMLValue, _ grammar: Grammar) -> YAMLGroup? {
    entries(value, grammar.what) == nil ? nil : YAMLGroup(value, grammar, self)
  }

  /// Returns the entries of a group whose keys the file chooses.
  package func entries(_ value: YAMLValue, _ what: Inline) -> [YAMLValue.Entry]? {
    mapping(value, what)?.value.entries
  }

  /// Returns what one of several words means.
  package func choice<Value>(
    _ value: YAMLValue, _ what: Inline, among words: Words<Value>
  ) -> Value? {
    choice(value, what, among: words.choices)
  }
}
