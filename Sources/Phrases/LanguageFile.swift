internal import Synchronization

/// A language as its file says it.
///
/// The file begins with a head: lines `key: value` up to the first empty line. `LanguageHead` has the
/// keys. After it stand the entries, each an English phrase with its words in the language:
///
///     The median of %1 is %2.
///     = Der Median von %1 ist %2.
///
/// What varies with a number has a form for each category of the language's plural rules, with the
/// place of the value that decides:
///
///     %1 people
///     =[%1 one] %1 Person
///     =[%1 other] %1 Personen
///
/// An English phrase that has two meanings is told apart by a context, which the code says too
/// (`Inline.meaning(_:)`):
///
///     @ sector
///     Information
///     = Information und Kommunikation
///
/// A line that begins with `#` is a comment, and between entries empty lines mean nothing. `\\` is a
/// backslash and `\u{a0}` a character by its number; so are written blanks at the ends of a phrase,
/// blanks that do not break, and the first character of a phrase that begins like another kind of line.
final class LanguageFile: Sendable {
  /// Names, marks and rules.
  let head: LanguageHead
  /// What is wrong in the head.
  let headFaults: [LanguageFault]
  private let rest: Substring
  private let restLine: Int
  private let read = AtomicLazyReference<LanguageEntries>()

  /// Reads the head of a file.
  init(_ text: String) {
    var lines = LanguageLines(text[...])
    (head, headFaults) = LanguageHead.read(&lines)
    (rest, restLine) = (lines.rest, lines.number)
  }

  /// The words, read when the first of them is asked for: English documents do not pay for German.
  var entries: LanguageEntries {
    read.load() ?? read.storeIfNil(LanguageEntries(LanguageLines(rest, after: restLine)))
  }

  /// Everything that is wrong in the file, in the order of its lines.
  var faults: [LanguageFault] { headFaults + entries.faults }
}

/// What is wrong in a line of a language's file.
package struct LanguageFault: Hashable, Sendable {
  /// The line, counted from 1.
  package let line: Int
  /// What was expected.
  package let message: String
}

/// The words of a language.
final class LanguageEntries: Sendable {
  /// The words for each phrase.
  let words: [Phrase: Translation]
  /// What is wrong in them.
  let faults: [LanguageFault]

  init(_ lines: consuming LanguageLines) {
    var reading = LanguageEntryReading()
    while let line = lines.next() { reading.read(line, number: lines.number) }
    reading.finish()
    (words, faults) = (reading.words, reading.faults)
  }
}

/// Words of the program in English, and which of their meanings is meant where they have several.
package struct Phrase: Hashable, Sendable {
  package let english: String
  package let context: String?

  package init(_ english: String, context: String? = nil) {
    self.english = english
    self.context = context
  }
}

/// The words of a language for a phrase, with values in the places that are written %1, %2 …
enum Translation: Hashable, Sendable {
  case plain(String)
  /// Forms by the number in a place.
  case plural(place: Int, forms: [PluralCategory: String])
}

/// The lines of a text, without their ends.
struct LanguageLines {
  private(set) var rest: Substring
  /// The number of the last line, counted from 1.
  private(set) var number: Int

  init(_ text: Substring, after number: Int = 0) {
    rest = text
    self.number = number
  }

  mutating func next() -> Substring? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let bytes = rest.utf8
    let end = bytes.firstIndex(of: 0x0a) ?? bytes.endIndex
    let line = rest[..<end]
    rest = end == bytes.endIndex ? rest[end...] : rest[bytes.index(after: end)...]
    return line
  }
}

extension Substring {
  /// The text with characters for their escapes; nil where an escape is none.
  var unescaped: String? {
    guard utf8.contains(0x5c) else { return String(self) }
    var result = ""
    var rest = self
    while let first = rest.popFirst() {
      guard first == "\\" else {
        result.append(first)
        continue
      }
      switch rest.popFirst() {
      case "\\": result.append("\\")
      case "u":
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
          let code = UInt32(rest[..<end], radix: 16), let scalar = Unicode.Scalar(code)
        else { return nil }
        result.unicodeScalars.append(scalar)
        rest = rest[end...].dropFirst()
      default: return nil
      }
    }
    return result
  }

  /// The text behind a prefix; nil where it does not begin so.
  func dropping(prefix: String) -> Substring? {
    utf8.starts(with: prefix.utf8)
      ? self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...] : nil
  }
}
