internal import Findings
package import YAMLReading

extension Grammar {
  package static let roleFile = Grammar(
    "role", what: "a role file",
    [
      .init("role", .text, required: true, "the name of the role"),
      .init("summary", .text, required: true, "what it is, in a few sentences"),
      .init("duties", .list(.text), required: true, "what the person does"),
      .init("skills", .list(.text), required: true, "what the person can do"),
      .init("found in", .list(.group(.industry)), required: true, "where the role is common"),
      .init(
        "neighbouring occupations", .list(.occupation), required: true,
        "the published occupations that hold people of this role, the nearest first"),
      .init("rules", .list(.group(.rule)), default: "none", "the rules that the role is under"),
    ])

  static let industry = Grammar(
    "industry", what: "each of \"found in\"",
    [
      .init("industry", .text, required: true, "the industry"),
      .init("accounts", .text, required: true, "the accounts that are typical there"),
      .init(
        "nearest occupation", .occupation, required: true,
        "the published occupation that is nearest there"),
    ])

  /// The words of a role in another language; what is a code stands in the file that they translate.
  static let roleWords = Grammar(
    "role words", what: "a role file in another language",
    [
      .init("role", .text, required: true, "the name of the role"),
      .init("summary", .text, required: true, "what it is, in a few sentences"),
      .init("duties", .list(.text), required: true, "what the person does"),
      .init("skills", .list(.text), required: true, "what the person can do"),
      .init("found in", .list(.group(.industryWords)), required: true, "where the role is common"),
      .init("rules", .list(.group(.rule)), default: "none", "the rules that the role is under"),
    ])

  static let industryWords = Grammar(
    "industry words", what: "each of \"found in\"",
    [
      .init("industry", .text, required: true, "the industry"),
      .init("accounts", .text, required: true, "the accounts that are typical there"),
    ])

  static let rule = Grammar(
    "rule", what: "each of \"rules\"",
    [
      .init("text", .text, required: true, "what it says, in plain words"),
      .init("source", .text, required: true, "where it stands"),
    ])
}

extension ValueKind {
  /// A code of the Standard Occupational Classification of 2018.
  fileprivate static let occupation: ValueKind = .scalar(
    Scalar(
      "occupation", words: "occupation code",
      help: "A code of the Standard Occupational Classification (2018), such as 41-3091."))
}

extension RoleProfile {
  /// The JSON Schema of the role file, for editors that complete and check YAML.
  ///
  /// - Complexity: O(number of keys).
  public static var schema: String { Grammar.roleFile.schema(title: "OnTarget role") }
}
