internal import Amounts
internal import Findings
internal import PayPlans
package import YAMLReading

extension Grammar {
  package static let draw = Grammar(
    "draw",
    [
      .init(
        "kind", .word(Draw.Kind.words), required: true,
        "an advance that is earned back, a floor that is not, or an amount on top"),
      .init("amount", .amount, required: true, "the least incentive that is paid in a period"),
      .init("per", .period, required: true, "the period, in which it is compared with what is due"),
      .init(
        "months", .integer(1...120), default: "no end",
        "for how many months, from the month of hire or from the start of the plan year"),
      .init(
        "recover", .share, default: "`100%`",
        "how much of the incentive above the draw is taken for what is owed; of a recoverable draw"),
      .init(
        "forgive", .flag, default: "`false`",
        "whether what is owed at the end of the plan year is forgiven; of a recoverable draw"),
    ])
}

extension Draw.Kind {
  fileprivate static let words = Words<Draw.Kind>([
    "recoverable": .recoverable, "non-recoverable": .nonRecoverable, "added": .added,
  ])
}

extension PlanReader {
  func draw(_ value: YAMLValue) -> Draw? {
    guard let keys = yaml.group(value, .draw) else { return nil }
    let kind = keys.choice("kind", Draw.Kind.words)
    let amount = keys["amount"].flatMap { self.amount($0, .code("amount")) }
    let per = keys.choice("per", PlanPeriod.words)
    let months = keys.integer("months")
    let recover = keys["recover"].flatMap { share($0, .code("recover")) }
    let forgive = keys.flag("forgive")
    if let kind, kind != .recoverable {
      for name in ["recover", "forgive"] {
        if let key = keys.key(name) {
          yaml.report(
            "plan.two-meanings", at: key,
            "nothing is owed on a draw that is \(kind.rawValue), so `\(name)` says nothing",
            remedy: "leave it out, or make the draw recoverable")
        }
      }
    }
    guard let kind, let amount, let per else { return nil }
    return Draw(
      kind, amount: amount, per: per, months: months, recover: recover ?? .one,
      isForgiven: forgive ?? false, place: place(value))
  }
}
