public import Amounts

/// How jobs are priced from survey cuts.
public struct PricingRules: Hashable, Sendable {
  /// The day, and how pay is brought to it.
  public var aging: CutAging
  /// How much pay rises in a year, as a fraction.
  public var yearly: Ratio
  /// The same of single surveys, by their names.
  public var yearlyBySurvey: [String: Ratio] = [:]
  /// What cuts count by.
  public var weights: BlendWeights = .equal
  /// How few employers and people a cut may rest on.
  public var minimum: MinimumData = MinimumData()
  /// Local over national pay; 1 for the whole country.
  public var geographic: Ratio = .one
  /// The step that composites are rounded to, halves up.
  public var step: Ratio = .one

  /// Creates rules.
  public init(aging: CutAging, yearly: Ratio) {
    self.aging = aging
    self.yearly = yearly
  }
}

/// The market price of a job, with every step from the cuts to it.
public struct JobPrice: Hashable, Sendable {
  /// A cut and what was done with it.
  public struct Source: Hashable, Sendable {
    /// The cut and its adjustment.
    public var match: JobMatch
    /// What aging multiplied it by.
    public var agingFactor: Ratio
    /// The yearly rate of that.
    public var yearly: Ratio
    /// Aging, level and place together.
    public var factor: Ratio
    /// The part of the composite that it is; nil where it was set aside.
    public var weight: Ratio?
    /// Why it was set aside; nil where it was not.
    public var setAside: SetAside?
    /// The pay after all steps.
    public var pay: [PayElement: PayPercentiles]
  }

  /// Why a cut is no part of a composite.
  public enum SetAside: String, Hashable, Sendable {
    /// It rests on too few employers.
    case fewOrganizations = "few_organizations"
    /// It rests on too few people.
    case fewIncumbents = "few_incumbents"
  }

  /// Why a job has no price.
  public enum Obstacle: Error, Hashable, Sendable {
    /// No cut is left.
    case noCut
    /// The cuts are in several currencies.
    case currencies([Currency])
    /// A survey has several cuts of the job.
    case scopes(survey: String, [String])
    /// A cut does not say what it is to count by.
    case noWeight(SurveyCut)
    /// A cut is of a place already, and a geographic factor is given.
    case localAlready(SurveyCut)
    /// A number has no exact representation.
    case arithmetic(ArithmeticFailure)
  }

  /// The cuts, in the order given.
  public let sources: [Source]
  /// The currency.
  public let currency: Currency
  /// The blended percentiles of each pay that all cuts have, exact.
  public let composite: [PayElement: PayPercentiles]
  /// The step that amounts are shown and used with.
  public let step: Ratio

  /// Prices a job from the cuts that it is matched to.
  public init(_ matches: [JobMatch], _ rules: PricingRules) throws(Obstacle) {
    guard let first = matches.first else { throw .noCut }
    let currencies = Set(matches.map(\.cut.currency)).sorted { $0.code < $1.code }
    guard currencies.count == 1 else { throw .currencies(currencies) }
    for (survey, cuts) in Dictionary(grouping: matches.map(\.cut), by: \.survey).sorted(by: {
      $0.key < $1.key
    }) where cuts.count > 1 {
      throw .scopes(survey: survey, cuts.map(\.scopeLabel))
    }
    if rules.geographic != .one, let local = matches.first(where: { $0.cut.isLocal }) {
      throw .localAlready(local.cut)
    }
    let reasons = matches.map { rules.minimum.reason(toSetAside: $0.cut) }
    let kept = matches.indices.filter { reasons[$0] == nil }
    guard !kept.isEmpty else { throw .noCut }
    var weights: [Ratio] = []
    for index in kept {
      guard let weight = matches[index].weight(by: rules.weights), .zero < weight else {
        throw .noWeight(matches[index].cut)
      }
      weights.append(weight)
    }
    currency = first.cut.currency
    step = rules.step
    do throws(ArithmeticFailure) {
      var sources: [Source] = []
      for match in matches { sources.append(try Source(match, rules)) }
      let total = try weights.sum()
      for (index, weight) in zip(kept, weights) { sources[index].weight = try weight / total }
      for index in sources.indices { sources[index].setAside = reasons[index] }
      self.sources = sources
      composite = try Self.blend(sources)
    } catch {
      throw .arithmetic(error)
    }
  }

  private static func blend(
    _ sources: [Source]
  ) throws(ArithmeticFailure) -> [PayElement: PayPercentiles] {
    var composite: [PayElement: PayPercentiles] = [:]
    for element in PayElement.allCases {
      let parts = sources.compactMap { source in
        source.weight.map { (pay: source.pay[element] ?? PayPercentiles([:]), weight: $0) }
      }
      let blended = try PayPercentiles.blend(parts)
      if !blended.published.isEmpty { composite[element] = blended }
    }
    return composite
  }

  /// The composite, rounded; nil where not all cuts have the pay.
  public func pay(_ element: PayElement) -> PayPercentiles? {
    composite[element].flatMap { try? $0.rounded(toMultipleOf: step) }
  }

  /// The composite at a percentile, rounded; nil where not all cuts have it, or one has only a bound of it.
  public func pay(_ element: PayElement, at percentile: Int) -> Ratio? {
    pay(element)?[percentile]
  }

  /// How far the cuts of the composite are apart at the median, over the composite; nil of one alone, and
  /// where one has only a bound.
  public func spread(_ element: PayElement) -> Ratio? {
    let medians = sources.filter { $0.weight != nil }.compactMap { $0.pay[element]?[50] }
    guard medians.count > 1, let low = medians.min(), let high = medians.max(),
      let middle = composite[element]?[50]
    else { return nil }
    return try? (high - low) / middle
  }
}

extension JobPrice.Source {
  fileprivate init(_ match: JobMatch, _ rules: PricingRules) throws(ArithmeticFailure) {
    let yearly = rules.yearlyBySurvey[match.cut.survey] ?? rules.yearly
    let aging = try rules.aging.factor(from: match.cut.effective, yearly: yearly)
    let factor = try aging * (.one + match.adjustment) * rules.geographic
    var pay: [PayElement: PayPercentiles] = [:]
    for (element, percentiles) in match.cut.pay {
      pay[element] = try percentiles.scaled(by: factor)
    }
    self.init(
      match: match, agingFactor: aging, yearly: yearly, factor: factor, weight: nil, setAside: nil,
      pay: pay)
  }
}

extension JobMatch {
  fileprivate func weight(by weights: BlendWeights) -> Ratio? {
    switch weights {
    case .equal: .one
    case .incumbents: cut.incumbents.map { Ratio($0) }
    case .organizations: cut.organizations.map { Ratio($0) }
    case .stated: weight
    }
  }
}

extension MinimumData {
  /// Why a cut is no part of a composite; nil for one that is, also where it does not say what it rests on.
  package func reason(toSetAside cut: SurveyCut) -> JobPrice.SetAside? {
    if let count = cut.organizations, count < organizations { return .fewOrganizations }
    if let count = cut.incumbents, count < incumbents { return .fewIncumbents }
    return nil
  }
}

extension SurveyCut {
  /// Its scope and place as people tell cuts of one survey apart.
  public var scopeLabel: String {
    [scope, location].compactMap(\.self).joined(separator: ", ")
  }
}
