internal import CSVReading
internal import Findings
internal import Tables

/// The levels of job titles: a table of titles, and of the words that raise or lower them.
///
/// A title is at its head: "manager" in "marketing manager" and in "manager of marketing", "executive
/// assistant" in "executive assistant to the director".
struct TitleLevels: Sendable {
  /// The scale, from the lowest level to the highest.
  let scale: [JobLevel]

  /// What a title of the table says; levels are positions on the scale.
  private struct Title {
    var level: Int?
    /// The level with "senior" before it, where it is another one than usual.
    var senior: Int?
  }

  /// What a word makes of a title.
  private struct Word {
    enum Effect: String, CaseIterable {
      /// The title is at the level, or one step higher where it is there already.
      case up
      /// The title is at the level.
      case down
      /// The level is that of the number, where no other word says something.
      case number
    }

    enum Target {
      case level(Int)
      case step
    }

    var effect: Effect
    /// By the part of the scale that the title is of.
    var targets: [Part: Target]
  }

  /// The parts of the scale that words treat alike; the columns of their table.
  private enum Part: String, CaseIterable {
    case support, professional, manager, director, executive

    init(_ level: JobLevel) {
      switch level.track {
      case .support: self = .support
      case .professional: self = .professional
      case .management: self = level.code < "M4" ? .manager : .director
      case .executive: self = .executive
      }
    }
  }

  private var titles: [String: Title] = [:]
  /// Titles of which any words may be in the middle: "chief … officer".
  private var frames: [(first: String, last: String, title: Title)] = []
  private var words: [String: Word] = [:]
  private var longest = 1

  /// Reads the scale, the titles and the words.
  init(
    scalePath: String, titlesPath: String, wordsPath: String
  ) throws(InputFailure) {
    var scale: [JobLevel] = []
    try ReferenceTable.read(
      scalePath, columns: ["code", "title", "track"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let track = JobLevel.Track(rawValue: record.text(columns[2])) else {
        let names = JobLevel.Track.allCases.map(\.rawValue)
        throw ReferenceTable.badCell(
          record, columns[2], expected: "one of \(names.joined(separator: ", "))")
      }
      scale.append(
        JobLevel(
          code: record.text(columns[0]), title: record.text(columns[1]), track: track))
    }
    self.scale = scale
    try readTitles(titlesPath)
    try readWords(wordsPath)
  }

  private mutating func readTitles(_ path: String) throws(InputFailure) {
    let scale = scale
    var titles: [String: Title] = [:]
    var frames: [(String, String, Title)] = []
    try ReferenceTable.read(
      path, columns: ["title", "level", "senior", "spellings"]
    ) { (record, columns, _) throws(InputFailure) in
      let title = Title(
        level: try Self.level(record, columns[1], scale),
        senior: try Self.level(record, columns[2], scale))
      let spellings = record.text(columns[3]).split(separator: ";").map(String.init)
      for spelling in [record.text(columns[0])] + spellings {
        let ends = spelling.split(separator: "…").map {
          Wording.words(of: $0).joined(separator: " ")
        }
        if ends.count == 2 {
          frames.append((ends[0], ends[1], title))
        } else if titles.updateValue(title, forKey: ends.joined(separator: " ")) != nil {
          throw ReferenceTable.badCell(
            record, columns[3], expected: "new spellings: \"\(spelling)\" has a level already")
        }
      }
    }
    self.titles = titles
    self.frames = frames.map { (first: $0.0, last: $0.1, title: $0.2) }
    longest = titles.keys.map { $0.split(separator: " ").count }.max() ?? 1
  }

  private mutating func readWords(_ path: String) throws(InputFailure) {
    let scale = scale
    var words: [String: Word] = [:]
    try ReferenceTable.read(
      path, columns: ["word", "effect"] + Part.allCases.map(\.rawValue)
    ) { (record, columns, _) throws(InputFailure) in
      guard let effect = Word.Effect(rawValue: record.text(columns[1])) else {
        let names = Word.Effect.allCases.map(\.rawValue)
        throw ReferenceTable.badCell(
          record, columns[1], expected: "one of \(names.joined(separator: ", "))")
      }
      var targets: [Part: Word.Target] = [:]
      for (part, column) in zip(Part.allCases, columns.dropFirst(2)) {
        if record.text(column) == "+1" {
          targets[part] = .step
        } else if let level = try Self.level(record, column, scale) {
          targets[part] = .level(level)
        }
      }
      words[record.text(columns[0])] = Word(effect: effect, targets: targets)
    }
    self.words = words
  }

  /// Reads the code of a level; nil for an empty cell.
  private static func level(
    _ record: borrowing CSVRecord, _ column: Int, _ scale: [JobLevel]
  ) throws(InputFailure) -> Int? {
    let code = record.text(column)
    if code.isEmpty { return nil }
    guard let level = scale.firstIndex(where: { $0.code == code }) else {
      throw ReferenceTable.badCell(
        record, column, expected: "one of \(scale.map(\.code).joined(separator: ", "))")
    }
    return level
  }

  /// Returns the level of a title; nil where the title does not say.
  ///
  /// - Complexity: O(words of the title × words of the longest title).
  func level(of title: TitleWords) -> JobLevel? {
    guard let (found, around) = head(of: title) else { return nil }
    guard var level = found.level else { return nil }
    var isMoved = false
    var numbers: [Word] = []
    for name in around {
      guard let word = words[name] else { continue }
      if word.effect == .number {
        numbers.append(word)
        continue
      }
      if name == "senior", !isMoved, let senior = found.senior {
        level = senior
      } else {
        level = moved(level, by: word)
      }
      isMoved = true
    }
    if !isMoved, let number = numbers.first { level = moved(level, by: number) }
    return scale[level]
  }

  private func moved(_ level: Int, by word: Word) -> Int {
    switch word.targets[Part(scale[level])] {
    case nil: level
    case .step: higher(level)
    case .level(let target): word.effect == .up && target <= level ? higher(level) : target
    }
  }

  /// The next level of the same part of the scale.
  private func higher(_ level: Int) -> Int {
    level + 1 < scale.count && Part(scale[level + 1]) == Part(scale[level]) ? level + 1 : level
  }

  /// Returns the title of the table that a title is, and the words around it that may change its level,
  /// the nearest first.
  private func head(of title: TitleWords) -> (Title, around: [String])? {
    // "Vice President, Investment Banking" is one title.
    let all = title.segments.flatMap(\.self)
    if let match = longestMatch(in: all, atLeast: 3) {
      return (match.title, Array(all.prefix(match.range.lowerBound).reversed()))
    }
    // "Engineer, Senior"
    let apart = title.segments.filter { $0.allSatisfy { words[$0] != nil } }.flatMap(\.self)
    for segment in title.segments {
      if let (title, around) = head(ofSegment: segment) { return (title, around + apart) }
    }
    return nil
  }

  private func head(ofSegment segment: [String]) -> (Title, around: [String])? {
    // "Chief of Staff" and "Head of" hold the word behind which a title says what it is about.
    let joints = segment.indices.filter { TitleWords.joints.contains(segment[$0]) }
    if !joints.isEmpty, let match = longestMatch(in: segment, holdingOneOf: joints) {
      return (match.title, Array(segment.prefix(match.range.lowerBound).reversed()))
    }
    let front = Array(segment.prefix(joints.first ?? segment.count))
    let rest = Array(segment.dropFirst(front.count + 1))
    if let frame = frames.first(where: { front.first == $0.first && front.last == $0.last }) {
      return (frame.title, [])
    }
    guard let match = lastMatch(in: front) ?? longestMatch(in: front) else {
      return rest.isEmpty ? nil : head(ofSegment: rest)
    }
    return (
      match.title,
      front.prefix(match.range.lowerBound).reversed() + front.suffix(from: match.range.upperBound)
    )
  }

  /// The longest title that ends the words, but for words such as "II" and "senior" behind it.
  private func lastMatch(in words: [String]) -> (title: Title, range: Range<Int>)? {
    var end = words.count
    while end > 0 {
      for start in max(0, end - longest)..<end {
        if let title = titles[words[start..<end].joined(separator: " ")] {
          return (title, start..<end)
        }
      }
      guard self.words[words[end - 1]] != nil else { return nil }
      end -= 1
    }
    return nil
  }

  /// The longest title in the words; of equals the first.
  private func longestMatch(
    in words: [String], atLeast least: Int = 1, holdingOneOf positions: [Int]? = nil
  ) -> (title: Title, range: Range<Int>)? {
    var length = min(words.count, longest)
    while length >= least, length > 0 {
      for start in 0...(words.count - length) {
        let range = start..<(start + length)
        guard positions?.contains(where: range.contains) ?? true else { continue }
        if let title = titles[words[range].joined(separator: " ")] { return (title, range) }
      }
      length -= 1
    }
    return nil
  }
}
