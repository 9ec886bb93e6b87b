public import Amounts
public import Employment
public import Findings
internal import PayPlans
internal import Reporting
public import Simulation
internal import Statistics

/// Offers side by side over several years: pay, risk, break-even, what to ask, which to take.
public struct OfferComparison: Sendable {
  /// An attainment at which one offer overtakes another.
  public typealias BreakEven = OfferBreakEven

  /// How attainment varies, as one or several offers state it.
  public struct StatedChance: Sendable {
    /// The model.
    public let model: any AttainmentModel
    /// The model as it is written.
    public let text: Inline
    /// The names of the offers that state it.
    public let offers: [String]
  }

  /// Which chance of reaching the quota each offer is given.
  ///
  /// One unstated chance must not be filled differently from those beside it: an offer that says
  /// nothing would win or lose by that alone.
  public enum ChanceBasis: Sendable {
    /// Each its own, because each states it.
    case own
    /// All the standard model, because none states any.
    case standard
    /// All the only one that is stated, because others state none.
    case common(StatedChance)
    /// All each of those that are stated, one after the other, because others state none; the one
    /// with the lowest chance is first, and the outlooks are those at it.
    case each([StatedChance])
  }

  /// What all offers come to at one of several stated chances.
  public struct Alternative: Sendable {
    /// The chance that all offers have here.
    public let chance: StatedChance
    /// One outlook for each offer.
    public let outlooks: [OfferOutlook]
    /// The index of the offer with the highest certainty equivalent.
    public var best: Int { OfferComparison.best(of: outlooks) }
  }

  /// A chance of quota at one of two offers at which the order of the two changes.
  public struct TurningPoint: Hashable, Sendable {
    /// The index of the offer whose chance it is; that of the other stays.
    public let offer: Int
    /// Whether the order changes below it, else above.
    public let isBelow: Bool
    /// The chance, to the whole percent.
    public let chance: Double
  }

  /// What offers on different quotas are worth where all sell the same.
  public struct SameSales: Sendable {
    /// The quota over which what is sold at every offer is the attainment.
    public let referenceQuota: Ratio
    /// The certainty equivalent of each offer.
    public let certaintyEquivalents: [Double]

    /// The index of the offer with the highest.
    public var best: Int {
      certaintyEquivalents.indices.max { certaintyEquivalents[$0] < certaintyEquivalents[$1] } ?? 0
    }
  }

  /// One outlook for each offer, in the order given.
  public let outlooks: [OfferOutlook]
  /// Where offers overtake each other, by attainment.
  public let breakEvens: [BreakEven]
  /// Which chance of reaching the quota each offer is given.
  public let chanceBasis: ChanceBasis
  /// The outlooks at each of several stated chances; empty for any other basis.
  public let alternatives: [Alternative]
  /// The index of an offer that pays at least as much at every attainment, and more at some; nil for none.
  public let dominating: [Int?]
  /// The chances of quota that would change the order of the best offer and the one held against it.
  public let turningPoints: [TurningPoint]
  /// What the offers would be worth if all sold the same rather than reached the same attainment.
  ///
  /// Each is for one quota that the model may be taken to speak of. It is empty where the quotas are
  /// alike, where the sales are the same already, and where offers state how often their own quota is
  /// reached.
  public let sameSales: [SameSales]
  /// What would make the offer held against the best worth as much, term by term; for two offers alone.
  public let equalizingTerms: [EqualizingTerm]
  /// What was taken for granted.
  public let assumptions: OfferAssumptions

  /// The currency of every amount.
  public var currency: Currency { outlooks[0].offer.currency }

  /// Compares offers.
  ///
  /// Offers of one name get names that tell them apart.
  ///
  /// - Throws: `InputFailure` for no offer, offers in several currencies, for a location without a price
  ///   level, for a reference quota that is not one of what an offer sells, and for amounts that are too
  ///   large.
  /// - Complexity: O(offers × years × trials).
  public init(_ offers: [Offer], _ assumptions: OfferAssumptions) throws(InputFailure) {
    guard !offers.isEmpty else { throw CareerObstacle.noOffer.failure }
    for offer in offers {
      if offer.currency != offers[0].currency {
        throw CareerObstacle.otherCurrency(offer, first: offers[0]).failure
      }
      if let levels = assumptions.priceLevels,
        offer.location.map({ levels.level(of: $0) == nil }) ?? true
      {
        throw CareerObstacle.noPriceLevel(offer).failure
      }
      if assumptions.tax != nil, offer.currency != .usd {
        throw CareerObstacle.untaxable(offer).failure
      }
    }
    let offers = offers.withNamesApart
    if let quota = assumptions.referenceQuota { try Self.check(referenceQuota: quota, of: offers) }
    let terms = SharedTerms(offers, assumptions)
    func outlooks(at chance: StatedChance?) throws(InputFailure) -> [OfferOutlook] {
      var outlooks: [OfferOutlook] = []
      for (index, offer) in terms.offers(at: chance).enumerated() {
        do {
          outlooks.append(
            try OfferOutlook(offer, assumptions, firstYear: terms.firstYears[index]))
        } catch {
          throw CareerObstacle.unworkable(offer, error).failure
        }
      }
      return outlooks
    }
    var alternatives: [Alternative] = []
    switch terms.basis {
    case .own, .standard: self.outlooks = try outlooks(at: nil)
    case .common(let chance): self.outlooks = try outlooks(at: chance)
    case .each(let chances):
      for chance in chances {
        alternatives.append(Alternative(chance: chance, outlooks: try outlooks(at: chance)))
      }
      self.outlooks = alternatives[0].outlooks
    }
    chanceBasis = terms.basis
    self.alternatives = alternatives
    self.assumptions = assumptions
    let pay = OfferGrid(self.outlooks.map(\.worth))
    breakEvens = pay.breakEvens
    dominating = pay.dominating
    turningPoints = Self.turningPoints(self.outlooks, dominating: dominating)
    let best = Self.best(of: self.outlooks)
    equalizingTerms =
      self.outlooks.count == 2
      ? Self.equalizingTerms(
        of: self.outlooks[1 - best], worth: self.outlooks[best].certaintyEquivalent) : []
    sameSales =
      assumptions.referenceQuota == nil ? Self.sameSales(self.outlooks, chanceBasis) : []
  }

  /// The index of the offer with the highest certainty equivalent.
  public var best: Int { Self.best(of: outlooks) }
  /// The index of the offer with the highest expected pay.
  public var highestExpected: Int { Self.index(in: outlooks) { $0.total.expected } }

  /// The offer that is held against the best: the one that dominates it, else the second best.
  public var rival: Int? { Self.rival(of: best, in: outlooks, dominating: dominating) }

  /// The index of the offer to take; nil where that turns on a chance of quota, or on what another quota
  /// means for the sales.
  ///
  /// An offer that pays no more than another at any attainment is not recommended, though the chances
  /// that the two state may make it worth more.
  public var recommended: Int? {
    if dominating[best] != nil || alternatives.contains(where: { $0.best != best })
      || turnsOnSales
    {
      return nil
    }
    return best
  }

  /// Whether another offer is the best where all sell the same.
  public var turnsOnSales: Bool { sameSales.contains { $0.best != best } }

  /// Whether the offers have different quotas, so that the same attainment is not the same sales.
  var quotasDiffer: Bool { Set(outlooks.compactMap(\.offer.salesQuota)).count > 1 }

  private static func best(of outlooks: [OfferOutlook]) -> Int {
    index(in: outlooks) { $0.certaintyEquivalent }
  }

  private static func index(
    in outlooks: [OfferOutlook], by value: (OfferOutlook) -> Double
  ) -> Int {
    outlooks.indices.max { value(outlooks[$0]) < value(outlooks[$1]) } ?? 0
  }

  private static func rival(
    of best: Int, in outlooks: [OfferOutlook], dominating: [Int?]
  ) -> Int? {
    dominating[best]
      ?? outlooks.indices.filter { $0 != best }
      .max { outlooks[$0].certaintyEquivalent < outlooks[$1].certaintyEquivalent }
  }

  /// Refuses a reference quota of which sales at an offer say nothing.
  private static func check(
    referenceQuota quota: Ratio, of offers: [Offer]
  ) throws(InputFailure) {
    let measured = offers.filter { $0.salesQuota != nil }
    for offer in offers where offer.dependsOnAttainment {
      guard let own = offer.salesQuota else { throw CareerObstacle.noSales(offer).failure }
      if offer.plan.primaryMeasure?.unit != measured.first?.plan.primaryMeasure?.unit {
        throw CareerObstacle.otherUnit(offer, first: measured[0]).failure
      }
      if offer.statesChance, own != quota {
        throw CareerObstacle.chanceOfOtherQuota(offer, quota: own).failure
      }
    }
  }

  /// Looks at the same sales, over each quota that the model in force may be taken to speak of.
  private static func sameSales(
    _ outlooks: [OfferOutlook], _ basis: ChanceBasis
  ) -> [SameSales] {
    let paid = outlooks.filter { $0.offer.dependsOnAttainment }
    let quotas = paid.compactMap(\.offer.salesQuota)
    guard quotas.count == paid.count, Set(quotas).count > 1,
      Set(paid.map { $0.offer.plan.primaryMeasure?.unit }).count == 1
    else { return [] }
    let references: [Ratio]
    switch basis {
    case .standard: references = quotas
    case .common: references = paid.filter(\.offer.statesChance).compactMap(\.offer.salesQuota)
    // What is said of a quota holds for that quota.
    case .own, .each: return []
    }
    return Set(references).sorted().map { reference in
      SameSales(
        referenceQuota: reference,
        certaintyEquivalents: outlooks.map { outlook in
          let own = outlook.offer.dependsOnAttainment ? outlook.offer.salesQuota : nil
          return own.map {
            outlook.certaintyEquivalent(
              stretchedBy: reference.doubleValue / $0.doubleValue)
          } ?? outlook.certaintyEquivalent
        })
    }
  }

  /// Looks for the chance at either of the two offers at which they are worth the same.
  private static func turningPoints(
    _ outlooks: [OfferOutlook], dominating: [Int?]
  ) -> [TurningPoint] {
    let best = best(of: outlooks)
    guard let rival = rival(of: best, in: outlooks, dominating: dominating) else { return [] }
    /// The least chance in percent at which an offer is worth more than an amount.
    @Sendable func least(_ offer: OfferOutlook, worthMoreThan amount: Double) -> Int? {
      func isMore(_ percent: Int) -> Bool? {
        offer.certaintyEquivalent(chanceOfQuota: Double(percent) / 100).map { $0 > amount }
      }
      guard isMore(1) == false, isMore(99) == true else { return nil }
      var (low, high) = (1, 99)
      while high - low > 1 {
        let middle = (low + high) / 2
        if isMore(middle) ?? true { high = middle } else { low = middle }
      }
      return high
    }
    let pair = [outlooks[best], outlooks[rival]]
    let least = Parallel.map(2, threads: nil) { index in
      least(pair[index], worthMoreThan: pair[1 - index].certaintyEquivalent)
    }
    var points: [TurningPoint] = []
    if let percent = least[0] {
      points.append(TurningPoint(offer: best, isBelow: true, chance: Double(percent) / 100))
    }
    if let percent = least[1] {
      points.append(TurningPoint(offer: rival, isBelow: false, chance: Double(percent - 1) / 100))
    }
    return points
  }
}
