/// The datasets of the project, found from this file.
enum BundledDatasets {
  static let directory: String =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/datasets"
}
