internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Reads one row of a gift register; what cannot be understood rejects the row.
struct GiftRowReader {
  let columns: GiftColumns
  let currency: Currency

  /// Returns the gift of a row; nil for a row that is rejected.
  func gift(_ record: inout CSVRecord, _ cells: inout TableCells) -> Gift? {
    let kind: GiftKind? = choice(.kind, &record)
    let gift = Gift(
      date: columns[.date].flatMap { cells.date($0, &record) },
      recipients: recipients(&record),
      recipientKind: choice(.recipientType, &record) ?? .employee,
      giver: text(.giver, record), item: text(.gift, record), kind: kind,
      paidBy: choice(.paidBy, &record), cost: cost(&record, &cells),
      marketValue: amount(.marketValue, &record, &cells),
      faceValue: amount(.faceValue, &record, &cells), place: record.place)
    return record.isRejected ? nil : gift
  }

  /// Returns the words of a cell; nil for a cell without any.
  private func text(_ name: GiftColumns.Name, _ record: borrowing CSVRecord) -> String? {
    guard let column = columns[name], !record.isEmpty(column.position) else { return nil }
    let text = record.text(column.position)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  private func reject(
    _ kind: Finding.Kind, _ name: GiftColumns.Name, _ record: inout CSVRecord, _ message: Inline,
    remedy: Inline? = nil
  ) {
    record.reject(
      record.finding(kind, field: columns[name]?.position ?? 0, message, remedy: remedy))
  }

  private func recipients(_ record: inout CSVRecord) -> [Gift.Recipient] {
    guard let text = text(.recipient, record) else { return [] }
    let names = Self.list(text)
    if names.count == 1, Self.maySayMany(text) {
      reject(
        "gifts.recipients", .recipient, &record, "\"\(text)\" may be several people",
        remedy:
          "write \";\" between them, so that each is given a part; a name with its first name behind is \"Ruiz, Ana\""
      )
    }
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

  /// Whether a cell seems to name several people, with other marks between them than "Ruiz, Ana" has.
  private static func maySayMany(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    if text.contains("/") || text.contains("&") || text.contains("+") { return true }
    if words.contains(where: { ["and", "und", "et", "y"].contains($0) }) { return true }
    let parts = text.split(separator: ",").map { $0.split(separator: " ").count }
    return parts.count > 2 || parts.count == 2 && parts.allSatisfy { $0 > 1 }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ";", omittingEmptySubsequences: false).map { part in
      part.split(separator: " ").joined(separator: " ")
    }
  }

  private func choice<Value: GiftWord>(
    _ name: GiftColumns.Name, _ record: inout CSVRecord
  ) -> Value? {
    guard let text = text(name, record) else { return nil }
    let folded = String(text.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
    if let value = Value(rawValue: folded) ?? Value.otherWords[folded] { return value }
    reject(
      "gifts.word", name, &record, "\"\(text)\" is not a \(name.rawValue) that is known",
      remedy: NearMiss.remedy(for: folded, among: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// Takes `cost`, or `paid` less tax and delivery; where both are written they have to agree.
  private func cost(_ record: inout CSVRecord, _ cells: inout TableCells) -> Money? {
    let cost = amount(.cost, &record, &cells)
    let paid = amount(.paid, &record, &cells)
    let extras = [amount(.tax, &record, &cells), amount(.delivery, &record, &cells)]
      .compactMap(\.self)
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

  /// The currencies that the name of a column of amounts, or the cell of a currency beside it, can mean.
  private func currencies(
    of amounts: TableColumn, _ record: borrowing CSVRecord
  ) -> Set<Currency> {
    if let text = text(.currency, record) {
      return Currency(code: text).map { [$0] } ?? WrittenAmount.named(in: text).currencies
    }
    return amounts.namedCurrencies
  }

  private func amount(
    _ name: GiftColumns.Name, _ record: inout CSVRecord, _ cells: inout TableCells
  ) -> Money? {
    guard let column = columns[name], let amount = cells.amount(column, in: currency, &record)
    else { return nil }
    let stated = currencies(of: column, record)
    let fault: Inline
    if !stated.isEmpty, !stated.contains(currency) {
      let code = stated.map(\.code).min() ?? ""
      fault = "is in \(code), and the limit in \(currency.code)"
    } else if amount < .zero {
      fault = "is negative"
    } else if amount > Self.largest {
      fault = "is too large for a gift"
    } else if let money = try? Money(rounding: amount, currency: currency),
      money.majorUnits == amount
    {
      return money
    } else {
      fault = "has fractions of a cent"
    }
    reject(
      "gifts.amount", name, &record, "\(column.name) \"\(record.text(column.position))\" \(fault)",
      remedy: "write one amount in \(currency.code), such as 84.50")
    return nil
  }
}
