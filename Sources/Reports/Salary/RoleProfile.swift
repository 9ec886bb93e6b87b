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
  /// The same in other languages, with the path of the file that says it.
  public private(set) var translations: [Language: Translation] = [:]

  /// A role in the words of another language.
  public struct Translation: Hashable, Sendable {
    /// The role in these words.
    public let profile: RoleProfile
    /// The file that has them.
    public let path: String
  }

  /// Reads a role file, and the files beside it that have its words in other languages:
  /// `account-executive.de.yaml` beside `account-executive.yaml`.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` with every error in one of the files.
  public init(path: String) throws(InputFailure) {
    self = try Self.read(path: path)
    for language in Language.all where language != .english {
      guard let dot = path.lastIndex(of: ".") else { continue }
      let beside = "\(path[..<dot]).\(language.code)\(path[dot...])"
      do throws(InputFailure) {
        translations[language] = Translation(
          profile: try Self.read(path: beside, translating: self), path: beside)
      } catch  where error.code == .noInput {
        // It has none in this language.
      }
    }
  }

  private static func read(
    path: String, translating original: RoleProfile? = nil
  ) throws(InputFailure) -> RoleProfile {
    let reader = YAMLReader(try YAMLDocument.read(path: path))
    let profile = read(reader, translating: original)
    guard let profile, !reader.log.hasErrors else { throw InputFailure(.badData, reader.log) }
    return profile
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

  /// Reads a role; a translation has as many of everything as the original, which has the codes.
  private static func read(
    _ reader: YAMLReader, translating original: RoleProfile?
  ) -> RoleProfile? {
    guard var file = reader.mapping(reader.document.root, "a role file") else { return nil }
    func text(_ value: YAMLValue?, _ what: String) -> String {
      value.flatMap { reader.text($0, what) } ?? ""
    }
    func list(_ value: YAMLValue?, _ what: String, _ count: Int?) -> [YAMLValue] {
      guard let value, let elements = reader.list(value, what) else { return [] }
      if let count, elements.count != count {
        reader.report(
          "language.translation", at: value,
          "\(what) has \(elements.count) elements here and \(count) in the file that it translates",
          remedy: "write the words of each of them, in the same order")
      }
      return elements
    }
    func texts(_ value: YAMLValue?, _ what: String, _ count: Int?) -> [String] {
      list(value, what, count).map { text($0, "each of \(what)") }
    }
    func groups<Group>(
      _ value: YAMLValue?, _ what: String, _ count: Int?, _ read: (inout YAMLMapping, Int) -> Group
    ) -> [Group] {
      list(value, what, count).enumerated().compactMap { index, element in
        guard var group = reader.mapping(element, "each of \(what)") else { return nil }
        defer { group.finish() }
        return read(&group, index)
      }
    }
    let profile = RoleProfile(
      name: text(file.required("role"), "\"role\""),
      summary: text(file.required("summary"), "\"summary\""),
      duties: texts(file.required("duties"), "\"duties\"", original?.duties.count),
      skills: texts(file.required("skills"), "\"skills\"", original?.skills.count),
      industries: groups(
        file.required("found in"), "\"found in\"", original?.industries.count
      ) { group, index in
        Industry(
          name: text(group.required("industry"), "\"industry\""),
          accounts: text(group.required("accounts"), "\"accounts\""),
          nearestOccupation: original.map { original in
            original.industries.indices.contains(index)
              ? original.industries[index].nearestOccupation : ""
          } ?? text(group.required("nearest occupation"), "\"nearest occupation\""))
      },
      neighbouringOccupations: original?.neighbouringOccupations
        ?? texts(
          file.required("neighbouring occupations"), "\"neighbouring occupations\"", nil),
      rules: groups(
        original?.rules.isEmpty == false ? file.required("rules") : file.optional("rules"),
        "\"rules\"", original?.rules.count
      ) { group, _ in
        Rule(
          text: text(group.required("text"), "\"text\""),
          source: text(group.required("source"), "\"source\""))
      })
    file.finish()
    return profile
  }
}
