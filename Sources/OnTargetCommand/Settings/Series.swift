import Amounts
import Answers
import Findings

/// A list of numbers as people write them for a setting: `600000,690048` or `480000..1040000/80000`.
struct Series {
  /// What the numbers are, and so how each is written and which are too odd to be meant.
  enum Kind {
    /// Amounts of money or units, such as `690048`, `690_048`, `$690048` or `0.69m`.
    case amount
    /// Percentages such as `80%`, or their fractions such as `0.8`.
    case percentage
    /// Percentages of which more than 100 % is hardly meant: of a bare 3 it is asked which it is.
    case share
    /// Percentages a year, always with their sign: a bare 0.5 may be half a percent as well as half.
    case rate
  }

  /// The numbers, in the order typed; a range counts up.
  let values: [Ratio]
  /// The text itself, and the setting that it is for.
  private let text: String
  private let parameter: Parameter

  /// The most numbers that one setting may stand for; a grid beyond it is a typing slip.
  static let limit = 10_000

  /// Reads a list of single numbers and ranges `from..to/step`.
  ///
  /// - Throws: `.usage` about the setting, that says which part cannot be read, and how to write it.
  init(_ text: String, _ kind: Kind, of parameter: Parameter) throws(InputFailure) {
    self.text = text
    self.parameter = parameter
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    try Self.refuseGrouping(items, kind, parameter)
    var values: [Ratio] = []
    for item in items {
      guard let dots = item.firstRange(of: "..") else {
        values.append(try kind.number(item, parameter))
        continue
      }
      let rest = item[dots.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else {
        throw Self.failure(
          parameter, "the range \"\(item)\" has no step",
          remedy: "write from..to/step, such as \(kind.example)")
      }
      let first = try kind.number(item[..<dots.lowerBound], parameter)
      let last = try kind.number(rest[..<slash], parameter)
      let step = try kind.number(rest[rest.index(after: slash)...], parameter)
      guard step > 0, first <= last else {
        throw Self.failure(
          parameter, "the range \"\(item)\" does not count up",
          remedy: "write from..to/step, such as \(kind.example)")
      }
      var next = first
      while next <= last {
        values.append(next)
        guard values.count <= Self.limit, let following = try? next + step else {
          throw Self.failure(
            parameter, "\"\(item)\" stands for more than \(Self.limit) numbers",
            remedy: "take a larger step")
        }
        next = following
      }
    }
    self.values = values
  }

  /// Refuses amounts with the mark of another currency than the plan's.
  func require(_ currency: Currency) throws(InputFailure) {
    for item in text.split(separator: ",") {
      let first = item.firstRange(of: "..").map { item[..<$0.lowerBound] } ?? item
      let amount = try? WrittenAmount(first.replacing("_", with: ""), decimal: .point)
      if let amount, !amount.currencies.isEmpty, !amount.currencies.contains(currency) {
        throw Self.failure(
          parameter, "\"\(first)\" is not in \(currency), the currency of the plan")
      }
    }
  }

  /// `690.048` is 690,048 where the point groups digits, so it is asked about.
  static func refusePointOfThousands(
    _ text: some StringProtocol, _ parameter: Parameter
  ) throws(InputFailure) {
    guard let (decimal, grouped) = WrittenAmount.readings(of: text) else { return }
    throw failure(
      parameter, "\"\(text)\" may be \(decimal) or \(grouped)",
      remedy: "write \(grouped), or \(decimal)")
  }

  /// `690,048` would be read as two numbers where one was meant, so it is asked about.
  private static func refuseGrouping(
    _ items: [Substring], _ kind: Kind, _ parameter: Parameter
  ) throws(InputFailure) {
    guard case .amount = kind else { return }
    for (item, next) in zip(items, items.dropFirst()) {
      let lead = item.drop { !$0.isNumber }
      if next.count == 3, next.allSatisfy(\.isNumber), (1...3).contains(lead.count),
        lead.allSatisfy(\.isNumber)
      {
        throw failure(
          parameter,
          "\"\(item),\(next)\" may be one number or two; the comma separates numbers here",
          remedy: """
            write \(lead)\(next) or \(lead)_\(next) for one, or "\(item), \(next)" for two
            """)
      }
    }
  }
}

extension Series.Kind {
  var example: String {
    switch self {
    case .amount: "480000..1040000/80000"
    case .percentage: "70%..150%/10%"
    case .share: "65%"
    case .rate: "3%"
    }
  }

  fileprivate func number(
    _ text: some StringProtocol, _ parameter: Parameter
  ) throws(InputFailure) -> Ratio {
    let number = text.split(separator: " ").joined(separator: " ")
    switch self {
    case .amount:
      if let amount = try? WrittenAmount(number.replacing("_", with: ""), decimal: .point),
        !amount.isRange, amount.period == nil
      {
        try Series.refusePointOfThousands(number, parameter)
        guard amount.lower >= 0 else {
          throw Series.failure(
            parameter, "\"\(text)\" is negative", remedy: "write an amount of 0 or more")
        }
        return amount.lower
      }
    case .percentage, .share, .rate:
      let isPercentage = number.hasSuffix("%")
      if let value = Ratio(decimal: isPercentage ? String(number.dropLast()) : number),
        let share = try? isPercentage ? value / 100 : value
      {
        guard share >= 0, share <= 10 else {
          throw Series.failure(
            parameter, "\"\(text)\" is not between 0% and 1000%",
            remedy: isPercentage ? nil : "did you mean \(number)%?")
        }
        let isClear =
          switch self {
          case .share: share < 1
          case .rate: share == 0
          default: true
          }
        guard isPercentage || isClear else {
          let whole =
            (try? share * 100).map { $0.isInteger ? "\($0)" : "\($0.doubleValue)" } ?? number
          throw Series.failure(
            parameter, "\"\(text)\" may be \(number)% or \(whole)%",
            remedy: share < 1 ? "write the one that is meant" : "did you mean \(number)%?")
        }
        return share
      }
    }
    throw Series.failure(
      parameter,
      self == .amount
        ? "\"\(String(text))\" is not an amount" : "\"\(String(text))\" is not a percentage",
      remedy: "write for example \(.parameter(parameter, example))")
  }
}

extension Series {
  /// Reads one amount above 0.
  static func amount(_ text: String, of parameter: Parameter) throws(InputFailure) -> Ratio {
    let values = try Series(text, .amount, of: parameter).values
    guard values.count == 1, values[0] > .zero else {
      throw failure(
        parameter, "\"\(text)\" is not one amount above 0", remedy: "write one, such as 690048")
    }
    return values[0]
  }

  /// Reads one percentage, a share or a rate.
  static func percentage(
    _ text: String, _ kind: Kind = .share, of parameter: Parameter
  ) throws(InputFailure) -> Ratio {
    let values = try Series(text, kind, of: parameter).values
    guard values.count == 1 else {
      throw failure(
        parameter, "\"\(text)\" is not one percentage",
        remedy: "write one, such as \(kind.example)")
    }
    return values[0]
  }

  fileprivate static func failure(
    _ parameter: Parameter, _ message: Inline, remedy: Inline? = nil
  ) -> InputFailure {
    InputFailure(parameter, "setting.value", message, remedy: remedy)
  }
}

// MARK: By the spelling of an option

extension Series {
  init(_ text: String, _ kind: Kind, option: String) throws(InputFailure) {
    try self.init(text, kind, of: Parameter(option: option))
  }

  static func amount(_ text: String, option: String) throws(InputFailure) -> Ratio {
    try amount(text, of: Parameter(option: option))
  }

  static func percentage(
    _ text: String, _ kind: Kind = .share, option: String
  ) throws(InputFailure) -> Ratio {
    try percentage(text, kind, of: Parameter(option: option))
  }

  static func refusePointOfThousands(
    _ text: some StringProtocol, _ option: String
  ) throws(InputFailure) {
    try refusePointOfThousands(text, Parameter(option: option))
  }
}

extension Parameter {
  /// The setting that an option sets.
  fileprivate init(option: String) {
    self.init(String(option.drop { $0 == "-" }.replacing("-", with: " ")))
  }
}
