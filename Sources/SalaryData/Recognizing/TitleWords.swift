internal import Tables

/// The words of a job title, in the parts that commas, dashes and brackets make of it.
struct TitleWords {
  /// The words of each part, abbreviations spelt out.
  let segments: [[String]]

  /// The words behind which a title says what it is about, or whom it assists.
  static let joints: Set<String> = [
    "of", "for", "to", "at", "in", "der", "des", "für", "im",
  ]

  /// How many of the words are the head of the title: those before the first comma or joint.
  var headEnd: Int {
    guard let first = segments.first else { return 0 }
    return first.firstIndex { Self.joints.contains($0) } ?? first.count
  }

  init(_ title: String, abbreviations: [String: [String]]) {
    segments = Self.parts(of: Self.withoutForms(title)).map { part in
      Wording.words(of: part).map(Self.masculine).flatMap { abbreviations[$0] ?? [$0] }
    }.filter { !$0.isEmpty }
  }

  /// The form of a German title that the tables have: "leiterin" is "leiter".
  private static func masculine(_ word: String) -> String {
    let endings = ["erin", "eurin", "istin", "orin", "antin", "entin"]
    if word.count > 6, endings.contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    for (feminine, masculine) in [("kauffrau", "kaufmann"), ("fachfrau", "fachmann")]
    where word.hasSuffix(feminine) {
      return word.dropLast(feminine.count) + masculine
    }
    return word
  }

  /// The title without what stands for all genders: "Entwickler:in", "(m/w/d)".
  private static func withoutForms(_ title: String) -> String {
    guard title.contains(where: { "*:/_·".contains($0) }) else { return title }
    return title.replacing(/[*:\/_·](?:in(?:nen)?|r)\b/, with: "")
      .replacing(/\(?\b[mwfdx]\s*\/\s*[mwfdx](?:\s*\/\s*[mwfdx])?\b\)?/.ignoresCase(), with: " ")
  }

  /// Splits at commas, brackets, slashes, and dashes that stand beside a blank.
  private static func parts(of title: String) -> [Substring] {
    var parts: [Substring] = []
    var start = title.startIndex
    var last: Character = " "
    var index = title.startIndex
    while index < title.endIndex {
      let character = title[index]
      let next = title.index(after: index)
      let isDash = "-–—".contains(character)
      let follows: Character = next < title.endIndex ? title[next] : " "
      if ",;()[]/|".contains(character)
        || isDash && (last.isWhitespace || follows.isWhitespace)
      {
        parts.append(title[start..<index])
        start = next
      }
      last = character
      index = next
    }
    parts.append(title[start...])
    return parts
  }
}
