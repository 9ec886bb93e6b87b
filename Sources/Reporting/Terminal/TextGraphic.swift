/// Small drawings made of block characters, for a table cell or a terminal.
public enum TextGraphic {
  /// Returns a column of eight heights for each number, from the lowest to the highest of them.
  ///
  /// What is not finite is a blank; equal numbers are drawn at half height.
  public static func sparkline(_ values: [Double]) -> String {
    let known = values.filter(\.isDrawable)
    guard let low = known.min(), let high = known.max() else {
      return String(repeating: " ", count: values.count)
    }
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        guard value.isDrawable else { return " " }
        guard high > low else { return blocks[3] }
        return blocks[Int(((value - low) / (high - low) * 7).rounded())]
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
