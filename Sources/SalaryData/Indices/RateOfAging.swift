#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A yearly rate by which pay is moved to another date, and how the years add up.
public struct RateOfAging: Hashable, Sendable {
  /// How a rate works over part of a year and over several years; the two differ.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// (1 + rate) to the power of months / 12.
    case compound
    /// 1 + rate × months / 12.
    case simple
  }

  /// The rate for one year as a fraction, such as 0.03; above −1.
  public let yearly: Double
  /// Whether each year's rise is on the first amount or on that of the year before.
  public let method: Method

  /// Creates a rate.
  public init(yearly: Double, method: Method) {
    self.yearly = yearly
    self.method = method
  }

  /// Returns the factor for a number of months, which is negative for a step back in time.
  ///
  /// A step back divides by the factor of the same step forward, so that there and back is 1.
  public func factor(months: Int) -> Double {
    let years = Double(months.magnitude) / 12
    let forward =
      switch method {
      case .compound: pow(1 + yearly, years)
      case .simple: 1 + yearly * years
      }
    return months < 0 ? 1 / forward : forward
  }
}
