internal import Answers
package import Findings
internal import Simulation

/// How random numbers are drawn, as a part of a question.
public struct DrawChoice: Hashable, Sendable {
  /// The number of simulated years; nil for as many as are usual for the question.
  public var trials: Int?
  /// The seed of the random numbers; nil for 1.
  public var seed: UInt64?
  /// The number of threads, which changes no figure; nil for one a core.
  public var threads: Int?

  /// Creates a choice.
  public init(trials: Int? = nil, seed: UInt64? = nil, threads: Int? = nil) {
    self.trials = trials
    self.seed = seed
    self.threads = threads
  }
}

extension DrawChoice {
  /// Refuses numbers out of range.
  package func check() throws(InputFailure) {
    if let trials, !(1...PayForecast.trialLimit ~= trials) {
      throw InputFailure(
        .trials, "question.range", "\(trials) is not a number of years",
        remedy: "take 1 to \(PayForecast.trialLimit)")
    }
    if let threads, !(1...1024 ~= threads) {
      throw InputFailure(
        .threads, "question.range", "\(threads) is not a number of threads",
        remedy: "take 1 to 1024")
    }
  }

  /// A setting that is given; nil where none is.
  package var firstGiven: Parameter? {
    if trials != nil { return .trials }
    if seed != nil { return .seed }
    return threads == nil ? nil : .threads
  }

  /// The settings of what to expect of a plan.
  package func settings(usualTrials: Int = 100_000) -> PayOutlook.Settings {
    var settings = PayOutlook.Settings(trials: trials ?? usualTrials)
    settings.seed = seed ?? settings.seed
    settings.threads = threads
    return settings
  }
}
