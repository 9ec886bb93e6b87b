internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension PlanReader {
  func draw(_ value: YAMLValue) -> Draw? {
    guard var keys = yaml.mapping(value, "draw") else { return nil }
    let kind = keys.required("kind").flatMap {
      yaml.choice(
        $0, "kind",
        among: [
          "recoverable": Draw.Kind.recoverable, "non-recoverable": Draw.Kind.nonRecoverable,
          "added": Draw.Kind.added,
        ])
    }
    let amount = keys.required("amount").flatMap { self.amount($0, "amount") }
    let per = keys.required("per").flatMap { payPeriod($0) }
    let months = keys.optional("months").flatMap { yaml.integer($0, "months", in: 1...120) }
    let recover = keys.optional("recover").flatMap { share($0, "recover") }
    let forgive = keys.optional("forgive").flatMap { yaml.flag($0, "forgive") }
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
    keys.finish()
    guard let kind, let amount, let per else { return nil }
    return Draw(
      kind, amount: amount, per: per, months: months, recover: recover ?? .one,
      isForgiven: forgive ?? false, place: place(value))
  }

  private func payPeriod(_ value: YAMLValue) -> PlanPeriod? {
    yaml.choice(
      value, "per", among: ["month": .month, "quarter": .quarter, "half": .half, "year": .year])
  }

  func guarantee(_ value: YAMLValue) -> Guarantee? {
    guard var keys = yaml.mapping(value, "guarantee") else { return nil }
    let shareValue = keys.optional("share")
    let amountValue = keys.optional("amount")
    let per = keys.required("per").flatMap { payPeriod($0) }
    let monthsValue = keys.optional("months")
    let months = monthsValue.flatMap { yaml.integer($0, "months", in: 1...120) }
    keys.finish()
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
    guard let shareValue else {
      yaml.report(
        "yaml.missing-key", at: value, "a guarantee needs the key \"share\" or \"amount\"")
      return nil
    }
    guard let share = share(shareValue, "share") else { return nil }
    guard let months else {
      if monthsValue == nil {
        yaml.report("yaml.missing-key", at: value, "a guarantee needs the key \"months\"")
      }
      return nil
    }
    return Guarantee(.share(share), months: months, per: per, place: place(value))
  }

  private func duration(_ value: YAMLValue, _ what: String) -> CalendarSpan? {
    if let text = value.text, let duration = CalendarSpan(text) { return duration }
    yaml.report(
      "plan.duration", at: value, "\(what) must be a time, but this is \(value.kindInWords)",
      remedy: "write it with its unit, such as 90 days or 12 months")
    return nil
  }

  func clawback(_ value: YAMLValue) -> Clawback? {
    guard var keys = yaml.mapping(value, "clawback") else { return nil }
    let within = keys.required("within").flatMap { duration($0, "`within`") }
    let column = keys.optional("of").flatMap { yaml.text($0, "`of`") }
    let take: Clawback.Take? = keys.optional("take").flatMap { value in
      switch value.text?.lowercased() {
      case "full": .share(.one)
      case "prorated": .prorated
      default: share(value, "take").map { .share($0) }
      }
    }
    let attainment = keys.optional("attainment").flatMap {
      yaml.choice(
        $0, "attainment",
        among: ["keeps": Clawback.Attainment.keeps, "reduces": .reduces, "restates": .restates])
    }
    if attainment == .restates, let key = keys.key("take"), let take, take != .share(.one) {
      yaml.report(
        "plan.two-meanings", at: key,
        "`attainment: restates` pays as if the deal had never been, so that it takes in full",
        remedy: "leave `take` out, or write `attainment: reduces`")
    }
    let instalments = keys.optional("instalments").flatMap {
      yaml.integer($0, "instalments", in: 1...60)
    }
    keys.finish()
    return within.map {
      Clawback(
        within: $0, of: column ?? "cancelled_date", take: take ?? .share(.one),
        attainment: attainment ?? .keeps, instalments: instalments ?? 1, place: place(value))
    }
  }

  /// Reads `paid`: a column, or shares by column and delay.
  func paymentShares(_ value: YAMLValue) -> [PaymentShare]? {
    if value.text != nil {
      return dueDay(value).map { [PaymentShare($0.column, delay: $0.delay, share: .one)] }
    }
    guard let entries = yaml.mapping(value, "paid")?.value.entries else { return nil }
    var shares: [PaymentShare] = []
    for entry in entries {
      guard let day = dueDay(entry.key), let share = share(entry.value, "a share of the pay") else {
        return nil
      }
      shares.append(PaymentShare(day.column, delay: day.delay, share: share))
    }
    return sumsToOne(shares.map(\.share), at: value, "the shares of `paid`") ? shares : nil
  }

  /// Reads "close_date + 90 days".
  private func dueDay(_ value: YAMLValue) -> (column: String, delay: CalendarSpan)? {
    guard let text = yaml.text(value, "paid") else { return nil }
    let parts = text.split(separator: "+", maxSplits: 1).map { String($0).trimming(" ") }
    guard let column = parts.first, !column.isEmpty else { return nil }
    guard parts.count == 2 else { return (column, .days(0)) }
    guard let delay = CalendarSpan(parts[1]) else {
      yaml.report(
        "plan.duration", at: value, "\"\(parts[1])\" is not a time",
        remedy: "write it with its unit, such as close_date + 90 days")
      return nil
    }
    return (column, delay)
  }
}
