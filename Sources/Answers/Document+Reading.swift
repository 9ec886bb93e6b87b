package import Reporting

extension Document {
  /// A section on how files were read, for `FindingLog.remarks`; nothing where there are none.
  package static func reading(_ remarks: [Inline]) -> [Block] {
    remarks.isEmpty ? [] : [.section("How the files were read"), .bullets(remarks)]
  }
}
