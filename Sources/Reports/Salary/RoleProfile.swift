public import Findings
internal import YAMLReading

/// What a role does, where it is found and what rules it is under, as a file describes it.
public struct RoleProfile: Hashable, Sendable {
  /// An industry in which the role is common.
  public struct Industry: Hashable, Sendable {
    /// The industry.
    public let name: String
    /// The accounts that are typical there.
    public let accounts: String
    /// The code of the published occupation that is nearest there.
    public let nearestOccupation: String
  }

  /// A rule that the role is under.
  public struct Rule: Hashable, Sendable {
    /// What it says, in plain words.
    public let text: String
    /// Where it stands.
    public let source: String
  }

  /// The name of the role.
  public let name: String
  /// What it is, in a few sentences.
  public let summary: String
  /// What the person does.
  public let duties: [String]
  /// What the person can do.
  public let skills: [String]
  /// Where the role is common.
  public let industries: [Industry]
  /// The codes of the published occupations that hold people of this role, the nearest first.
  public let neighbouringOccupations: [String]
  /// The rules that it is under.
  public let rules: [Rule]

  /// Reads a role file.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` with every error in it.
  public init(path: String) throws(InputFailure) {
    try self.init(try YAMLDocument.read(path: path))
  }

  /// Reads the text of a role file; `file` is the name that findings show.
  ///
  /// - Throws: `.badData` with every error in the text.
  public init(yaml: String, file: String) throws(InputFailure) {
    try self.init(try YAMLDocument(text: yaml, file: file))
  }

  private init(_ document: YAMLDocument) throws(InputFailure) {
    let reader = YAMLReader(document)
    let profile = Self.read(reader)
    guard let profile, !reader.log.hasErrors else { throw InputFailure(.badData, reader.log) }
    self = profile
  }

  private init(
    name: String, summary: String, duties: [String], skills: [String], industries: [Industry],
    neighbouringOccupations: [String], rules: [Rule]
  ) {
    self.name = name
    self.summary = summary
    self.duties = duties
    self.skills = skills
    self.industries = industries
    self.neighbouringOccupations = neighbouringOccupations
    self.rules = rules
  }

  private static func read(_ reader: YAMLReader) -> RoleProfile? {
    guard let file = reader.group(reader.document.root, .roleFile) else { return nil }
    func text(_ group: YAMLGroup, _ name: String) -> String {
      group[name].flatMap { reader.text($0, "\"\(name)\"") } ?? ""
    }
    func elements(_ name: String) -> [YAMLValue] {
      file[name].flatMap { reader.list($0, "\"\(name)\"") } ?? []
    }
    func texts(_ name: String) -> [String] {
      elements(name).map { reader.text($0, "each of \"\(name)\"") ?? "" }
    }
    return RoleProfile(
      name: text(file, "role"), summary: text(file, "summary"), duties: texts("duties"),
      skills: texts("skills"),
      industries: elements("found in").compactMap { reader.group($0, .industry) }.map {
        Industry(
          name: text($0, "industry"), accounts: text($0, "accounts"),
          nearestOccupation: text($0, "nearest occupation"))
      },
      neighbouringOccupations: texts("neighbouring occupations"),
      rules: elements("rules").compactMap { reader.group($0, .rule) }.map {
        Rule(text: text($0, "text"), source: text($0, "source"))
      })
  }
}
