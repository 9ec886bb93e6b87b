internal import Amounts
internal import CSVReading
internal import Findings

/// Reads one row of a gift register; what cannot be understood rejects the row.
struct GiftRowReader {
  let columns: GiftColumns
  let currency: Currency
  private var isGood = true

  init(columns: GiftColumns, currency: Currency) {
    self.columns = columns
    self.currency = currency
  }

  mutating func gift(_ record: inout CSVRecord) -> Gift? {
    let kind: GiftKind? = choice(.kind, &record)
    let gift = Gift(
      date: date(&record), recipients: recipients(&record),
      recipientKind: choice(.recipientType, &record) ?? .employee,
      giver: text(.giver, record), item: text(.gift, record), kind: kind,
      paidBy: choice(.paidBy, &record), cost: cost(&record),
      marketValue: amount(.marketValue, &record), faceValue: amount(.faceValue, &record),
      place: record.place)
    return isGood ? gift : nil
  }

  /// Returns the words of a cell; nil for a cell without any.
  private func text(_ name: GiftColumns.Name, _ record: borrowing CSVRecord) -> String? {
    guard let field = columns[name], !record.isEmpty(field) else { return nil }
    let words = record.text(field).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  private mutating func reject(
    _ kind: Finding.Kind, _ name: GiftColumns.Name, _ record: inout CSVRecord, _ message: Inline,
    remedy: Inline? = nil
  ) {
    isGood = false
    record.reject(record.finding(kind, field: columns[name] ?? 0, message, remedy: remedy))
  }

  private mutating func date(_ record: inout CSVRecord) -> CalendarDate? {
    guard let text = text(.date, record) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    let american =
      parts.count == 3 ? CalendarDate(year: parts[2], month: parts[0], day: parts[1]) : nil
    reject(
      "gifts.date", .date, &record, "\"\(text)\" is not a date",
      remedy: american.map {
        "write year, month and day, such as \($0.description) if the month stands first"
      } ?? "write year, month and day, such as 2026-03-30")
    return nil
  }

  private mutating func recipients(_ record: inout CSVRecord) -> [Gift.Recipient] {
    guard let text = text(.recipient, record) else { return [] }
    let names = Self.list(text)
    if Set(names).count < names.count || names.contains("") {
      reject(
        "gifts.recipients", .recipient, &record,
        names.contains("") ? "a name is empty" : "a name is written twice",
        remedy: "write each recipient once, with \";\" between them")
    }
    let employers = self.text(.employer, record).map(Self.list) ?? []
    guard employers.count == names.count || employers.count <= 1 else {
      reject(
        "gifts.employers", .employer, &record,
        "there are \(names.count) recipients and \(employers.count) employers",
        remedy: "write one employer for all, or one for each with \";\" between them")
      return []
    }
    return names.enumerated().map { index, name in
      let employer = employers.count > 1 ? employers[index] : employers.first
      return Gift.Recipient(name, employer: employer == "" ? nil : employer)
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ";", omittingEmptySubsequences: false).map { part in
      part.split(separator: " ").joined(separator: " ")
    }
  }

  private mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: GiftColumns.Name, _ record: inout CSVRecord
  ) -> Value? {
    guard let text = text(name, record) else { return nil }
    let folded = String(text.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
    if let value = Value(rawValue: folded) { return value }
    reject(
      "gifts.word", name, &record, "\"\(text)\" is not a \(name.rawValue) that is known",
      remedy: NearMiss.remedy(for: folded, among: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// Takes `cost`, or `paid` less tax and delivery; where both are written they have to agree.
  private mutating func cost(_ record: inout CSVRecord) -> Money? {
    let cost = amount(.cost, &record)
    let paid = amount(.paid, &record)
    let extras = [amount(.tax, &record), amount(.delivery, &record)].compactMap(\.self)
    guard let paid else { return cost }
    let net = extras.reduce(paid, -)
    if net < .zero(currency) {
      reject("gifts.paid", .paid, &record, "tax and delivery are more than what was paid")
    } else if let cost, cost != net {
      reject(
        "gifts.paid", .cost, &record,
        "the cost is \(cost), but what was paid less tax and delivery is \(net)",
        remedy: "cost is the price without tax and delivery")
    }
    return net
  }

  /// No gift is worth more; sums of any number of them stay far inside 64 bits.
  private static let largest: Ratio = 1_000_000_000

  private mutating func amount(
    _ name: GiftColumns.Name, _ record: inout CSVRecord
  ) -> Money? {
    guard let text = text(name, record) else { return nil }
    if let (decimal, grouped) = WrittenAmount.readings(of: text) {
      reject(
        "gifts.thousands", name, &record,
        "\(name.rawValue) \"\(text)\" may be \(decimal) or \(grouped): its point could group thousands",
        remedy: "write \(grouped), or \(decimal)")
      return nil
    }
    let fault: Inline
    do throws(WrittenAmount.Unreadable) {
      let amount = try WrittenAmount(text, decimal: .point)
      if amount.isRange || amount.period != nil || !amount.remarks.isEmpty {
        fault = "is not one exact amount"
      } else if !amount.currencies.isEmpty, !amount.currencies.contains(currency) {
        fault = "is not in \(currency.code), the currency of the limit"
      } else if amount.lower < .zero {
        fault = "is negative"
      } else if amount.lower > Self.largest {
        fault = "is too large for a gift"
      } else if let money = try? Money(rounding: amount.lower, currency: currency),
        money.majorUnits == amount.lower
      {
        return money
      } else {
        fault = "has fractions of a cent"
      }
    } catch {
      fault = error.words
    }
    reject(
      "gifts.amount", name, &record, "\(name.rawValue) \"\(text)\" \(fault)",
      remedy: "write one amount in \(currency.code), such as 84.50")
    return nil
  }
}
