/// Splits a text that should be an amount into numbers, words and single symbols.
struct WrittenAmountLexer {
  enum Token: Hashable {
    /// A number; its sign and multiplier are tokens of their own.
    case number(WrittenNumber)
    /// A word in lower case, without the hyphens and points inside it: "p.a." is "pa".
    case word(String)
    /// Any other character that is not blank, dashes and minus signs as "-".
    case symbol(Unicode.Scalar)
  }

  static func tokens(of text: some StringProtocol) -> [Token] {
    var lexer = WrittenAmountLexer(scalars: text.unicodeScalars.map(simplified))
    return lexer.tokens()
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    while let scalar = peek() {
      if Self.isDigit(scalar) {
        tokens.append(.number(number()))
        skipEmptyDecimals()
      } else if Self.isLetter(scalar) {
        tokens.append(.word(word()))
      } else {
        position += 1
        if scalar != " " { tokens.append(.symbol(scalar)) }
      }
    }
    return tokens
  }

  private mutating func number() -> WrittenNumber {
    var text: [UInt8] = []
    while let scalar = peek() {
      if Self.isDigit(scalar) {
        text.append(UInt8(ascii: scalar))
        position += 1
      } else if scalar == "." || scalar == "," || scalar == "'", isDigit(at: 1) {
        text.append(UInt8(ascii: scalar))
        position += 1
      } else if scalar == " ", isGroupOfThree(at: 1), text.count <= 3 || text.contains(32) {
        text.append(32)
        position += 1
      } else if scalar == ",", peek(1) == " ", isGroupOfThree(at: 2), text.count <= 3 {
        // "48, 500" with a slip of the space bar.
        text.append(UInt8(ascii: scalar))
        position += 2
      } else {
        break
      }
    }
    return WrittenNumber(text: text, exponent: exponent())
  }

  /// Reads "E+04", as spreadsheets write large numbers in narrow columns.
  private mutating func exponent() -> Int {
    guard peek() == "e", let sign = peek(1), sign == "+" || sign == "-", isDigit(at: 2) else {
      return 0
    }
    position += 2
    var value = 0
    while let scalar = peek(), Self.isDigit(scalar) {
      value = min(value * 10 + Int(scalar.value - 48), 1000)
      position += 1
    }
    return sign == "-" ? -value : value
  }

  /// Skips the dash that stands for no cents, as in "4.500,-" and "4'500.--".
  private mutating func skipEmptyDecimals() {
    guard let mark = peek(), mark == "," || mark == ".", peek(1) == "-" else { return }
    position += 2
    if peek() == "-" { position += 1 }
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    var letters = 0
    while let scalar = peek() {
      if Self.isLetter(scalar) {
        word.append(scalar)
        letters += 1
      } else if scalar == "-" || (scalar == "." && letters == 1), isLetter(at: 1) {
        letters = 0
      } else {
        break
      }
      position += 1
    }
    return String(word)
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private func isDigit(at offset: Int) -> Bool { peek(offset).map(Self.isDigit) ?? false }
  private func isLetter(at offset: Int) -> Bool { peek(offset).map(Self.isLetter) ?? false }
  private func isGroupOfThree(at offset: Int) -> Bool {
    (0..<3).allSatisfy { isDigit(at: offset + $0) } && !isDigit(at: offset + 3)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || (scalar.value >= 0xC0 && scalar.properties.isAlphabetic)
  }

  /// Maps a character to the plain one that means the same in an amount, and to lower case.
  private static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "A"..."Z", "À"..."Þ": Unicode.Scalar(scalar.value + 32) ?? scalar
    case "\t", "\n", "\r", "\u{A0}", "\u{2000}"..."\u{200B}", "\u{202F}", "\u{205F}", "\u{3000}",
      "\u{FEFF}":
      " "
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{B4}", "`": "'"
    default: scalar
    }
  }
}
