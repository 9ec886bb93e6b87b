internal import Amounts
public import Answers
internal import Findings
internal import GapReporting
public import Reporting

extension GapReport {
  public var title: Inline {
    switch figures {
    case .british: "Gender pay gap, Great Britain, \("\(year)")"
    case .directive: "Pay gap under Directive (EU) 2023/970, \("\(year)")"
    case .german: "Comparison pay under the German Entgelttransparenzgesetz, \("\(year)")"
    }
  }

  public var findings: [Inline] {
    switch figures {
    case .british(let gaps):
      [
        Self.sentence("Mean hourly pay", gaps.hourly.meanGap),
        Self.sentence("Median hourly pay", gaps.hourly.medianGap),
      ] + [counts]
    case .directive(let gaps):
      [
        Self.sentence("Mean hourly pay", gaps.meanGap.hourly),
        Self.sentence("Median hourly pay", gaps.medianGap.hourly), Self.assessment(gaps, rules),
      ]
        + [counts]
    case .german(let comparison):
      [
        """
        \(.number(comparison.groups.count)) groups; medians of fewer than \
        \(.number(rules.smallestGroup)) people are withheld.
        """, counts,
      ]
    }
  }

  public var sections: [ReportSection] {
    var sections: [ReportSection] = []
    switch figures {
    case .british(let gaps):
      sections.append(
        ReportSection("figures", [.section("Figures"), .table(figureSheet.table())]))
      sections.append(quarters(gaps.quarters))
    case .directive(let gaps):
      sections.append(
        ReportSection(
          "figures",
          [
            .section("Figures"), .table(figureSheet.table()),
            .paragraph(
              "The Directive does not say whether people without variable components count; both are shown."
            ),
          ]))
      sections.append(quarters(gaps.quarters))
      sections.append(
        ReportSection(
          "categories",
          [.section("Categories of workers"), .table(categorySheet(gaps).table())]))
    case .german(let comparison):
      sections.append(
        ReportSection(
          "groups", [.section("Comparison pay"), .table(groupSheet(comparison).table())]))
    }
    sections.append(
      ReportSection(
        "rules",
        [.section("Rules"), .table(ruleSheet.table())] + standing + [.bullets(method)]))
    sections.append(ReportSection("reading", Document.reading(remarks)))
    return sections
  }

  private func quarters(_ quarters: PayQuarters) -> ReportSection {
    var blocks: [Block] = [
      .section("Quarters by hourly pay"), .table(Self.quarterSheet(quarters).table()),
    ]
    let ties: [Inline] = quarters.ties.map { tie in
      let people = tie.counts.men + tie.counts.women
      return
        if tie.isExact
      {
        """
        \(.number(people)) people of equal pay stand on both sides of a border; the quarters have men and \
        women in their proportion.
        """
      } else if tie.isOneOfSeveral {
        """
        \(.number(people)) people of equal pay stand on both sides of a border; whole people do not divide in \
        proportion, and of divisions equally near the lower quarter has the man.
        """
      } else {
        """
        \(.number(people)) people of equal pay stand on both sides of a border; whole people do not divide in \
        proportion, and this is the nearest division.
        """
      }
    }
    if !ties.isEmpty { blocks.append(.bullets(ties)) }
    return ReportSection("quarters", blocks)
  }

  /// What a gap means, in a sentence.
  private static func sentence(_ what: Inline, _ figure: GapFigure) -> Inline {
    switch figure {
    case .value(let gap) where gap > 0:
      "\(what): women have \(.strong(.percentage(gap))) less than men."
    case .value(let gap) where gap < 0:
      "\(what): women have \(.strong(.percentage(-gap))) more than men."
    case .value: "\(what): women and men have the same."
    default: "\(what): \(figure.words { .percentage($0) })."
    }
  }

  private static func assessment(_ gaps: DirectiveGaps, _ rules: GapRules) -> Inline {
    guard let limit = rules.assessedGap else { return .empty }
    let assessed = gaps.categories.filter { $0.isAssessed == true }
    return assessed.isEmpty
      ? "In no category does mean pay differ by \(.percentage(limit, places: 0)) or more."
      : """
      In \(.number(assessed.count)) of \(.number(gaps.categories.count)) categories mean pay differs by \
      \(.percentage(limit, places: 0)) or more, which has to be justified or mended: \
      \(assessed.map { Inline($0.name) }.joined(separator: ", ")).
      """
  }

  private var counts: Inline {
    func list(_ people: [LeftOut]) -> Inline {
      people.map { "\($0.reason) \(.number($0.people))" as Inline }.joined(separator: "; ")
    }
    let (some, none) = (leftOut.filter(\.isInBonuses), leftOut.filter { !$0.isInBonuses })
    let men: Inline = "\(.number(people.men)) men"
    let women: Inline = "\(.number(people.women)) women"
    var sentences: [Inline] = ["\(men) and \(women) count on \(.numericDate(day))."]
    if !none.isEmpty { sentences.append("Counted in no figure: \(list(none)).") }
    if !some.isEmpty {
      sentences.append("Counted in those of bonuses, and in no hourly figure: \(list(some)).")
    }
    return sentences.joined(separator: " ")
  }

  /// What is to be known about rules that are not law.
  private var standing: [Block] {
    var sentences: [Inline] = []
    func names(_ standing: GapRules.Standing) -> Inline? {
      let titles = rules.rules.filter { $0.standing == standing }.map(\.setting.title)
      return titles.isEmpty ? nil : titles.joined(separator: ", ")
    }
    if let names = names(.notInForce) { sentences.append("Not in force: \(names).") }
    if let names = names(.secondary) {
      sentences.append("Known from texts about the law, not from the law itself: \(names).")
    }
    if let names = names(.convention) {
      sentences.append("Left open by the law and settled here: \(names).")
    }
    if let from = rules.from, day < from {
      sentences.append(
        "These rules hold from \(.numericDate(from)) on, after the day of this report.")
    }
    return sentences.isEmpty ? [] : [.warning(sentences.joined(separator: " "))]
  }

  private var method: [Inline] {
    var notes: [Inline] = [
      "A gap is what women have less than men, as a part of what men have; negative where women have more.",
      "The median of an even number of people is the mean of the two in the middle.",
      "Nothing is rounded before it is written, with one decimal and halves to even.",
    ]
    if let headcount = rules.headcount {
      notes.append("The rules ask for a report from \(.number(headcount)) employees on.")
    }
    switch figures {
    case .british:
      notes += [
        "Hourly pay is basic pay, allowances and the part of bonuses that falls to the pay period; overtime is out.",
        "Of a person paid by the month without other days the pay period is the calendar month; by the week it is Monday to Sunday.",
        "People whose pay leave made less count for bonuses, and in no hourly figure.",
      ]
    case .directive:
      notes += [
        "Pay is that of the contract for the whole year, with bonuses in the year of their payment; allowances, overtime and bonuses are variable components.",
        "Who came in the year counts for the days since, and people of the last day of the year count.",
        "Figures of components and categories are by the hour.",
        "The Directive binds states; what an employer files, and from when on, is in national law. First reports are due on 7 June 2027.",
      ]
    case .german:
      notes += [
        "Monthly pay is that of the contract, scaled to full time, with bonuses of the year by the months of employment; overtime is not scaled.",
        "People of the last day of the year count. Components have medians of their own and do not add up.",
      ]
    }
    return notes
  }
}

extension PayQuarters.Band {
  /// Its name for people.
  var title: Inline {
    switch self {
    case .lower: "lower"
    case .lowerMiddle: "lower middle"
    case .upperMiddle: "upper middle"
    case .upper: "upper"
    }
  }
}

extension Sex {
  /// Its name for people.
  var title: Inline {
    switch self {
    case .man: "men"
    case .woman: "women"
    }
  }
}

extension GapRules.Setting {
  /// Its name for people.
  var title: Inline {
    switch self {
    case .snapshot: "day of the count"
    case .publicSnapshot: "day of the count, public bodies"
    case .headcount: "employees to report"
    case .daysOfMonth: "days of a month"
    case .daysOfYear: "days of a year"
    case .recentWeeks: "weeks for hours that vary"
    case .oneLeft: "quarter of one left over"
    case .twoLeft: "quarters of two left over"
    case .threeLeft: "quarters of three left over"
    case .smallestGroup: "smallest group shown"
    case .assessedGap: "gap to be justified, in percent"
    }
  }
}

extension GapRules.Standing {
  /// Its name for people.
  var title: Inline {
    switch self {
    case .inForce: "in force"
    case .notInForce: "not in force"
    case .secondary: "secondary source"
    case .convention: "convention"
    }
  }
}
