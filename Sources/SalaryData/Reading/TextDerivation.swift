internal import Tables

/// The columns of the table that come from one column of text.
struct TextDerivation {
  private(set) var columns: [String: SalaryTable.Column] = [:]
  private(set) var unmatched: [(column: String, values: [(value: String, rows: Int)])] = []
  /// The values that name two sectors, the most frequent first.
  private(set) var ofTwoSectors: [(value: String, rows: Int)] = []

  init(
    _ name: String, _ written: CategoryColumn, _ wanted: SalaryColumns,
    _ recognition: ColumnRecognition, _ vocabularies: SalaryVocabularies
  ) {
    var text = written
    if text.labels.dropFirst().contains(where: { MissingMark.isMissing($0) }) {
      text = text.mapLabels { MissingMark.isMissing($0) ? nil : $0 }
    }
    switch ColumnRole(rawValue: name) {
    case .state:
      add(
        name,
        text.classified(unmatched: .keepAsWritten) {
          vocabularies.states.entry(for: $0, .whole)?.code
        })
    case .country:
      add(
        name,
        text.classified(unmatched: .keepAsWritten) {
          vocabularies.countries.entry(for: $0, .whole)?.title
        })
    case .gender:
      add(
        name,
        text.classified(unmatched: .keepAsWritten) {
          vocabularies.genders.entry(for: $0, .whole)?.title
        })
    case .level where !text.isNumeric:
      // Of numbers nobody but the employer knows which ones are senior: they stay as they are.
      add(
        name,
        text.classified(unmatched: .keepAsWritten) {
          vocabularies.titles.seniorities.entry(for: $0, .whole)?.title
        })
    default: columns[name] = .categories(text)
    }
    for derived in wanted.derived where derived.source.rawValue == name {
      // What is unsure is another role, and no level.
      let policy: CategoryColumn.Unmatched =
        derived == .role ? .named(JobTitles.otherRole) : .missing
      let classification = text.classified(unmatched: policy) { label in
        switch derived {
        case .sector: vocabularies.sector(of: label)?.title
        case .role: vocabularies.titles.meaning(of: label).role
        case .level: vocabularies.titles.meaning(of: label).level?.code
        case .track: vocabularies.titles.meaning(of: label).level?.track.rawValue
        }
      }
      columns[derived.rawValue] = .categories(classification.column)
      if derived == .sector {
        ofTwoSectors = text.values(where: { vocabularies.sector(of: $0)?.isOneOfSeveral ?? false })
      }
      // A title without a level is the usual case and nothing to mend.
      if derived == .sector || derived == .role, !classification.unmatched.isEmpty {
        unmatched.append((derived.rawValue, classification.unmatched))
      }
    }
  }

  private mutating func add(_ name: String, _ classification: Classification) {
    columns[name] = .categories(classification.column)
    if !classification.unmatched.isEmpty { unmatched.append((name, classification.unmatched)) }
  }
}

extension SalaryVocabularies {
  /// The sector that an industry belongs to, and whether its name names several.
  struct Sector: Hashable {
    var title: String
    var isOneOfSeveral = false
  }

  /// Returns the NAICS sector of an industry: by its code, as a whole, or else by what its first part with
  /// a known spelling contains.
  ///
  /// "Engineering or Manufacturing" has two parts, of two sectors.
  func sector(of industry: String) -> Sector? {
    let digits = industry.prefix { $0.isASCII && $0.isNumber }
    if digits.count >= 2, let number = Int(digits.prefix(2)) {
      let code =
        switch number {
        case 31...33: "31-33"
        case 44...45: "44-45"
        case 48...49: "48-49"
        case 92: "99"
        default: "\(number)"
        }
      if let entry = industries.entries.first(where: { $0.code == code }) {
        return Sector(title: entry.title)
      }
    }
    let ofParts = Self.parts(of: industry).compactMap {
      (industries.entry(for: $0, .whole) ?? industries.entry(for: $0, .contained))?.title
    }
    let whole = industries.entry(for: industry, .whole)?.title
    guard
      let title = whole ?? ofParts.first
        ?? industries.entry(for: industry, .contained)?.title
    else { return nil }
    return Sector(title: title, isOneOfSeveral: Set(ofParts).count > 1)
  }

  private static func parts(of industry: String) -> [String] {
    let joined = industry.split { "/,&;+()".contains($0) }
    return joined.flatMap { part in
      part.split(separator: " ").split { ["and", "or", "und", "oder"].contains($0.lowercased()) }
        .map { $0.joined(separator: " ") }
    }
  }
}
