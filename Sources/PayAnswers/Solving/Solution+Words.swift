internal import Amounts
internal import Answers
package import Reporting
package import Simulation

extension Solution.Obstacle {
  /// The obstacle as people read it.
  package var words: Inline {
    switch self {
    case .shareOutOfRange: "a share of people is above 0 % and below 100 %"
    case .fewSell(let share): "only \(.percent(share)) of people sell anything, under this model"
    case .quotaBelowOne: "the quota would be below 1"
    case .noQuota:
      """
      the plan has no quota, and no reference quota says what attainment stands for; say one, such as \
      \(.parameter(.referenceQuota, "690048"))
      """
    case .noCommission(let unknown):
      "there is no commission whose \(unknown.title) could be changed"
    case .oneBand(let component): "\"\(component)\" has one band, and so no accelerator"
    case .noMix: "the plan does not say both its base and its variable"
    case .mixChangesNothing:
      "the rates of this plan are not set by its variable, so the mix changes nothing"
    case .riskOutside(let least, let most):
      "whatever the mix, pay varies by \(.percent(least)) to \(.percent(most)) of its mean"
    case .riskJumps(let share, let from, let to):
      """
      at a mix of \(.percentage(share, places: 2)) base what pay varies by jumps from \
      \(.percent(from)) to \(.percent(to)) of its mean
      """
    case .jumps(let unknown, let number, let from, let to, let cost):
      """
      expected pay jumps over \(.withCode(cost)) where the \(unknown.title) is \
      \(unknown.written(number)): from \(.withCode(from)) to \(.withCode(to))
      """
    case .atLeast(let unknown, let pay, let cost):
      """
      whatever the \(unknown.title), expected pay is at least \(.withCode(pay)), more than \
      \(.withCode(cost))
      """
    case .atMost(let unknown, let pay, let cost):
      """
      whatever the \(unknown.title), expected pay is at most \(.withCode(pay)), less than \
      \(.withCode(cost))
      """
    case .paysAtMost(let pay): "the plan pays at most \(.withCode(pay))"
    case .paysAtLeast(let pay): "the plan pays \(.withCode(pay)) even for no sales"
    case .payJumps(let attainment, let from, let to, let pay):
      """
      \(.withCode(pay)) is never paid: at an attainment of \(.percentage(attainment, places: 2)) pay \
      jumps from \(.withCode(from)) to \(.withCode(to))
      """
    case .sameWhatever(let unknown, let pay):
      "expected pay is \(.withCode(pay)) whatever the \(unknown.title); it does not depend on it"
    case .more(let extreme, let pay, let cost):
      "even \(extreme.words) expected pay is \(.withCode(pay)), more than \(.withCode(cost))"
    case .less(let extreme, let pay, let cost):
      "even \(extreme.words) expected pay is \(.withCode(pay)), less than \(.withCode(cost))"
    }
  }
}

extension Solution.Obstacle.Extreme {
  fileprivate var words: Inline {
    switch self {
    case .smallestQuota: "on a hundredth of the quota"
    case .largestQuota: "on a hundredfold quota"
    case .noRates: "with rates of 0"
    case .largestRates: "with a thousandfold of its rates"
    case .noAccelerators: "with nothing paid above the first band"
    case .largestAccelerators: "with a thousandfold of its accelerators"
    case .zeroCap: "with a cap of 0"
    case .unreachedCap: "with a cap that nobody reaches"
    }
  }
}

extension Solution.Unknown {
  /// A number in its unit.
  fileprivate func written(_ number: Ratio) -> Inline {
    switch self {
    case .rate, .accelerator: "\(.plain(number, upTo: 6)) times"
    case .quota, .cap: .plain(number, upTo: 6)
    case .mix, .attainment: .percentage(number, places: 2)
    }
  }

  fileprivate var title: Inline {
    switch self {
    case .quota: "quota"
    case .rate: "rate"
    case .accelerator: "accelerator"
    case .cap: "cap"
    case .mix: "mix"
    case .attainment: "attainment"
    }
  }
}
