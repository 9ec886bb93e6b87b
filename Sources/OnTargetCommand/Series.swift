import Amounts
import ArgumentParser

/// A list of numbers as typed on the command line: `600000,690048` or `480000..1040000/80000`.
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
  /// The text itself, and the option that it was given to.
  private let text: String
  private let option: String

  /// The most numbers that one option may stand for; a grid beyond it is a typing slip.
  static let limit = 10_000

  /// Reads a list of single numbers and ranges `from..to/step`.
  ///
  /// - Throws: `ValidationError` that says which part cannot be read, and how to write it.
  init(_ text: String, _ kind: Kind, option: String) throws {
    self.text = text
    self.option = option
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    try Self.refuseGrouping(items, kind, option)
    var values: [Ratio] = []
    for item in items {
      guard let dots = item.firstRange(of: "..") else {
        values.append(try kind.number(item, option))
        continue
      }
      let rest = item[dots.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else {
        throw ValidationError(
          "\(option): the range \"\(item)\" has no step; write from..to/step, such as \(kind.example)"
        )
      }
      let first = try kind.number(item[..<dots.lowerBound], option)
      let last = try kind.number(rest[..<slash], option)
      let step = try kind.number(rest[rest.index(after: slash)...], option)
      guard step > 0, first <= last else {
        throw ValidationError(
          "\(option): the range \"\(item)\" does not count up; write from..to/step, such as \(kind.example)"
        )
      }
      var next = first
      while next <= last {
        values.append(next)
        guard values.count <= Self.limit, let following = try? next + step else {
          throw ValidationError(
            "\(option): \"\(item)\" stands for more than \(Self.limit) numbers; take a larger step")
        }
        next = following
      }
    }
    self.values = values
  }

  /// Refuses amounts with the mark of another currency than the plan's.
  func require(_ currency: Currency) throws {
    for item in text.split(separator: ",") {
      let first = item.firstRange(of: "..").map { item[..<$0.lowerBound] } ?? item
      let amount = try? WrittenAmount(first.replacing("_", with: ""), decimal: .point)
      if let amount, !amount.currencies.isEmpty, !amount.currencies.contains(currency) {
        throw ValidationError(
          "\(option): \"\(first)\" is not in \(currency), the currency of the plan")
      }
    }
  }

  /// `690.048` is 690,048 where the point groups digits, so it is asked about.
  static func refusePointOfThousands(_ text: some StringProtocol, _ option: String) throws {
    guard let (decimal, grouped) = WrittenAmount.readings(of: text) else { return }
    throw ValidationError(
      "\(option): \"\(text)\" may be \(decimal) or \(grouped); write \(grouped), or \(decimal)")
  }

  /// `690,048` would be read as two numbers where one was meant, so it is asked about.
  private static func refuseGrouping(_ items: [Substring], _ kind: Kind, _ option: String) throws {
    guard case .amount = kind else { return }
    for (item, next) in zip(items, items.dropFirst()) {
      let lead = item.drop { !$0.isNumber }
      if next.count == 3, next.allSatisfy(\.isNumber), (1...3).contains(lead.count),
        lead.allSatisfy(\.isNumber)
      {
        throw ValidationError(
          """
          \(option): "\(item),\(next)" may be one number or two; the comma separates numbers here, \
          so write \(lead)\(next) or \(lead)_\(next) for one, or "\(item), \(next)" for two
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

  fileprivate func number(_ text: some StringProtocol, _ option: String) throws -> Ratio {
    let number = text.split(separator: " ").joined(separator: " ")
    switch self {
    case .amount:
      if let amount = try? WrittenAmount(number.replacing("_", with: ""), decimal: .point),
        !amount.isRange, amount.period == nil
      {
        try Series.refusePointOfThousands(number, option)
        guard amount.lower >= 0 else {
          throw ValidationError("\(option): \"\(text)\" is negative; write an amount of 0 or more")
        }
        return amount.lower
      }
    case .percentage, .share, .rate:
      let isPercentage = number.hasSuffix("%")
      if let value = Ratio(decimal: isPercentage ? String(number.dropLast()) : number),
        let share = try? isPercentage ? value / 100 : value
      {
        guard share >= 0, share <= 10 else {
          throw ValidationError(
            """
            \(option): \"\(text)\" is not between 0% and 1000%\
            \(isPercentage ? "" : "; did you mean \(number)%?")
            """)
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
          throw ValidationError(
            """
            \(option): \"\(text)\" may be \(number)% or \(whole)%; \
            \(share < 1 ? "write the one that is meant" : "did you mean \(number)%?")
            """)
        }
        return share
      }
    }
    throw ValidationError(
      "\(option): \"\(text)\" is not \(self == .amount ? "an amount" : "a percentage"); write for example \(option) \(example)"
    )
  }
}
