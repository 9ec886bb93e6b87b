import SalaryData

/// The datasets of the project, found from this file.
enum BundledData {
  static let directory: String =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/datasets"

  private static let read = Result { try open().salaryVocabularies() }

  /// The vocabularies, read once for all tests.
  static func vocabularies() throws -> SalaryVocabularies { try read.get() }

  static func open() throws -> Datasets { try Datasets(directory: directory) }
}
