internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Finds out what the columns of a file hold, from their names and from their first values.
struct ColumnRecognizer {
  let words: ColumnWords
  let states: Vocabulary
  let countries: Vocabulary
  let genders: Vocabulary

  /// Decides about every column; a mapping overrules what names and values say.
  func recognize(
    _ file: CSVFile, mapping: TableMapping
  ) throws(InputFailure) -> ColumnRecognition {
    let values = file.header.indices.map { column in
      ColumnValues(file.sample.map { $0[column] })
    }
    var decisions = file.header.enumerated().map { position, name in
      ColumnDecision(position: position, name: name, role: nil, reason: "nothing speaks for a role")
    }
    var taken: Set<ColumnRole> = []
    try apply(mapping, to: &decisions, &taken, in: file)
    decideByNames(values, &decisions, &taken)
    decideByValues(values, &decisions, &taken)
    return ColumnRecognition(columns: decisions)
  }

  private func apply(
    _ mapping: TableMapping, to decisions: inout [ColumnDecision],
    _ taken: inout Set<ColumnRole>, in file: CSVFile
  ) throws(InputFailure) {
    for (role, position) in try mapping.positions(of: .people, in: file) {
      guard let role = ColumnRole(rawValue: role) else { continue }
      taken.insert(role)
      guard let position else { continue }
      decisions[position].role = role
      decisions[position].reason = "mapped by hand"
    }
  }

  /// Gives each role to the column whose name speaks for it most surely.
  private func decideByNames(
    _ values: [ColumnValues], _ decisions: inout [ColumnDecision], _ taken: inout Set<ColumnRole>
  ) {
    struct Claim {
      var position: Int
      var match: ColumnWords.Match
      var evidence: Inline
    }
    var claims: [Claim] = []
    for position in decisions.indices where decisions[position].role == nil {
      guard let match = words.matches(in: decisions[position].name).first else { continue }
      guard let role = match.role.flatMap({ ColumnRole(rawValue: $0) }) else {
        decisions[position].reason = "\"\(match.phrase)\" in its name is of no use here"
        continue
      }
      guard let evidence = evidence(for: role, values[position]) else {
        decisions[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.rawValue), but the values do not"
        continue
      }
      claims.append(Claim(position: position, match: match, evidence: evidence))
    }
    claims.sort { ($1.match.score, $0.position) < ($0.match.score, $1.position) }
    for claim in claims {
      guard let role = claim.match.role.flatMap({ ColumnRole(rawValue: $0) }) else { continue }
      if taken.insert(role).inserted {
        decisions[claim.position].role = role
        decisions[claim.position].reason =
          "\"\(claim.match.phrase)\" in its name; \(claim.evidence)"
      } else {
        let owner =
          decisions.first { $0.role == role }.map { Inline($0.name) } ?? "none, as mapped by hand"
        decisions[claim.position].reason =
          "could be \(role.rawValue), but \"\(owner)\" is the surer one"
      }
    }
  }

  /// Returns what the values say for a role, or nil when they speak against it.
  private func evidence(for role: ColumnRole, _ values: ColumnValues) -> Inline? {
    guard !values.values.isEmpty else { return "no values at the top of the file" }
    if role == .identifier {
      // "School name" tells nobody apart; copies of rows have the same identifier.
      let different = Set(values.values).count
      guard 2 * different > values.values.count else { return nil }
      return "\(different) of \(values.values.count) values at the top of the file differ"
    }
    guard let test = test(for: role, values) else { return "any text fits" }
    let share = values.share(test)
    // Half, because free text is common and each unreadable row is reported later on its own.
    guard share >= 0.5 else { return nil }
    return
      "\(values.values.count(where: test)) of \(values.values.count) values at the top of the file fit"
  }

  /// Returns what a value of a role has to be; nil for roles that any text can fill.
  private func test(for role: ColumnRole, _ values: ColumnValues) -> ((String) -> Bool)? {
    switch role {
    case .basePay, .totalPay, .commission, .bonus, .experience:
      { (try? WrittenAmount($0, decimal: values.decimal.convention)) != nil }
    case .weight: { Double($0).map { $0 >= 0 } ?? false }
    case .currency: { !WrittenAmount.named(in: $0).currencies.isEmpty }
    case .payPeriod: { !WrittenAmount.named(in: $0).periods.isEmpty }
    case .date: { WrittenDate($0, order: .monthFirst) ?? WrittenDate($0, order: .dayFirst) != nil }
    case .industry, .title, .employer, .state, .country, .city, .level, .gender, .identifier: nil
    }
  }

  /// Gives roles that no name spoke for to columns whose values can hardly be anything else.
  private func decideByValues(
    _ values: [ColumnValues], _ decisions: inout [ColumnDecision], _ taken: inout Set<ColumnRole>
  ) {
    let tests: [(ColumnRole, Inline, (String) -> Bool)] = [
      (.currency, "currencies", { Currency(code: $0) != nil && !named($0).currencies.isEmpty }),
      (.payPeriod, "periods of pay", { Double($0) == nil && !named($0).periods.isEmpty }),
      (.state, "US states", { states.entry(for: $0, .whole) != nil }),
      (.country, "countries", { countries.entry(for: $0, .whole) != nil }),
      (.gender, "genders", { genders.entry(for: $0, .whole) != nil }),
    ]
    for (role, plural, test) in tests where !taken.contains(role) {
      for position in decisions.indices where decisions[position].role == nil {
        guard values[position].values.count >= 5, values[position].share(test) >= 0.9,
          words.matches(in: decisions[position].name).first.map({ $0.role != nil }) ?? true
        else { continue }
        decisions[position].role = role
        decisions[position].reason = "its values are \(plural)"
        taken.insert(role)
        break
      }
    }
    decidePayByValues(values, &decisions, &taken)
  }

  /// Takes the one column of plausible yearly pay for base pay where no name speaks for any pay.
  private func decidePayByValues(
    _ values: [ColumnValues], _ decisions: inout [ColumnDecision], _ taken: inout Set<ColumnRole>
  ) {
    guard !taken.contains(.basePay), !taken.contains(.totalPay) else { return }
    let candidates = decisions.indices.filter { position in
      decisions[position].role == nil && values[position].amountShare >= 0.9
        && !values[position].isSequence
        && values[position].medianAmount.map { (8000...1_000_000).contains($0) } ?? false
        && words.matches(in: decisions[position].name).first.map { $0.role != nil } ?? true
    }
    guard candidates.count == 1, let position = candidates.first else { return }
    decisions[position].role = .basePay
    decisions[position].reason = "it is the only column whose values look like yearly pay"
    taken.insert(.basePay)
  }

  private func named(
    _ text: String
  ) -> (currencies: Set<Currency>, periods: Set<PayPeriod>) { WrittenAmount.named(in: text) }
}
