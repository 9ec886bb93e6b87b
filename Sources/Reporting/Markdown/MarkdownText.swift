/// Inline text as GitHub-flavoured Markdown (GFM specification 0.29) for one place in a document.
struct MarkdownText {
  /// Where the text stands, which decides what a line break becomes and what needs escaping.
  enum Context {
    case paragraph
    case heading
    case cell
  }

  let context: Context
  private(set) var output: String = ""
  /// Whether a line break is due before the next character that shows.
  private var isBreakDue = false

  /// Writes text; footnotes take their numbers from the document's.
  static func write(
    _ inline: Inline, _ context: Context, _ footnotes: inout Footnotes
  ) -> String {
    var text = MarkdownText(context: context)
    text.write(inline, nested: false, followedBy: nil, &footnotes)
    return text.output.trimmingTrailingBlanks
  }

  private init(context: Context) {
    self.context = context
  }

  private mutating func write(
    _ inline: Inline, nested: Bool, followedBy: Character?, _ footnotes: inout Footnotes
  ) {
    for (index, run) in inline.runs.enumerated() {
      let next =
        inline.runs[(index + 1)...].lazy.compactMap { $0.plainText.first }.first
        ?? followedBy
      switch run {
      case .text(let text): write(text: text)
      case .phrase, .value, .name, .parameter:
        let written = Inline(runs: run.translated(by: Phrasebook(.english)))
        write(written, nested: nested, followedBy: next, &footnotes)
      case .code(let code): write(code: code)
      case .emphasis(let content):
        write(content, between: "*", or: "em", nested: nested, before: next, &footnotes)
      case .strong(let content):
        write(content, between: "**", or: "strong", nested: nested, before: next, &footnotes)
      case .link(let content, let destination):
        guard let address = destination.linkAddress else {
          write(content, nested: nested, followedBy: next, &footnotes)
          continue
        }
        writeBreakIfDue()
        output += "["
        write(content, nested: nested, followedBy: "]", &footnotes)
        output += "](\(address))"
      case .footnote(let note):
        writeBreakIfDue()
        output += "[^\(footnotes.number(of: note))]"
      }
    }
  }

  /// Writes stressed text between stars where these are sure to be read as such, else as HTML.
  ///
  /// Stars open only on the left of a word and close only on the right (GFM 6.4), and runs of
  /// stars that meet are read in ways that depend on their lengths.
  private mutating func write(
    _ content: Inline, between stars: String, or element: String, nested: Bool,
    before next: Character?, _ footnotes: inout Footnotes
  ) {
    let text = content.plainText
    guard let first = text.first, let last = text.last, !text.allSatisfy(\.isWhitespace) else {
      return write(content, nested: nested, followedBy: next, &footnotes)
    }
    writeBreakIfDue()
    let opens = first.isLetterOrNumber || (!first.isWhitespace && output.endsOutsideWord)
    let closes =
      last.isLetterOrNumber || (!last.isWhitespace && !(next?.isLetterOrNumber ?? false))
    let isStarred = !nested && opens && closes && output.last != "*" && next != "*"
    output += isStarred ? stars : "<\(element)>"
    write(content, nested: true, followedBy: "*", &footnotes)
    output += isStarred ? stars : "</\(element)>"
  }

  private mutating func write(text: String) {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "\n" { isBreakDue = true }
      if scalar == "\n" || scalar == " " && (isBreakDue || output.isEmpty) { continue }
      writeBreakIfDue()
      switch scalar {
      case "\\", "`", "*", "[", "]", "~", "|": output += "\\\(scalar)"
      // Before a blank or a digit it opens nothing (GFM 6.10).
      case "<": output += next.map { $0 == " " || $0.isDigit } ?? false ? "<" : "&lt;"
      case "&": output += startsEntity(scalars[index...]) ? "&amp;" : "&"
      case "_":
        // Inside a word it is a letter like others (GFM 6.4, rule 2), as in column names.
        let isInWord = (output.last?.isLetterOrNumber ?? false) && (next?.isLetterOrNumber ?? false)
        output += isInWord ? "_" : "\\_"
      case "$":
        // GitHub sets text between dollar signs as mathematics; before a digit or after a blank
        // it never closes such text.
        let isAmount = next?.isDigit ?? (output.last == " ") || output.last == " " && next == " "
        output += isAmount ? "$" : "\\$"
      case ":" where next == "/": output += "\\:"
      case "." where output.suffix(3).lowercased() == "www": output += "\\."
      case "#", ">", "+", "-", "=", ":":
        let isSign = (scalar == "-" || scalar == "+") && (next?.isDigit ?? false)
        // At the end of a heading number signs would be taken for its closing.
        let opensBlock = isAtLineStart && !isSign || context == .heading && scalar == "#"
        output += opensBlock ? "\\\(scalar)" : "\(scalar)"
      case ".", ")":
        // A list number ends before a blank; "1.5" is none. What follows in another run is not known.
        let endsNumber = next.map(\.properties.isWhitespace) ?? true
        output += isAfterListNumber && endsNumber ? "\\\(scalar)" : "\(scalar)"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes the line breaks before something that shows as one; at the ends of a text there are none.
  private mutating func writeBreakIfDue() {
    guard isBreakDue else { return }
    isBreakDue = false
    output = output.trimmingTrailingBlanks
    guard !output.isEmpty else { return }
    switch context {
    case .cell: output += "<br>"
    case .heading: output += " "
    case .paragraph: output += "\\\n"
    }
  }

  private mutating func write(code: String) {
    let text = code.replacing("\n", with: " ")
    guard !text.allSatisfy({ $0 == " " }) else { return }
    writeBreakIfDue()
    // A table is cut at its bars before code is looked for; entities keep them out of sight.
    if context == .cell, text.contains("|") {
      output += "<code>"
      for scalar in text.unicodeScalars {
        output +=
          scalar.isPunctuationOfMarkdown ? "&#\(scalar.value);" : String(Character(scalar))
      }
      output += "</code>"
      return
    }
    let fence = String(repeating: "`", count: text.longestRun(of: "`") + 1)
    let needsGap =
      text.first == "`" || text.last == "`" || text.first == " " && text.last == " "
    // Ticks that meet ticks outside would be counted together.
    if output.last == "`" { output += "\u{200b}" }
    output += fence + (needsGap ? " " : "") + text + (needsGap ? " " : "") + fence
  }

  private var isAtLineStart: Bool {
    context == .paragraph && (output.isEmpty || output.last == "\n")
  }

  /// Whether the line so far is a number as it stands before the items of a list.
  private var isAfterListNumber: Bool {
    guard context == .paragraph, output.last?.isNumber == true else { return false }
    let digits = output.reversed().prefix(10).prefix { $0 != "\n" }
    return digits.count <= 9 && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func startsEntity(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = scalars.dropFirst().prefix { $0.isLetterOrNumber || $0 == "#" }
    return !name.isEmpty && name.endIndex < scalars.endIndex && scalars[name.endIndex] == ";"
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isLetterOrNumber: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }

  fileprivate var isPunctuationOfMarkdown: Bool {
    isASCII && !isLetterOrNumber
  }
}

extension Character {
  fileprivate var isLetterOrNumber: Bool { isLetter || isNumber }
}

extension String {
  fileprivate var endsOutsideWord: Bool { !(last?.isLetterOrNumber ?? false) }

  func longestRun(of character: Character) -> Int {
    reduce(into: (longest: 0, current: 0)) { counts, next in
      counts.current = next == character ? counts.current + 1 : 0
      counts.longest = max(counts.longest, counts.current)
    }.longest
  }

  /// The text without blanks at its end.
  var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
