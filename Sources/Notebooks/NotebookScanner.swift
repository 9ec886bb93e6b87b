internal import Findings

/// Goes through the lines of a notebook and finds fences and outputs.
struct NotebookScanner {
  let lines: [Substring]
  let path: String
  private(set) var log = FindingLog()

  init(lines: [Substring], path: String) {
    self.lines = lines
    self.path = path
  }

  mutating func blocks() -> [Notebook.Block] {
    var blocks: [Notebook.Block] = []
    var index = 0
    while index < lines.count {
      guard let fence = Fence(lines[index]) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < lines.count, !fence.isClosed(by: lines[index]) { index += 1 }
      guard index < lines.count else {
        report("notebook.open-fence", start, "the fence that opens here is never closed")
        break
      }
      index += 1
      guard fence.words.first == "ontarget" else { continue }
      let source = start..<index
      index = endOfOutput(after: index)
      if let arguments = arguments(in: source) {
        blocks.append(
          Notebook.Block(
            arguments: arguments, line: start + 1, isExpectedToFail: fence.words.contains("fails"),
            lines: start..<index, source: source))
      }
    }
    return blocks
  }

  /// Returns the line after the output that follows a block; the same line when there is none.
  private mutating func endOfOutput(after index: Int) -> Int {
    var first = index
    while first < lines.count, lines[first].allSatisfy(\.isWhitespace) { first += 1 }
    guard first < lines.count, lines[first] == Notebook.outputMark else { return index }
    for line in first..<lines.count where lines[line] == Notebook.endMark { return line + 1 }
    report(
      "notebook.open-output", first, "the output that begins here has no end",
      remedy: "put \(Notebook.endMark) behind it, or delete the mark")
    return index
  }

  private mutating func arguments(in source: Range<Int>) -> [String]? {
    var command = ""
    for line in lines[source.dropFirst().dropLast()] {
      command += line.hasSuffix("\\") ? line.dropLast() + " " : line + "\n"
    }
    guard let words = ShellWords.split(command) else {
      report("notebook.quote", source.lowerBound, "a quote in this block is never closed")
      return nil
    }
    guard words.count == 1, words[0].first == "ontarget" else {
      report(
        "notebook.command", source.lowerBound + 1,
        "a block is one command that begins with ontarget; nothing else is run",
        remedy: "give each command a block of its own")
      return nil
    }
    return Array(words[0].dropFirst())
  }

  private mutating func report(
    _ kind: Finding.Kind, _ line: Int, _ message: Inline, remedy: Inline? = nil
  ) {
    let excerpt = line < lines.count ? String(lines[line]) : nil
    log.add(
      Finding(
        kind, at: Place(file: path, line: line + 1, column: 1), message, excerpt: excerpt,
        remedy: remedy))
  }
}

/// The line that opens a fenced code block (CommonMark 0.31, section 4.5).
private struct Fence {
  let mark: Character
  let length: Int
  /// The words of the info string.
  let words: [String]

  init?(_ line: Substring) {
    let text = line.drop { $0 == " " }
    guard line.count - text.count < 4, let mark = text.first, mark == "`" || mark == "~" else {
      return nil
    }
    let fence = text.prefix { $0 == mark }
    let info = text.dropFirst(fence.count)
    guard fence.count >= 3, !(mark == "`" && info.contains("`")) else { return nil }
    self.mark = mark
    length = fence.count
    words = info.split(separator: " ").map(String.init)
  }

  func isClosed(by line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    let fence = text.prefix { $0 == mark }
    return line.count - text.count < 4 && fence.count >= length
      && text.dropFirst(fence.count).allSatisfy(\.isWhitespace)
  }
}
