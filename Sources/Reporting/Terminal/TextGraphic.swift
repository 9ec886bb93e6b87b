/// Small drawings made of block characters, for a table cell or a terminal.
public enum TextGraphic {
  /// Returns a column of one of eight heights for each number.
  ///
  /// The heights go from the lowest to the highest of the numbers, or between bounds, which makes
  /// several lines comparable. What is not finite is a blank; without a range all have half height.
  public static func sparkline(_ values: [Double], from low: Double? = nil, to high: Double? = nil)
    -> String
  {
    let known = values.filter(\.isDrawable)
    guard let low = low ?? known.min(), let high = high ?? known.max() else {
      return String(repeating: " ", count: values.count)
    }
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        guard value.isDrawable else { return " " }
        guard high > low else { return blocks[3] }
        return blocks[Int((min(max((value - low) / (high - low), 0), 1) * 7).rounded())]
      })
  }

  /// Returns a bar that fills a share of so many columns, to an eighth of one.
  ///
  /// Shares are taken to be in 0 … 1; what is not finite gives no bar.
  public static func bar(_ share: Double, width: Int) -> String {
    guard share.isFinite, width > 0 else { return "" }
    let eighths = Int((min(max(share, 0), 1) * Double(width) * 8).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
