public import Amounts
public import Findings

extension YAMLReader {
  /// Returns a day written in ISO 8601, such as 2021-05-31.
  public func date(_ value: YAMLValue, _ what: Inline) -> CalendarDate? {
    if let text = value.text, let date = CalendarDate(iso: text) { return date }
    report(
      "yaml.date", at: value, "\(what) must be a date, but this is \(value.kindInWords)",
      remedy: "write year, month and day, such as 2021-05-31")
    return nil
  }
}
