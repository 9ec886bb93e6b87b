internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

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
    guard let keys = yaml.mapping(root, "the plan") else { return nil }
    guard var plan = terms(keys.value) else { return nil }
    if let value = keys.value.entries?.first(where: { $0.name == "versions" })?.value,
      !value.isNull
    {
      plan.versions = versions(value, of: keys.value)
    }
    return plan
  }

  /// Reads the keys of one version of the plan.
  func terms(_ root: YAMLValue) -> Plan? {
    guard var keys = yaml.mapping(root, "the plan") else { return nil }
    let name = keys.required("plan").flatMap { yaml.text($0, "the name of the plan") }
    if let value = keys.required("currency"), let text = yaml.text(value, "currency") {
      if let code = Currency(code: text) {
        currency = code
      } else {
        yaml.report(
          "plan.currency", at: value, "\"\(text)\" is not a currency",
          remedy: "write its three letters, such as USD")
      }
    }
    let pay = basePay(&keys)
    let yearStarts = keys.optional("year starts").flatMap { yaml.date($0, "year starts") }
    let rounding = keys.optional("rounding").flatMap {
      yaml.choice(
        $0, "rounding", among: ["half to even": RoundingRule.halfToEven, "half up": .halfUp])
    }
    let measures = keys.optional("measures").map { self.measures($0) } ?? []
    measureUnits = Dictionary(measures.map { ($0.name, $0.unit) }) { first, _ in first }
    let components = keys.required("components").map { self.components($0) } ?? []
    let draw = keys.optional("draw").flatMap { self.draw($0) }
    let guarantee = keys.optional("guarantee").flatMap { self.guarantee($0) }
    let clawback = keys.optional("clawback").flatMap { self.clawback($0) }
    let paid = keys.optional("paid").flatMap { paymentShares($0) }
    let cap = keys.optional("cap").flatMap { level($0, "the cap", of: .money) }
    _ = keys.optional("versions")
    keys.finish()
    guard let name else { return nil }
    return Plan(
      name, currency: currency, base: pay.base, variable: pay.variable, yearStarts: yearStarts,
      rounding: rounding ?? .halfToEven, measures: measures, components: components, draw: draw,
      guarantee: guarantee, clawback: clawback, paid: paid ?? [.onClose], cap: cap,
      place: place(keys.value))
  }

  /// Reads `base`, `variable`, `ote` and `mix`.
  func basePay(_ keys: inout YAMLMapping) -> (base: Ratio?, variable: Ratio?) {
    var base = keys.optional("base").flatMap { yearlyAmount($0, "base") }
    var variable = keys.optional("variable").flatMap { yearlyAmount($0, "variable") }
    let ote = keys.optional("ote").flatMap { yearlyAmount($0, "ote") }
    let mix = keys.optional("mix").flatMap { self.mix($0) }
    guard let ote else {
      if keys.key("ote") == nil, let key = keys.key("mix") {
        yaml.report(
          "plan.two-meanings", at: key, "a mix divides `ote`, which is not written",
          remedy: "write `ote`, or `base` and `variable` without a mix")
      }
      return (base, variable)
    }
    if let key = keys.key("variable") {
      yaml.report(
        "plan.two-meanings", at: key, "`ote` and `variable` both say what is paid at 100 %",
        remedy: "write `ote` with `mix`, or `base` and `variable`")
    } else if let mix {
      if let key = keys.key("base") {
        yaml.report(
          "plan.two-meanings", at: key, "`base` and `mix` both say how much of the `ote` is salary",
          remedy: "keep one of the two")
      }
      base = try? ote * mix
      variable = base.flatMap { try? ote - $0 }
    } else if let known = base {
      variable = try? ote - known
      if let rest = variable, rest < .zero, let key = keys.key("base") {
        yaml.report("plan.amount", at: key, "the base is more than the `ote`")
      }
    } else if let key = keys.key("ote") {
      yaml.report(
        "plan.two-meanings", at: key, "`ote` does not say how much of it is salary",
        remedy: "add `mix: 50/50`, or `base`")
    }
    return (base, variable)
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
    guard let list = yaml.list(value, "versions") else { return [] }
    let fixed: Set<String> = ["plan", "currency", "year starts", "rounding", "versions"]
    var current = (root.entries ?? []).filter { $0.name != "versions" }
    var result: [PlanVersion] = []
    for element in list {
      guard var keys = yaml.mapping(element, "a version"),
        let fromValue = keys.required("from"), let from = yaml.date(fromValue, "from")
      else { continue }
      if let last = result.last, from <= last.from {
        yaml.report(
          "plan.versions", at: fromValue,
          "the versions do not rise: \(from) is not after \(last.from)",
          remedy: "list the versions from the first to the last")
        continue
      }
      for entry in element.entries ?? [] where entry.name != "from" {
        if fixed.contains(entry.name) {
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

  /// The keys that a key makes void when a version writes it.
  private static let rivals: [String: Set<String>] = [
    "ote": ["variable"], "variable": ["ote", "mix"], "mix": ["base"], "base": ["mix"],
  ]

  private func names(_ value: YAMLValue) -> Set<String> {
    Set((value.entries ?? []).map(\.name))
  }
}
