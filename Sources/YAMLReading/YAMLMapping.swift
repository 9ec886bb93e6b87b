internal import Findings

/// The keys of a mapping, taken out one by one; what nobody asked for is reported at the end.
public struct YAMLMapping {
  /// The mapping itself.
  public let value: YAMLValue
  private let what: Inline
  private let reader: YAMLReader
  private var known: [String] = []

  init(_ value: YAMLValue, what: Inline, reader: YAMLReader) {
    self.value = value
    self.what = what
    self.reader = reader
  }

  /// The names that are written, in order.
  public var names: [String] { (value.entries ?? []).map(\.name) }

  /// Returns the value of a key; nil when it is not there or has no value.
  public mutating func optional(_ name: String) -> YAMLValue? {
    known.append(name)
    guard let entry = value.entries?.first(where: { $0.name == name }) else { return nil }
    if entry.value.isNull {
      reader.report(
        "yaml.no-value", at: entry.key, "\"\(name)\" has no value",
        remedy: "write a value after the colon, or leave the key out")
      return nil
    }
    return entry.value
  }

  /// Returns the value of a key; reports when it is not there.
  public mutating func required(_ name: String) -> YAMLValue? {
    let isWritten = names.contains(name)
    if let value = optional(name) { return value }
    if !isWritten {
      reader.report("yaml.missing-key", at: value, "\(what) needs the key \"\(name)\"")
    }
    return nil
  }

  /// Returns the key itself as a value, for findings about it.
  public func key(_ name: String) -> YAMLValue? {
    value.entries?.first { $0.name == name }?.key
  }

  /// Reports every key that was not asked for; `meant` has the keys for other words that people use.
  public func finish(meant: [String: String] = [:]) {
    for entry in value.entries ?? [] where !known.contains(entry.name) {
      let word = entry.name.lowercased().replacing("_", with: " ")
      let remedy =
        meant[word].map { "write `\($0)`" } ?? NearMiss.remedy(for: entry.name, among: known)
      reader.report(
        "yaml.unknown-key", at: entry.key, "\(what) has no key \"\(entry.name)\"", remedy: remedy)
    }
  }
}
