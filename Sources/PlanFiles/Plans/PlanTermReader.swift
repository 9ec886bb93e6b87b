package import Amounts
package import Findings
package import PayPlans
package import YAMLReading

/// Reads plans and single terms of pay that stand in other YAML files, with the syntax of plan files.
package struct PlanTermReader {
  private let reader: PlanReader

  /// Creates a reader of the terms of a file whose amounts are in a currency.
  package init(_ yaml: YAMLReader, currency: Currency) {
    reader = PlanReader(yaml)
    reader.currency = currency
  }

  /// Reads `base`, `variable`, `ote` and `mix`.
  package func basePay(_ keys: YAMLGroup) -> (base: Ratio?, variable: Ratio?) {
    reader.basePay(keys)
  }

  /// Reads an amount of a year, such as "57504" or "4792 per month".
  ///
  /// The remedy is what to do about what is none.
  package func yearlyAmount(
    _ value: YAMLValue, _ what: Inline, remedy: Inline? = nil
  ) -> Ratio? {
    reader.yearlyAmount(value, what, remedy: remedy)
  }

  /// Reads an amount.
  ///
  /// The remedy is what to do about what is none.
  package func amount(_ value: YAMLValue, _ what: Inline, remedy: Inline? = nil) -> Ratio? {
    reader.amount(value, what, remedy: remedy)
  }

  /// Reads a share, such as "85%" or "0.85".
  package func share(_ value: YAMLValue, _ what: Inline, upTo largest: Ratio = .one) -> Ratio? {
    reader.share(value, what, upTo: largest)
  }

  /// Reads a share of something, such as "10%", or an amount of a year.
  package func shareOrYearlyAmount(_ value: YAMLValue, _ what: Inline) -> Level? {
    reader.target(value, what)
  }

  /// Reads a yearly change, such as "5%" or "-10%"; nothing falls by all of itself.
  package func change(_ value: YAMLValue, _ what: Inline) -> Ratio? {
    let example: Inline = "a percentage from -99% to 900%, such as 5% or -10%"
    guard let number = reader.number(value, what, like: example) else { return nil }
    switch number {
    case .percentage(let share), .amount(let share, nil):
      if -1 < share, share <= 9 { return share }
      fallthrough
    default:
      reader.wrongKind(value, what, example, nil)
      return nil
    }
  }

  /// Reports shares that do not sum to 100 %.
  package func sumsToOne(_ shares: [Ratio], at value: YAMLValue, _ what: Inline) -> Bool {
    reader.sumsToOne(shares, at: value, what)
  }

  /// Reads a draw.
  package func draw(_ value: YAMLValue) -> Draw? { reader.draw(value) }

  /// Reads a guarantee.
  package func guarantee(_ value: YAMLValue) -> Guarantee? { reader.guarantee(value) }

  /// Reads a plan; an inline one may leave its name and currency to the file around it.
  ///
  /// It is not checked as a whole, so that terms of the file around it can be put in first.
  package func plan(_ root: YAMLValue, named name: String) -> Plan? {
    guard let entries = root.entries else { return reader.plan(at: root) }
    func entry(_ key: String, _ text: String) -> [YAMLValue.Entry] {
      guard !entries.contains(where: { $0.name == key }) else { return [] }
      func scalar(_ text: String) -> YAMLValue {
        YAMLValue(content: .scalar(text), line: root.line, column: root.column)
      }
      return [YAMLValue.Entry(key: scalar(key), value: scalar(text))]
    }
    let added = entry("plan", name) + entry("currency", reader.currency.code)
    return reader.plan(
      at: YAMLValue(content: .mapping(added + entries), line: root.line, column: root.column))
  }

  /// Reports what makes a plan unusable as a whole, and what is probably not meant in it.
  package func check(_ plan: Plan) {
    for finding in plan.faults() + plan.warnings() { reader.yaml.report(finding) }
  }
}
