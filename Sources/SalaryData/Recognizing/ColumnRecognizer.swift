internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Finds out what the columns of a file hold, from their names and from their first values.
struct ColumnRecognizer {
  /// The first rows.
  let sample: [[String]]
  let words: ColumnWords
  let states: Vocabulary
  let countries: Vocabulary
  let genders: Vocabulary

  /// Decides about every column; a mapping overrules what names and values say.
  func recognize(
    _ file: CSVFile, mapping: TableMapping
  ) throws(InputFailure) -> ColumnRecognition {
    let values = file.header.indices.map { column in ColumnValues(sample.map { $0[column] }) }
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
    var claims: [ColumnClaim] = []
    for position in decisions.indices where decisions[position].role == nil {
      let name = decisions[position].name
      guard let match = words.matches(in: name).first else { continue }
      guard var role = match.role.flatMap({ ColumnRole(rawValue: $0) }) else {
        decisions[position].reason = "\"\(match.phrase)\" in its name is of no use here"
        continue
      }
      // "Arbeitszeit" and "Arbeitszeit %" are both of working time.
      if role == .hours, areShares(values[position], in: name) { role = .fte }
      if role.isName, Wording.asksForNoName(name) {
        decisions[position].reason =
          "\"\(match.phrase)\" is a word of a question, which asks for something else"
        continue
      }
      if role == .date, !match.stands(in: name, besides: Self.wordsOfDates) {
        decisions[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.rawValue), but weakly"
        continue
      }
      if role.isPay, Wording.namesPercentage(name) {
        decisions[position].reason = "it is a percentage by its name, and no amount of pay"
        continue
      }
      guard let evidence = evidence(for: role, values[position]) else {
        decisions[position].reason =
          "\"\(match.phrase)\" in its name speaks for \(role.rawValue), but the values do not"
        continue
      }
      claims.append(
        ColumnClaim(
          position: position, role: role.rawValue, match: match, evidence: evidence))
    }
    var names = Set(taken.map(\.rawValue))
    for (claim, verdict) in ColumnClaim.settle(claims, taken: &names, margin: 0) {
      guard let role = ColumnRole(rawValue: claim.role) else { continue }
      if case .given = verdict {
        decisions[claim.position].role = role
        decisions[claim.position].reason = claim.reason
        taken.insert(role)
      } else if role == .basePay, !taken.contains(.otherBasePay),
        let first = decisions.first(where: { $0.role == .basePay }),
        decisions.filter({ $0.role == .basePay || $0.role == .otherBasePay })
          .allSatisfy({ isOtherPay(claim.position, beside: $0.position, values, decisions) })
      {
        decisions[claim.position].role = .otherBasePay
        decisions[claim.position].reason =
          "\"\(claim.match.phrase)\" in its name; it counts where \"\(first.name)\" is empty"
      } else {
        let owner =
          decisions.first { $0.role == role }.map { Inline($0.name) } ?? "none, as mapped by hand"
        decisions[claim.position].reason =
          "could be \(role.rawValue), but \"\(owner)\" is the surer one"
        let winner = claims.first { $0.role == claim.role && decisions[$0.position].role == role }
        if winner?.match.score == claim.match.score { decisions[claim.position].rivalRole = role }
      }
    }
  }

  /// Whether a column is pay of those people for whom another column of pay is empty, such as hourly
  /// rates beside monthly salaries.
  private func isOtherPay(
    _ position: Int, beside first: Int, _ values: [ColumnValues], _ decisions: [ColumnDecision]
  ) -> Bool {
    let (own, other) = (
      HeaderRemarks(decisions[position].name), HeaderRemarks(decisions[first].name)
    )
    guard let period = own.period, period != other.period, own.currency == other.currency else {
      return false
    }
    // Where people have both, the two are the same pay; a rate of another kind is not.
    var ratios: [Double] = []
    for row in sample {
      guard
        let amount = try? WrittenAmount(
          row[position], decimal: values[position].decimal.convention),
        let base = try? WrittenAmount(row[first], decimal: values[first].decimal.convention),
        amount.lower > 0, base.lower > 0
      else { continue }
      let yearly = amount.middle.doubleValue * Double(period.countPerYear)
      ratios.append(
        yearly / base.middle.doubleValue
          / Double((base.period ?? other.period ?? .year).countPerYear))
    }
    ratios.sort()
    return ratios.isEmpty || (0.5...2).contains(ratios[ratios.count / 2])
  }

  /// Returns what the values say for a role, or nil when they speak against it.
  private func evidence(for role: ColumnRole, _ values: ColumnValues) -> Inline? {
    // "School name" tells nobody apart; copies of rows have the same identifier.
    if role == .identifier { return values.evidenceOfIdentity }
    if role.isName, values.isYesOrNo { return nil }
    // Half, because free text is common and each unreadable row is reported later on its own; but
    // another period in a few cells of a column of periods multiplies the pay of all.
    return values.evidence(
      fitting: { fits($0, role, values) }, least: role == .payPeriod ? 0.8 : 0.5)
  }

  /// Whether the values of a column of working time are parts of full time, not hours of a week.
  private func areShares(_ values: ColumnValues, in name: String) -> Bool {
    name.contains("%")
      || values.share { text in
        switch WrittenShare(text) {
        case .certain?: true
        case .number(let number)?: number <= WorkingTime.limit
        case nil: false
        }
      } == 1
  }

  /// Whether a value can be one of a role.
  private func fits(_ text: String, _ role: ColumnRole, _ values: ColumnValues) -> Bool {
    switch role {
    case .basePay, .otherBasePay, .totalPay, .commission, .bonus, .experience:
      (try? WrittenAmount(text, decimal: values.decimal.convention)) != nil
    case .hours:
      (try? WrittenAmount(text, decimal: values.decimal.convention))
        .map { 0 < $0.lower && $0.upper <= 100 } ?? false
    case .fte: WrittenShare(text) != nil
    case .weight: Double(text).map { $0 >= 0 } ?? false
    case .currency: TableRole.Content.currency.fits(text)
    case .payPeriod: PayPeriodLabel(text) != nil
    case .date: WrittenDate(text) != nil
    case .country: countries.entry(for: text, .whole) != nil
    case .title, .employer:
      text.contains(where: \.isLetter) && WrittenDate(text) == nil && !Wording.isSentence(text)
    case .industry, .state, .city, .level: !Wording.isSentence(text)
    case .gender, .identifier: true
    }
  }

  /// The words beside "date" or "year" in the name of a column that says when pay was.
  private static let wordsOfDates: Set<String> = [
    "time", "survey", "data", "response", "report", "record", "recorded", "entry", "submission",
    "completed", "created", "calendar", "fiscal", "pay", "salary", "work", "utc", "local", "der",
    "erhebung", "befragung", "s",
  ]

  /// Gives roles that no name spoke for to columns whose values can hardly be anything else.
  private func decideByValues(
    _ values: [ColumnValues], _ decisions: inout [ColumnDecision], _ taken: inout Set<ColumnRole>
  ) {
    let tests: [(ColumnRole, Inline, (String) -> Bool)] = [
      (.currency, "currencies", { Currency(code: $0) != nil && !named($0).currencies.isEmpty }),
      (.payPeriod, "periods of pay", { PayPeriodLabel($0) != nil }),
      (.state, "US states", { states.entry(for: $0, .whole) != nil }),
      (.country, "countries", { countries.entry(for: $0, .whole) != nil }),
      (.gender, "genders", { genders.entry(for: $0, .whole) != nil }),
    ]
    for (role, plural, test) in tests where !taken.contains(role) {
      for position in decisions.indices where decisions[position].role == nil {
        let name = decisions[position].name
        guard values[position].values.count >= 5, values[position].share(test) >= 0.9,
          !role.isName || !Wording.asksForNoName(name) && !values[position].isYesOrNo,
          words.matches(in: name).first.map({ $0.role != nil }) ?? true
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
        && !Wording.namesPercentage(decisions[position].name)
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
