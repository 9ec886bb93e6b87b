public import Findings

/// A value of a YAML file with the place where it stands.
///
/// Scalars stay the text that was written: what `no`, `1_000` or `2021-05-01` means is for the
/// reader of the key to say, not for YAML's type rules.
public struct YAMLValue: Hashable, Sendable {
  /// What the value is made of.
  public enum Content: Hashable, Sendable {
    /// Text, without its quotes.
    case scalar(String)
    /// A list.
    case sequence([YAMLValue])
    /// Keys and values in the order of the file.
    case mapping([Entry])
    /// Nothing: an empty value, `~` or `null`.
    case null
  }

  /// One key of a mapping and its value.
  public struct Entry: Hashable, Sendable {
    /// The key, whose content is text.
    public let key: YAMLValue
    /// The value.
    public let value: YAMLValue

    /// Creates an entry, such as one that a file may leave out.
    package init(key: YAMLValue, value: YAMLValue) {
      self.key = key
      self.value = value
    }

    /// The text of the key.
    public var name: String { key.text ?? "" }
  }

  /// What the value is made of.
  public let content: Content
  /// The line of the first character, from 1.
  public let line: Int
  /// The column of the first character, from 1.
  public let column: Int

  /// Creates a value, such as one that joins the keys of others.
  public init(content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The text of a scalar; nil for everything else.
  public var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The entries of a mapping; nil for everything else.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The elements of a list; nil for everything else.
  public var elements: [YAMLValue]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// Whether nothing is written here.
  public var isNull: Bool { content == .null }

  /// What the value is, in words for a message.
  public var kindInWords: Inline {
    switch content {
    case .scalar(let text): "\"\(text)\""
    case .sequence: "a list"
    case .mapping: "a group of keys"
    case .null: "nothing"
    }
  }
}
