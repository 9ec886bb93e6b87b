public import Findings
package import YAMLReading

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
    try self.init(try YAMLDocument.read(path: path))
  }

  /// Reads a role file that is open, and those beside it.
  package init(_ document: YAMLDocument) throws(InputFailure) {
    self = try Self.read(document)
    let path = document.file
    for language in Language.all where language != .english {
      guard let dot = path.lastIndex(of: ".") else { continue }
      let beside = "\(path[..<dot]).\(language.code)\(path[dot...])"
      do throws(InputFailure) {
        let words = try Self.read(try YAMLDocument.read(path: beside), translating: self)
        translations[language] = Translation(profile: words, path: beside)
      } catch  where error.code == .noInput {
        // It has none in this language.
      }
    }
  }

  /// Reads the text of a role file; `file` is the name that findings show.
  ///
  /// - Throws: `.badData` with every error in the text.
  public init(yaml: String, file: String) throws(InputFailure) {
    self = try Self.read(try YAMLDocument(text: yaml, file: file))
  }

  private static func read(
    _ document: YAMLDocument, translating original: RoleProfile? = nil
  ) throws(InputFailure) -> RoleProfile {
    let reader = YAMLReader(document)
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
    let grammar: Grammar = original == nil ? .roleFile : .roleWords
    guard let file = reader.group(reader.document.root, grammar) else { return nil }
    func text(_ group: YAMLGroup, _ name: String) -> String {
      group[name].flatMap { reader.text($0, .code("\"\(name)\"")) } ?? ""
    }
    func elements(_ name: String, _ count: Int?) -> [YAMLValue] {
      guard let value = file[name], let elements = reader.list(value, .code("\"\(name)\"")) else {
        return []
      }
      if let count, elements.count != count {
        reader.report(
          "language.translation", at: value,
          "\"\(name)\" has \(elements.count) elements here and \(count) in the file that it translates",
          remedy: "write the words of each of them, in the same order")
      }
      return elements
    }
    func texts(_ name: String, _ count: Int?) -> [String] {
      elements(name, count).map { reader.text($0, "each of \"\(name)\"") ?? "" }
    }
    let industry: Grammar = original == nil ? .industry : .industryWords
    return RoleProfile(
      name: text(file, "role"), summary: text(file, "summary"),
      duties: texts("duties", original?.duties.count),
      skills: texts("skills", original?.skills.count),
      industries: elements("found in", original?.industries.count).enumerated().compactMap {
        index, element in
        guard let group = reader.group(element, industry) else { return nil }
        return Industry(
          name: text(group, "industry"), accounts: text(group, "accounts"),
          nearestOccupation: original.map {
            $0.industries.indices.contains(index) ? $0.industries[index].nearestOccupation : ""
          } ?? text(group, "nearest occupation"))
      },
      neighbouringOccupations: original?.neighbouringOccupations
        ?? texts("neighbouring occupations", nil),
      rules: elements("rules", original?.rules.count)
        .compactMap { reader.group($0, .rule) }.map {
          Rule(text: text($0, "text"), source: text($0, "source"))
        })
  }
}
