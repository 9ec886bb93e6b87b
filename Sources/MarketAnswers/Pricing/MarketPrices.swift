public import Amounts
public import Answers
public import MarketPricing
public import Reporting
internal import Statistics

/// What jobs are worth in the market, with every step from the cuts to it.
public struct MarketPrices: Answer {
  /// An own job.
  public struct Benchmark: Hashable, Sendable {
    /// Its code or name.
    public var job: String
    /// Its title.
    public var title: String?
    /// Its grade.
    public var grade: String?
    /// Its points.
    public var points: Ratio?

    /// Creates a job.
    public init(job: String, title: String? = nil, grade: String? = nil, points: Ratio? = nil) {
      self.job = job
      self.title = title
      self.grade = grade
      self.points = points
    }
  }

  /// A job with its price.
  public struct Job: Hashable, Sendable {
    /// The job.
    public let benchmark: Benchmark
    /// Its price.
    public let price: JobPrice

    init(_ benchmark: Benchmark, _ price: JobPrice) {
      self.benchmark = benchmark
      self.price = price
    }
  }

  /// The jobs, in the order asked for.
  public let jobs: [Job]
  /// How they were priced.
  public let rules: PricingRules
  /// The pay that is shown first.
  public let element: PayElement
  /// How the files were read.
  private let remarks: [Inline]

  init(_ jobs: [Job], rules: PricingRules, element: PayElement, remarks: [Inline]) {
    self.jobs = jobs
    self.rules = rules
    self.element = element
    self.remarks = remarks
  }
}

// MARK: For programs

extension MarketPrices {
  public var tables: [NamedTable] {
    [
      NamedTable("prices", priceSheet(nil).records),
      NamedTable("elements", priceSheet(PayElement.allCases).records),
      NamedTable("steps", stepSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("date", .string(rules.aging.target.description)),
      .init("aging_method", .string(rules.aging.method.rawValue)),
      .init("day_count", .string(rules.aging.dayCount.rawValue)),
      .init("weights", .string(rules.weights.rawValue)),
      .init("geographic_factor", .ratio(rules.geographic)),
      .init("minimum_organizations", .integer(rules.minimum.organizations)),
      .init("minimum_incumbents", .integer(rules.minimum.incumbents)),
    ]
  }
}

// MARK: The sheets

extension MarketPrices {
  /// The prices of one pay, with a row for each job, or those of several, as far as there are any.
  private func priceSheet(_ elements: [PayElement]?) -> Sheet<(job: Job, element: PayElement)> {
    var sheet = Sheet(
      jobs.flatMap { job in
        (elements?.filter { job.price.composite[$0] != nil } ?? [element]).map {
          (job: job, element: $0)
        }
      })
    sheet.add("job", "Job") { .text($0.job.benchmark.job) }
    sheet.add("title", "Title") { .text($0.job.benchmark.title) }
    sheet.add("grade") { .text($0.job.benchmark.grade) }
    sheet.add("points") { .ratio($0.job.benchmark.points) }
    sheet.add("element", elements == nil ? nil : "Pay") { .text($0.element.rawValue) }
    sheet.add("currency") { .text($0.job.price.currency.code) }
    sheet.add("cuts", "Cuts", .number()) { line in
      .integer(line.job.price.sources.count { $0.weight != nil })
    }
    for percentile in PayPercentiles.usual {
      let style: ValueStyle = percentile == 50 ? .strong(.amount(places: 0)) : .amount(places: 0)
      sheet.add(.percentile(percentile), "P\(percentile)", style) { line in
        .pay(line.job.price.pay(line.element), at: percentile, line.job.price.currency)
      }
    }
    sheet.add("spread_between_cuts", "Cuts apart", .percentage()) {
      .ratio($0.job.price.spread($0.element))
    }
    return sheet
  }

  private var stepSheet: Sheet<(job: Job, source: JobPrice.Source)> {
    var sheet = Sheet(
      jobs.flatMap { job in job.price.sources.map { (job: job, source: $0) } })
    sheet.add("job", "Job") { .text($0.job.benchmark.job) }
    sheet.add("survey", "Survey") { .text($0.source.match.cut.survey) }
    sheet.add("source") { .text($0.source.match.cut.origin.rawValue) }
    sheet.add("survey_job", "Matched to") {
      .text($0.source.match.cut.jobCode ?? $0.source.match.cut.jobTitle)
    }
    sheet.add("scope") { .text($0.source.match.cut.scope) }
    sheet.add("location") { .text($0.source.match.cut.location) }
    sheet.add("organizations", "Employers", .number()) {
      .integer($0.source.match.cut.organizations)
    }
    sheet.add("incumbents", "People", .number()) { .integer($0.source.match.cut.incumbents) }
    sheet.add("effective_date", "As of", .day) {
      .text($0.source.match.cut.effective.description)
    }
    sheet.add("aged_by_publisher") { .bool($0.source.match.cut.isAged) }
    sheet.add(
      .init("published_p50", companions: [.status, .lowerBound]), "P50", .amount(places: 0)
    ) { line in
      .pay(line.source.match.cut.pay[element], at: 50, line.job.price.currency)
    }
    sheet.add("yearly") { .ratio($0.source.yearly) }
    sheet.add("aging_factor", "Aged ×", .number(places: 4)) { .ratio($0.source.agingFactor) }
    sheet.add("adjustment", "Level", .percentage(sign: .always)) {
      .ratio($0.source.match.adjustment)
    }
    sheet.add("reason", "Why") { .text($0.source.match.reason) }
    sheet.add("factor") { .ratio($0.source.factor) }
    for percentile in PayPercentiles.usual {
      sheet.add(.percentile(percentile), percentile == 50 ? "P50 then" : nil, .amount(places: 0)) {
        line in
        .pay(line.source.pay[element], at: percentile, line.job.price.currency)
      }
    }
    sheet.add("weight", .number("Weight")) {
      .ratio($0.source.weight)
    } cell: { line in
      switch line.source.setAside {
      case nil: .percentage(line.source.weight)
      case .fewOrganizations?: "set aside: few employers"
      case .fewIncumbents?: "set aside: few people"
      }
    }
    sheet.add("set_aside") { .text($0.source.setAside?.rawValue) }
    return sheet
  }
}

// MARK: For people

extension MarketPrices {
  public var document: Document {
    var blocks: [Block] = [.table(priceSheet(nil).table())]
    let others = PayElement.allCases.filter { other in
      other != element && jobs.contains { $0.price.composite[other] != nil }
    }
    if !others.isEmpty {
      blocks += [.section("Other pay"), .table(priceSheet(others).table())]
    }
    blocks += [
      .section("From the cuts to the price"), .table(stepSheet.table()),
      .section("How this was priced"), .bullets(notes),
    ]
    blocks += Document.reading(remarks)
    return Document(
      title: "\(element.title) in the market, \(.date(rules.aging.target))", blocks: blocks)
  }

  private var notes: [Inline] {
    var notes: [Inline] = [aging, blending]
    if rules.geographic != .one {
      notes.append(
        "All cuts are of the whole country and times \(.plain(rules.geographic, upTo: 4)) for the place."
      )
    }
    notes.append(
      """
      A cut that says it rests on fewer than \(rules.minimum.organizations) employers or \
      \(rules.minimum.incumbents) people is set aside, and the weights of the others are taken anew. \
      A cut that does not say it counts.
      """)
    notes.append(
      """
      A blend of percentiles is no percentile of all people together. A percentile that not all cuts \
      have is left out, and base pay and bonus of the same percentile do not add up to both together.
      """)
    let origins = Set(jobs.flatMap(\.price.sources).map(\.match.cut.origin))
    if origins.contains(.people) {
      notes.append(
        """
        A salary file has a cut for each title: its people are the incumbents, and its percentiles are \
        by \(QuantileRule.standard(for: .none).title). Total cash is base pay with commission and bonus \
        where no column has it.
        """)
    }
    if origins.contains(.published) {
      notes.append(
        """
        OEWS pay is straight-time gross pay with commissions and production bonuses in it, and stands \
        here as base pay. Its jobs count as people; it does not say of how many employers, and is of the \
        first day of its month.
        """)
    }
    if jobs.contains(where: { job in
      job.price.sources.contains { $0.pay.values.contains(where: \.hasBounds) }
    }) {
      notes.append(
        """
        From a limit on OEWS prints no pay: such a percentile, and a price that it is part of, is at \
        least what stands behind ≥.
        """)
    }
    return notes
  }

  private var aging: Inline {
    let count: Inline =
      rules.aging.dayCount == .months ? "months over 12" : "days over 365"
    return switch rules.aging.method {
    case .simple: "Pay is brought to the day by 1 + rate × years, in \(count)."
    case .compound: "Pay is brought to the day by (1 + rate) to the power of years, in \(count)."
    case .stepped:
      "Pay is brought to the day by 1 + rate for each full year, and 1 + rate × rest for what is left, in \(count)."
    }
  }

  private var blending: Inline {
    switch rules.weights {
    case .equal: "Each cut counts as much as the others."
    case .incumbents: "Cuts count by the people that they rest on."
    case .organizations: "Cuts count by the employers that they rest on."
    case .stated: "Cuts count by the weights that were stated, each as its share of their sum."
    }
  }
}

extension PayElement {
  /// The pay as people read it, at the beginning of a heading.
  package var title: Inline {
    switch self {
    case .base: "Base pay"
    case .targetCash: "Target cash"
    case .totalCash: "Total cash"
    }
  }
}

extension RecordTable.Column {
  /// The column of a percentile of pay.
  fileprivate static func percentile(_ percentile: Int) -> RecordTable.Column {
    RecordTable.Column("p\(percentile)", companions: [.status, .lowerBound])
  }
}

extension RecordValue {
  /// The pay at a percentile, or the amount that it is not below.
  fileprivate static func pay(
    _ percentiles: PayPercentiles?, at percentile: Int, _ currency: Currency
  ) -> RecordValue {
    if let pay = percentiles?[percentile] { return .pay(pay, currency) }
    return percentiles?.lowerBound(at: percentile).map {
      .topCoded(
        lowerBound: .money(try? Money(rounding: $0, currency: currency, rule: .down)))
    } ?? .missing
  }

  /// An exact amount, rounded to the minor unit, halves up; nil where there is none.
  static func pay(_ amount: Ratio?, _ currency: Currency) -> RecordValue {
    .money(amount.flatMap { try? Money(rounding: $0, currency: currency, rule: .halfUp) })
  }
}
