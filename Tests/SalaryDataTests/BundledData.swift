import SalaryData

/// The datasets of the project, found from this file.
enum BundledData {
  static let directory: String =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/datasets"

  static func open() throws -> Datasets { try Datasets(directory: directory) }
}
