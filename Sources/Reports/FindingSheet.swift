internal import Findings
internal import Reporting

extension Sheet<Finding> {
  /// What was found, as a list.
  init(findings: [Finding]) {
    self.init(findings)
    add("path") { .text($0.place?.file) }
    add("line") { .integer($0.place?.line) }
    add("column") { .integer($0.place?.column) }
    // Only where there is one, so that what reads the list of text files goes on reading it.
    if findings.contains(where: { $0.place?.sheet != nil }) {
      add("sheet") { .text($0.place?.sheet) }
    }
    add(.text("Place")) { .code($0.place?.description ?? "") }
    add("severity", .text("Severity")) {
      .text($0.severity.rawValue)
    } cell: {
      $0.severity.title
    }
    add("kind") { .text($0.kind.rawValue) }
    add("message", .text("What was found")) {
      .text($0.message)
    } cell: {
      $0.message
    }
    add("remedy", .text("Remedy")) {
      .text($0.remedy)
    } cell: {
      $0.remedy ?? .empty
    }
  }
}
