internal import CareerAnswers
package import Findings
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Reporting
package import YAMLReading

/// Checks a file in YAML as what its keys say that it is.
package struct YAMLChecker {
  /// Whether a plan is priced under other readings too.
  let pricesReadings: Bool
  /// Reads a recipe.
  let readRecipe: @Sendable (YAMLDocument) throws(InputFailure) -> Void

  /// Creates a checker.
  package init(
    pricesReadings: Bool = false,
    readRecipe: @escaping @Sendable (YAMLDocument) throws(InputFailure) -> Void
  ) {
    self.pricesReadings = pricesReadings
    self.readRecipe = readRecipe
  }

  /// Whether the name of a file says that it is YAML; everything else is a table.
  static func isYAML(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Returns the kind of a file; one whose keys say nothing, or that is no YAML, is taken for a plan.
  ///
  /// - Throws: `.noInput` for a file that is not there or cannot be read.
  static func kind(of path: String) throws(InputFailure) -> FileKind {
    do {
      return FileKind.kind(of: try YAMLDocument.read(path: path)) ?? .plan
    } catch  where error.code == .badData {
      return .plan
    }
  }

  /// Checks a file.
  ///
  /// - Throws: `.noInput` for a file that is not there or cannot be read.
  func check(_ path: String) throws(InputFailure) -> FileCheck.File {
    do {
      return try check(try YAMLDocument.read(path: path))
    } catch  where error.code == .badData {
      var file = FileCheck.File(path: path, kind: FileKind.plan.title)
      file.log = error.log
      return file
    }
  }

  /// Checks a file that is open.
  ///
  /// - Throws: `.noInput` for a file that it names and that is not there.
  package func check(_ document: YAMLDocument) throws(InputFailure) -> FileCheck.File {
    let kind = FileKind.kind(of: document) ?? .plan
    var file = FileCheck.File(path: document.file, kind: kind.title)
    do {
      try read(document, as: kind, into: &file)
    } catch  where error.code == .badData {
      file.log = error.log
    }
    return file
  }

  private func read(
    _ document: YAMLDocument, as kind: FileKind, into file: inout FileCheck.File
  ) throws(InputFailure) {
    switch kind {
    case .offer:
      let (offer, findings) = try Offer.read(document)
      (file.contents, file.log) = (["\(offer.name)."], findings)
    case .ladder:
      let (ladder, findings) = try Ladder.read(document)
      (file.contents, file.log) = (["\(ladder.name)."], findings)
    case .role: file.contents = ["\(try RoleProfile(document).name)."]
    case .recipe: try readRecipe(document)
    default:
      let (plan, findings) = try Plan.read(document)
      file.contents = ["\(plan.name)."] + plan.summary
      file.readings = pricesReadings ? ReadingsTable(plan) : nil
      file.log = findings
      return
    }
    if let call = kind.call(reading: document.file) {
      file.contents.append("It is read by \(.code("ontarget \(call)")).")
    }
  }
}
