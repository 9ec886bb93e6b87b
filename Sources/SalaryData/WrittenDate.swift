internal import Amounts

/// A date as it stands in a file, to the month.
struct WrittenDate: Hashable {
  /// Whether the day or the month comes first where both are numbers with slashes or points.
  enum Order: Hashable {
    case monthFirst
    case dayFirst
  }

  let month: YearMonth

  /// Reads "2021-05-31", "2021-05", "2021", "4/27/2021 11:02:10" and "27.04.2021".
  ///
  /// A year alone stands for its middle, June.
  init?(_ text: some StringProtocol, order: Order) {
    let day = text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "\u{A0}" }).first ?? ""
    let parts = day.split(whereSeparator: { "-/.".contains($0) }).map { Int($0) }
    let found: YearMonth? =
      switch parts.count {
      case 1: parts[0].flatMap { (1900...2200).contains($0) ? YearMonth(year: $0, month: 6) : nil }
      case 2: Self.month(parts[0], parts[1]) ?? Self.month(parts[1], parts[0])
      case 3:
        Self.month(parts[0], parts[1]) ?? Self.month(parts[2], parts[order == .monthFirst ? 0 : 1])
      default: nil
      }
    guard let found else { return nil }
    month = found
  }

  private static func month(_ year: Int?, _ month: Int?) -> YearMonth? {
    guard let year, let month, (1900...2200).contains(year) else { return nil }
    return YearMonth(year: year, month: month)
  }
}
