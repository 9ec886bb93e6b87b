public import Findings

/// A file that an answer rests on, and what became of its rows.
public struct InputDescription: Hashable, Sendable {
  /// The path as the user gave it.
  public var path: String
  /// The rows that were read; nil for a file that has none, such as a plan.
  public var rows: Int?
  /// The rows that could not be used.
  public var rejected: Int?
  /// The rows that are no data, by the name of the rule that set them aside; nil where none does.
  ///
  /// All rows are used, could not be used, or are set aside.
  public var setAside: [String: Int]?
  /// The SHA-256 of the file, in hexadecimal digits, where it was asked for.
  public var sha256: String?
  /// The language that it has words for; nil for a file that documents in all languages rest on.
  public var language: Language?

  /// Creates a description.
  public init(
    path: String, rows: Int? = nil, rejected: Int? = nil, setAside: [String: Int]? = nil,
    sha256: String? = nil, language: Language? = nil
  ) {
    self.path = path
    self.language = language
    self.rows = rows
    self.rejected = rejected
    self.setAside = setAside
    self.sha256 = sha256
  }
}
