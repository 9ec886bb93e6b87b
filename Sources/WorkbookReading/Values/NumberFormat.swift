internal import Amounts

/// What the format of a cell says about the number in it.
///
/// Source: ECMA-376, part 1, section 18.8.30 (numFmts) and 18.8.31 (format codes).
enum NumberFormat: Hashable {
  case plain
  /// Only zeros, such as 00000: an identifier with leading zeros.
  case padded(Int)
  case percentage
  /// With a currency sign or code.
  case money(String)
  /// A day, with or without a time.
  case date
  /// A time without a day; a duration may exceed a day.
  case time(isDuration: Bool)

  /// The format of an identifier that a workbook need not explain.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percentage
    // From 27 to 36 and 50 to 58 those of East Asian languages.
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time(isDuration: false)
    case 46: self = .time(isDuration: true)
    // 5 to 8 and 41 to 44 show the currency of whoever looks at them, so that they name none.
    default: self = .plain
    }
  }

  /// Reads a format code, such as `#,##0.00\ [$€-407]`; what counts is the section of positive numbers.
  init(code: String) {
    var scan = FormatScan()
    scan.read(code)
    if scan.isOnlyZeros, scan.zeros >= 2 {
      self = .padded(scan.zeros)
    } else if scan.hasDay || scan.hasMonth && !scan.hasClock && !scan.hasDuration {
      self = .date
    } else if scan.hasClock || scan.hasDuration {
      self = .time(isDuration: scan.hasDuration)
    } else if scan.hasPercent {
      self = .percentage
    } else if let mark = scan.mark {
      self = .money(mark)
    } else {
      self = .plain
    }
  }

  /// A number as text, as its format makes it be understood.
  func text(_ value: Double, _ dates: DateSystem) -> String? {
    switch self {
    case .date:
      if let date = dates.date(value) { return date }
    case .time(let isDuration):
      // What is a day or more, and no duration, is a moment of which only the time is shown.
      let text = isDuration || value < 1 ? DateSystem.time(value) : dates.date(value)
      if let text { return text }
    default: break
    }
    guard let number = NumberText(value) else { return nil }
    switch self {
    case .plain, .date, .time: return number.text
    case .padded(let count): return number.text(padded: count)
    case .percentage: return number.shifted(by: 2).text + "%"
    case .money(let mark):
      let digits = number.text
      let gap = mark.last?.isLetter == true || mark.last == "." ? " " : ""
      return digits.hasPrefix("-")
        ? "-\(mark)\(gap)\(digits.dropFirst())" : "\(mark)\(gap)\(digits)"
    }
  }
}

/// What is in the first section of a format code.
private struct FormatScan {
  var hasDay = false
  /// "m" alone is a month, beside hours or seconds it is minutes.
  var hasMonth = false
  var hasClock = false
  var hasDuration = false
  var hasPercent = false
  var isOnlyZeros = true
  var zeros = 0
  var mark: String?

  mutating func read(_ code: String) {
    let scalars = Array(code.unicodeScalars)
    var index = 0
    func text(from start: Int, until end: Unicode.Scalar) -> String {
      let rest = scalars[start...].prefix { $0 != end }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: rest)
      index = start + rest.count + 1
      return String(text)
    }
    if code.lowercased() == "general" {
      isOnlyZeros = false
      return
    }
    while index < scalars.count, scalars[index] != ";" {
      let scalar = scalars[index]
      index += 1
      if scalar == "0" { zeros += 1 } else { isOnlyZeros = false }
      switch scalar {
      case "\"": addLiteral(text(from: index, until: "\""))
      case "[": addBracket(text(from: index, until: "]"))
      case "\\":
        if index < scalars.count { addLiteral(String(scalars[index])) }
        index += 1
      // A blank as wide as the next character, or that character repeated.
      case "_", "*": index += 1
      case "%": hasPercent = true
      case "y", "Y", "d", "D", "b", "B", "g", "G": hasDay = true
      // "E+" is an exponent, "e" alone the year of an era.
      case "e", "E":
        if index < scalars.count, scalars[index] == "+" || scalars[index] == "-" {
          index += 1
        } else {
          hasDay = true
        }
      case "m", "M": hasMonth = true
      case "h", "H", "s", "S": hasClock = true
      case "A", "a":
        let rest = String(String.UnicodeScalarView(scalars[index...].prefix(4))).uppercased()
        if rest.hasPrefix("M/PM") {
          hasClock = true
          index += 4
        } else if rest.hasPrefix("/P") {
          hasClock = true
          index += 2
        }
      default: addLiteral(String(scalar))
      }
    }
  }

  /// `[$€-407]` is a currency and a language, `[h]` a duration, `[Red]` and `[>=100]` say nothing.
  private mutating func addBracket(_ text: String) {
    if text.hasPrefix("$") {
      let symbol = text.dropFirst().prefix { $0 != "-" }
      let trimmed = symbol.filter { !$0.isWhitespace }
      if !trimmed.isEmpty { mark = mark ?? String(trimmed) }
    } else if !text.isEmpty, Set(text.lowercased()).count == 1,
      "hms".contains(text.lowercased().prefix(1))
    {
      hasDuration = true
    }
  }

  /// Words may be anything; only signs and codes of currencies are taken for one.
  private mutating func addLiteral(_ text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard mark == nil, !trimmed.isEmpty else { return }
    let isCode =
      trimmed.utf8.count == 3 && trimmed.utf8.allSatisfy { (65...90).contains($0) }
      && WrittenAmount.named(in: trimmed).currencies.contains { $0.code == trimmed }
    let hasSign = trimmed.unicodeScalars.contains {
      !$0.properties.isAlphabetic && !WrittenAmount.named(in: String($0)).currencies.isEmpty
    }
    if isCode || hasSign { mark = trimmed }
  }
}
