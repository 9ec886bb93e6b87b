package import Amounts

/// A number as a plan file writes it, before it is known what the key allows.
package enum PlanNumber: Hashable {
  /// An amount or count, with the currency that stood beside it.
  case amount(Ratio, CurrencyMark?)
  /// "68750 per quarter".
  case amountPer(Ratio, PlanPeriod, CurrencyMark?)
  /// "250 each".
  case each(Ratio, CurrencyMark?)
  /// "8%".
  case percentage(Ratio)
  /// "1.5x".
  case multiple(Ratio)

  /// Reads the text; nil when it is none of these.
  package init?(_ text: some StringProtocol) {
    var words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }.map { $0.lowercased() }
    if words.count >= 2, words.last == "each" {
      words.removeLast()
      guard let (value, mark) = Self.amount(words) else { return nil }
      self = .each(value, mark)
      return
    }
    if words.count >= 3, words[words.count - 2] == "per" {
      guard let period = PlanPeriod(rawValue: words[words.count - 1]), period != .deal,
        let (value, mark) = Self.amount(Array(words.dropLast(2)))
      else { return nil }
      self = .amountPer(value, period, mark)
      return
    }
    let joined = words.joined()
    if joined.hasSuffix("%") {
      guard words.count <= 2, let value = Self.number(joined.dropLast()),
        let share = try? value / 100
      else { return nil }
      self = .percentage(share)
    } else if joined.hasSuffix("x") {
      guard words.count <= 2, let value = Self.number(joined.dropLast()) else { return nil }
      self = .multiple(value)
    } else {
      guard let (value, mark) = Self.amount(words) else { return nil }
      self = .amount(value, mark)
    }
  }

  /// Reads an amount with an optional currency sign or code before or behind it.
  private static func amount(_ words: [String]) -> (Ratio, CurrencyMark?)? {
    var text = words.joined(separator: " ")
    var isNegative = false
    if text.hasPrefix("-") {
      isNegative = true
      text.removeFirst()
    }
    var mark: CurrencyMark?
    if let sign = text.first, let found = CurrencyMark(sign: sign) {
      mark = found
      text = String(text.dropFirst().drop { $0 == " " })
    } else if let sign = text.last, let found = CurrencyMark(sign: sign) {
      mark = found
      text = String(text.dropLast())
    } else {
      let parts = text.split(separator: " ")
      if parts.count == 2 {
        let codes = [(parts[0], parts[1]), (parts[1], parts[0])]
        let match = codes.first { code, _ in code.count == 3 && code.allSatisfy { $0.isLetter } }
        guard let (code, rest) = match else { return nil }
        mark = CurrencyMark(code: code)
        text = String(rest)
      }
    }
    text = text.trimming(" ")
    var factor: Ratio = 1
    if text.hasSuffix("k") { factor = 1000 }
    if text.hasSuffix("m") { factor = 1_000_000 }
    if factor != 1 { text.removeLast() }
    guard !text.hasPrefix("-") || !isNegative, let value = number(text),
      let scaled = try? value * factor
    else { return nil }
    return (isNegative ? -scaled : scaled, mark)
  }

  /// Reads a decimal number with "_" anywhere between digits or "," between groups of three.
  package static func number(_ text: some StringProtocol) -> Ratio? {
    let trimmed = String(text).trimming(" ")
    if trimmed.contains("_") {
      let bytes = Array(trimmed.utf8)
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
        guard index > 0, index + 1 < bytes.count, isDigit(bytes[index - 1]),
          isDigit(bytes[index + 1])
        else { return nil }
      }
      return Ratio(decimal: trimmed.filter { $0 != "_" })
    }
    guard trimmed.contains(",") else { return Ratio(decimal: trimmed) }
    let whole = trimmed.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = whole[0].drop { $0 == "-" || $0 == "+" }
      .split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      !(whole.count > 1 && whole[1].contains(","))
    else { return nil }
    return Ratio(decimal: trimmed.filter { $0 != "," })
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// A currency sign or code beside an amount.
package enum CurrencyMark: Hashable {
  /// A code such as "USD".
  case code(Currency)
  /// A sign that several currencies use, with their codes.
  case sign(Character)

  init?(sign: Character) {
    guard Self.codes[sign] != nil else { return nil }
    self = .sign(sign)
  }

  init?(code: some StringProtocol) {
    guard let currency = Currency(code: code) else { return nil }
    self = .code(currency)
  }

  /// Whether the mark can stand for a currency.
  package func allows(_ currency: Currency) -> Bool {
    switch self {
    case .code(let code): code == currency
    case .sign(let sign): Self.codes[sign]?.contains(currency.code) ?? false
    }
  }

  /// The mark as it was written.
  package var text: String {
    switch self {
    case .code(let currency): currency.code
    case .sign(let sign): String(sign)
    }
  }

  private static let codes: [Character: Set<String>] = [
    "$": [
      "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD", "BRL",
    ],
    "€": ["EUR"], "£": ["GBP", "EGP", "GIP"], "¥": ["JPY", "CNY"], "₹": ["INR"],
  ]
}

extension String {
  /// Returns the text without a character at its ends.
  package func trimming(_ character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}

extension CalendarSpan {
  /// Reads "90 days", "12 months", "1 year"; nil for other text.
  package init?(_ text: some StringProtocol) {
    let words = text.split { $0 == " " }
    guard words.count == 2, let count = Int(words[0]), (0...1200).contains(count) else {
      return nil
    }
    switch words[1].lowercased() {
    case "day", "days": self = .days(count)
    case "month", "months": self = .months(count)
    case "year", "years": self = .months(count * 12)
    default: return nil
    }
  }
}
