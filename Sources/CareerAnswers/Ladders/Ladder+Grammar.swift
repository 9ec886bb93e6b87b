internal import Findings
internal import PlanFiles
package import YAMLReading

extension Grammar {
  package static let ladder = Grammar(
    "ladder", what: "the ladder",
    [
      .init("ladder", .text, required: true, "the name of the ladder"),
      .init("currency", .currency, required: true, "the currency of every amount"),
      .init(
        "money of", .scalar(ValueKind.Scalar(words: "month", pattern: "^[0-9]{4}-[0-9]{2}$")),
        "the month in whose money all pay is written"),
      .init(
        "pay elsewhere", .yearly,
        "what is paid in a year after leaving; needed where somebody may leave"),
      .init(
        "rungs", .list(.group(.rung), atLeast: 1), required: true,
        "the jobs, from the first to the last"),
    ],
    meant: [
      "name": "ladder", "steps": "rungs", "levels": "rungs", "jobs": "rungs", "month": "money of",
      "pay after leaving": "pay elsewhere",
    ])

  static let rung = Grammar(
    "rung", what: "a rung",
    [.init("rung", .text, required: true, "the name of the job")] + role + [
      .init(
        "months before promotion", .integer(1...600),
        "after how many months promotion is possible; not on the last rung"),
      .init(
        "chance of promotion", .share,
        "the chance to be promoted in a year from then on; not on the last rung"),
      .init("chance to leave", .share, default: "`0%`", "the chance to leave in a year"),
    ],
    meant: [
      "name": "rung", "title": "rung", "job": "rung", "salary": "base", "base salary": "base",
      "commission": "variable", "variable pay": "variable", "on-target earnings": "ote",
      "on target earnings": "ote", "pay mix": "mix", "attainment": "chance of quota",
      "months": "months before promotion", "promotion": "chance of promotion",
      "attrition": "chance to leave", "turnover": "chance to leave",
    ])
}

extension Ladder {
  /// The JSON Schema of the ladder file, for editors that complete and check YAML.
  ///
  /// - Complexity: O(number of keys).
  public static var schema: String { Grammar.ladder.schema(title: "OnTarget career ladder") }
}
