import Amounts
import PayAnswers
import TestSupport
import Testing

/// Division held against figures by hand, and against the conditions of Karush, Kuhn and Tucker.
@Suite("Dividing whole units")
struct ApportionmentTests {
  typealias Claim = Apportionment.Claim

  @Test("Equal claims differ by at most one unit, the first first")
  func equal() throws {
    #expect(try Apportionment(of: 10, among: [Claim(1), Claim(1), Claim(1)]).parts == [4, 3, 3])
    #expect(try Apportionment(of: 9, among: [Claim(2), Claim(2), Claim(2)]).parts == [3, 3, 3])
  }

  // 100 seats for 53, 24 and 23 thousand votes of 100: no remainders. For 10 seats: 5.3, 2.4, 2.3.
  @Test("Largest remainders by hand")
  func remainders() throws {
    let claims = [Claim(53), Claim(24), Claim(23)]
    #expect(try Apportionment(of: 100, among: claims).parts == [53, 24, 23])
    #expect(try Apportionment(of: 10, among: claims).parts == [5, 3, 2])
    // 21 of 21.878, 18.4, 12.3 … : a case of Balinski and Young has 26 seats of 9061, 7179, 5259, 3319, 1182.
    let states = [9061, 7179, 5259, 3319, 1182].map { Claim(Ratio($0)) }
    #expect(try Apportionment(of: 26, among: states).parts == [9, 7, 5, 4, 1])
  }

  @Test("What a greatest part cuts off goes to the others by their weights")
  func bounds() throws {
    // 60 : 30 : 10 of 100, of which the first may have 40: the other 60 are 45 and 15.
    let capped = [Claim(60, highest: 40), Claim(30), Claim(10)]
    #expect(try Apportionment(of: 100, among: capped).parts == [40, 45, 15])
    // The least of the last is 25: the first two have 75, 50 and 25.
    let raised = [Claim(60), Claim(30), Claim(10, lowest: 25)]
    #expect(try Apportionment(of: 100, among: raised).parts == [50, 25, 25])
  }

  @Test("What cannot be divided says why")
  func refused() {
    #expect(throws: Apportionment.Failure.lowest(12)) {
      try Apportionment(of: 10, among: [Claim(1, lowest: 6), Claim(1, lowest: 6)])
    }
    #expect(throws: Apportionment.Failure.highest(8)) {
      try Apportionment(of: 10, among: [Claim(1, highest: 4), Claim(1, highest: 4)])
    }
    #expect(throws: Apportionment.Failure.noWeight) {
      try Apportionment(of: 10, among: [Claim(0), Claim(0)])
    }
  }

  @Test("On random claims the sum is exact, bounds hold, and the conditions of optimality are met")
  func random() throws {
    var random = SeededGenerator(seed: FreshSeed.value)
    for number in 0..<(runsSlowTests ? 4_000 : 600) {
      let claims = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        let lowest =
          Int.random(in: 0...2, using: &random) == 0
          ? Int128(Int.random(in: 0...40, using: &random)) : 0
        let highest =
          Int.random(in: 0...2, using: &random) == 0
          ? lowest + Int128(Int.random(in: 0...60, using: &random)) : nil
        return Claim(
          Ratio(Int.random(in: 0...5, using: &random)), lowest: lowest, highest: highest)
      }
      let total = Int128(Int.random(in: 0...300, using: &random))
      let what: Comment =
        "ONTARGET_TEST_SEED=\(FreshSeed.value), number \(number): \(total) \(claims)"
      let division: Apportionment
      do throws(Apportionment.Failure) {
        division = try Apportionment(of: total, among: claims)
      } catch {
        // Refused only where bounds or weights cannot be met.
        let least = claims.reduce(0) { $0 + $1.lowest }
        let most = claims.reduce(Int128(0)) { sum, claim in
          sum + (claim.weight > .zero ? claim.highest ?? 1_000 : claim.lowest)
        }
        #expect(total < least || most < total, what)
        continue
      }
      #expect(division.parts.reduce(0, +) == total, what)
      var sum = Ratio.zero
      for part in division.exact { sum = try sum + part }
      #expect(sum == Ratio(total), what)
      // λ of whoever stands at no bound; nobody at the highest has more per weight, nobody at the lowest less.
      let free = try zip(claims, division.exact).filter { claim, part in
        Ratio(claim.lowest) < part && claim.highest.map { part < Ratio($0) } ?? true
      }.map { try $1 / $0.weight }
      #expect(Set(free).count <= 1, what)
      for ((claim, exact), part) in zip(zip(claims, division.exact), division.parts) {
        #expect(claim.lowest <= part && claim.highest.map { part <= $0 } ?? true, what)
        #expect(exact.rounded(.down) <= Ratio(part), what)
        #expect(try Ratio(part) < exact + 1, what)
        guard let factor = free.first, claim.weight > .zero else { continue }
        let own = try exact / claim.weight
        if claim.highest.map({ exact == Ratio($0) }) ?? false, exact != Ratio(claim.lowest) {
          #expect(own <= factor, what)
        } else if exact == Ratio(claim.lowest), claim.highest.map({ exact != Ratio($0) }) ?? true {
          #expect(factor <= own, what)
        }
      }
    }
  }
}
