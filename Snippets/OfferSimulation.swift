import OnTarget

let offers = try ["northwind", "harbor"].map { name in
  try Offer.read(path: "datasets/offers/\(name).yaml").offer
}
if let riskAversion = RiskAversion(2) {
  let comparison = try OfferComparison(
    offers, OfferAssumptions(years: 3, riskAversion: riskAversion))
  for outlook in comparison.outlooks {
    print(outlook.offer.name, Int(outlook.certaintyEquivalent.rounded()))
  }
}
// Northwind 198922
// Harbor 184168
