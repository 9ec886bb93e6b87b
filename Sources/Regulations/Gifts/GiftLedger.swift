internal import Amounts
internal import Findings

/// Adds up what recipients were given over a year.
struct GiftLedger {
  let rules: GiftRules
  let year: GiftYear

  /// Returns how each of one recipient's entries, in order of their days, stands to the limit.
  ///
  /// - Complexity: O(entries); each enters and leaves the year once.
  func standings(_ entries: [GiftReview.Entry]) -> [GiftReview.Standing?] {
    var total = Money.zero(rules.currency)
    var first = 0
    return entries.map { entry in
      guard let date = entry.gift.date, let share = entry.share else { return nil }
      let start = year.start(for: date)
      total += share
      while let past = entries[first].gift.date, past < start {
        total -= entries[first].share ?? .zero(rules.currency)
        first += 1
      }
      return rules.limit(on: date).map {
        GiftReview.Standing(yearStart: start, total: total, limit: $0.amount)
      }
    }
  }

  /// Returns a question for each two recipients that may be one, with what they are together.
  func spellingQuestions(
    _ accounts: [(recipient: Gift.Recipient, entries: [GiftReview.Entry])]
  ) -> [GiftQuestion] {
    let sorted = accounts.sorted {
      ($0.recipient.name, $0.recipient.employer ?? "")
        < ($1.recipient.name, $1.recipient.employer ?? "")
    }
    let names = sorted.map { PersonName($0.recipient.name) }
    var questions: [GiftQuestion] = []
    for (index, account) in sorted.enumerated() {
      for other in sorted.indices.dropFirst(index + 1)
      where account.recipient.name == sorted[other].recipient.name
        || names[index].mayEqual(names[other])
      {
        let together = (account.entries + sorted[other].entries)
          .sorted {
            ($0.dayNumber, $0.gift.place.line ?? 0) < ($1.dayNumber, $1.gift.place.line ?? 0)
          }
        questions.append(
          .samePerson(
            account.recipient, sorted[other].recipient,
            excess: standings(together).compactMap { $0?.excess }.max()))
      }
    }
    return questions
  }
}
