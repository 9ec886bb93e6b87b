internal import Amounts

/// How a workbook counts days.
///
/// Source: ECMA-376, part 1, section 18.17.4.1.
enum DateSystem {
  /// 1 is 1900-01-01, and 60 is 29 February 1900, a day that there was not, kept for Lotus 1-2-3.
  case from1900
  /// 0 is 1904-01-01.
  case from1904

  private static let millisecondsPerDay = 86_400_000.0

  /// A day, with the time if it has one: "2026-10-31" or "2026-10-31 23:40:00".
  ///
  /// Nil for what is no day, such as 0 of the system of 1900, which stands for no date.
  func date(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = serial.rounded(.down)
    // A Double holds a time of today to a microsecond, so that the millisecond is certain.
    var time = ((serial - day) * Self.millisecondsPerDay).rounded()
    if time >= Self.millisecondsPerDay { (day, time) = (day + 1, 0) }
    guard let date = date(day: Int(day)) else { return nil }
    return time == 0 ? date : "\(date) \(Self.clock(milliseconds: Int(time)))"
  }

  private func date(day: Int) -> String? {
    let epoch: CalendarDate?
    switch self {
    case .from1900 where day == 0: return nil
    case .from1900 where day == 60: return "1900-02-29"
    case .from1900 where day < 60: epoch = CalendarDate(year: 1899, month: 12, day: 31)
    case .from1900: epoch = CalendarDate(year: 1899, month: 12, day: 30)
    case .from1904: epoch = CalendarDate(year: 1904, month: 1, day: 1)
    }
    guard let date = epoch?.advanced(by: day), date.year <= 9999 else { return nil }
    return date.description
  }

  /// A time of day or a duration: "23:40:00"; nil for what is negative or longer than ten years.
  static func time(_ serial: Double) -> String? {
    guard serial >= 0, serial < 3653 else { return nil }
    return clock(milliseconds: Int((serial * millisecondsPerDay).rounded()))
  }

  private static func clock(milliseconds: Int) -> String {
    func padded(_ number: Int, _ count: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    let seconds = milliseconds / 1000
    let rest = milliseconds % 1000
    let text =
      "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    return rest == 0 ? text : "\(text).\(padded(rest, 3))"
  }
}
