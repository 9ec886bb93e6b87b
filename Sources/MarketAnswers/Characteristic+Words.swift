package import Answers
package import Reporting

extension Characteristic {
  /// How the columns entered a regression, in a sentence for each way.
  package static func sentence(on uses: [Use]) -> Inline {
    let numbers = uses.filter { $0.kind == .number }.map { Inline($0.name) }
    let categories = uses.filter { $0.kind == .category }.map { use -> Inline in
      use.reference.map { "\(use.name) (against \($0))" } ?? Inline(use.name)
    }
    var sentences: [Inline] = []
    if !numbers.isEmpty {
      sentences.append("Entered as numbers: \(numbers.joined(separator: ", ")).")
    }
    if !categories.isEmpty {
      sentences.append("Entered as categories: \(categories.joined(separator: ", ")).")
    }
    return sentences.joined(separator: " ")
  }

  /// The same for programs.
  package static func table(of uses: [Use]) -> NamedTable {
    var sheet = Sheet(uses)
    sheet.add("characteristic") { .text($0.name) }
    sheet.add("kind") { .text($0.kind.rawValue) }
    sheet.add("reference") { .text($0.reference) }
    return NamedTable("characteristics", sheet.records)
  }
}
