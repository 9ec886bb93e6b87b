extension StringProtocol {
  /// The number of columns that the text takes on a screen of fixed-width characters.
  ///
  /// East Asian wide characters and emoji take two, marks that combine with others none. Source:
  /// Unicode Standard Annex 11 (East Asian Width) and Technical Standard 51 (Emoji).
  ///
  /// - Complexity: O(length of the text).
  package var displayWidth: Int {
    if utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// Returns the text followed or preceded by blanks, to take so many columns on the screen.
  package func padded(to width: Int, _ alignment: Table.Alignment) -> String {
    let room = Swift.max(0, width - displayWidth)
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: room
      case .center: room / 2
      }
    return String(repeating: " ", count: before) + self
      + String(repeating: " ", count: room - before)
  }
}

extension Character {
  /// The number of columns that the character takes on a screen.
  package var displayWidth: Int {
    // The variation selector asks for the picture of a character that also has a plain form.
    if unicodeScalars.contains("\u{fe0f}") { return 2 }
    return unicodeScalars.reduce(0) { Swift.max($0, $1.displayWidth) }
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return properties.generalCategory == .control ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Vowels and finals of Hangul syllables written in parts join the consonant before them.
    if (0x1160...0x11ff).contains(value) { return 0 }
    if properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(value) } ? 2 : 1
  }
}

/// The ranges of wide characters, emoji aside; unassigned ones inside count as their neighbours do.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x3247, 0x3250...0x4dbf,
  0x4e00...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19,
  0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18dff, 0x1aff0...0x1b2ff,
  0x1f200...0x1f265, 0x20000...0x3fffd,
]
