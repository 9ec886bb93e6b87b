internal import Amounts
internal import Findings
internal import PayPlans
package import YAMLReading

extension Grammar {
  package static let plan = Grammar(
    "plan", what: "the plan",
    [
      .init("plan", .text, required: true, "the name, which a roster refers to"),
      .init("currency", .currency, required: true, "the currency of every amount of the plan"),
    ] + basePay + [
      .init(
        "year starts", .date, default: "the calendar year of the first close date",
        "the first day of the plan year"),
      .init(
        "rounding", .word(RoundingRule.words), default: "`half to even`",
        "how half a cent is rounded"),
      .init(
        "changes", .word(ChangeRule.words), default: "`by day`",
        "how quota and variable count in a period in which the roster changes them"),
      .init(
        "transfers", .word(TransferRule.words), default: "`start anew`",
        "whether who comes from another plan within the year keeps the attainment"),
      measures, components(required: true),
    ] + around + [
      .init("versions", .list(.group(.version)), "terms that replace these from a day on")
    ])

  /// Each key of a version replaces the one that was in force.
  fileprivate static let version = Grammar(
    "version", what: "a version",
    [.init("from", .date, required: true, "the first day on which these terms are in force")]
      + basePay + [measures, components(required: false)] + around)

  /// The pay of a year, in plans and in other files with terms of pay.
  package static let basePay: [Key] = [
    .init(
      "base", .yearly,
      "the salary of a year. It runs by month, a twelfth each, by days of employment; leave is paid"
    ),
    .init("variable", .yearly, "the incentive of a year at 100 %"),
    .init("ote", .yearly, "in its place both together, with a `mix` or a `base`"),
    .init("mix", .mix, "base before incentive, such as `60/40`"),
  ]

  private static let measures = Key(
    "measures",
    .defined(
      "measures", .named(.group(.measure), mayBeEmpty: true), words: "measures by name"),
    "what is counted, by name")

  private static func components(required: Bool) -> Key {
    Key(
      "components",
      .defined("components", .list(.component, atLeast: 1), words: "list of components"),
      required: required,
      "what is paid for it")
  }

  /// The rules around the components.
  private static let around: [Key] = [
    .init("draw", .group(.draw), "an advance on the incentive, or a floor under it"),
    .init("guarantee", .group(.guarantee), "a floor in the first months of service"),
    .init("clawback", .group(.clawback), "what a cancelled deal gives back"),
    .init(
      "paid", .paid, default: "`close_date`",
      "when the line of a deal is due: a column, or shares by column and delay"),
    .init("cap", .level, "the most incentive that is earned in the plan year"),
  ]
}

extension RoundingRule {
  fileprivate static let words = Words<RoundingRule>([
    "half to even": .halfToEven, "half up": .halfUp,
  ])
}

extension TransferRule {
  fileprivate static let words = Words<TransferRule>([
    "start anew": .startAnew, "keep attainment": .keepAttainment,
  ])
}

extension ChangeRule {
  fileprivate static let words = Words<ChangeRule>(["by day": .byDay, "by month": .byMonth])
}

/// Reads the keys of a plan file into a `Plan` and reports what does not fit.
///
/// Each method reads one group of keys; nil means that the fault has been reported.
final class PlanReader {
  let yaml: YAMLReader
  var currency: Currency = .usd
  var measureUnits: [String: Measure.Unit] = [:]

  init(_ yaml: YAMLReader) {
    self.yaml = yaml
  }

  func place(_ value: YAMLValue) -> Place { yaml.document.place(of: value) }

  /// Reads the whole file, its versions included.
  func plan() -> Plan? { plan(at: yaml.document.root) }

  /// Reads a plan that stands at a value, its versions included.
  func plan(at root: YAMLValue) -> Plan? {
    guard let keys = yaml.group(root, .plan), var plan = terms(root) else { return nil }
    if let value = keys["versions"] { plan.versions = versions(value, of: root) }
    return plan
  }

  /// Reads the keys of one version of the plan.
  func terms(_ root: YAMLValue) -> Plan? {
    guard let keys = yaml.group(root, .plan) else { return nil }
    let name = keys["plan"].flatMap { yaml.text($0, "the name of the plan") }
    if let value = keys["currency"], let text = yaml.text(value, .code("currency")) {
      if let code = Currency(code: text) {
        currency = code
      } else {
        yaml.report(
          "plan.currency", at: value, "\"\(text)\" is not a currency",
          remedy: "write its three letters, such as USD")
      }
    }
    let pay = basePay(keys)
    let yearStarts = keys.date("year starts")
    let rounding = keys.choice("rounding", RoundingRule.words)
    let changes = keys.choice("changes", ChangeRule.words)
    let transfers = keys.choice("transfers", TransferRule.words)
    let measures = keys["measures"].map { self.measures($0) } ?? []
    measureUnits = Dictionary(measures.map { ($0.name, $0.unit) }) { first, _ in first }
    let components = keys["components"].map { self.components($0) } ?? []
    let draw = keys["draw"].flatMap { self.draw($0) }
    let guarantee = keys["guarantee"].flatMap { self.guarantee($0) }
    let clawback = keys["clawback"].flatMap { self.clawback($0) }
    let paid = keys["paid"].flatMap { paymentShares($0) }
    let cap = keys["cap"].flatMap { level($0, "the cap", of: .money) }
    guard let name else { return nil }
    return Plan(
      name, currency: currency, base: pay.base, variable: pay.variable, yearStarts: yearStarts,
      rounding: rounding ?? .halfToEven, changes: changes ?? .byDay,
      transfers: transfers ?? .startAnew, measures: measures, components: components, draw: draw,
      guarantee: guarantee, clawback: clawback, paid: paid ?? [.onClose], cap: cap,
      place: place(keys.value))
  }

  /// Reads `base`, `variable`, `ote` and `mix`.
  func basePay(_ keys: YAMLGroup) -> (base: Ratio?, variable: Ratio?) {
    var base = keys["base"].flatMap { yearlyAmount($0, .code("base")) }
    var variable = keys["variable"].flatMap { yearlyAmount($0, .code("variable")) }
    let ote = keys["ote"].flatMap { yearlyAmount($0, .code("ote")) }
    let mix = keys["mix"].flatMap { self.mix($0) }
    guard let ote else {
      if keys.key("ote") == nil, let key = keys.key("mix") {
        yaml.report(
          "plan.two-meanings", at: key, "a mix divides `ote`, which is not written",
          remedy: "write `ote`, or `base` and `variable` without a mix")
      }
      return (base, variable)
    }
    // What is said twice has to agree; two of the four say it.
    if let mix, let share = try? ote * mix {
      contradict(base, share, keys.key("base"), "`base`", "`ote` with `mix`")
      base = share
    } else if keys.key("base") == nil, let variable {
      base = try? ote - variable
    }
    if let base, let rest = try? ote - base {
      if base < .zero || rest < .zero, let key = keys.key("base") ?? keys.key("variable") {
        yaml.report(
          "plan.amount", at: key,
          keys.key("base") == nil
            ? "the variable is more than the `ote`" : "the base is more than the `ote`")
      } else {
        contradict(variable, rest, keys.key("variable"), "`variable`", "the rest of `ote`")
      }
      variable = rest
    } else if keys.key("base") == nil, keys.key("mix") == nil, keys.key("variable") == nil,
      let key = keys.key("ote")
    {
      yaml.report(
        "plan.two-meanings", at: key, "`ote` does not say how much of it is salary",
        remedy: "add `mix: 50/50`, or `base`")
    }
    return (base, variable)
  }

  /// Reports a number that two keys say differently.
  private func contradict(
    _ written: Ratio?, _ implied: Ratio, _ key: YAMLValue?, _ name: Inline, _ others: Inline
  ) {
    guard let written, let key, written != implied else { return }
    yaml.report(
      "plan.two-meanings", at: key,
      "\(name) is \(.plain(written)), but \(others) makes it \(.plain(implied))",
      remedy: "correct one of the two, or leave it out")
  }

  /// Reads "60/40" as the share of the base.
  private func mix(_ value: YAMLValue) -> Ratio? {
    let parts = (value.text ?? "").split(separator: "/", omittingEmptySubsequences: false)
      .compactMap { PlanNumber.number($0) }
    if parts.count == 2, parts.allSatisfy({ .zero <= $0 }), let sum = try? parts[0] + parts[1],
      sum == 100
    {
      return try? parts[0] / 100
    }
    yaml.report(
      "plan.mix", at: value,
      "a mix is two shares that sum to 100, but this is \(value.kindInWords)",
      remedy: "write base before incentive, such as 60/40")
    return nil
  }

  /// Reads the versions: each overlays whole top-level keys on what was in force before.
  private func versions(_ value: YAMLValue, of root: YAMLValue) -> [PlanVersion] {
    guard let list = yaml.list(value, .code("versions")) else { return [] }
    var current = (root.entries ?? []).filter { $0.name != "versions" }
    var result: [PlanVersion] = []
    for element in list {
      // What the other keys hold is said of the plan that they make.
      guard let fromValue = from(of: element), let from = yaml.date(fromValue, .code("from")) else {
        continue
      }
      if let last = result.last, from <= last.from {
        yaml.report(
          "plan.versions", at: fromValue,
          "the versions do not rise: \(from) is not after \(last.from)",
          remedy: "list the versions from the first to the last")
        continue
      }
      for entry in element.entries ?? [] where entry.name != "from" {
        if Grammar.plan.key(entry.name) != nil, Grammar.version.key(entry.name) == nil {
          yaml.report(
            "plan.versions", at: entry.key, "a version cannot change \"\(entry.name)\"",
            remedy: "write a plan of its own")
          continue
        }
        // Of two ways to say the pay of a year, the later one replaces the earlier.
        let rivals = Self.rivals[entry.name] ?? []
        current.removeAll { rivals.contains($0.name) && !names(element).contains($0.name) }
        if let index = current.firstIndex(where: { $0.name == entry.name }) {
          current[index] = entry
        } else {
          current.append(entry)
        }
      }
      let overlaid = YAMLValue(
        content: .mapping(current), line: element.line, column: element.column)
      if let plan = terms(overlaid) { result.append(PlanVersion(from: from, plan: plan)) }
    }
    return result
  }

  private func from(of version: YAMLValue) -> YAMLValue? {
    guard let entries = yaml.entries(version, Grammar.version.what) else { return nil }
    let from = entries.filter { $0.name == "from" }
    return yaml.group(
      YAMLValue(content: .mapping(from), line: version.line, column: version.column), .version)?[
        "from"]
  }

  /// The keys that a key makes void when a version writes it.
  private static let rivals: [String: Set<String>] = [
    "ote": ["variable"], "variable": ["ote", "mix"], "mix": ["base"], "base": ["mix"],
  ]

  private func names(_ value: YAMLValue) -> Set<String> {
    Set((value.entries ?? []).map(\.name))
  }
}
