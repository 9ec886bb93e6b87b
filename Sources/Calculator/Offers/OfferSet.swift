package import Employment
package import Regulations

/// Offers that stand side by side, with what nobody promises filled in alike for all.
package struct OfferSet: Sendable {
  /// An offer of the set.
  package struct Member: Sendable {
    package let terms: OfferTerms
    /// The calendar year in which it starts, whose tax rules hold first.
    package let firstYear: Int

    package init(_ terms: OfferTerms, firstYear: Int) {
      self.terms = terms
      self.firstYear = firstYear
    }
  }

  /// The offers, in one currency.
  package let members: [Member]
  /// The taxes that can be taken off; none where they are not known.
  package let taxes: FederalTaxes

  package init(_ members: [Member], taxes: FederalTaxes = FederalTaxes([])) {
    self.members = members
    self.taxes = taxes
  }
}
