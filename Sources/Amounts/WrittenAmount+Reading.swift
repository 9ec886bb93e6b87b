extension WrittenAmount {
  /// Reads an amount as people write it, in the decimal convention of its column.
  ///
  /// - Complexity: O(length of the text).
  public init(_ text: some StringProtocol, decimal: DecimalConvention) throws(Unreadable) {
    var evidence = DecimalEvidence()
    try self.init(text, decimal: decimal, evidence: &evidence)
  }

  /// Reads an amount, and counts what its numbers say about the convention of the column.
  package init(
    _ text: some StringProtocol, decimal: DecimalConvention, evidence: inout DecimalEvidence
  ) throws(Unreadable) {
    let tokens = WrittenAmountLexer.tokens(of: text)
    evidence.add(tokens)
    var reader = WrittenAmountReader(tokens: tokens, decimal: decimal)
    self = try reader.read()
  }
}

/// Puts the tokens of an amount together.
private struct WrittenAmountReader {
  private struct Number {
    var value: Ratio
    var hasMultiplier = false
  }

  let tokens: [WrittenAmountLexer.Token]
  let decimal: DecimalConvention
  private var position = 0
  private var numbers: [Number] = []
  private var isNegative = false
  private var joinsRange = false
  private var openParenthesis = false
  /// How often it is paid out, which is not what it is for: "55k paid monthly".
  private var payments: PayPeriod?
  private var expectsPayments = false
  private var amount = WrittenAmount(lower: .zero, upper: .zero)

  init(tokens: [WrittenAmountLexer.Token], decimal: DecimalConvention) {
    self.tokens = tokens
    self.decimal = decimal
  }

  mutating func read() throws(WrittenAmount.Unreadable) -> WrittenAmount {
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      // What is named behind a plus is other pay; only its period may still belong to the amount.
      switch token {
      case .number(let number):
        if !amount.remarks.contains(.withExtras) { try take(number) }
      case .word(let word): try take(word)
      case .symbol(let symbol): try take(symbol)
      }
    }
    return try result()
  }

  private mutating func take(_ number: WrittenNumber) throws(WrittenAmount.Unreadable) {
    guard numbers.isEmpty || (numbers.count == 1 && joinsRange) else { throw .severalNumbers }
    guard let value = number.value(decimal) else {
      throw number.text.count > 24 ? .overflow : .separators(decimal)
    }
    numbers.append(Number(value: value))
  }

  private mutating func take(_ symbol: Unicode.Scalar) throws(WrittenAmount.Unreadable) {
    if let currencies = WrittenAmount.currencySigns[symbol] {
      return try name(currencies)
    }
    switch symbol {
    case "-":
      if numbers.isEmpty {
        isNegative.toggle()
      } else if position == tokens.count {
        isNegative = true
      } else {
        joinsRange = true
      }
    case "(": openParenthesis = numbers.isEmpty
    case ")": if openParenthesis, !numbers.isEmpty { isNegative = true }
    case "+", "&":
      guard !numbers.isEmpty else { return }
      let rest = tokens[position...]
      amount.remarks.insert(rest.isEmpty || endsOpen(rest) ? .atLeast : .withExtras)
    case "~", "\u{2248}", "\u{B1}", "?": amount.remarks.insert(.approximate)
    case "<", "\u{2264}": amount.remarks.insert(.atMost)
    case ">", "\u{2265}": amount.remarks.insert(.atLeast)
    case "%": if !amount.remarks.contains(.withExtras) { throw .percentage }
    case "/", ".", ",", ";", ":", "*", "!", "\"", "'", "=", "[", "]", "|": break
    default:
      if !amount.remarks.contains(.withExtras) { throw .unknown(String(Character(symbol))) }
    }
  }

  /// Whether only a period or currency follows a plus, as in "60k+ USD".
  private func endsOpen(_ rest: ArraySlice<WrittenAmountLexer.Token>) -> Bool {
    rest.allSatisfy { token in
      switch token {
      case .number: false
      case .word(let word):
        switch WrittenAmount.words[word] {
        case .currency, .period, .filler: true
        default: false
        }
      case .symbol(let symbol): WrittenAmount.currencySigns[symbol] != nil || symbol == "/"
      }
    }
  }

  private mutating func take(_ word: String) throws(WrittenAmount.Unreadable) {
    if position < tokens.count, case .symbol("$") = tokens[position],
      let dollar = WrittenAmount.dollarPrefixes[word]
    {
      position += 1
      return try name([dollar])
    }
    // "4.5k/m" is by the month, "4.5m" is millions.
    if word == "m", position >= 2, tokens[position - 2] == .symbol("/") { return try take(.month) }
    // "60k and up" is the least, "up to 60k" the most.
    if word == "up", position >= 2, tokens[position - 2] == .word("or") {
      amount.remarks.insert(.atLeast)
      return
    }
    guard let meaning = WrittenAmount.words[word] else {
      // "60kEUR" is one run of letters.
      if word.first == "k", !numbers.isEmpty,
        let rest = WrittenAmount.words[String(word.dropFirst())]
      {
        try multiply(by: 1000)
        return try take(rest)
      }
      if amount.remarks.contains(.withExtras) { return }
      throw .unknown(word)
    }
    try take(meaning)
  }

  private mutating func take(_ meaning: WrittenAmount.Meaning) throws(WrittenAmount.Unreadable) {
    let behindPlus = amount.remarks.contains(.withExtras)
    switch meaning {
    case .multiplier(let factor): if !behindPlus { try multiply(by: factor) }
    case .currency(let currency): if !behindPlus { try name([currency]) }
    case .period(let period): try take(period)
    case .payments: expectsPayments = !behindPlus
    case .remark(let remark): amount.remarks.insert(remark)
    case .rangeJoint: joinsRange = true
    case .rangeStart: joinsRange = true
    case .plus:
      guard !numbers.isEmpty, !joinsRange else { break }
      let rest = tokens[position...]
      if !rest.isEmpty, rest.allSatisfy(Self.opensUpwards) {
        amount.remarks.insert(.atLeast)
        position = tokens.count
      } else {
        amount.remarks.insert(.withExtras)
      }
    case .yearlyMultiplier(let factor):
      try multiply(by: factor)
      try name(.year)
    case .filler: break
    }
  }

  private mutating func multiply(by factor: Int) throws(WrittenAmount.Unreadable) {
    guard var last = numbers.popLast() else { throw .noNumber }
    do {
      last.value = try last.value * Ratio(factor)
    } catch {
      throw .overflow
    }
    last.hasMultiplier = true
    numbers.append(last)
    // "55-60k" is 55,000 to 60,000, but "55,000-60k" needs nothing.
    if numbers.count == 2, !numbers[0].hasMultiplier, numbers[0].value * factor <= last.value {
      numbers[0].value = numbers[0].value * factor
    }
  }

  /// "50-60,000" is 50,000 to 60,000; ends that are still ten thousand times apart are no range.
  private mutating func shareThousands() throws(WrittenAmount.Unreadable) {
    guard numbers.count == 2, !numbers[0].hasMultiplier, !numbers[1].hasMultiplier,
      0 < numbers[0].value, numbers[0].value < 1000, 1000 <= numbers[1].value
    else { return }
    let (thousand, ten) = (1000, 10)
    let thousands = numbers[0].value * thousand
    if thousands <= numbers[1].value, numbers[1].value <= thousands * ten {
      numbers[0].value = thousands
    } else if numbers[1].value >= thousands {
      throw .severalNumbers
    }
  }

  private mutating func name(_ currencies: [Currency]) throws(WrittenAmount.Unreadable) {
    if amount.currencies.isEmpty {
      amount.currencies = currencies
    } else {
      // "US$ 57,504 USD" names one currency twice; the narrower reading holds.
      let shared = amount.currencies.filter(currencies.contains)
      guard !shared.isEmpty else { throw .severalCurrencies }
      amount.currencies = shared
    }
  }

  /// Whether a word behind an "and" says that the amount is the least: "60k and above".
  private static func opensUpwards(_ token: WrittenAmountLexer.Token) -> Bool {
    ["up", "upwards", "above", "over", "more", "higher", "mehr", "darüber"].contains {
      token == .word($0)
    }
  }

  /// Takes a period for that of the amount, unless it is of the payments or of what is added.
  private mutating func take(_ period: PayPeriod) throws(WrittenAmount.Unreadable) {
    if expectsPayments {
      (payments, expectsPayments) = (period, false)
    } else if !amount.remarks.contains(.withExtras) {
      try name(period)
    } else {
      // "plus quarterly bonus" and "plus 10% a month" tell nothing of the amount before the plus.
      let isOfExtras = tokens[position...].contains { token in
        if case .word(let word) = token { WrittenAmount.words[word] == nil } else { false }
      }
      if isOfExtras || amount.period != nil { return }
      guard period == .year else { throw .openPeriod }
      try name(period)
    }
  }

  /// Takes the period of the payments for that of the amount where it can only be it.
  private mutating func settlePayments(of value: Ratio) throws(WrittenAmount.Unreadable) {
    guard let payments, amount.period == nil else { return }
    switch payments {
    case .year, .hour, .day: amount.period = payments
    // Nobody earns that much in a week or a month; less may be for it, or a small yearly pay.
    default: if value < Self.surelyYearly { throw .openPeriod }
    }
  }

  private static let surelyYearly: Ratio = 20_000

  private mutating func name(_ period: PayPeriod) throws(WrittenAmount.Unreadable) {
    guard amount.period == nil || amount.period == period else { throw .severalPeriods }
    amount.period = period
  }

  private mutating func result() throws(WrittenAmount.Unreadable) -> WrittenAmount {
    try shareThousands()
    guard let first = numbers.first, let last = numbers.last else { throw .noNumber }
    guard first.value <= last.value else { throw .reversedRange }
    try settlePayments(of: last.value)
    var amount = amount
    amount.lower = isNegative ? -last.value : first.value
    amount.upper = isNegative ? -first.value : last.value
    // "from 50k to 60k" is bounded on both sides.
    if amount.isRange { amount.remarks.subtract([.atLeast, .atMost]) }
    return amount
  }
}

extension Ratio {
  /// The product with a small factor; the value itself where it would not fit.
  fileprivate static func * (value: Ratio, factor: Int) -> Ratio {
    (try? value * Ratio(factor)) ?? value
  }
}
