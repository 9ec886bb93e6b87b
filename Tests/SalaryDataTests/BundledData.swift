import SalaryData
import TestSupport

/// The datasets of the project.
enum BundledData {
  private static let read = Result { try open().salaryVocabularies() }

  /// The vocabularies, read once for all tests.
  static func vocabularies() throws -> SalaryVocabularies { try read.get() }

  static func open() throws -> Datasets { try Datasets(directory: Checkout.datasets) }
}
