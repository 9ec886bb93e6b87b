public import Amounts

/// The numbers that a law on gap reports counts with, as they stand on a day.
public struct GapRules: Hashable, Sendable {
  /// Whose rules they are.
  public enum Jurisdiction: String, Hashable, Sendable, CaseIterable {
    /// Great Britain: SI 2017/172 and 2017/353.
    case uk
    /// Directive (EU) 2023/970.
    case eu
    /// Germany: the Entgelttransparenzgesetz.
    case de
  }

  /// How sure a rule is.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It is law, read in the law or from its regulator.
    case inForce = "in force"
    /// It is written, and nobody has to follow it yet.
    case notInForce = "not in force"
    /// Only texts about it were read.
    case secondary = "secondary source"
    /// The law leaves it open, and this is how it is done here.
    case convention
  }

  /// What a rule says.
  public enum Setting: String, Hashable, Sendable, CaseIterable {
    /// Month and day on which people are counted.
    case snapshot
    /// The same for public bodies.
    case publicSnapshot = "public snapshot"
    /// The employees from which on an employer has to report.
    case headcount
    /// The days of a month.
    case daysOfMonth = "days of a month"
    /// The days of a year.
    case daysOfYear = "days of a year"
    /// The weeks whose mean stands for hours that vary.
    case recentWeeks = "recent weeks"
    /// The quarters that take one more where one person is left over.
    case oneLeft = "one left over"
    /// The same for two.
    case twoLeft = "two left over"
    /// The same for three.
    case threeLeft = "three left over"
    /// The people that a group needs to be shown.
    case smallestGroup = "smallest group"
    /// The gap of a category, in percent, from which on it has to be justified.
    case assessedGap = "assessed gap"
  }

  /// A rule and where it is from.
  public struct Rule: Hashable, Sendable {
    /// What it says something about.
    public let setting: Setting
    /// What it says.
    public let value: String
    /// The first day on which it is so.
    public let from: CalendarDate
    /// How sure it is.
    public let standing: Standing
    /// The text that it was taken from.
    public let source: String

    /// Creates a rule.
    public init(
      _ setting: Setting, _ value: String, from: CalendarDate, _ standing: Standing, source: String
    ) {
      self.setting = setting
      self.value = value
      self.from = from
      self.standing = standing
      self.source = source
    }
  }

  /// Whose rules they are.
  public let jurisdiction: Jurisdiction
  /// The rules, in the order of their settings.
  public let rules: [Rule]
  /// The people that a group needs to be shown; nobody is withheld below 2.
  public var smallestGroup: Int = 0

  /// Chooses the rules of a day; of a day before all of them the first.
  ///
  /// - Returns: The rules; nil where one of them says what its setting cannot be.
  public init?(_ jurisdiction: Jurisdiction, _ rules: [Rule], on day: CalendarDate) {
    guard rules.allSatisfy({ $0.setting.takes($0.value) }) else { return nil }
    self.jurisdiction = jurisdiction
    self.rules = Setting.allCases.compactMap { setting in
      let own = rules.filter { $0.setting == setting }.sorted { $0.from < $1.from }
      return own.last { $0.from <= day } ?? own.first
    }
    smallestGroup = text(of: .smallestGroup).flatMap { Int($0) } ?? 0
  }

  /// The first day on which all of them hold.
  public var from: CalendarDate? { rules.map(\.from).max() }

  private func text(of setting: Setting) -> String? {
    rules.first { $0.setting == setting }?.value
  }

  private func number(of setting: Setting, or number: Ratio) -> Ratio {
    text(of: setting).flatMap { Ratio(decimal: $0) } ?? number
  }

  /// The day of a year on which people are counted; the last one where the rules name none.
  public func snapshot(_ year: Int, isPublic: Bool = false) -> CalendarDate? {
    let day = text(of: isPublic ? .publicSnapshot : .snapshot) ?? "12-31"
    return CalendarDate(iso: "\(year)-\(day)")
  }

  /// The employees from which on an employer has to report; nil where the rules do not say.
  public var headcount: Int? { text(of: .headcount).flatMap { Int($0) } }

  /// The gap of a category from which on it has to be justified, as a part of men's pay.
  public var assessedGap: Ratio? {
    text(of: .assessedGap).flatMap { Ratio(decimal: $0) }.flatMap { try? $0 / 100 }
  }

  /// The quarters that take one more where one, two or three people are left over.
  var leftOver: [Set<PayQuarters.Band>] {
    [.oneLeft, .twoLeft, .threeLeft].map { setting in
      Set(PayQuarters.Band.named(in: text(of: setting) ?? "") ?? [])
    }
  }

  /// The weeks whose mean stands for hours that vary.
  var recentWeeks: Int { text(of: .recentWeeks).flatMap { Int($0) } ?? 12 }

  /// The days of a span.
  func days(of span: PaySpan) throws(ArithmeticFailure) -> Ratio {
    // A year of 365.25 days has 12 months of 30.4375 days where a law says nothing.
    let month = number(of: .daysOfMonth, or: 30)
    switch span {
    case .week: return 7
    case .twoWeeks: return 14
    case .fourWeeks: return 28
    case .month: return month
    case .quarter: return try month * 3
    case .halfYear: return try month * 6
    case .year: return number(of: .daysOfYear, or: 365)
    }
  }
}

extension GapRules.Setting {
  /// Whether a text can be what the setting says.
  public func takes(_ text: String) -> Bool {
    switch self {
    case .snapshot, .publicSnapshot: CalendarDate(iso: "2000-\(text)") != nil
    case .headcount, .recentWeeks: (Int(text) ?? 0) > 0
    case .smallestGroup: (Int(text) ?? -1) >= 0
    case .daysOfMonth, .daysOfYear, .assessedGap: Ratio(decimal: text).map { $0 > 0 } ?? false
    case .oneLeft: PayQuarters.Band.named(in: text)?.count == 1
    case .twoLeft: PayQuarters.Band.named(in: text)?.count == 2
    case .threeLeft: PayQuarters.Band.named(in: text)?.count == 3
    }
  }
}

extension PayQuarters.Band {
  /// The quarters that a text names, between semicolons; nil where it names something else.
  fileprivate static func named(in text: String) -> [PayQuarters.Band]? {
    let names = text.split(separator: ";").map { $0.drop { $0 == " " } }
    let bands = names.compactMap { name in allCases.first { $0.name == name } }
    return bands.count == names.count && Set(bands).count == bands.count ? bands : nil
  }
}
