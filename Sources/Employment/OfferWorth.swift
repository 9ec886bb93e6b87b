package import Regulations

/// What the years of an offer are worth at an attainment, after tax and in average prices where these
/// are asked for.
package struct OfferWorth: Sendable {
  package var pay: OfferPay
  /// The number of years of service.
  package let years: Int
  /// The tax rules of each year; nil before tax.
  package let rules: [WageTaxYear]?
  /// The price level of the location; 1 where prices do not matter.
  package let priceLevel: Double
  /// The attainment of the offer's own quota at an attainment of 1 as all offers are measured.
  ///
  /// It is 1 where each is measured by its own quota, and the reference quota over the own one where all
  /// sell the same.
  package let stretch: Double

  package init(
    _ pay: OfferPay, years: Int, rules: [WageTaxYear]? = nil, priceLevel: Double = 1,
    stretch: Double = 1
  ) {
    self.stretch = stretch
    self.pay = pay
    self.years = years
    self.rules = rules
    self.priceLevel = priceLevel
  }

  /// What is left of the wages of a year, counted from 0.
  package func net(ofWages wages: Double, _ index: Int) -> Double {
    rules?[index].net(ofWages: wages) ?? wages
  }

  /// What the parts of a year are worth.
  package func value(of year: OfferPay.Year, _ index: Int) -> Double {
    (net(ofWages: year.wages, index) + year.untaxed) / priceLevel
  }

  /// Returns the average yearly pay when every year reaches one attainment, equity at its expected price.
  ///
  /// The attainment is as all offers are measured.
  ///
  /// - Complexity: O(years).
  package func averagePay(attainment: Double) -> Double {
    var owed = 0.0
    let sum = (0..<years).reduce(0.0) { sum, index in
      sum
        + value(
          of: pay.year(index, attainment: attainment * stretch, luck: nil, owed: &owed), index)
    }
    return sum / Double(years)
  }
}
