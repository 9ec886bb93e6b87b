internal import Amounts
internal import Answers
internal import Employment
internal import Regulations
internal import Reporting
internal import Simulation

/// What nobody can promise, filled for silent offers with what the offers beside them state.
///
/// How often the quota is reached, how long a slow start takes, how far the base will rise and which
/// tax rules hold are expectations and no promises. An offer that leaves one out must not win or
/// lose by that, so that it gets the stated one; of several the most cautious.
struct SharedTerms {
  /// Which chance of quota each offer is given.
  let basis: OfferComparison.ChanceBasis
  /// The calendar year in which each offer starts.
  let firstYears: [Int]
  private let offers: [Offer]

  init(_ offers: [Offer], _ assumptions: OfferAssumptions) {
    basis = Self.basis(of: offers)
    let raises = offers.compactMap { offer in offer.raise.map { (offer.name, $0) } }
    let lowest = raises.min { $0.1 < $1.1 }
    let ramps = offers.compactMap { offer in offer.rampUp.map { (offer.name, $0) } }
    let slowest = ramps.max { $0.1.missing < $1.1.missing }
    let starts = offers.compactMap { offer in offer.start.map { (offer.name, $0.year) } }
    let earliest = starts.min { $0.1 < $1.1 }
    let latestRules = assumptions.tax?.taxes.years.last
    self.offers = offers.map { offer in
      var offer = offer
      if offer.raise == nil, let (name, raise) = lowest {
        offer.terms.raise = raise
        offer.assume("raise", "\(.rate(raise)), as at \(name)")
      }
      if offer.rampUp == nil, offer.planRampMonths == 0, let (name, rampUp) = slowest {
        offer.terms.rampUp = rampUp
        offer.assume("ramp", "as at \(name)")
      }
      if offer.start == nil, let (name, year) = earliest {
        offer.assume("start", "in \(year), as at \(name)")
      }
      if assumptions.tax != nil, !offer.isWithoutIncomeTax {
        offer.questions.append(
          Offer.Question(
            term: "location",
            question: "Which state and local income tax is due at the place of work?",
            assumption: "none is taken off"))
      }
      return offer
    }
    firstYears = offers.map { $0.start?.year ?? earliest?.1 ?? latestRules ?? 0 }
  }

  /// The offers, all with a chance or each with its own.
  func offers(at chance: OfferComparison.StatedChance?) -> [Offer] {
    guard let chance else { return offers }
    return offers.map { offer in
      var offer = offer
      offer.model = chance.model
      offer.modelText = chance.text
      offer.assume(
        "chance of quota", "\(chance.text), as at \(chance.offers.joined(separator: ", "))")
      return offer
    }
  }

  private static func basis(of offers: [Offer]) -> OfferComparison.ChanceBasis {
    let stated = offers.filter(\.statesChance)
    if stated.isEmpty { return .standard }
    if stated.count == offers.count { return .own }
    var chances: [OfferComparison.StatedChance] = []
    for offer in stated where !chances.contains(where: { $0.model.label == offer.model.label }) {
      chances.append(
        OfferComparison.StatedChance(
          model: offer.model, text: offer.modelText,
          offers: stated.filter { $0.model.label == offer.model.label }.map(\.name)))
    }
    if chances.count == 1 { return .common(chances[0]) }
    return .each(
      chances.sorted { ($0.model.chanceOfQuota ?? 0) < ($1.model.chanceOfQuota ?? 0) })
  }
}

extension AttainmentModel {
  /// The chance of reaching the quota; nil where no closed form is known.
  var chanceOfQuota: Double? { partialMoment(0, below: 1).map { 1 - $0 } }
}

extension Offer {
  /// Whether it is in a state that taxes no wages, by its code or name.
  ///
  /// Source: Tax Foundation, "State Individual Income Tax Rates and Brackets, 2025".
  fileprivate var isWithoutIncomeTax: Bool {
    let states: Set = [
      "ak", "alaska", "fl", "florida", "nv", "nevada", "nh", "new hampshire", "sd", "south dakota",
      "tn", "tennessee", "tx", "texas", "wa", "washington", "wy", "wyoming",
    ]
    return location.map { states.contains($0.lowercased()) } ?? false
  }
}

extension Offer.RampUp {
  /// The months of sales that it costs.
  fileprivate var missing: Double { Double(months) * (1 - sales.doubleValue) }
}
