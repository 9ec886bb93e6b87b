import Answers
import Findings
import Reporting
import WorkbookReading
import WorkbookWriting

extension Response {
  /// The tables of the answer as sheets, and its single values before the last of them, if it has any.
  var sheets: [WorkbookSheet] {
    let tables = answer.tables.map { $0.table.sheet(named: $0.name) }
    let figures = JSONValue.figures(answer.facts)
    guard !figures.isEmpty else { return tables }
    return tables + [
      WorkbookSheet(
        "Figures", titles: ["Figure", "Value"],
        rows: figures.map { [.text($0.name), $0.value.cell()] })
    ]
  }

  /// The sheet that says how the workbook was made: the call, what it read, and what was found.
  ///
  /// - Parameters:
  ///   - call: What was typed.
  ///   - isForSome: Whether the workbook is about some of the people in the files: what was found, which
  ///     may be about others, is then counted and not shown.
  /// - Returns: The sheet.
  /// - Throws: `InputFailure` when an input cannot be read again for its checksum.
  mutating func makingSheet(
    _ call: Call, isForSome: Bool
  ) throws(InputFailure) -> WorkbookSheet {
    // What comes through a pipe can be read only once.
    try addChecksums { path in
      path != "-" && path != "<stdin>" && !OutputFile.isSpecial(SheetPath(path).file)
    }
    var rows: [[WorkbookCell]] = [
      [.text("Command"), .text(call.text), .empty, .empty, .empty],
      [.text("Version"), .text("OnTarget \(ToolVersion.current)"), .empty, .empty, .empty],
    ]
    for input in inputs {
      rows.append([
        .text("Input"), .text(input.path), input.rows.map(WorkbookCell.integer) ?? .empty,
        input.rejected.map(WorkbookCell.integer) ?? .empty, .text(input.sha256 ?? ""),
      ])
    }
    let book = Phrasebook(.english).spellingOptions
    let shown = isForSome ? [] : findings.findings
    for finding in shown {
      rows.append([
        .text(finding.severity.rawValue.inWords), .text(finding.text(in: book)), .empty, .empty,
        .empty,
      ])
    }
    for severity in Severity.allCases {
      let more = findings.count(of: severity) - shown.count { $0.severity == severity }
      if more > 0 {
        rows.append([
          .text(severity.rawValue.inWords), .text(shown.isEmpty ? "\(more)" : "and \(more) more"),
          .empty, .empty, .empty,
        ])
      }
    }
    return WorkbookSheet(
      "How it was made", titles: ["What", "Value", "Rows", "Rejected", "SHA-256"], rows: rows)
  }

  /// Adds the checksum of each input that has none yet, or of some of them.
  mutating func addChecksums(
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(InputFailure) {
    for index in inputs.indices where inputs[index].sha256 == nil && isWanted(inputs[index].path) {
      let path = inputs[index].path
      if let known = digests[path] {
        inputs[index].sha256 = known
      } else {
        inputs[index].sha256 = try Checksum.sha256(ofFile: path)
      }
    }
  }
}
