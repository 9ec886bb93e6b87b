internal import Findings

extension ExplanationFamily {
  /// Reads a page: a title, an introduction, and a heading for each kind.
  ///
  ///     # Pay plans
  ///
  ///     What is said of every kind.
  ///
  ///     ## plan.tiers
  ///
  ///     What it means.
  ///
  ///     **Harm:** …
  ///
  ///     **Seen:** …
  ///
  ///     **Mend:** …
  ///
  ///     ```yaml before
  ///     …
  ///     ```
  ///
  /// A page is part of the program, so that nothing is reported here; tests say what one lacks.
  init(name: String, page: String) {
    self.init(name: name, title: "", introduction: "", explanations: [])
    for part in Self.parts(of: page) {
      switch part {
      case .heading(let text): title = text
      case .kind(let kind):
        explanations.append(
          Explanation(kind: Finding.Kind(rawValue: kind), meaning: [], harm: "", mend: ""))
      case .paragraph(let text):
        if explanations.isEmpty {
          introduction += (introduction.isEmpty ? "" : " ") + text
        } else {
          explanations[explanations.count - 1].add(text)
        }
      case .code(let words, let text):
        guard words.count == 2, !explanations.isEmpty else { continue }
        let example = Explanation.Example(language: words[0], text: text)
        if words[1] == "before" {
          explanations[explanations.count - 1].before = example
        } else {
          explanations[explanations.count - 1].after = example
        }
      }
    }
  }

  private enum Part {
    case heading(String)
    case kind(String)
    case paragraph(String)
    case code([String], String)
  }

  private static func parts(of page: String) -> [Part] {
    var parts: [Part] = []
    var paragraph: [Substring] = []
    var code: (words: [String], text: String)?
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    lines.append("")
    for line in lines {
      if let (words, text) = code {
        if line == "```" {
          parts.append(.code(words, text))
          code = nil
        } else {
          code = (words, text + line + "\n")
        }
        continue
      }
      let isText = !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("```")
      if isText {
        paragraph.append(line)
        continue
      }
      if !paragraph.isEmpty {
        parts.append(.paragraph(paragraph.joined(separator: " ")))
        paragraph = []
      }
      if line.hasPrefix("## ") {
        parts.append(.kind(String(line.dropFirst(3))))
      } else if line.hasPrefix("# ") {
        parts.append(.heading(String(line.dropFirst(2))))
      } else if line.hasPrefix("```") {
        code = (line.dropFirst(3).split(separator: " ").map(String.init), "")
      }
    }
    return parts
  }
}

extension Explanation {
  /// Adds a paragraph to the part that its label names; without a label it says what the kind means.
  fileprivate mutating func add(_ paragraph: String) {
    func text(after label: String) -> String? {
      paragraph.hasPrefix(label) ? String(paragraph.dropFirst(label.count)) : nil
    }
    if let text = text(after: "**Harm:** ") {
      harm = text
    } else if let text = text(after: "**Seen:** ") {
      seen = text
    } else if let text = text(after: "**Mend:** ") {
      mend = text
    } else {
      meaning.append(paragraph)
    }
  }
}
