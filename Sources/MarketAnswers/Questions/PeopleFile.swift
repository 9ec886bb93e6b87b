public import Answers
package import BytesCoding
public import Findings
package import SalaryData

/// A file of people as it was read, by itself: what answers about several files are made of.
public struct PeopleFile: Sendable {
  /// The people, and what was decided on the way.
  package let reading: SalaryReading
  /// The file.
  package let input: InputDescription
  /// What was noticed and is not in the answer.
  package let findings: FindingLog
}

extension PeopleFile: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    reading.write(to: &bytes)
    findings.write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let reading = SalaryReading(from: &reader), let findings = FindingLog(from: &reader)
    else { return nil }
    self.init(
      reading: reading,
      input: InputDescription(
        path: reading.path, rows: reading.account.read, rejected: reading.account.rejected),
      findings: findings)
  }
}

/// A question about people whose files several machines can read.
public protocol PeopleQuestion: Question {
  /// The data, and how they are read.
  var data: MarketData { get set }

  /// Reads the files, for another machine to answer with.
  ///
  /// - Returns: The files, for `MarketData.people`.
  /// - Throws: `.usage` for settings that make no sense and for what is not done in parts, `.badData` for what
  ///   is wrong in the files.
  func peopleFiles() throws(InputFailure) -> [PeopleFile]
}

extension MarketData.Kind {
  /// Refuses published tables, whose groups are few.
  func requireParts(_ data: MarketData) throws(InputFailure) {
    guard self != .people else { return }
    throw InputFailure(
      .part, "part.undivided", "published tables are read on one machine",
      remedy: "leave out \(.parameter(.part))")
  }
}
