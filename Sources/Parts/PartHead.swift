/// What a part of an answer says of itself: what it is a part of, and what it rests on.
public struct PartHead: Hashable, Sendable {
  /// What the body of a part holds; parts of one kind are put together.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name that a file has for the parts of a verb, such as "simulate-part".
    public init(ofVerb verb: String) { self.init(rawValue: verb + "-part") }
  }

  /// A file that a part rests on.
  public struct Input: Hashable, Sendable {
    /// The path as it was given.
    public var name: String
    /// Its SHA-256 in hexadecimal digits.
    public var sha256: String
    /// The rows that were read; nil for a file that has none, such as a plan.
    public var rows: Int?

    /// Creates an input.
    public init(name: String, sha256: String, rows: Int? = nil) {
      self.name = name
      self.sha256 = sha256
      self.rows = rows
    }
  }

  /// The version that wrote it.
  public var version: String
  /// What the body holds.
  public var kind: Kind
  /// The call that it is a part of, with the verb and without the inputs of this part alone.
  public var options: [String]
  /// The files that all parts of the answer rest on, such as plans and mappings.
  public var shared: [Input]
  /// The files that this part alone has read.
  public var inputs: [Input]
  /// The rows of its inputs, or what else its body counts, such as simulated years.
  public var rows: Int
  /// What tells the part from the others of the answer; those of all parts that it was put together from.
  public var parts: [String]

  /// Creates a head.
  public init(
    version: String, kind: Kind, options: [String], shared: [Input] = [], inputs: [Input] = [],
    rows: Int, parts: [String]
  ) {
    self.version = version
    self.kind = kind
    self.options = options
    self.shared = shared
    self.inputs = inputs
    self.rows = rows
    self.parts = parts
  }
}
