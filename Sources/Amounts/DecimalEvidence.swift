/// Counts what the numbers of a column say about its decimal separator.
///
/// "57,504.00" and "57.5" can be read in one way only; "57,504" and "57.504" in two, of which
/// grouping is the likelier, because pay is rarely written with three decimals.
public struct DecimalEvidence: Hashable, Sendable {
  private var certainPoints = 0
  private var certainCommas = 0
  private var likelyPoints = 0
  private var likelyCommas = 0

  /// Creates a count of nothing.
  public init() {}

  /// Counts every number that a text holds.
  public mutating func add(_ text: some StringProtocol) {
    add(WrittenAmountLexer.tokens(of: text))
  }

  /// Counts the numbers of another part of the column.
  public mutating func add(_ other: DecimalEvidence) {
    certainPoints += other.certainPoints
    certainCommas += other.certainCommas
    likelyPoints += other.likelyPoints
    likelyCommas += other.likelyCommas
  }

  /// Counts one number that speaks for a convention.
  package mutating func add(_ convention: DecimalConvention, isCertain: Bool) {
    switch (convention, isCertain) {
    case (.point, true): certainPoints += 1
    case (.comma, true): certainCommas += 1
    case (.point, false): likelyPoints += 1
    case (.comma, false): likelyCommas += 1
    }
  }

  mutating func add(_ tokens: [WrittenAmountLexer.Token]) {
    for case .number(let number) in tokens {
      if let (convention, isCertain) = number.impliedConvention {
        add(convention, isCertain: isCertain)
      }
    }
  }

  /// The convention that most of the numbers speak for; the point where none does.
  public var convention: DecimalConvention {
    let isCertain = certainPoints + certainCommas > 0
    let commas = isCertain ? certainCommas : likelyCommas
    let points = isCertain ? certainPoints : likelyPoints
    return commas > points ? .comma : .point
  }

  /// How many numbers can only be read by a convention.
  package func certain(_ convention: DecimalConvention) -> Int {
    convention == .point ? certainPoints : certainCommas
  }

  /// How many numbers can be read by both conventions, and are likelier by one.
  package func open(_ convention: DecimalConvention) -> Int {
    convention == .point ? likelyPoints : likelyCommas
  }

  /// How many numbers can only be read by the other convention.
  public var contradictions: Int { convention == .point ? certainCommas : certainPoints }

  /// Whether the convention rests on numbers that could also be read the other way.
  public var isUncertain: Bool {
    certainPoints + certainCommas == 0 && likelyPoints + likelyCommas > 0
  }
}

extension WrittenNumber {
  /// The convention under which the number makes sense, and whether it is the only one.
  var impliedConvention: (DecimalConvention, isCertain: Bool)? {
    let marks = text.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard let last = marks.last else { return nil }
    let decimalByLast: DecimalConvention = last == UInt8(ascii: ".") ? .point : .comma
    if marks.contains(where: { $0 != last }) {
      return marks.count { $0 == last } == 1 ? (decimalByLast, true) : nil
    }
    if marks.count > 1 { return (decimalByLast.opposite, true) }
    let parts = text.split(separator: last, omittingEmptySubsequences: false)
    let looksGrouped =
      parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count)
      && parts[0].first != UInt8(ascii: "0")
    return looksGrouped ? (decimalByLast.opposite, false) : (decimalByLast, true)
  }
}

extension WrittenAmount {
  /// The two readings of an amount whose point may group thousands, such as "690.048"; nil for a
  /// text that can be read in one way only.
  ///
  /// In a column the other numbers decide; who wrote a number that stands alone is asked. Each
  /// reading is written as it is to be typed, so that it is not asked about again: "690.0480" and
  /// "690048", "80" and "80000". In "57.504k" the point cannot group.
  package static func readings(
    of text: some StringProtocol
  ) -> (decimal: String, grouped: String)? {
    let tokens = WrittenAmountLexer.tokens(of: String(text.filter { $0 != "_" }))
    for (index, token) in tokens.enumerated() {
      guard case .number(let number) = token, let implied = number.impliedConvention,
        implied.0 == .comma, !implied.isCertain
      else { continue }
      if index + 1 < tokens.count, case .word(let word) = tokens[index + 1],
        isMultiplier(word)
      {
        continue
      }
      let digits = String(decoding: number.text, as: UTF8.self)
      var decimal = digits[...]
      while decimal.last == "0" { decimal.removeLast() }
      if decimal.last == "." { decimal.removeLast() }
      return (
        decimal.count == digits.count ? digits + "0" : String(decimal), digits.filter { $0 != "." }
      )
    }
    return nil
  }

  private static func isMultiplier(_ word: String) -> Bool {
    switch words[word] {
    case .multiplier, .yearlyMultiplier: true
    case nil: word.first == "k"
    default: false
    }
  }
}
