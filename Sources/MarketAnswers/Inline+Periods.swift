internal import Amounts
package import Reporting

extension Inline {
  /// Writes periods as datasets name them, such as "2021-05", "2026 Q1" or "2010-01 to 2026-08; 2027", in
  /// the figures of the language; what is none of these stays as it is.
  package static func periods(_ written: String) -> Inline {
    if written.contains("; ") {
      return written.split(separator: "; ").map { periods(String($0)) }
        .joined(separator: Inline("; "))
    }
    if let middle = written.firstRange(of: " to ") {
      let ends = (written[..<middle.lowerBound], written[middle.upperBound...])
      return "\(periods(String(ends.0))) to \(periods(String(ends.1)))"
    }
    if let month = YearMonth(iso: written) { return .numericMonth(month) }
    let parts = written.split(separator: " Q")
    if parts.count == 2, let quarter = Int(parts[1]), (1...4).contains(quarter),
      let last = YearMonth(iso: "\(parts[0])-\(quarter < 4 ? "0" : "")\(3 * quarter)")
    {
      return .quarter(of: last)
    }
    return Inline(written)
  }
}
