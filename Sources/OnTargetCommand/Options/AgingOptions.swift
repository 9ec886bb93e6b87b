import Amounts
import ArgumentParser
import MarketAnswers
import SalaryData

/// How pay is brought to one date.
struct AgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The month of the pay where the data do not say, such as 2013-05.", valueName: "month"))
  var date: String?

  @Option(help: ArgumentHelp("Bring all pay to this month.", valueName: "month"))
  var ageTo: String?

  @Option(
    help: ArgumentHelp(
      """
      By what: cpi-u, eci, awi (average wage index), or a rate per year such as 3.5% (default: eci; \
      over the years of a published series cpi-u).
      """, valueName: "index-or-rate"))
  var ageBy: String?

  @Flag(help: "Add a rate per year up without interest on interest (default: compound).")
  var simple: Bool = false

  @Option(
    help: ArgumentHelp(
      "Carry an index on beyond its end at this rate per year, such as 3%.", valueName: "rate"))
  var extrapolate: String?

  /// The date to which pay is brought, and how.
  func aging() throws -> MarketAging {
    var aging = MarketAging()
    aging.dataMonth = try date.map { try Self.month($0, "--date") }
    aging.target = try ageTo.map { try Self.month($0, "--age-to") }
    aging.rule = try rule()
    aging.extrapolation = try extrapolate.map { try Self.rate($0, "--extrapolate") }
    return aging
  }

  private func rule() throws -> MarketAging.Rule? {
    if let ageBy, ageBy.hasSuffix("%") || Double(ageBy) != nil {
      let yearly = try Self.rate(ageBy, "--age-by")
      return .rate(RateOfAging(yearly: yearly, method: simple ? .simple : .compound))
    }
    guard !simple else {
      throw ValidationError("--simple adds a rate per year up; say which, such as --age-by 3%")
    }
    return ageBy.map { .index($0) }
  }

  private static func rate(_ text: String, _ option: String) throws -> Double {
    if let number = Ratio(decimal: text), number != .zero {
      let percent = try number * 100
      let whole = percent.isInteger ? "\(percent)" : "\(percent.doubleValue)"
      throw ValidationError(
        "\(option): \"\(text)\" may be \(text)% or \(whole)% a year; write the one that is meant")
    }
    guard text == "0" || text.hasSuffix("%"),
      let percent = Double(text == "0" ? text : String(text.dropLast())), percent > -100,
      percent < 1000
    else {
      throw ValidationError(
        "\(option): \"\(text)\" is not a rate per year, such as \(Self.example(text))")
    }
    return percent / 100
  }

  /// "3,5%" with a point.
  private static func example(_ text: String) -> String {
    let pointed = text.replacing(",", with: ".")
    return text != pointed && pointed.hasSuffix("%") && Double(pointed.dropLast()) != nil
      ? pointed : "3.5%"
  }

  private static func month(_ text: String, _ option: String) throws -> YearMonth {
    guard let month = YearMonth(iso: text) else {
      throw ValidationError("\(option): \"\(text)\" is not a month; write it like 2021-05")
    }
    return month
  }
}
