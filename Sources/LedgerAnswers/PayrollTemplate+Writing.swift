internal import Amounts
internal import Answers
internal import CSVReading
internal import Findings
internal import PayLedger
internal import YAMLReading

extension PayrollTemplate {
  /// Whether rows name people by their employee numbers.
  var namesEmployees: Bool { row.contains { $0.source.contains("{employee id") } }

  /// Returns the bytes of a payroll file.
  ///
  /// - Parameters:
  ///   - lines: The people who are paid, in one currency.
  ///   - period: The period.
  ///   - said: What is said beside the template's own settings, and wins over them.
  /// - Returns: The bytes.
  /// - Throws: `.badData` for a place that the template does not know, and for characters that its encoding
  ///   does not have.
  func bytes(
    of lines: [Payroll.Line], period: CalendarPeriod, settings said: [String: String]
  ) throws(InputFailure) -> [UInt8] {
    let settings = self.settings.merging(said) { $1 }
    if let stranger = said.keys.sorted().first(where: { self.settings[$0] == nil }) {
      throw InputFailure(
        .template, "ledger.setting", "the template has no setting \"\(stranger)\"",
        remedy: NearMiss.remedy(for: stranger, among: self.settings.keys.sorted()))
    }
    if let unsaid = settings.filter({ $0.value == "?" }).keys.sorted().first {
      throw InputFailure(
        .template, "ledger.setting", "the template asks for its setting \"\(unsaid)\"",
        remedy: "say it with \(.parameter(.set, "\(unsaid)=VALUE"))")
    }
    var general = settings
    general["period"] = period.name
    general["count"] = "\(lines.count)"
    let total = lines.map(\.amount).reduce(nil) { (sum: Money?, amount) in
      sum.map { $0 + amount } ?? amount
    }
    general["total"] = total.map(number) ?? "0"
    general["currency"] = total?.currency.code ?? ""
    let days = ["first day": period.days.lowerBound, "last day": period.days.upperBound]
    var result: [UInt8] = []
    for text in head { result += try encoded(filled(text, general, days) + lineEnd.rawValue, text) }
    let writer = CSVWriter(delimiter: delimiter)
    for line in lines {
      var own = general
      own["rep"] = line.payee.rep
      own["name"] = line.payee.name ?? line.payee.rep
      own["employee id"] = line.payee.employeeID ?? ""
      own["amount"] = number(line.amount)
      var fields: [String] = []
      for text in row { fields.append(try filled(text, own, days)) }
      let record = writer.record(fields).dropLast()
      result += try encoded(record + lineEnd.rawValue, row[0])
    }
    for text in foot { result += try encoded(filled(text, general, days) + lineEnd.rawValue, text) }
    return result
  }

  private func number(_ amount: Money) -> String {
    let text = amount.fixedPoint
    return hasDecimalComma ? text.replacing(".", with: ",") : text
  }

  /// Puts values in the places of a text: `{name}`, `{employee id:6}` with leading zeros, and
  /// `{first day:dd.mm.yyyy}`.
  private func filled(
    _ text: Text, _ values: [String: String], _ days: [String: CalendarDate]
  ) throws(InputFailure) -> String {
    var result = ""
    var rest = text.source[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw failure(text, "a place is not closed", "end it with }")
      }
      let parts = rest[rest.index(after: open)..<close].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let form = parts.count > 1 ? String(parts[1]) : nil
      if let day = days[name] {
        guard let written = day.written(form ?? "yyyy-mm-dd") else {
          throw failure(
            text, "\"\(form ?? "")\" is no form of a day",
            "write dd, mm and yyyy with marks between them, such as {\(name):dd.mm.yyyy}")
        }
        result += written
      } else if let value = values[name] {
        guard let form else {
          result += value
          rest = rest[rest.index(after: close)...]
          continue
        }
        guard let width = Int(form), (1...40).contains(width) else {
          throw failure(
            text, "\"\(form)\" is no width", "write the number of digits, such as {\(name):6}")
        }
        if value.count > width {
          throw failure(
            text, "\"\(value)\" is longer than the \(.number(width)) characters of {\(name)}", nil)
        }
        result += String(repeating: "0", count: width - value.count) + value
      } else {
        let known = Array(values.keys) + Array(days.keys)
        throw failure(
          text, "there is nothing to put in the place of {\(name)}",
          NearMiss.remedy(for: name, among: known.sorted()))
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func encoded(_ text: String, _ origin: Text) throws(InputFailure) -> [UInt8] {
    if encoding == .utf8 { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let byte: UInt8? =
        scalar.value < 0x80
        ? UInt8(scalar.value)
        : encoding == .ascii ? nil : Windows1252.byte(of: scalar)
      guard let byte else {
        throw failure(
          origin,
          "\"\(Character(scalar))\" of \"\(text.trimmingLineEnd)\" cannot be written in this encoding",
          "take utf-8 where payroll reads it, or write the name otherwise in the roster")
      }
      bytes.append(byte)
    }
    return bytes
  }

  private func failure(_ text: Text, _ message: Inline, _ remedy: Inline?) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "ledger.template", at: text.place, message,
        excerpt: text.place.line.flatMap { document.excerpt(line: $0) }, remedy: remedy))
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { String(prefix { $0 != "\r\n" && $0 != "\n" }) }
}

extension CalendarDate {
  /// The day in a form such as "dd.mm.yyyy", in which a part may be written out; nil for another letter.
  fileprivate func written(_ form: String) -> String? {
    let text = form.replacing("yyyy", with: padded(year, to: 4))
      .replacing("mm", with: padded(month, to: 2)).replacing("dd", with: padded(day, to: 2))
    return text.contains(where: \.isLetter) ? nil : text
  }
}

/// The characters of Windows-1252, as the WHATWG's Encoding Standard has them.
enum Windows1252 {
  /// Those from 0x80 to 0x9F; the others are the bytes of Latin-1.
  private static let special: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return special.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }
}
