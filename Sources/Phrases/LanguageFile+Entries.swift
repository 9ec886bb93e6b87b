/// Gathers the entries of a language's file, line by line.
struct LanguageEntryReading {
  private(set) var words: [Phrase: Translation] = [:]
  private(set) var faults: [LanguageFault] = []

  private var context: (text: String, line: Int)?
  private var english: (phrase: Phrase, line: Int)?
  private var translation: Translation?

  mutating func read(_ line: Substring, number: Int) {
    let bytes = line.utf8
    if let last = bytes.last, last <= 0x20 {
      report(number, "no blank at the end; one that is meant is written \\u{20}")
    }
    switch bytes.first {
    case nil: finish()
    case UInt8(ascii: "#"): break
    case UInt8(ascii: "@"):
      finish()
      guard let text = line.dropping(prefix: "@ ")?.unescaped else {
        return report(number, "a context, such as \"@ sector\"")
      }
      context = (text, number)
    case UInt8(ascii: "="): readTranslation(line, number)
    case UInt8(ascii: " "):
      report(number, "no blank at the start; one that is meant is written \\u{20}")
    default: readEnglish(line, number)
    }
  }

  private mutating func readEnglish(_ line: Substring, _ number: Int) {
    let context = context
    if english != nil { finish() }
    guard let text = line.unescaped else {
      return report(number, "after a backslash another one or u{…}")
    }
    english = (Phrase(text, context: english == nil ? context?.text : nil), number)
    self.context = nil
  }

  private mutating func readTranslation(_ line: Substring, _ number: Int) {
    guard english != nil else { return report(number, "an English phrase before its words") }
    if let plain = line.dropping(prefix: "= ") {
      guard let text = plain.unescaped else {
        return report(number, "after a backslash another one or u{…}")
      }
      guard translation == nil else { return report(number, "one \"= …\" for a phrase") }
      translation = .plain(text)
      return
    }
    let parts = line.dropping(prefix: "=[%").flatMap { rest -> (Substring, Substring)? in
      guard let end = rest.firstIndex(of: "]") else { return nil }
      return rest[end...].dropping(prefix: "] ").map { (rest[..<end], $0) }
    }
    let words = parts?.0.split(separator: " ")
    guard let parts, let words, words.count == 2, let place = Int(words[0]),
      let category = PluralCategory(rawValue: String(words[1]))
    else { return report(number, "\"= words\" or, for a number in place 1, \"=[%1 one] words\"") }
    guard let text = parts.1.unescaped else {
      return report(number, "after a backslash another one or u{…}")
    }
    switch translation {
    case nil: translation = .plural(place: place, forms: [category: text])
    case .plural(place, var forms)? where forms[category] == nil:
      forms[category] = text
      translation = .plural(place: place, forms: forms)
    default: report(number, "each category once, all by the number in one place")
    }
  }

  /// Ends the entry at hand.
  mutating func finish() {
    if let (phrase, line) = english {
      switch translation {
      case nil: report(line, "a line \"= …\" with the words for \"\(phrase.english)\"")
      case .plural(_, let forms)? where forms[.other] == nil:
        report(line, "a form for \"other\" numbers")
      case let translation?:
        if words.updateValue(translation, forKey: phrase) != nil {
          report(line, "each phrase once; \"\(phrase.english)\" stands above")
        }
      }
    } else if let context {
      report(context.line, "a phrase after its context")
    }
    (context, english, translation) = (nil, nil, nil)
  }

  private mutating func report(_ line: Int, _ expected: String) {
    faults.append(LanguageFault(line: line, message: "expected \(expected)"))
  }
}

extension LanguageEntries {
  /// Phrases whose words do not have the places of the English, in the order of the alphabet.
  ///
  /// A form for one number may leave out the place that decides: "One person".
  var misplaced: [Phrase] {
    words.filter { phrase, translation in
      let wanted = Self.places(in: phrase.english)
      switch translation {
      case .plain(let text): return Self.places(in: text) != wanted
      case .plural(let place, let forms):
        return !wanted.contains(place)
          || forms.contains { category, text in
            let places = Self.places(in: text)
            return places != wanted
              && (category == .other || places != wanted.filter { $0 != place })
          }
      }
    }
    .map { $0.key }.sorted { ($0.english, $0.context ?? "") < ($1.english, $1.context ?? "") }
  }

  /// The numbers of the places in a text, in order of size.
  private static func places(in text: String) -> [Int] {
    text.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in Int(part.prefix { ("0"..."9").contains($0) }) }.sorted()
  }
}
