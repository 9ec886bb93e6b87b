internal import CSVReading

/// A table for programs to read: flat records with the same keys in the same order.
///
/// It is written as a JSON array of objects or as CSV, with the same names in both. Where a value
/// can be missing for a stated reason, the key has companions: `p90`, `p90_status`,
/// `p90_lower_bound`.
public struct RecordTable: Hashable, Sendable {
  /// A key and what may be said about its missing values.
  public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name in JSON and in the CSV header, in snake case.
    public var key: String
    /// The companions that are always written, so that consumers find the same keys every time.
    ///
    /// A companion that a value turns out to need is written even if it is not listed.
    public var companions: Set<Companion>
    /// How people see the numbers, where they are shown to them as numbers: in workbooks.
    public var style: Style = .plain

    /// A column that tells groups apart, and the total from those who did not say.
    public static func key(_ key: String) -> Column { Column(key, companions: [.status]) }

    /// Creates a column.
    public init(_ key: String, companions: Set<Companion> = []) {
      self.key = key
      self.companions = companions
    }

    public init(stringLiteral value: String) { self.init(value) }
  }

  /// How numbers are shown.
  public enum Style: Hashable, Sendable {
    /// With the digits that they have.
    case plain
    /// With some decimals.
    case decimals(Int)
    /// As a percentage, with some decimals.
    case percentage(places: Int)
  }

  /// A key that says why the value of another key is missing.
  public enum Companion: String, Hashable, Sendable, CaseIterable {
    /// The reason: "suppressed", "top_coded" and so on.
    case status
    /// The value below which a top-coded value does not lie.
    case lowerBound = "lower_bound"
  }

  /// The columns, in the order of the CSV; a companion stands beside the column that it explains.
  public let columns: [Column]
  /// The records; each has one value for each column.
  public private(set) var records: [[RecordValue]] = []

  /// Creates a table.
  ///
  /// - Precondition: Each record has as many values as there are columns.
  public init(_ columns: [Column], records: [[RecordValue]] = []) {
    self.columns = columns
    for record in records { append(record) }
  }

  /// Adds a record at the end.
  ///
  /// - Precondition: The record has as many values as there are columns.
  public mutating func append(_ record: [RecordValue]) {
    precondition(
      record.count == columns.count,
      "a record of \(record.count) values in \(columns.count) columns")
    records.append(record)
  }

  /// The records as a JSON array of objects.
  ///
  /// - Complexity: O(records × columns).
  public var json: JSONValue {
    let (keys, rows) = flattened()
    return .array(
      rows.map { row in .object(zip(keys, row).map { JSONValue.Member($0, $1) }) })
  }

  /// The records as CSV (RFC 4180 with LF line ends), with a header; missing values are empty fields.
  ///
  /// A text that a spreadsheet would run as a formula has an apostrophe in front, which `CSVFile` takes
  /// off again.
  ///
  /// - Complexity: O(records × columns).
  public func csv(delimiter: Character = ",") -> String {
    let writer = CSVWriter(delimiter: delimiter)
    let (keys, rows) = flattened()
    return rows.reduce(into: writer.record(keys)) { text, row in
      text += writer.record(
        row.map { value in
          let text = value.plainText ?? ""
          // Only texts can be formulas; a negative amount begins with a minus and is a number.
          guard case .string = value else { return text }
          return CSVWriter.guarded(text)
        })
    }
  }

  /// Lays the companions beside their keys.
  private func flattened() -> (keys: [String], rows: [[JSONValue]]) {
    let companions = columns.indices.map { index in
      Companion.allCases.filter { companion in
        columns[index].companions.contains(companion)
          || records.contains { $0[index].companion(companion) != .null }
      }
    }
    let keys = zip(columns, companions).flatMap { column, companions in
      [column.key] + companions.map { "\(column.key)_\($0.rawValue)" }
    }
    let rows = records.map { record in
      zip(record, companions).flatMap { value, companions in
        [value.value] + companions.map { value.companion($0) }
      }
    }
    return (keys, rows)
  }
}
