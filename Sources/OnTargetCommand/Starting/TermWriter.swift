import Answers
import CareerAnswers
import Findings
import MarketAnswers
import PlanFiles
import YAMLReading

/// Writes terms of pay as the YAML of a plan or an offer.
///
/// What is not said stands there too, as a comment with an example, so that the key for a word of a letter is at
/// hand. What a key means is said by the grammar of the format.
struct TermWriter {
  private let terms: TermOptions
  private let grammar: Grammar
  private var lines: [StartingFile.Line] = []

  private init(_ terms: TermOptions, _ grammar: Grammar) {
    self.terms = terms
    self.grammar = grammar
  }

  /// Writes a plan.
  ///
  /// - Parameter terms: How the work is paid.
  /// - Returns: Its lines.
  /// - Throws: `.usage` for accelerators that are not written as such.
  static func plan(_ terms: TermOptions) throws(InputFailure) -> [StartingFile.Line] {
    var writer = TermWriter(terms, .plan)
    writer.head("A pay plan.", manual: "plan-format")
    writer.add("plan", terms.name ?? "My plan", .called)
    writer.pay()
    writer.add("")
    try writer.rules(indent: "")
    writer.add("")
    writer.floors()
    writer.clawback(indent: "")
    return writer.lines
  }

  /// Writes an offer.
  ///
  /// - Parameters:
  ///   - terms: How the work is paid.
  ///   - extras: What else the letter gives, by key: what was typed, the setting, and an example.
  /// - Returns: Its lines.
  /// - Throws: `.usage` for accelerators that are not written as such.
  static func offer(
    _ terms: TermOptions,
    extras: [(key: String, text: String?, parameter: Parameter, example: String)]
  ) throws(InputFailure) -> [StartingFile.Line] {
    var writer = TermWriter(terms, .offer)
    writer.head("An offer of employment, from its letter.", manual: "offer-format")
    writer.add("offer", terms.name ?? "My offer", .called)
    writer.pay()
    writer.add("plan:")
    try writer.rules(indent: "  ")
    writer.clawback(indent: "  ")
    writer.floors()
    for extra in extras {
      // Equity and a sign-on are more than an amount, as the examples of them are.
      writer.add(
        extra.key, extra.text, extra.parameter, example: extra.example,
        isWritten: extra.text.map { trimmed($0[...]).hasPrefix("{") } ?? false)
    }
    return writer.lines
  }

  // MARK: Parts of the file

  private mutating func head(_ what: String, manual: String) {
    add(
      "# \(what) A key behind \"#\" is not in force: take the sign away for a term that the letter has."
    )
    add("# docs/\(manual).md explains every key, docs/glossary.md the words of letters.")
  }

  private mutating func pay() {
    add("currency", terms.currency ?? "USD", .currency)
    add("base", terms.base, .base, example: terms.mix == nil ? "60000" : nil)
    add("variable", terms.variable, .variable, example: terms.ote == nil ? "60000" : nil)
    add("ote", terms.ote, .ote)
    add("mix", terms.mix, .mix)
  }

  private mutating func rules(indent: String) throws(InputFailure) {
    let bands = try bands
    add("\(indent)measures:")
    add("\(indent)  bookings:")
    let quota = "\(indent)    "
    let parts = terms.quota.flatMap(Self.amounts)
    add(
      "quota", parts ?? terms.quota, .quota, of: "measure", indent: quota, example: "600000",
      isWritten: parts != nil)
    add(
      "ramp", terms.ramp.map { "{quota: \(Self.list($0))}" }, .ramp, of: "measure", indent: quota,
      example: "{quota: [0%, 25%, 50%, 75%]}", isWritten: true)
    add("\(indent)components:")
    add("\(indent)  - commission: New business")
    let rule = "\(indent)    "
    add("\(rule)measure: bookings")
    add("period", terms.period ?? "quarter", .period, of: "commission", indent: rule)
    if bands.count > 1 {
      add("\(rule)tiers: marginal", comment: "each rate pays for its own band")
      add("\(rule)rates:")
      for (index, band) in bands.enumerated() {
        let end = index + 1 < bands.count ? "to: \(Self.scalar(bands[index + 1].from)), " : ""
        add(
          "\(rule)  - {\(end)pay: \(Self.scalar(band.pay))}", index == 0 ? .rate : .accelerators,
          comment: index == 0 && band.pay == "1x" ? "1x = incentive ÷ quota" : nil)
      }
    } else {
      add("pay", bands[0].pay, .rate, of: "commission", indent: rule)
    }
    add(
      "threshold", terms.threshold, .threshold, of: "commission", indent: rule, example: "60%")
    add("cap", terms.cap, .cap, of: "commission", indent: rule, example: "200%")
    guard let kicker = terms.kicker else { return }
    add("\(indent)  - bonus: Kicker", comment: "an amount for reaching the quota of the year")
    add("\(rule)measure: bookings")
    add("\(rule)period: year")
    add("\(rule)at: 100%")
    add("\(rule)pay: \(Self.scalar(kicker))", .kicker)
  }

  private mutating func floors() {
    let kind = terms.drawKind ?? "recoverable"
    let months = terms.drawMonths.map { ", months: \(Self.scalar($0))" } ?? ""
    add(
      "draw",
      terms.draw.map {
        "{kind: \(Self.scalar(kind)), amount: \(Self.scalar($0)), per: month\(months)}"
      }, .draw, of: "plan", example: "{kind: non-recoverable, amount: 3000, per: month, months: 6}",
      isWritten: true)
    add(
      "guarantee",
      terms.guarantee.map {
        "{share: \(Self.scalar($0)), months: \(Self.scalar(terms.guaranteeMonths ?? "3")), per: month}"
      }, .guarantee, of: "plan", example: "{share: 75%, months: 3, per: month}", isWritten: true)
  }

  private mutating func clawback(indent: String) {
    add(
      "clawback", terms.clawback.map { "{within: \(Self.scalar($0))}" }, .clawback, of: "plan",
      indent: indent, example: "{within: 6 months}", isWritten: true)
  }

  /// Where each rate begins.
  private var bands: [(from: String, pay: String)] {
    get throws(InputFailure) {
      var bands = [(from: "", pay: terms.rate ?? "1x")]
      for part in terms.accelerators?.split(separator: ",") ?? [] {
        let sides = part.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2 else {
          throw InputFailure(
            .accelerators, "init.accelerators",
            "\"\(String(part))\" is no rate from a part of the quota on",
            remedy: "write \(.parameter(.accelerators, "100%=1.5x,150%=2x"))")
        }
        bands.append((Self.trimmed(sides[0]), Self.trimmed(sides[1])))
      }
      return bands
    }
  }

  // MARK: Lines

  private mutating func add(_ text: String, _ parameter: Parameter? = nil, comment: String? = nil) {
    guard let comment else {
      lines.append(StartingFile.Line(text: text, parameter: parameter))
      return
    }
    let room = text.padding(to: 34)
    lines.append(StartingFile.Line(text: "\(room)  # \(comment)", parameter: parameter))
  }

  /// Adds a key with its meaning: as it was said, or else as a comment with an example.
  private mutating func add(
    _ key: String, _ value: String?, _ parameter: Parameter, of group: String? = nil,
    indent: String = "", example: String? = nil, isWritten: Bool = false
  ) {
    guard let text = value.map({ isWritten ? $0 : Self.scalar($0) }) ?? example else { return }
    add(
      "\(indent)\(value == nil ? "# " : "")\(key): \(text)", value == nil ? nil : parameter,
      comment: meaning(of: key, in: group))
  }

  /// What the grammar says of a key, as far as its first stop.
  private func meaning(of key: String, in group: String?) -> String? {
    let all = grammar.groups + Grammar.plan.groups
    let found = group == nil ? grammar : all.first { $0.name == group }
    guard var help = found?.key(key)?.help[...] else { return nil }
    // In a table of keys it is that of the line above.
    if help.hasPrefix("in its place") { help = help.dropFirst(12).drop { ", ".contains($0) } }
    let stop = [help.firstRange(of: ". "), help.firstRange(of: ": "), help.firstRange(of: ";")]
      .compactMap { $0?.lowerBound }.min()
    return String(help[..<(stop ?? help.endIndex)]).replacing("`", with: "")
  }

  // MARK: Values

  /// A value as YAML, within braces too; what could be anything else is quoted.
  private static func scalar(_ text: String) -> String {
    let text = trimmed(text[...])
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber || $0 == "$" || $0 == "€" || $0 == "£" } ?? false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " .%/$€£-+_".contains($0) }
    guard !isPlain else { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.map { $0.isNewline || $0 == "\t" ? " " : "\($0)" }.joined())\""
  }

  /// The amounts of halves, quarters or months as a list; nil for one amount, in which a comma stands
  /// before thousands.
  private static func amounts(_ text: String) -> String? {
    let parts = text.split(separator: ",").map { trimmed($0) }
    let isOne = parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    return parts.count < 2 || isOne ? nil : list(text)
  }

  /// A list of values that commas separate.
  private static func list(_ text: String) -> String {
    "[\(text.split(separator: ",").map { scalar(String($0)) }.joined(separator: ", "))]"
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// The text with spaces up to a length.
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
