import Foundation
import Statistics
import Testing

@testable import Simulation

@Suite("Careers on a ladder")
struct CareerTests {
  private func rung(
    _ pay: Double, after: Int = 12, promotion: Double = 0, leaving: Double = 0
  ) throws -> CareerLadder.Rung {
    CareerLadder.Rung(
      "rung", pay: .constant(pay), model: try FixedAttainment(1), monthsBeforePromotion: after,
      chanceOfPromotion: promotion, chanceToLeave: leaving)
  }

  private func forecast(
    _ ladder: CareerLadder, years: Int, rate: Double = 0, trials: Int = 20_000
  ) -> CareerForecast {
    CareerForecast(ladder, years: years, discountRate: rate, trials: trials, seed: 7)
  }

  @Test("A certain career is the sum of its years, discounted month by month")
  func certain() throws {
    let ladder = CareerLadder(
      [
        try rung(60_000, after: 18, promotion: 1), try rung(120_000, after: 6, promotion: 1),
        try rung(240_000),
      ], payElsewhere: 0)
    let career = forecast(ladder, years: 3, rate: 0.05, trials: 3)
    #expect(career.years.map(\.expected).map { $0.rounded() } == [60_000, 90_000, 240_000])
    #expect(abs(career.total.p50 - 390_000) < 0.01)
    #expect(career.arrivals.map(\.medianMonths) == [0, 18, 24])
    #expect(career.arrivals.map(\.shareAtEnd.value) == [0, 0, 1])
    // An annuity of 5,000 for 18 months, 10,000 for 6 and 20,000 for 12, at 1.05^(1/12) a month.
    let annuity = { (payment: Double, from: Int, to: Int) in
      (from + 1...to).reduce(0.0) { $0 + payment * pow(1.05, -Double($1) / 12) }
    }
    let expected = annuity(5_000, 0, 18) + annuity(10_000, 18, 24) + annuity(20_000, 24, 36)
    #expect(abs(career.discounted.expected - expected) < 0.01)
  }

  /// The exact law of a ladder with constant pay, step by step over rung and months on it.
  private struct Chain {
    var total = 0.0
    var reached: [Double]
    var left = 0.0
    var waiting: [Double]

    init(_ ladder: CareerLadder, months: Int) {
      let count = ladder.rungs.count
      let monthly = { (chance: Double) in 1 - pow(1 - chance, 1 / 12.0) }
      var here = [[Double]](repeating: [Double](repeating: 0, count: months + 1), count: count)
      here[0][0] = 1
      reached = [1] + [Double](repeating: 0, count: count - 1)
      waiting = [Double](repeating: 0, count: count)
      for month in 1...months {
        total += left * ladder.payElsewhere / 12
        var next = [[Double]](repeating: [Double](repeating: 0, count: months + 1), count: count)
        for (index, rung) in ladder.rungs.enumerated() {
          for served in 0..<months where here[index][served] > 0 {
            let share = here[index][served]
            total += share * rung.pay(1) / 12
            let leaving = share * monthly(rung.chanceToLeave)
            left += leaving
            var stays = share - leaving
            if index + 1 < count, served + 1 >= rung.monthsBeforePromotion {
              let promoted = stays * monthly(rung.chanceOfPromotion)
              next[index + 1][0] += promoted
              reached[index + 1] += promoted
              waiting[index + 1] += promoted * Double(month)
              stays -= promoted
            }
            next[index][served + 1] += stays
          }
        }
        here = next
      }
    }
  }

  @Test("Simulated careers agree with the exact chain within four standard errors")
  func chain() throws {
    let ladder = CareerLadder(
      [
        try rung(60_000, after: 12, promotion: 0.6, leaving: 0.2),
        try rung(110_000, after: 24, promotion: 0.3, leaving: 0.1),
        try rung(200_000, after: 12, promotion: 0.5, leaving: 0.05), try rung(260_000),
      ], payElsewhere: 55_000)
    let trials = 40_000
    let career = forecast(ladder, years: 8, trials: trials)
    let exact = Chain(ladder, months: 96)
    for (arrival, share) in zip(career.arrivals, exact.reached) {
      let error = (share * (1 - share) / Double(trials)).squareRoot()
      #expect(abs(arrival.share.value - share) <= 4 * error + 1e-12)
      #expect(abs((arrival.share.standardError ?? .nan) - error) <= error / 10 + 1e-12)
    }
    for index in 1..<4 {
      let mean = try #require(career.arrivals[index].meanMonths)
      let waiting = exact.waiting[index] / exact.reached[index]
      #expect(abs(mean.value - waiting) < 5 * (mean.standardError ?? 0))
      #expect(abs(mean.value - waiting) < 0.6)
    }
    let error = (exact.left * (1 - exact.left) / Double(trials)).squareRoot()
    #expect(abs(career.shareLeft.value - exact.left) <= 4 * error)
    // Totals spread over about 450,000 to 1,700,000, so their deviation is at most half of that.
    #expect(abs(career.total.expected - exact.total) < 4 * 300_000 / Double(trials).squareRoot())
    #expect(
      abs(career.arrivals.reduce(career.shareLeft.value) { $0 + $1.shareAtEnd.value } - 1) < 1e-12)
  }

  // The wait after the first 12 months is geometric: 12 + (1 − h) ⁄ h months on average.
  @Test("The time to a rung has its closed form")
  func time() throws {
    let ladder = CareerLadder(
      [try rung(1, after: 12, promotion: 0.5), try rung(1)], payElsewhere: 0)
    let mean = try #require(forecast(ladder, years: 60, trials: 40_000).arrivals[1].meanMonths)
    let hazard = 1 - pow(0.5, 1 / 12.0)
    #expect(abs(mean.value - (12 + (1 - hazard) / hazard)) < 0.4)
  }

  @Test("Attainment is drawn anew for each year on a rung")
  func attainment() throws {
    let rung = CareerLadder.Rung(
      "rung", pay: CompiledCurve(starts: [0], values: [0], slopes: [100]),
      model: try Lognormal(mean: 1, coefficientOfVariation: 0.5), monthsBeforePromotion: 12,
      chanceOfPromotion: 0, chanceToLeave: 0)
    let career = forecast(CareerLadder([rung], payElsewhere: 0), years: 4)
    // Four independent years: mean 400, deviation 50 · √4 = 100.
    #expect(abs(career.total.expected - 400) < 4 * 100 / 20_000.0.squareRoot())
    #expect(career.total.p90 < 560)
    // The error of a mean is the deviation over √n. That of a quantile is √(p (1 − p) ⁄ n) over the
    // density there, which of a lognormal is known (Stuart, Ord, Kendall's Advanced Theory 1, 10.10).
    let error = try #require(career.total.mean.standardError)
    #expect(abs(error / (100 / 20_000.0.squareRoot()) - 1) < 0.05)
    let draw = try Lognormal(mean: 100, coefficientOfVariation: 0.5)
    for (p, estimate) in zip([0.1, 0.5, 0.9], career.years[0].percentiles) {
      let exact = (p * (1 - p) / 20_000).squareRoot() / draw.density(at: draw.quantile(p))
      #expect(abs((estimate.standardError ?? .nan) / exact - 1) < 0.3)
      #expect(abs(estimate.value - draw.quantile(p)) < 5 * exact)
    }
    #expect(career.years[0].p90 > 150)
  }
}
