import Answers
import ArgumentParser
import MarketAnswers
import SalaryData

/// `ontarget datasets`.
struct DatasetList: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "datasets",
    abstract: "List the bundled data, with publishers and dates, and the sample files.",
    discussion: """
      Every file of it can be named wherever a path is taken: ontarget:plans/cliff, or ontarget:oews-2025-state. \
      The ending may be left out.

      Examples:
        ontarget datasets --format csv
        ontarget datasets --format csv --table samples
        ontarget simulate ontarget:plans/cliff
      """)

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    let datasets = try Datasets(directory: datasets.directory())
    let names = BundledFiles(folder: datasets.directory).files.map(BundledFiles.name)
    return Response(
      answer: try DatasetCatalog(datasets, samples: names.filter { $0.contains("/") }))
  }
}
