public import Amounts
public import Answers
public import Findings
internal import MarketFiles
public import MarketPricing
public import SalaryData
public import Tables

/// What jobs are worth in the market, by the cuts of surveys, and by published tables and salary files.
public struct PriceQuestion: Question {
  /// The day that pay is brought to.
  public enum Target: Hashable, Sendable {
    /// That of the cuts, which then are of one day.
    case asPublished
    /// A day.
    case day(CalendarDate)
    /// The day of a plan year that begins on a day, by a policy.
    case planYear(CalendarDate, PayPolicy)
  }

  /// The jobs: those of the matches, or codes or titles of the surveys; empty for all of the matches.
  public var jobs: [String]
  /// The files of the surveys: cuts, tables of OEWS, of which each group is a cut of base pay, or salary
  /// files with a row for each person, of which each title is a cut.
  public var surveys: [String]
  /// The file of the matches; nil matches jobs by the code or title that the surveys have.
  public var matches: String?
  /// How the files are read.
  public var tables: TableOptions
  /// The day that pay is brought to.
  public var target: Target = .asPublished
  /// How the years of aging add up.
  public var method: CutAging.Method = .simple
  /// How a part of a year is counted.
  public var dayCount: CutAging.DayCount = .months
  /// How much pay rises in a year; nil where every survey has a rate of its own.
  public var yearly: Ratio?
  /// The same of single surveys.
  public var yearlyBySurvey: [String: Ratio] = [:]
  /// What cuts count by; nil takes stated weights where there are any, and each as much else.
  public var weights: BlendWeights?
  /// The weights of surveys, where those are stated here and not in the matches.
  public var weightBySurvey: [String: Ratio] = [:]
  /// Level adjustments by the code or title of a survey's job.
  public var adjustments: [String: Ratio] = [:]
  /// How few employers and people a cut may rest on.
  public var minimum: MinimumData = MinimumData()
  /// Local over national pay.
  public var geographic: Ratio = .one
  /// Of surveys that have one of these scopes only its cuts; empty for all.
  public var scopes: [String] = []
  /// Only cuts of these places, of which "national" has none; empty for all.
  public var locations: [String] = []
  /// Only cuts in this currency, in which amounts are that name none.
  public var currency: Currency?
  /// The day of the pay of surveys that do not say it.
  public var effective: CalendarDate?
  /// The pay that is shown first.
  public var element: PayElement = .base
  /// The step that composites are rounded to.
  public var step: Ratio = .one
  /// Where top codes, titles of occupations and vocabularies are.
  public var datasets: Datasets

  /// Creates a question.
  public init(
    _ jobs: [String], surveys: [String], matches: String? = nil,
    tables: TableOptions = TableOptions(), datasets: Datasets
  ) {
    self.jobs = jobs
    self.surveys = surveys
    self.matches = matches
    self.tables = tables
    self.datasets = datasets
  }

  /// Reads the surveys and prices the jobs.
  ///
  /// - Throws: `.usage` for settings that make no sense and for jobs that no survey has, `.badData` for
  ///   what is wrong in the files.
  public func answer() throws(InputFailure) -> Reply<MarketPrices> {
    var reading = Reading()
    do throws(InputFailure) {
      return try answer(&reading)
    } catch {
      // A job may be missing because its row was refused.
      guard reading.findings.hasErrors else { throw error }
      reading.findings.add(error.log)
      throw InputFailure(.badData, reading.findings)
    }
  }

  private func answer(_ reading: inout Reading) throws(InputFailure) -> Reply<MarketPrices> {
    let sources = try readSources(&reading)
    let cuts = try keptCuts(of: sources, &reading.findings)
    let jobs = try matchedJobs(cuts, sources, &reading)
    let rules = try rules(for: jobs, cuts)
    var prices: [MarketPrices.Job] = []
    for job in jobs {
      do throws(JobPrice.Obstacle) {
        prices.append(MarketPrices.Job(job.job, try JobPrice(job.matches, rules)))
      } catch {
        throw failure(error, of: job.job.job)
      }
    }
    noteAdjustments(jobs, &reading.findings)
    return Reply(
      MarketPrices(prices, rules: rules, element: element, remarks: reading.findings.remarks),
      inputs: reading.inputs, findings: reading.findings)
  }

  // MARK: Cuts

  private func readSources(_ reading: inout Reading) throws(InputFailure) -> PriceSources {
    guard !surveys.isEmpty else {
      throw InputFailure(
        .surveys, "price.no-survey", "there is no survey to price by",
        remedy: "name files with survey cuts: \(.parameter(.surveys, "FILE"))")
    }
    return try PriceSources(self, &reading)
  }

  private func keptCuts(
    of sources: PriceSources, _ log: inout FindingLog
  ) throws(InputFailure) -> [SurveyCut] {
    let cuts = sources.cuts
    try requireKnown(scopes, among: cuts.compactMap(\.scope), .scope)
    try requireKnown(
      locations.filter { Self.key($0) != Self.national }, among: cuts.compactMap(\.location),
      .location)
    let isOfScope = { (cut: SurveyCut) in
      scopes.contains { Self.key($0) == Self.key(cut.scope ?? "") }
    }
    let narrowed = Set(cuts.filter(isOfScope).map(\.survey))
    let kept = cuts.filter { cut in
      let scope = !narrowed.contains(cut.survey) || isOfScope(cut)
      let location = Self.key(cut.location ?? Self.national)
      return scope && (locations.isEmpty || locations.contains { Self.key($0) == location })
        && (currency == nil || cut.currency == currency)
    }
    let left = cuts.count - kept.count
    if left > 0 {
      log.add(
        Finding(
          "price.left-out", .note, about: .surveys,
          "\(left) of \(cuts.count) cuts are of another scope, place or currency and left out"))
    }
    return kept
  }

  private static let national = "national"

  private func requireKnown(
    _ wanted: [String], among known: [String], _ parameter: Parameter
  ) throws(InputFailure) {
    let keys = Set(known.map(Self.key))
    guard let unknown = wanted.first(where: { !keys.contains(Self.key($0)) }) else { return }
    throw InputFailure(
      parameter, "price.unknown-cut", "no cut is of \"\(unknown)\"",
      remedy: NearMiss.remedy(for: unknown, among: Set(known).sorted()))
  }

  // MARK: Jobs

  /// A job with the cuts that it is matched to.
  private typealias MatchedJob = (job: MarketPrices.Benchmark, matches: [JobMatch])

  private func matchedJobs(
    _ cuts: [SurveyCut], _ sources: PriceSources, _ reading: inout Reading
  ) throws(InputFailure) -> [MatchedJob] {
    guard let path = matches else { return try jobsOfSurveys(cuts, sources, &reading.findings) }
    guard adjustments.isEmpty else {
      throw InputFailure(
        .adjust, "setting.both", "the level adjustments stand in the matches",
        remedy: "write it there, with the reason, or leave \(.parameter(.matches)) out")
    }
    let read = try JobMatches(path: path, tables)
    try reading.addWhole(path, read.account, read.findings)
    let known = read.matches.reduce(into: [String]()) { known, match in
      if !known.contains(match.job) { known.append(match.job) }
    }
    if let unknown = jobs.first(where: { job in
      !read.matches.contains { $0.isOf(job) }
    }) {
      throw unknownJob(unknown, among: known + read.matches.compactMap(\.title))
    }
    let wanted = known.filter { name in
      jobs.isEmpty || read.matches.contains { $0.job == name && jobs.contains(where: $0.isOf) }
    }
    var matched: [MatchedJob] = []
    for name in wanted {
      let rows = read.matches.filter { $0.job == name }
      var matches: [JobMatch] = []
      for row in rows {
        let found = cuts.filter { cut in
          sources.isOf(row.surveyJob, cut)
            && (row.survey.map { Self.key($0) == Self.key(cut.survey) } ?? true)
        }
        guard !found.isEmpty else {
          throw InputFailure(
            .badData,
            Finding(
              "price.unknown-match", at: row.place,
              row.survey.map {
                "no cut of \"\($0)\" that is looked at is of \"\(row.surveyJob)\""
              } ?? "no cut that is looked at is of \"\(row.surveyJob)\"",
              remedy: NearMiss.remedy(
                for: row.surveyJob,
                among: Set(cuts.compactMap { $0.jobCode ?? $0.jobTitle }).sorted())
            ))
        }
        sources.note(row.surveyJob, found, &reading.findings)
        matches += found.map {
          JobMatch(
            $0, adjustment: row.adjustment, reason: row.reason,
            weight: row.weight ?? weight(of: $0))
        }
      }
      let first = rows[0]
      matched.append(
        (
          MarketPrices.Benchmark(
            job: name, title: first.title, grade: first.grade, points: first.points), matches
        ))
    }
    return matched
  }

  private func jobsOfSurveys(
    _ cuts: [SurveyCut], _ sources: PriceSources, _ log: inout FindingLog
  ) throws(InputFailure) -> [MatchedJob] {
    guard !jobs.isEmpty else {
      throw InputFailure(
        .surveys, "price.no-job", "there is no job to price",
        remedy: "name jobs by the code or title of the surveys, or \(.parameter(.matches, "FILE"))")
    }
    var matched: [MatchedJob] = []
    for job in jobs {
      let found = cuts.filter { sources.isOf(job, $0) }
      guard let first = found.first else {
        throw unknownJob(job, among: cuts.flatMap { [$0.jobTitle, $0.jobCode].compactMap(\.self) })
      }
      sources.note(job, found, &log)
      sources.noteNearTitles(job, found, &log)
      let matches = found.map { cut in
        JobMatch(
          cut, adjustment: adjustments.first { sources.isOf($0.key, cut) }?.value ?? .zero,
          weight: weight(of: cut))
      }
      matched.append((MarketPrices.Benchmark(job: job, title: first.jobTitle), matches))
    }
    if let unused = adjustments.keys.sorted().first(where: { name in
      !matched.contains { $0.matches.contains { sources.isOf(name, $0.cut) } }
    }) {
      throw InputFailure(
        .adjust, "price.unknown-job", "no cut that is looked at is of \"\(unused)\"")
    }
    return matched
  }

  /// A job that is not known is never taken for its nearest.
  private func unknownJob(_ job: String, among names: [String]) -> InputFailure {
    let words = Set(Wording.words(of: job))
    let nearest = Set(names).map { name in
      (name: name, shared: words.intersection(Wording.words(of: name)).count)
    }.filter { $0.shared > 0 }.sorted { ($1.shared, $0.name) < ($0.shared, $1.name) }.prefix(5)
    let list = nearest.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return InputFailure(
      .surveys, "price.unknown-job", "no survey has a job \"\(job)\" by code or title",
      remedy: nearest.isEmpty
        ? NearMiss.remedy(for: job, among: Set(names).sorted()) : "the nearest are \(list)")
  }

  private func weight(of cut: SurveyCut) -> Ratio? {
    weightBySurvey.first { Self.key($0.key) == Self.key(cut.survey) }?.value
  }

  static func key(_ text: String) -> String {
    Wording.words(of: text).joined(separator: " ")
  }

  // MARK: Rules

  private func rules(
    for jobs: [MatchedJob], _ cuts: [SurveyCut]
  ) throws(InputFailure) -> PricingRules {
    let used = jobs.flatMap(\.matches).map(\.cut)
    let surveys = Set(used.map(\.survey))
    for (parameter, names) in [
      (Parameter.ageBy, Array(yearlyBySurvey.keys)), (.weight, Array(weightBySurvey.keys)),
    ] {
      let known = Set(cuts.map(\.survey))
      guard
        let unknown = names.sorted().first(where: { name in
          !known.contains { Self.key($0) == Self.key(name) }
        })
      else { continue }
      throw InputFailure(
        parameter, "price.unknown-survey", "there is no survey \"\(unknown)\"",
        remedy: NearMiss.remedy(for: unknown, among: known.sorted()))
    }
    if let weights, weights != .stated, !weightBySurvey.isEmpty {
      throw Parameter.weight.without(.weights, BlendWeights.stated.rawValue)
    }
    let days = Set(used.map(\.effective)).sorted()
    let day: CalendarDate
    switch target {
    case .day(let wanted): day = wanted
    case .planYear(let start, let policy): day = policy.target(ofYearFrom: start)
    case .asPublished:
      guard days.count == 1, let only = days.first else {
        throw InputFailure(
          .ageTo, "price.several-dates",
          "the cuts are of \(days.count) days, from \(days.first?.description ?? "") to \(days.last?.description ?? "")",
          remedy:
            "say to when and how fast pay is brought: \(.parameter(.ageTo, "2026-07-01")) \(.parameter(.ageBy, "3%"))"
        )
      }
      day = only
    }
    let aged = Set(used.filter { $0.effective != day }.map(\.survey))
    let rates = Dictionary(
      surveys.compactMap { survey in
        yearlyBySurvey.first { Self.key($0.key) == Self.key(survey) }.map { (survey, $0.value) }
      }, uniquingKeysWith: { $1 })
    if yearly == nil, let without = aged.sorted().first(where: { rates[$0] == nil }) {
      throw InputFailure(
        .ageBy, "price.no-rate", "nothing says how fast the pay of \"\(without)\" rises",
        remedy: "say \(.parameter(.ageBy, "3%"))")
    }
    var rules = PricingRules(
      aging: CutAging(to: day, method, by: dayCount), yearly: yearly ?? .zero)
    rules.yearlyBySurvey = rates
    let areStated = jobs.contains { $0.matches.contains { $0.weight != nil } }
    rules.weights = weights ?? (areStated ? .stated : .equal)
    rules.minimum = minimum
    rules.geographic = geographic
    rules.step = step
    return rules
  }

  /// A match that needs more than a fifth is the wrong one.
  private func noteAdjustments(_ jobs: [MatchedJob], _ log: inout FindingLog) {
    guard let fifth = try? Ratio(1, over: 5) else { return }
    for job in jobs {
      for match in job.matches where max(match.adjustment, -match.adjustment) > fifth {
        log.add(
          Finding(
            "price.adjustment", .warning, at: match.cut.place,
            "\"\(job.job.job)\" is adjusted by \(.rate(match.adjustment)) to this job",
            remedy: "over 20% another match is the better one"))
      }
    }
  }

  /// The first ten of several names.
  private static func list(_ names: [String]) -> String {
    names.prefix(10).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 10 ? ", …" : "")
  }

  private func failure(_ obstacle: JobPrice.Obstacle, of job: String) -> InputFailure {
    switch obstacle {
    case .noCut:
      InputFailure(
        .surveys, "price.no-cut",
        "no cut of \"\(job)\" rests on \(minimum.organizations) employers and \(minimum.incumbents) people",
        remedy:
          "match another job, or say \(.parameter(.minOrganizations, "N")) and \(.parameter(.minIncumbents, "N"))"
      )
    case .currencies(let currencies):
      InputFailure(
        .currency, "price.currencies",
        "the cuts of \"\(job)\" are in several currencies: \(currencies.map(\.code).joined(separator: ", "))",
        remedy: "price one at a time: \(.parameter(.currency, currencies.first?.code ?? "USD"))")
    case .scopes(let survey, let labels):
      InputFailure(
        .scope, "price.scopes",
        "\"\(survey)\" has \(labels.count) cuts of \"\(job)\": \(Self.list(labels))",
        remedy:
          "say which with \(.parameter(.scope, "SCOPE")) or \(.parameter(.location, "PLACE"))")
    case .noWeight(let cut):
      InputFailure(
        .badData,
        Finding(
          "price.weight", at: cut.place,
          "the cut of \"\(job)\" says nothing that it could count by",
          remedy: weights ?? .stated == .stated
            ? "state its weight, such as \(.parameter(.weight, "\(cut.survey)=50%"))"
            : "say another \(.parameter(.weights, BlendWeights.equal.rawValue))"))
    case .localAlready(let cut):
      InputFailure(
        .badData,
        Finding(
          "price.local", at: cut.place,
          "the cut of \"\(job)\" is of \"\(cut.location ?? "")\", so that its place is in it already",
          remedy:
            "leave \(.parameter(.geographic)) out, or keep the others with \(.parameter(.location, Self.national))"
        ))
    case .arithmetic:
      InputFailure(
        .surveys, "price.arithmetic", "the price of \"\(job)\" has more digits than can be held")
    }
  }
}

extension JobMatches.Match {
  fileprivate func isOf(_ name: String) -> Bool {
    [job, title].contains { $0.map(PriceQuestion.key) == PriceQuestion.key(name) }
  }
}
