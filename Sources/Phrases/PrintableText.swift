extension StringProtocol {
  /// The text without anything that steers the screen it is shown on.
  ///
  /// Line ends of every kind become LF, other blanks a space. Control characters, which could hold
  /// terminal commands, become the replacement character. Explicit directional marks go: left open,
  /// they would turn around the text of other cells; right-to-left letters need none.
  package var printable: String { printable(keepingTabs: false) }

  /// The same with its tabs, such as a line of a file above which a caret stands.
  package var printableLines: String { printable(keepingTabs: true) }

  private func printable(keepingTabs: Bool) -> String {
    // Most text is printable ASCII already.
    if utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return String(self) }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(keepingTabs ? "\t" : " ")
      case "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": continue
      case _ where scalar.properties.generalCategory == .control: result.append("\u{fffd}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The printable text with blanks for line ends.
  package var oneLine: String {
    let printable = printable
    guard printable.utf8.contains(UInt8(ascii: "\n")) else { return printable }
    return String(printable.map { $0 == "\n" ? " " : $0 })
  }
}
