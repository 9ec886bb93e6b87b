/// The width of text in a chart in pixels, rather too wide than too narrow.
///
/// What font the reader has is not known. The classes below are no narrower than DejaVu Sans, the
/// widest of the usual screen fonts, character by character; the factor for bold text is that of
/// DejaVu Sans Bold.
package func estimatedWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
  size * (isBold ? 1.12 : 1) * text.reduce(0) { $0 + ems($1) }
}

/// A character is compared with others as a text is, which takes longer than drawing a chart, so that ASCII
/// is told by its number.
private func ems(_ character: Character) -> Double {
  if let scalar = character.unicodeScalars.first, scalar.isASCII { return ems(scalar) }
  return switch character {
  case "\u{a0}": 0.36
  case "—", "…": 1.02
  // Letters with an accent are among those without.
  case "A"..."Z": 0.8
  case "≥", "≤", "±", "−": 0.85
  case "a"..."z", "€", "£", "–": 0.66
  default:
    character.displayWidth == 0 ? 0 : 1.1 * Double(max(1, character.displayWidth))
  }
}

private func ems(_ ascii: Unicode.Scalar) -> Double {
  switch ascii {
  case "i", "j", "l", "I", "|", "'", ".", ",", ":", ";", " ": 0.36
  case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-", "!", "J": 0.45
  case "m", "M", "w", "W", "%", "@": 1.02
  case "A"..."Z", "&": 0.8
  case "+", "<", "=", ">", "^", "~", "#": 0.85
  case "\0"..<" ", "\u{7f}": 0
  default: 0.66
  }
}

/// Cuts text to a width, with an ellipsis where something is missing.
func truncated(_ text: String, size: Double, width: Double) -> String {
  // Room that was made for the very text is not missed by rounding.
  if estimatedWidth(text, size: size) <= width + 1e-6 { return text }
  var result = ""
  var used = estimatedWidth("…", size: size)
  for character in text {
    used += estimatedWidth(String(character), size: size)
    if used > width { break }
    result.append(character)
  }
  while result.last == " " { result.removeLast() }
  return result + "…"
}

/// Breaks text into at most so many lines of a width; the last one is cut if need be.
func lines(of text: String, size: Double, width: Double, limit: Int) -> [String] {
  var lines: [String] = []
  var words = text.split { $0 == " " || $0 == "\n" }.map(String.init)[...]
  while !words.isEmpty {
    if lines.count == limit - 1 {
      lines.append(truncated(words.joined(separator: " "), size: size, width: width))
      return lines
    }
    var line = words.removeFirst()
    while let next = words.first, estimatedWidth("\(line) \(next)", size: size) <= width {
      line += " " + next
      words.removeFirst()
    }
    lines.append(truncated(line, size: size, width: width))
  }
  return lines
}
