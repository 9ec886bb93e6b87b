internal import Amounts
internal import Tables

/// What the name of a pay column says about its amounts: "Yearly brutto salary in EUR".
struct HeaderRemarks: Sendable {
  let currency: Currency?
  let period: PayPeriod?
  /// 1000 where the amounts are in thousands.
  let scale: Double
  /// Whether the words for pay are German.
  let isGerman: Bool

  init(_ header: String) {
    let question = Wording.question(of: header)
    let words = Wording.words(ofHeader: question)
    let named = WrittenAmount.named(in: words.joined(separator: " ") + " " + Self.signs(question))
    currency = named.currencies.count == 1 ? named.currencies.first : nil
    // "Salary 2021 year" says nothing about the period, "per year", "(year)" and "yearly" do.
    let marked = question.matches(of: /[(\/]\s*(\w+)\b/).map { $0.output.1.lowercased() }
    let telling = words.indices.filter { index in
      let isNoun = ["hour", "day", "week", "month", "year", "jahr", "monat", "stunde", "woche"]
        .contains(words[index])
      return !isNoun || marked.contains(words[index])
        || index > 0 && ["per", "a", "an", "pro", "im", "each", "every"].contains(words[index - 1])
    }
    let periods = WrittenAmount.named(in: telling.map { words[$0] }.joined(separator: " ")).periods
    period = periods.count == 1 ? periods.first : nil
    let thousands: Set = ["thousands", "thousand", "tsd", "tausend", "k", "000s"]
    scale = thousands.isDisjoint(with: words) ? 1 : 1000
    isGerman = Wording.namesPayInGerman(header)
  }

  private static func signs(_ text: String) -> String {
    String(text.unicodeScalars.filter { "$€£¥₹".unicodeScalars.contains($0) })
  }
}
