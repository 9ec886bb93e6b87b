import Amounts
import Answers
import Findings
import PayAnswers

/// A list of numbers as people type it: `600000,690048` or `480000..1040000/80000`.
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
  /// The currencies that each may be in, as far as it says.
  private let currencies: [[Currency]]

  /// The most numbers that one option may stand for; a grid beyond it is a typing slip.
  static let limit = 10_000

  /// Reads a list of single numbers and ranges `from..to/step`.
  ///
  /// - Throws: `.usage` that says which part cannot be read, and how to write it.
  init(_ text: String, _ kind: Kind, _ parameter: Parameter) throws(InputFailure) {
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    try Self.refuseGrouping(items, kind, parameter)
    var values: [Ratio] = []
    var currencies: [[Currency]] = []
    for item in items {
      guard let dots = item.firstRange(of: "..") else {
        values.append(try kind.number(item, parameter))
        currencies.append(kind.currencies(of: item))
        continue
      }
      let rest = item[dots.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else {
        throw InputFailure(
          parameter, "question.series", "the range \"\(item)\" has no step",
          remedy: "write from..to/step, such as \(kind.example)")
      }
      let first = try kind.number(item[..<dots.lowerBound], parameter)
      let last = try kind.number(rest[..<slash], parameter)
      let step = try kind.number(rest[rest.index(after: slash)...], parameter)
      guard step > 0, first <= last else {
        throw InputFailure(
          parameter, "question.series", "the range \"\(item)\" does not count up",
          remedy: "write from..to/step, such as \(kind.example)")
      }
      var next = first
      while next <= last {
        values.append(next)
        currencies.append(kind.currencies(of: item[..<dots.lowerBound]))
        guard values.count <= Self.limit, let following = try? next + step else {
          throw InputFailure(
            parameter, "question.series",
            "\"\(item)\" stands for more than \(Self.limit) numbers",
            remedy: "take a larger step")
        }
        next = following
      }
    }
    self.values = values
    self.currencies = currencies
  }

  /// The numbers as amounts of a question.
  var amounts: [AskedAmount] {
    zip(values, currencies).map { AskedAmount($0, in: $1) }
  }

  /// `690.048` is 690,048 where the point groups digits, so it is asked about.
  fileprivate static func refusePointOfThousands(
    _ text: some StringProtocol, _ parameter: Parameter
  ) throws(InputFailure) {
    guard let (decimal, grouped) = WrittenAmount.readings(of: text) else { return }
    throw InputFailure(
      parameter, "question.ambiguous", "\"\(text)\" may be \(decimal) or \(grouped)",
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
        throw InputFailure(
          parameter, "question.ambiguous",
          "\"\(item),\(next)\" may be one number or two; the comma separates numbers here",
          remedy:
            "write \(lead)\(next) or \(lead)_\(next) for one, or \"\(item), \(next)\" for two")
      }
    }
  }
}

extension Series.Kind {
  /// What to write for a number that may be a percentage or a share.
  private func remedy(for share: Ratio, _ number: String) -> Inline {
    if share < 1 { return "write the one that is meant" }
    // What grows by 15 % is multiplied by 1.15.
    guard self == .rate, share < 2, let rise = try? (share - 1) * 100, .zero < rise else {
      return "did you mean \(number)%?"
    }
    let percent = rise.isInteger ? "\(rise)" : "\(rise.doubleValue)"
    return "write the one that is meant; of a factor of \(number) that is \(percent)%"
  }

  var example: String {
    switch self {
    case .amount: "480000..1040000/80000"
    case .percentage: "70%..150%/10%"
    case .share: "65%"
    case .rate: "3%"
    }
  }

  /// The currencies that the mark of an amount stands for.
  fileprivate func currencies(of text: some StringProtocol) -> [Currency] {
    guard self == .amount else { return [] }
    return (try? WrittenAmount(String(text).replacing("_", with: ""), decimal: .point))?.currencies
      ?? []
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
          throw InputFailure(
            parameter, "question.range", "\"\(text)\" is negative",
            remedy: "write an amount of 0 or more")
        }
        return amount.lower
      }
    case .percentage, .share, .rate:
      let isPercentage = number.hasSuffix("%")
      if let value = Ratio(decimal: isPercentage ? String(number.dropLast()) : number),
        let share = try? isPercentage ? value / 100 : value
      {
        guard share >= 0, share <= 10 else {
          throw InputFailure(
            parameter, "question.range", "\"\(text)\" is not between 0% and 1000%",
            remedy: isPercentage || share > 1000
              ? "write a percentage, such as \(.parameter(parameter, example))"
              : "did you mean \(number)%?")
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
          throw InputFailure(
            parameter, "question.ambiguous", "\"\(text)\" may be \(number)% or \(whole)%",
            remedy: remedy(for: share, number))
        }
        return share
      }
    }
    throw InputFailure(
      parameter, "question.number",
      self == .amount ? "\"\(text)\" is not an amount" : "\"\(text)\" is not a percentage",
      remedy: "write for example \(.parameter(parameter, example))")
  }
}

extension Series {
  /// Reads one amount above 0.
  static func amount(_ text: String, _ parameter: Parameter) throws(InputFailure) -> AskedAmount {
    let amounts = try Series(text, .amount, parameter).amounts
    guard amounts.count == 1, amounts[0].value > .zero else {
      throw InputFailure(
        parameter, "question.number", "this is not one amount above 0",
        remedy: "write one amount above 0, such as 690048")
    }
    return amounts[0]
  }

  /// Reads one percentage, a share or a rate.
  static func percentage(
    _ text: String, _ parameter: Parameter, _ kind: Kind = .share
  ) throws(InputFailure) -> Ratio {
    // A comma separates numbers, and where there is to be one it stands for a point.
    let pointed = text.replacing(",", with: ".")
    if text != pointed,
      Ratio(decimal: pointed.hasSuffix("%") ? pointed.dropLast() : pointed[...]) != nil
    {
      throw InputFailure(
        parameter, "question.number", "this is not one percentage",
        remedy: "did you mean \"\(pointed)\"?")
    }
    let values = try Series(text, kind, parameter).values
    guard values.count == 1 else {
      throw InputFailure(
        parameter, "question.number", "this is not one percentage",
        remedy: "write one percentage, such as \(kind.example)")
    }
    return values[0]
  }
}
