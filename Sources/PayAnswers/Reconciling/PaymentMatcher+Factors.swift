internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

// Amounts that are a multiple of what is owed: by a currency, or by nothing that files say.
extension PaymentMatcher {
  /// Tries another currency than that of the plan, where deals or rates name one.
  func currencyCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    guard row.factor != nil else { return nil }
    return conversionCause(row, lines) ?? payCurrencyCause(row, lines)
  }

  /// Tries deals whose amounts were not converted, or were twice.
  private func conversionCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    var names: Set<String> = []
    do throws(ArithmeticFailure) {
      let unit = try Ratio(1, over: Int128(plan.currency.minorUnitsPerMajor))
      var (asWritten, twice) = (row.owed.majorUnits, row.owed.majorUnits)
      var (writtenError, twiceError) = (unit, unit)
      for line in lines where paidByDeal.contains(line.component) {
        guard let deal = line.deal.flatMap({ deals[DealKey(deal: $0, rep: row.rep)] }),
          let currency = deal.currency, currency != plan.currency,
          let rate = rates.rate(of: currency, in: deal.closeDate.yearMonth), rate > 0
        else { continue }
        let pay = line.pay.majorUnits
        names.insert(currency.code)
        asWritten = try asWritten + pay / rate - pay
        twice = try twice + pay * rate - pay
        // The line is rounded, and what it would be otherwise with it.
        writtenError = try writtenError + unit / rate
        twiceError = try twiceError + unit * rate
      }
      guard !names.isEmpty else { return nil }
      let paid = row.paid.majorUnits
      func says(_ other: Ratio, _ error: Ratio) throws(ArithmeticFailure) -> Bool {
        let isOwed = try isWithin(2 * error, row.owed.majorUnits, other)
        return try isWithin(error, paid, other) && !isOwed
      }
      let list = names.sorted().joined(separator: ", ")
      if try says(asWritten, writtenError) {
        return (
          .currency,
          "paid as if amounts in \(list) were in \(plan.currency.code): they were not converted"
        )
      }
      if try says(twice, twiceError) {
        return (.currency, "paid as if amounts in \(list) were converted twice")
      }
    } catch {
      // Amounts that are too large to be converted explain nothing.
      return nil
    }
    return nil
  }

  private func isWithin(
    _ error: Ratio, _ first: Ratio, _ second: Ratio
  ) throws(ArithmeticFailure) -> Bool {
    let distance = try first - second
    return distance <= error && -error <= distance
  }

  /// Tries pay that is all in another currency, by a rate of the row's months.
  private func payCurrencyCause(
    _ row: Reconciliation.Row, _ lines: [StatementLine]
  ) -> (Reconciliation.Cause, Inline)? {
    let months = Set(lines.map(\.date.yearMonth))
    for (currency, month, rate) in rates.toPlan where rate > 0 && rate != .one {
      guard row.period?.days.contains(month.firstDay) ?? false || months.contains(month) else {
        continue
      }
      let (paid, owed) = (row.paid.majorUnits, row.owed.majorUnits)
      if let foreign = try? owed / rate, isNear(paid, foreign) {
        return (
          .currency,
          "paid is what is owed in \(currency.code), at the \(.plain(rate, upTo: 6)) of \(month)"
        )
      }
      if let converted = try? owed * rate, isNear(paid, converted) {
        return (
          .currency,
          "paid is what is owed as if it were in \(currency.code), at the \(.plain(rate, upTo: 6)) of \(month)"
        )
      }
    }
    return nil
  }

  /// Says of rows which only their amounts explain, and which were paid at one multiple of what is owed,
  /// that they are.
  ///
  /// A wrong rate, a currency that no file names and a share make the same multiple, so none of them is
  /// named as the cause.
  ///
  /// - Complexity: O(rows).
  mutating func shareFactor() {
    let open = rows.indices.filter { rows[$0].isArithmetic && rows[$0].factor != nil }
    let alike = Dictionary(grouping: open) { try? rows[$0].factor?.rounded(to: 3) }
    let common = alike.values.max { left, right in
      (left.count, right[0]) < (right.count, left[0])
    }
    // The largest amount says the multiple best, because each is rounded.
    guard let largest = common?.max(by: { rows[$0].owed < rows[$1].owed }),
      let factor = rows[largest].factor
    else { return }
    let same = open.filter { index in
      (try? rows[index].owed.majorUnits * factor).map { isNear(rows[index].paid.majorUnits, $0) }
        ?? false
    }
    guard same.count > 1, let written = try? factor.rounded(to: 4) else { return }
    for index in same {
      let shared: Inline =
        "paid is \(.plain(written, upTo: 4)) times what is owed, as in \(.number(same.count - 1)) other rows"
      rows[index].explanation =
        rows[index].cause == .rate ? "\(shared); \(rows[index].explanation)" : shared
      rows[index].cause = .factor
    }
  }
}

extension Ratio {
  /// The nearest number with so many decimal places.
  func rounded(to places: Int) throws(ArithmeticFailure) -> Ratio {
    let scale = (0..<places).reduce(Ratio.one) { scale, _ in (try? scale * 10) ?? scale }
    return try (self * scale).rounded() / scale
  }
}
