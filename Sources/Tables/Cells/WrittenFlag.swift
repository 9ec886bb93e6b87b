/// A yes or no as a cell has it.
package struct WrittenFlag: Hashable, Sendable {
  /// Whether it is a yes.
  package let isYes: Bool

  /// Reads a cell, as Salesforce's data loader writes them and takes them; nil for other text.
  package init?(_ text: some StringProtocol) {
    switch text.lowercased().filter({ $0 != " " }) {
    case "1", "true", "yes", "y", "on", "won", "ja", "wahr": isYes = true
    case "0", "false", "no", "n", "off", "", "nein", "falsch": isYes = false
    default: return nil
    }
  }

  /// Whether a text is a word for yes or no, which stands for nothing else.
  package static func isWord(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && !["on", "off", "won"].contains(text.lowercased())
      && WrittenFlag(text) != nil
  }
}
