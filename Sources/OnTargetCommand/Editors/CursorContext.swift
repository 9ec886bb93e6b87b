/// Where in a YAML file a cursor stands, by the text before it alone: while somebody types, the whole is
/// seldom YAML.
struct CursorContext: Equatable {
  /// A step from the top of a file to a value in it.
  enum Step: Hashable {
    case key(String)
    case element(Int)
  }

  /// The way to the group whose key is typed, or to the value.
  var path: [Step]
  /// Whether a value is typed, and not a key.
  var isValue: Bool
}

extension CursorContext {
  /// Finds it in the file up to the cursor; nil in a comment or a quoted text.
  init?(before text: Substring) {
    var reader = Reader()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() { reader.read(line) }
    guard let last = lines.last, let found = reader.cursor(after: last) else { return nil }
    self = found
  }
}

extension CursorContext {
  /// A block that is open: a key or an element of a list, and the column in which it begins.
  private struct Block {
    var indent: Int
    var step: Step
  }

  /// A bracket that is open.
  private struct Bracket {
    var isGroup: Bool
    /// The key before the value that is being read; nil before one.
    var key: String?
    var element = 0
    /// What was read of a key or of a value.
    var word = ""

    /// The steps into the value that is being read.
    var steps: [Step] { isGroup ? key.map { [.key($0)] } ?? [] : [.element(element)] }
  }

  /// Reads a file line by line.
  private struct Reader {
    var blocks: [Block] = []
    var brackets: [Bracket] = []

    mutating func read(_ line: Substring) {
      _ = content(of: line)
    }

    /// Reads the line of the cursor, which ends there.
    mutating func cursor(after line: Substring) -> CursorContext? {
      guard let rest = content(of: line) else { return nil }
      var path = blocks.map(\.step)
      guard let last = brackets.last else {
        switch rest {
        case .value: return CursorContext(path: path, isValue: true)
        case .key(let indent):
          path = blocks.filter { $0.indent < indent }.map(\.step)
          return CursorContext(path: path, isValue: false)
        }
      }
      for bracket in brackets.dropLast() { path += bracket.steps }
      if !last.isGroup || last.key != nil {
        return CursorContext(path: path + last.steps, isValue: true)
      }
      return CursorContext(path: path, isValue: false)
    }

    private enum Rest {
      /// A key that begins in a column.
      case key(indent: Int)
      case value
    }

    /// Reads a line, and says what stands at its end; nil in a comment or a quoted text.
    private mutating func content(of line: Substring) -> Rest? {
      guard brackets.isEmpty else { return readBrackets(line) ? .value : nil }
      var rest = line
      var indent = rest.prefix { $0 == " " }.count
      rest = rest.dropFirst(indent)
      while rest.first == "-", rest.dropFirst().first.map({ $0 == " " }) ?? true {
        startElement(at: indent)
        let blanks = rest.dropFirst().prefix { $0 == " " }.count
        indent += 1 + blanks
        rest = rest.dropFirst(1 + blanks)
      }
      guard rest.first != "#" else { return nil }
      if let first = rest.first, "{[\"'".contains(first) {
        return readBrackets(rest) ? .value : nil
      }
      guard let colon = rest.firstIndex(of: ":"),
        rest[colon...].dropFirst().first.map({ $0 == " " }) ?? true
      else {
        // A key that is being typed, or an element that is a text.
        if rest.contains("#") { return nil }
        return .key(indent: indent)
      }
      blocks.removeAll { $0.indent >= indent }
      let name = rest[..<colon].reversed().drop { $0 == " " }.reversed()
      blocks.append(Block(indent: indent, step: .key(String(name))))
      guard colon < rest.index(before: rest.endIndex) else { return .key(indent: indent) }
      return readBrackets(rest[rest.index(after: colon)...]) ? .value : nil
    }

    private mutating func startElement(at indent: Int) {
      var number = 0
      while let last = blocks.last, last.indent >= indent {
        // A list may stand as far to the left as the key that it is of.
        if last.indent == indent {
          guard case .element(let before) = last.step else { break }
          number = before + 1
        }
        blocks.removeLast()
      }
      blocks.append(Block(indent: indent, step: .element(number)))
    }

    /// Reads what may hold brackets; false where it ends in a comment or a quoted text.
    private mutating func readBrackets(_ text: Substring) -> Bool {
      var quote: Character?
      var previous: Character = " "
      for character in text {
        defer { previous = character }
        if let open = quote {
          if character == open { quote = nil }
          continue
        }
        switch character {
        case "\"", "'":
          if !previous.isLetter, !previous.isNumber { quote = character }
        case "#" where previous == " ": return false
        case "{", "[": brackets.append(Bracket(isGroup: character == "{"))
        case "}", "]": _ = brackets.popLast()
        case "," where !brackets.isEmpty:
          brackets[brackets.count - 1].element += 1
          brackets[brackets.count - 1].key = nil
          brackets[brackets.count - 1].word = ""
        case " " where previous == ":":
          guard let last = brackets.indices.last, brackets[last].isGroup,
            brackets[last].key == nil
          else { continue }
          brackets[last].key = String(
            brackets[last].word.drop { $0 == " " }.prefix { $0 != ":" })
        default: if !brackets.isEmpty { brackets[brackets.count - 1].word.append(character) }
        }
      }
      return quote == nil
    }
  }
}
