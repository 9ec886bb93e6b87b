internal import Amounts
internal import CSVReading
internal import Findings
internal import Tables

/// Where the span that pay is for stands: in the name of its column, or in a column of periods.
///
/// "Annual salary" beside "Hourly" is found with 25.50, where the row is right, and with 53,040, where
/// hourly people are given what they make in a year. The first rows decide.
struct PeriodSource: Sendable {
  /// How the name of the column and the rows contradict each other.
  struct Conflict: Sendable {
    var header: PayPeriod
    var row: PayPeriod
    /// How many of the first rows are of the other period.
    var rows: Int
    /// Whether rows of one period show what those of the other must mean.
    var isProven: Bool
  }

  /// Whether the column of periods counts although the column of pay names one.
  let overrules: Bool
  let conflict: Conflict?

  init(
    _ file: CSVFile, _ columns: SalaryColumns, _ recognition: ColumnRecognition,
    _ decimal: DecimalConvention
  ) {
    let pay = columns.payColumns[0]
    guard let field = recognition.position(of: .payPeriod), let header = pay.remarks.period else {
      (overrules, conflict) = (false, nil)
      return
    }
    var agreeing: [Double] = []
    var other: [PayPeriod: [Double]] = [:]
    for row in file.sample {
      guard let amount = try? WrittenAmount(row[pay.field], decimal: decimal), amount.lower > 0,
        amount.period == nil
      else { continue }
      let number = amount.middle.doubleValue * pay.remarks.scale
      if case .period(let period) = PayPeriodLabel(row[field]), period != header {
        other[period, default: []].append(number)
      } else {
        agreeing.append(number * Double(header.countPerYear))
      }
    }
    // The most frequent of the other periods speaks for all of them.
    guard
      let (period, amounts) = other.max(by: {
        ($0.value.count, $0.key.countPerYear) < ($1.value.count, $1.key.countPerYear)
      })
    else {
      (overrules, conflict) = (false, nil)
      return
    }
    let amount = Self.median(amounts)
    let (byRow, byHeader) = (
      amount * Double(period.countPerYear), amount * Double(header.countPerYear)
    )
    conflict = Conflict(
      header: header, row: period, rows: amounts.count, isProven: !agreeing.isEmpty)
    if agreeing.isEmpty {
      // Half of all people make more than that in a year, and less, in nearly every currency.
      overrules = !(8000...5_000_000).contains(byHeader)
    } else {
      let known = Self.median(agreeing)
      overrules = Self.distance(byRow, known) < Self.distance(byHeader, known)
    }
  }

  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }

  /// How many times one amount is the other, whichever is larger.
  private static func distance(_ one: Double, _ other: Double) -> Double {
    max(one / other, other / one)
  }
}
