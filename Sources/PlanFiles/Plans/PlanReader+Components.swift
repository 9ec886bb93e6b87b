internal import Findings
internal import PayPlans
internal import YAMLReading

extension ValueKind {
  /// A component of any kind.
  static let component: ValueKind = .defined(
    "component", .either(PlanReader.kinds.map { .group($0) }), words: "component")
}

extension Grammar.Key {
  /// The key that names a measure.
  static func measure(_ help: String) -> Grammar.Key {
    Grammar.Key("measure", .measureName, required: true, help)
  }
}

extension PlanReader {
  func components(_ value: YAMLValue) -> [Component] {
    guard let list = yaml.list(value, .code("components")) else { return [] }
    if list.isEmpty {
      yaml.report("plan.components", at: value, "a plan needs at least one component")
    }
    var result: [Component] = []
    for element in list {
      guard let component = component(element) else { continue }
      if result.contains(where: { $0.name == component.name }) {
        yaml.report(
          "plan.components", at: element, "two components are called \"\(component.name)\"",
          remedy: "give each component a name of its own")
      }
      result.append(component)
    }
    return result
  }

  /// The kinds of components, each known by its first key.
  static let kinds: [Grammar] = [.commission, .bonus, .objectives, .spiff, .override]

  private func component(_ value: YAMLValue) -> Component? {
    guard let names = yaml.entries(value, "a component")?.map(\.name) else { return nil }
    let kinds = Self.kinds.map(\.name)
    let written = names.filter { kinds.contains($0) }
    guard written.count == 1, let kind = written.first,
      let grammar = Self.kinds.first(where: { $0.name == kind })
    else {
      if written.isEmpty {
        let near = names.lazy.compactMap { NearMiss.closest(to: $0, among: kinds) }.first
        yaml.report(
          "plan.component-kind", at: value,
          "a component starts with one of \(kinds.joined(separator: ", ")) and its name",
          remedy: near.map { "did you mean \"\($0)\"?" })
      } else {
        yaml.report(
          "plan.component-kind", at: value,
          "a component is one of \(written.map { Inline($0) }.joined(separator: " and ")), not both"
        )
      }
      return nil
    }
    guard let keys = yaml.group(value, grammar), let nameValue = keys[kind],
      let name = yaml.text(nameValue, "the name of the \(kind)")
    else { return nil }
    let rule: Component.Rule?
    switch kind {
    case "commission": rule = commission(keys).map { .commission($0) }
    case "bonus": rule = bonus(keys).map { .bonus($0) }
    case "objectives": rule = objectives(keys).map { .objectives($0) }
    case "spiff": rule = spiff(keys).map { .spiff($0) }
    default: rule = override(keys).map { .commission($0) }
    }
    return rule.map { Component(name, $0, place: place(value)) }
  }

  func measureName(_ keys: YAMLGroup) -> String? {
    keys["measure"].flatMap { value in
      guard let name = yaml.text(value, .code("measure")) else { return nil }
      return knownMeasure(name, at: value)
    }
  }

  func knownMeasure(_ name: String, at value: YAMLValue) -> String? {
    if measureUnits[name] != nil { return name }
    yaml.report(
      "plan.measure", at: value, "there is no measure \"\(name)\"",
      remedy: NearMiss.remedy(for: name, among: measureUnits.keys.sorted()))
    return nil
  }
}
