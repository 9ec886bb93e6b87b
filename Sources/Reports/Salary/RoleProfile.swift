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
    let reader = YAMLReader(try YAMLDocument.read(path: path))
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
    guard var file = reader.mapping(reader.document.root, "a role file") else { return nil }
    func text(_ value: YAMLValue?, _ what: Inline) -> String {
      value.flatMap { reader.text($0, what) } ?? ""
    }
    func texts(_ value: YAMLValue?, _ what: Inline) -> [String] {
      (value.flatMap { reader.list($0, what) } ?? []).map { text($0, "each of \(what)") }
    }
    func groups<Group>(
      _ value: YAMLValue?, _ what: Inline, _ read: (inout YAMLMapping) -> Group
    ) -> [Group] {
      (value.flatMap { reader.list($0, what) } ?? []).compactMap { element in
        guard var group = reader.mapping(element, "each of \(what)") else { return nil }
        defer { group.finish() }
        return read(&group)
      }
    }
    let profile = RoleProfile(
      name: text(file.required("role"), .code("\"role\"")),
      summary: text(file.required("summary"), .code("\"summary\"")),
      duties: texts(file.required("duties"), .code("\"duties\"")),
      skills: texts(file.required("skills"), .code("\"skills\"")),
      industries: groups(file.required("found in"), .code("\"found in\"")) { group in
        Industry(
          name: text(group.required("industry"), .code("\"industry\"")),
          accounts: text(group.required("accounts"), .code("\"accounts\"")),
          nearestOccupation: text(
            group.required("nearest occupation"), .code("\"nearest occupation\"")))
      },
      neighbouringOccupations: texts(
        file.required("neighbouring occupations"), .code("\"neighbouring occupations\"")),
      rules: groups(file.optional("rules"), .code("\"rules\"")) { group in
        Rule(
          text: text(group.required("text"), .code("\"text\"")),
          source: text(group.required("source"), .code("\"source\"")))
      })
    file.finish()
    return profile
  }
}
