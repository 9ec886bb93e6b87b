internal import CSpecialFunctions
internal import Findings
public import Statistics

/// Accounts that a rep looks after, each with its own chance of a deal.
public struct AccountPortfolio: SellingModel {
  /// One account: at most one deal a year.
  public struct Account: Hashable, Sendable {
    /// The chance of a deal in a year.
    public var chance: Double
    /// The mean size of the deal, as a share of the reference quota.
    public var size: Double
    /// The coefficient of variation of the size, which is lognormal; 0 for a fixed size.
    public var variation: Double
    /// When the deal closes.
    public var season: Season

    /// Creates an account.
    public init(chance: Double, size: Double, variation: Double = 0.5, season: Season = .even) {
      self.chance = chance
      self.size = size
      self.variation = variation
      self.season = season
    }
  }

  /// The accounts, the most important first.
  public let accounts: [Account]
  private let sizes: [Lognormal?]

  /// Creates a portfolio; fails for chances and sizes that are out of range.
  public init(_ accounts: [Account]) throws(ModelFailure) {
    guard !accounts.isEmpty else { throw ModelFailure.noAccounts }
    var sizes: [Lognormal?] = []
    for account in accounts {
      guard account.chance > 0, account.chance <= 1 else {
        throw ModelFailure.chance(account.chance)
      }
      guard account.size > 0, account.size.isFinite else {
        throw ModelFailure.size(account.size)
      }
      if account.variation == 0 {
        sizes.append(nil)
        continue
      }
      do throws(ParameterFailure) {
        sizes.append(
          try Lognormal(mean: account.size, coefficientOfVariation: account.variation))
      } catch {
        throw ModelFailure.dealSize(error)
      }
    }
    self.accounts = accounts
    self.sizes = sizes
  }

  /// Creates accounts ranked by priority, which together are expected to bring `mean` of the quota.
  ///
  /// The account of rank r has r^(−decay) times the size of the first: 0 makes them equal, 1 is
  /// Zipf's law. One account is the very important one.
  ///
  /// - Throws: `ModelFailure` for numbers that are out of range.
  /// - Complexity: O(count).
  public init(
    ranked count: Int, mean: Double, chance: Double, variation: Double = 0.5, decay: Double = 1,
    season: Season = .even
  ) throws(ModelFailure) {
    guard 1...10_000 ~= count else {
      throw ModelFailure.accounts(count)
    }
    guard 0...10 ~= decay else {
      throw ModelFailure.decay(decay)
    }
    let weights = (1...count).map { exp(-decay * log(Double($0))) }
    let sum = weights.reduce(0, +)
    try self.init(
      weights.map {
        Account(
          chance: chance, size: mean / chance * $0 / sum, variation: variation, season: season)
      })
  }

  public var label: String {
    let expected = accounts.reduce(0) { $0 + $1.chance * $1.size }
    let first = accounts[0].size
    return accounts.count == 1
      ? "one account with a \((accounts[0].chance * 100).short) % chance of a deal of \((first * 100).short) % of quota"
      : "\(accounts.count) ranked accounts, the first with deals of \((first * 100).short) % of quota, \((expected * 100).short) % of quota expected"
  }

  public func deals(using generator: inout Xoshiro256PlusPlus) -> [SoldDeal] {
    var deals: [SoldDeal] = []
    for (account, size) in zip(accounts, sizes) {
      guard generator.uniform() < account.chance else { continue }
      deals.append(
        SoldDeal(
          day: account.season.day(using: &generator),
          amount: size?.draw(using: &generator) ?? account.size))
    }
    return deals
  }
}
