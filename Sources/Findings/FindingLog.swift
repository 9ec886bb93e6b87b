/// The findings of a run, in the order in which they were met, with counts that stay true past the limit.
public struct FindingLog: Sendable {
  /// The most findings of one severity that are kept; more are only counted.
  public let limit: Int
  /// The findings that were kept.
  public private(set) var findings: [Finding] = []
  private var counts: [Severity: Int] = [:]

  /// Creates an empty log that keeps up to `limit` findings of each severity.
  public init(limit: Int = 100) {
    self.limit = limit
  }

  /// Adds a finding, or only counts it when enough of its severity are kept.
  public mutating func add(_ finding: Finding) {
    let count = counts[finding.severity, default: 0]
    counts[finding.severity] = count + 1
    if count < limit { findings.append(finding) }
  }

  /// Adds a finding that costs something to make, or only counts it when enough of its severity are kept.
  package mutating func add(_ severity: Severity, making finding: () -> Finding) {
    if counts[severity, default: 0] < limit {
      add(finding())
    } else {
      counts[severity, default: 0] += 1
    }
  }

  /// Adds everything that another log holds, its uncounted rest included.
  public mutating func add(_ other: FindingLog) {
    for finding in other.findings { add(finding) }
    for (severity, count) in other.counts {
      counts[severity, default: 0] += count - other.findings.count { $0.severity == severity }
    }
  }

  /// The same log with each kept finding changed in what it is about.
  package func mapping(_ change: (Finding) -> Finding) -> FindingLog {
    var log = self
    log.findings = findings.map(change)
    return log
  }

  /// The findings that are worse than a severity, with their counts.
  package func above(_ severity: Severity) -> FindingLog {
    var log = self
    log.findings.removeAll { $0.severity <= severity }
    log.counts = counts.filter { severity < $0.key }
    return log
  }

  /// The same without some of the kept findings.
  package func removing(where isRemoved: (Finding) -> Bool) -> FindingLog {
    var log = self
    for finding in findings where isRemoved(finding) { log.counts[finding.severity]? -= 1 }
    log.findings.removeAll(where: isRemoved)
    return log
  }

  /// What a document says of how files were read, what is probably not meant so first.
  ///
  /// A warning about one cell is for whoever mends the file, not for whoever reads an answer.
  package var remarks: [Inline] {
    func sentences(_ severity: Severity, _ words: (Inline) -> Inline) -> [Inline] {
      findings.filter { $0.severity == severity && $0.place?.column == nil }
        .map { words($0.message) + "." }
        .reduce(into: [Inline]()) { if !$0.contains($1) { $0.append($1) } }
    }
    return sentences(.warning) { .strong("Warning") + ": " + $0 } + sentences(.note) { $0 }
  }

  /// Adds what another log holds and this one does not, where both were written about the same files.
  package mutating func addNew(_ other: FindingLog) {
    let known = Set(findings)
    let new = other.removing { known.contains($0) }
    add(new)
  }

  /// The findings of which something is true, and the others.
  package func separated(
    where isChosen: (Finding) -> Bool
  ) -> (chosen: FindingLog, others: FindingLog) {
    (removing { !isChosen($0) }, removing(where: isChosen))
  }

  /// Counts findings that were kept elsewhere or not at all.
  package mutating func count(_ findings: Int, of severity: Severity) {
    counts[severity, default: 0] += findings
  }

  /// The number of findings of a severity, including those past the limit.
  public func count(of severity: Severity) -> Int { counts[severity, default: 0] }

  /// Whether anything was found that makes the input unusable.
  public var hasErrors: Bool { count(of: .error) > 0 }
}

extension FindingLog: CustomStringConvertible {
  /// The findings in English, with the number of those that were not kept.
  public var description: String { text() }

  /// The findings one below the other, with the number of those that were not kept; empty for none.
  ///
  /// - Parameter book: The words, and how settings of the question are spelled.
  /// - Returns: The text, without a line end.
  public func text(in book: Phrasebook = Phrasebook(.english)) -> String { book.text(words) }

  /// The same as a phrase of several lines.
  package var words: Inline {
    var lines = findings.map { $0.words }
    for severity in Severity.allCases.reversed() {
      let hidden = count(of: severity) - findings.count { $0.severity == severity }
      if hidden > 0 { lines.append("… and \(hidden) more of severity \(severity.title)") }
    }
    return lines.joined(separator: .verbatim("\n"))
  }
}
