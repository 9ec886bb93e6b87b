package import PayPlans
package import Reporting

extension [EarningsAssumption] {
  /// What was assumed, as a part of a document; nothing where nothing was.
  package var blocks: [Block] {
    isEmpty
      ? []
      : [
        .paragraph("\(.strong("What was assumed.")) What attainment alone does not say:"),
        .bullets(map(\.words)),
      ]
  }

  /// The same for programs.
  var json: JSONValue { .array(map { .string($0.words.plainText) }) }
}

extension Earnings {
  /// Whether what is paid in the year is not what is kept of it.
  package var owesSomething: Bool { paid != kept }
}
