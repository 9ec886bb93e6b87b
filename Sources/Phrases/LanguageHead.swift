/// Names, marks and rules of a language: the head of its file.
///
/// | key | meaning |
/// | --- | --- |
/// | `name` | the language's name for itself |
/// | `decimal`, `group` | the marks in 57,504.25 |
/// | `money` | where the currency `¤` stands beside the number `#`: `¤#`, `# ¤` |
/// | `currencies` | signs of currencies by their codes, such as `USD $US, EUR €`; others are written by their codes |
/// | `percent` | a percentage: `#%` |
/// | `day`, `month`, `short month`, `quarter` | dates in words, by the letters of CLDR: `d`, `MMMM` and `MMM` for names of months, `y`, `q`; what is no letter of a pattern is between `'` |
/// | `numeric day`, `numeric month` | dates in figures, for tables and titles |
/// | `months`, `short months` | twelve names, with commas between |
/// | `plural one` … | for which numbers a phrase has this form, as a rule of CLDR; all others are `other` |
struct LanguageHead: Sendable {
  var name: String = "English"
  var decimal: String = "."
  var group: String = ","
  var money: String = "¤#"
  var currencies: [String: String] = [:]
  var percent: String = "#%"
  var day: String = "d MMMM y"
  var month: String = "MMMM y"
  var shortMonth: String = "MMM y"
  var quarter: String = "y 'Q'q"
  var numericDay: String = "y-MM-dd"
  var numericMonth: String = "y-MM"
  var months: [String] = []
  var shortMonths: [String] = []
  var plurals: [(category: PluralCategory, rule: PluralRule)] = []

  /// The keys that every head has.
  private static let required: [String] = [
    "name", "decimal", "group", "money", "currencies", "percent", "day", "month", "short month",
    "quarter", "numeric day", "numeric month", "months", "short months",
  ]

  /// Reads lines up to an empty one.
  static func read(_ lines: inout LanguageLines) -> (LanguageHead, [LanguageFault]) {
    var head = LanguageHead()
    var faults: [LanguageFault] = []
    var missing = required
    func report(_ message: String) {
      faults.append(LanguageFault(line: lines.number, message: "expected \(message)"))
    }
    while let line = lines.next(), !line.isEmpty {
      guard line.first != "#" else { continue }
      guard let colon = line.firstIndex(of: ":"),
        let written = line[colon...].dropping(prefix: ": "), let value = written.unescaped,
        written.utf8.last != 0x20
      else {
        report("a line \"key: value\" without blanks at its end")
        continue
      }
      let key = String(line[..<colon])
      if let place = missing.firstIndex(of: key) {
        missing.remove(at: place)
      } else if required.contains(key) {
        report("\"\(key)\" once")
      }
      if let fault = head.set(key, to: value) { report(fault) }
    }
    for key in missing { report("a line \"\(key): …\" in the head") }
    return (head, faults)
  }

  /// Takes a value; what was expected instead, where it is not usable.
  private mutating func set(_ key: String, to value: String) -> String? {
    switch key {
    case "name": name = value
    case "decimal": decimal = value
    case "group": group = value
    case "money":
      guard value.contains("#"), value.contains("¤") else { return "# and ¤ in \"money\"" }
      money = value
    case "percent":
      guard value.contains("#") else { return "# in \"percent\"" }
      percent = value
    case "currencies":
      for pair in Self.list(value) {
        guard let blank = pair.firstIndex(of: " ") else { return "a code and its sign: USD $" }
        currencies[String(pair[..<blank])] = String(pair[blank...].dropFirst())
      }
    case "day": day = value
    case "month": month = value
    case "short month": shortMonth = value
    case "quarter": quarter = value
    case "numeric day": numericDay = value
    case "numeric month": numericMonth = value
    case "months", "short months":
      let names = Self.list(value)
      guard names.count == 12 else { return "twelve names in \"\(key)\"" }
      if key == "months" { months = names } else { shortMonths = names }
    default:
      guard let name = key[...].dropping(prefix: "plural "),
        let category = PluralCategory(rawValue: String(name)), category != .other
      else { return "a key of the head instead of \"\(key)\"" }
      guard let rule = PluralRule(value) else {
        return "a rule of CLDR, such as: i = 1 and v = 0"
      }
      plurals.append((category, rule))
    }
    return nil
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { part in String(part.drop { $0 == " " }) }
  }

  /// The category of a number, as it is written in the language; `other` for what is no number.
  func category(of written: String) -> PluralCategory {
    guard let number = PluralOperands(written, decimal: decimal, group: group) else {
      return .other
    }
    return plurals.first { $0.rule.holds(for: number) }?.category ?? .other
  }
}
