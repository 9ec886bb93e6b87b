internal import Amounts
public import Findings
public import PayLedger
package import YAMLReading

extension CostPolicy {
  /// Reads a policy.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` with every error in it.
  public init(path: String) throws(InputFailure) {
    try self.init(try YAMLDocument.read(path: path))
  }

  /// Reads the text of a policy; `file` is the name that findings show.
  public init(yaml: String, file: String) throws(InputFailure) {
    try self.init(try YAMLDocument(text: yaml, file: file))
  }

  private init(_ document: YAMLDocument) throws(InputFailure) {
    let reader = YAMLReader(document)
    let group = reader.group(document.root, .costPolicy)
    let months = group?["months"].flatMap {
      reader.integer($0, .code("\"months\""), in: 1...600)
    }
    let first =
      group?["first month"].flatMap {
        reader.choice($0, .code("\"first month\""), among: Grammar.firstMonths.choices)
      } ?? .full
    let isByDay =
      group?["by"].flatMap {
        reader.choice($0, .code("\"by\""), among: Grammar.costSpreads.choices)
      } ?? false
    let isExpedient =
      group?["expedient"].flatMap { reader.flag($0, .code("\"expedient\"")) } ?? false
    let components = group?["components"].map { value in
      reader.listOrOne(value).compactMap { reader.text($0, .code("each of \"components\"")) }
    }
    var tax = Ratio.zero
    if let value = group?["payroll tax"] {
      let written = reader.text(value, .code("\"payroll tax\"")) ?? ""
      let number = written.hasSuffix("%") ? Ratio(decimal: written.dropLast()) : nil
      if let number, let share = try? number / 100, .zero <= share, share < .one {
        tax = share
      } else {
        reader.report(
          "ledger.policy", at: value, "\"payroll tax\" must be a percentage from 0 % to 100 %",
          remedy: "write it with its sign, such as 7.65%")
      }
    }
    if let value = group?["first month"], isByDay {
      reader.report(
        "ledger.policy", at: value, "\"first month\" says nothing where costs are spread by days",
        remedy: "leave it out")
    }
    guard let months, !reader.log.hasErrors else { throw InputFailure(.badData, reader.log) }
    self.init(
      months: months, spread: isByDay ? .byDay : .byMonth(first: first), isExpedient: isExpedient,
      components: components.map { Set($0) }, payrollTax: tax)
  }

  /// The JSON Schema of the policy, for editors that complete and check YAML.
  ///
  /// - Complexity: O(number of keys).
  public static var schema: String { Grammar.costPolicy.schema(title: "OnTarget cost policy") }
}

extension Grammar {
  static let firstMonths = Words<CostPolicy.FirstMonth>([
    "full": .full, "half": .half, "next": .next,
  ])
  static let costSpreads = Words<Bool>(["month": false, "day": true])

  package static let costPolicy = Grammar(
    "cost policy", what: "a cost policy",
    [
      .init("costs", .text, required: true, "the name of the policy"),
      .init(
        "months", .integer(1...600), required: true,
        "the months over which a cost is spread, expected renewals included"),
      .init("by", .word(costSpreads), default: "`month`", "what it is spread by"),
      .init(
        "first month", .word(firstMonths), default: "`full`",
        "what the month counts in which a cost is incurred"),
      .init(
        "expedient", .flag, default: "`false`",
        "whether costs are expensed at once where the months are twelve at most"),
      .init(
        "components", .oneOrList(.text), default: "all that pay deals",
        "the components whose pay is a cost of obtaining contracts"),
      .init(
        "payroll tax", .text, default: "`0%`",
        "the employer's tax on it, which is a part of the cost"),
    ])
}
