extension Ratio {
  /// An amount without needless decimals, such as "57504" or "4792.25".
  package var plain: String { fixedPoint(places: isInteger ? 0 : 2) }

  /// The share in percent with up to two decimals, such as "90%" or "8.33%".
  package var percentText: String {
    guard let percent = try? self * 100 else { return "\(doubleValue * 100)%" }
    if percent.isInteger { return "\(percent)%" }
    var text = percent.fixedPoint(places: 2)
    if text.hasSuffix("0") { text.removeLast() }
    return text + "%"
  }
}
