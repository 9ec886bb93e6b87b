internal import Amounts
internal import Findings
internal import PayPlans
package import YAMLReading

extension Grammar {
  package static let guarantee = Grammar(
    "guarantee",
    [
      .init("share", .share, "the share of the variable for the period that is paid at least"),
      .init(
        "amount", .oneOrList(.amount),
        "in its place an amount for each period, or the same one for all"),
      .init(
        "months", .integer(1...120), default: "the periods of the amounts",
        "for how many months of service; a share needs it"),
      .init(
        "per", .period, required: true, "the period, of which a month is a twelfth of the year"),
    ], oneOf: ["share", "amount"])
}

extension PlanReader {
  func guarantee(_ value: YAMLValue) -> Guarantee? {
    guard let keys = yaml.group(value, .guarantee) else { return nil }
    let shareValue = keys["share"]
    let amountValue = keys["amount"]
    let per = keys.choice("per", PlanPeriod.words)
    let months = keys.integer("months")
    guard let per else { return nil }
    if let amountValue {
      if let key = keys.key("share") {
        yaml.report(
          "plan.two-meanings", at: key, "`share` and `amount` both say how much is guaranteed",
          remedy: "keep one of the two")
        return nil
      }
      let values = yaml.listOrOne(amountValue)
      var amounts = values.compactMap { amount($0, "a guaranteed amount") }
      guard amounts.count == values.count, !amounts.isEmpty else { return nil }
      let covered = amounts.count * per.monthCount
      let periods = months.map { ($0 + per.monthCount - 1) / per.monthCount } ?? amounts.count
      if amountValue.elements == nil {
        // One amount is that of every period.
        amounts = Array(repeating: amounts[0], count: periods)
      } else if periods != amounts.count, let months {
        yaml.report(
          "plan.guarantee", at: amountValue,
          "the amounts are those of \(covered) months, but the guarantee runs \(months)",
          remedy: "write an amount for each period, or one for all of them")
        return nil
      }
      return Guarantee(
        .amounts(amounts), months: months ?? covered, per: per, place: place(value))
    }
    guard let shareValue, let share = share(shareValue, .code("share")) else { return nil }
    guard let months else {
      if keys.key("months") == nil {
        yaml.report("yaml.missing-key", at: value, "a guarantee needs the key \"months\"")
      }
      return nil
    }
    return Guarantee(.share(share), months: months, per: per, place: place(value))
  }
}
