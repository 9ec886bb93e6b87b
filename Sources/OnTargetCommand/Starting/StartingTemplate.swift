import Answers
import CSVReading
import Findings

/// A sample file that a file of one's own can begin as.
struct StartingTemplate {
  /// What it is for, such as "saas-ae".
  let name: String
  /// The path of the sample.
  let path: String
  /// Who has such a file, or what is in it.
  let purpose: String

  /// Reads the templates of a kind of file.
  ///
  /// - Throws: when the table is missing or broken.
  static func all(
    of kind: String, in folder: String
  ) throws(InputFailure) -> [StartingTemplate] {
    var templates: [StartingTemplate] = []
    try ReferenceTable.read(
      "\(folder)/templates.csv", columns: ["kind", "template", "file", "for"]
    ) { (record, columns, _) throws(InputFailure) in
      guard record.text(columns[0]) == kind else { return }
      templates.append(
        StartingTemplate(
          name: record.text(columns[1]), path: "\(folder)/\(record.text(columns[2]))",
          purpose: record.text(columns[3])))
    }
    return templates
  }

  /// Finds a template by its name.
  ///
  /// - Throws: `.usage` with the name that was probably meant, or with what there is.
  static func named(
    _ name: String, of kind: String, in folder: String
  ) throws(InputFailure) -> StartingTemplate {
    let templates = try all(of: kind, in: folder)
    if let template = templates.first(where: { $0.name == name }) { return template }
    let match = NearMiss.closest(to: name, among: templates.map(\.name))
    throw InputFailure(
      .template, "init.template", "there is no template \"\(name)\" for this kind of file",
      remedy: match.map { "did you mean \"\($0)\"?" }
        ?? "there are \(templates.map(\.name).joined(separator: ", "))")
  }
}
