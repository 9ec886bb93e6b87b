public import Answers
public import Reporting

/// How pay compares, by what the data are.
public enum MarketComparison: Answer {
  /// People's pay by group.
  case people(PayComparison)
  /// Published pay by group.
  case published(SummaryComparison)
  /// Published pay over the years.
  case trend(SummaryTrend)

  private var answer: any Answer {
    switch self {
    case .people(let answer): answer
    case .published(let answer): answer
    case .trend(let answer): answer
    }
  }

  public var document: Document { answer.document }
  public var pages: [Page] { answer.pages }
  public var tables: [NamedTable] { answer.tables }
  public var charts: [Chart] { answer.charts }
  public var facts: [JSONValue.Member] { answer.facts }

  /// The comparison of people; nil for published tables.
  public var people: PayComparison? {
    guard case .people(let comparison) = self else { return nil }
    return comparison
  }
}
