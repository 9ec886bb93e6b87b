import CompanyYears
import TestSupport
import Testing

@Suite("Years of companies in a ledger")
struct CompanyYearTests {
  /// `make soak` lives thousands of them in the optimised build.
  static let count = runsSlowTests ? 100 : 20

  @Test("What is posted is what is owed from scratch, whatever happens", arguments: 0..<count)
  func year(_ index: Int) throws {
    var year = try CompanyYear(seed: FreshSeed.value &+ UInt64(index) &* 7919)
    try year.run()
  }

  @Test("Companies do have adjustments, and draws on plans that people have left, to test")
  func variety() throws {
    var (adjustments, takenBack) = (0, 0)
    for seed in 0..<10 {
      var year = try CompanyYear(seed: UInt64(seed))
      try year.run()
      adjustments += year.adjustments
      takenBack += year.takenBack
    }
    #expect(adjustments > 100)
    #expect(takenBack > 0)
  }
}
