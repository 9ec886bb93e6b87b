import Answers
import ArgumentParser
import Findings
internal import FoundationEssentials
import SalaryData

/// Where the bundled datasets are.
struct DatasetOptions: ParsableArguments {
  @Option(
    name: .customLong("datasets"),
    help: ArgumentHelp(
      "The folder of the datasets (default: $ONTARGET_DATASETS, then the installed ones, ./datasets, and those of the checkout that it was built in).",
      valueName: "folder"))
  var folder: String?

  /// Finds the folder of the datasets.
  ///
  /// - Throws: `InputFailure` with `.noInput` that lists where it was looked for.
  func directory() throws(InputFailure) -> String { try Self.directory(folder) }

  /// What opens the datasets when they are needed.
  static func opener(
    _ folder: String? = nil
  ) -> @Sendable () throws(InputFailure) -> Datasets {
    { () throws(InputFailure) in try Datasets(directory: directory(folder)) }
  }

  static func directory(_ folder: String?) throws(InputFailure) -> String {
    let candidates = candidates(folder)
    for candidate in candidates
    where FileManager.default.fileExists(atPath: candidate + "/baseline.csv") {
      return candidate
    }
    throw InputFailure(
      .noInput,
      Finding(
        "datasets.missing", at: Place(file: candidates[0]), "there are no datasets here",
        remedy:
          "looked for baseline.csv in \(candidates.joined(separator: ", ")); say \(.parameter(.datasets, "FOLDER"))"
      ))
  }

  /// A folder that was named is the only one looked at: a wrong name must not become another folder.
  private static func candidates(_ folder: String?) -> [String] {
    if let folder { return [folder] }
    if let named = ProcessInfo.processInfo.environment["ONTARGET_DATASETS"], !named.isEmpty {
      return [named]
    }
    // In a checkout the working folder's own come first, so that documents name no place of a machine.
    let own = CompanionFile.paths(installed: "datasets", built: "datasets")
    return own.prefix(1) + ["datasets"] + own.dropFirst()
  }
}
