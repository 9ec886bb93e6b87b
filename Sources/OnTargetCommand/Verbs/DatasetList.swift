import Answers
import ArgumentParser
import MarketAnswers
import SalaryData

/// `ontarget datasets`.
struct DatasetList: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "datasets",
    abstract: "List the bundled data, with publishers and dates.",
    discussion: """
      Example:
        ontarget datasets --format csv
      """)

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    let datasets = try Datasets(directory: datasets.directory())
    return Response(answer: try DatasetCatalog(datasets))
  }
}
