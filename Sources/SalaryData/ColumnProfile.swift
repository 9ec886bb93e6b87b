internal import Amounts
public import CSVReading
public import Findings

/// What stands in a column of a file: how much is missing, from where to where it runs, some examples.
public struct ColumnProfile: Hashable, Sendable {
  /// The rows in which the column is empty or says that there is no value.
  public private(set) var missing: Int = 0
  /// The rows that were looked at.
  public private(set) var rows: Int = 0
  /// The first few different values.
  public private(set) var examples: [String] = []
  private var numbers: Int = 0
  private var smallest: Double = .infinity
  private var largest: Double = -.infinity

  /// The smallest and the largest number; nil unless most values are plain numbers.
  public var range: ClosedRange<Double>? {
    numbers > 0 && numbers * 2 > rows - missing ? smallest...largest : nil
  }

  /// The share of the rows in which the column is missing; 0 without rows.
  public var missingShare: Double { rows == 0 ? 0 : Double(missing) / Double(rows) }

  /// The number of examples that are kept, and the length at which each is cut.
  private static let exampleCount = 3
  private static let exampleLength = 40

  mutating func add(_ text: String) {
    rows += 1
    guard !MissingMark.isMissing(text) else {
      missing += 1
      return
    }
    if examples.count < Self.exampleCount {
      let cut = text.count > Self.exampleLength ? text.prefix(Self.exampleLength) + "…" : text[...]
      if !examples.contains(String(cut)) { examples.append(String(cut)) }
    }
    if let number = Double(text), number.isFinite {
      numbers += 1
      smallest = min(smallest, number)
      largest = max(largest, number)
    }
  }
}

extension CSVFile {
  /// Profiles every column, in the order of the header; rows that cannot be read do not count.
  ///
  /// - Complexity: O(size of the file), and memory for the examples only.
  public func columnProfiles() throws(InputFailure) -> [ColumnProfile] {
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: header.count)
    try records { (record) throws(InputFailure) in
      for column in profiles.indices { profiles[column].add(record.text(column)) }
    }
    return profiles
  }
}
