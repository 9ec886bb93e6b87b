/// A commission paid dollar by dollar in whole mills, to hold the engine to.
///
/// Nothing here is shared with the library: each dollar of credit is asked for its rate, given the
/// credit that is reached, and the rates are added.
struct BruteForce {
  enum Reading { case marginal, retroactive(to: Int), byDeal }

  /// Dollars at which the second and later bands start, for one period.
  var starts: [Int]
  /// Whether the band before each start includes it.
  var isClosed: [Bool] = []
  /// Mills paid for a dollar in each band.
  var mills: [Int]
  /// Where a band reaches back to, by band.
  var backTo: [Int: Int] = [:]
  var reading: Reading
  var threshold = 0
  var paysAbove = false
  var creditLimit: Int?
  var payLimitMills: Int?

  /// The band of the dollar that begins at a credit.
  func band(at credit: Int) -> Int { starts.count { $0 <= credit } }

  /// The band in which a credit stands.
  func bandReached(at credit: Int) -> Int {
    starts.indices.count { isClosed[$0] ? starts[$0] < credit : starts[$0] <= credit }
  }

  /// Mills for a credit, before the limit on pay.
  func mills(for credit: Int) -> Int {
    let credit = min(credit, creditLimit ?? credit)
    if threshold > 0, credit < threshold { return 0 }
    if credit < 0 { return paysAbove ? 0 : credit * mills[0] }
    let reached = bandReached(at: credit)
    var sum = 0
    for dollar in 0..<credit where !(paysAbove && dollar < threshold) {
      var paidAs = band(at: dollar)
      if case .retroactive(let anchor) = reading, anchor <= dollar { paidAs = reached }
      for later in 0...reached {
        if let back = backTo[later], back <= dollar, dollar < starts[later - 1] { paidAs = later }
      }
      sum += mills[paidAs]
    }
    return sum
  }

  /// Cents so far after each deal, with the limit on pay.
  func cents(after deals: [Int]) -> [Int] {
    var credit = 0
    var raw = 0
    return deals.map { deal in
      let before = credit
      credit += deal
      let value: Int
      if case .byDeal = reading {
        func counted(_ credit: Int) -> Int {
          let limited = min(credit, creditLimit ?? credit)
          return paysAbove ? max(limited, threshold) : limited
        }
        raw += mills[bandReached(at: before)] * (counted(credit) - counted(before))
        value = threshold > 0 && credit < threshold ? 0 : raw
      } else {
        value = mills(for: credit)
      }
      return Self.roundedToCents(min(value, payLimitMills ?? value))
    }
  }

  /// Half to even, from mills to cents.
  static func roundedToCents(_ mills: Int) -> Int {
    var (cents, rest) = mills.quotientAndRemainder(dividingBy: 10)
    if rest < 0 {
      cents -= 1
      rest += 10
    }
    if rest > 5 || rest == 5 && cents % 2 != 0 { return cents + 1 }
    return cents
  }
}
