public import Answers
public import Reporting

/// What is written about pay gaps, by what the table has: people of one employer, or a row for each employer.
public enum GapAnswer: ReportSubject {
  /// The report of an employer.
  case report(GapReport)
  /// What does not fit together in the filings of employers.
  case filings(FilingReview)

  private var subject: any ReportSubject {
    switch self {
    case .report(let report): report
    case .filings(let review): review
    }
  }

  public var title: Inline { subject.title }
  public var findings: [Inline] { subject.findings }
  public var sections: [ReportSection] { subject.sections }
  public var tables: [NamedTable] { subject.tables }
  public var facts: [JSONValue.Member] { subject.facts }
}
