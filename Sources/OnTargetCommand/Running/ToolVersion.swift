/// The version of the tool, in one place for `--version`, JSON and reports.
enum ToolVersion {
  /// The version by Semantic Versioning.
  static let current: String = "0.1.0"
}
