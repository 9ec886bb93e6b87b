internal import CSVReading
public import Findings

/// Past attainments, read from a CSV file.
public struct AttainmentHistory: Sendable {
  /// The path as given.
  public let path: String
  /// The name of the column.
  public let column: String
  /// The attainments as fractions of quota, in the order of the file.
  public let values: [Double]
  /// The rows that were read.
  public let rows: Int
  /// The rows that could not be used.
  public let rejected: Int
  /// What was found in the file.
  public let findings: FindingLog

  /// Reads the column that is named, or else "attainment", or the only one.
  ///
  /// A cell is a fraction or a percentage: 0.93 or 93%. Empty cells are passed over.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` when there is no such column or
  ///   no attainment in it.
  /// - Complexity: O(size of the file).
  public init(path: String, column: String? = nil) throws(InputFailure) {
    let file = try CSVFile(path: path)
    let wanted = column?.lowercased() ?? "attainment"
    var index = file.header.firstIndex { $0.lowercased() == wanted }
    if column == nil, index == nil, file.header.count == 1 { index = 0 }
    guard let index else {
      throw InputFailure(
        .badData,
        Finding(
          "history.column", at: file.headerPlace,
          "there is no column \"\(column ?? "attainment")\"",
          remedy: NearMiss.remedy(for: wanted, among: file.header)))
    }
    var values: [Double] = []
    var log = FindingLog()
    for finding in file.findings { log.add(finding) }
    let tally = try file.records { (record) throws(InputFailure) in
      if record.isEmpty(index) {
        record.setAside("empty attainment")
        return
      }
      let text = record.text(index)
      let isPercentage = text.hasSuffix("%")
      let number = Double(isPercentage ? text.dropLast().trimmed : text.trimmed)
      guard let number, number.isFinite else {
        record.reject(
          record.finding(
            "history.attainment", field: index, "\"\(text)\" is not an attainment",
            remedy: "write a fraction such as 0.93 or a percentage such as 93%"))
        return
      }
      let value = isPercentage ? number / 100 : number
      guard value >= 0, value <= 10 else {
        record.reject(
          record.finding(
            "history.attainment", field: index, "\"\(text)\" is not between 0% and 1000%",
            remedy: isPercentage ? nil : "did you mean \(text)%?"))
        return
      }
      values.append(value)
    }
    log.add(tally.findings)
    guard !values.isEmpty else {
      log.add(
        Finding(
          "history.empty", at: file.headerPlace,
          "there is no attainment in the column \"\(file.header[index])\""))
      throw InputFailure(.badData, log)
    }
    self.path = path
    self.column = file.header[index]
    self.values = values
    rows = tally.rows
    rejected = tally.rejected
    findings = log
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    let front = drop { $0 == " " }
    return String(front.reversed().drop { $0 == " " }.reversed())
  }
}
