internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let clawback = Grammar(
    "clawback",
    [
      .init(
        "within", .duration, required: true,
        "the window from the `close_date`: a deal that is cancelled in it gives back"),
      .init(
        "of", .column, default: "`cancelled_date`", "the column with the day of the cancellation"),
      .init(
        "take", .either([.words([Clawback.Take.full, Clawback.Take.proratedWord]), .share]),
        default: "`full`",
        "what is given back: all it was paid, the part of the window that is left, or a share"),
      .init(
        "attainment", .word(Clawback.Attainment.words), default: "`keeps`",
        "what becomes of the credit of a cancelled deal"),
      .init(
        "instalments", .integer(1...60), default: "1",
        "over how many months what is taken is spread, from that of the cancellation on"),
    ])
}

extension Clawback.Take {
  fileprivate static let full = "full"
  fileprivate static let proratedWord = "prorated"
}

extension Clawback.Attainment {
  fileprivate static let words = Words<Clawback.Attainment>([
    "keeps": .keeps, "reduces": .reduces, "restates": .restates,
  ])
}

extension PlanReader {
  func clawback(_ value: YAMLValue) -> Clawback? {
    guard let keys = yaml.group(value, .clawback) else { return nil }
    let within = keys["within"].flatMap { duration($0, .code("`within`")) }
    let column = keys["of"].flatMap { yaml.text($0, .code("`of`")) }
    let take: Clawback.Take? = keys["take"].flatMap { value in
      switch value.text?.lowercased() {
      case Clawback.Take.full: .share(.one)
      case Clawback.Take.proratedWord: .prorated
      default: share(value, .code("take")).map { .share($0) }
      }
    }
    let attainment = keys.choice("attainment", Clawback.Attainment.words)
    if attainment == .restates, let key = keys.key("take"), let take, take != .share(.one) {
      yaml.report(
        "plan.two-meanings", at: key,
        "`attainment: restates` pays as if the deal had never been, so that it takes in full",
        remedy: "leave `take` out, or write `attainment: reduces`")
    }
    let instalments = keys.integer("instalments")
    return within.map {
      Clawback(
        within: $0, of: column ?? "cancelled_date", take: take ?? .share(.one),
        attainment: attainment ?? .keeps, instalments: instalments ?? 1, place: place(value))
    }
  }

  private func duration(_ value: YAMLValue, _ what: Inline) -> CalendarSpan? {
    if let text = value.text, let duration = CalendarSpan(text) { return duration }
    yaml.report(
      "plan.duration", at: value, "\(what) must be a time, but this is \(value.kindInWords)",
      remedy: "write it with its unit, such as 90 days or 12 months")
    return nil
  }
}
