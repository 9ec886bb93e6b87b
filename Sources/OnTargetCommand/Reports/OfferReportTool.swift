import Answers
import ArgumentParser

/// `ontarget report offers`.
struct OfferReportTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "offers",
    abstract: "Write the page that compares job offers and says which to take.",
    discussion: """
      Takes what `ontarget offers` takes.

      Example:
        ontarget report offers datasets/offers/northwind.yaml datasets/offers/harbor.yaml
      """)

  static let recipeKeys: [RecipeKey] = [
    RecipeKey("offers", .files, as: nil), RecipeKey("years", .text, as: "--years"),
    RecipeKey("risk aversion", .text, as: "--risk-aversion"),
    RecipeKey("net", .flag, as: "--net"), RecipeKey("filing status", .text, as: "--filing-status"),
    RecipeKey("cost of living", .file, as: "--cost-of-living"),
    RecipeKey("trials", .text, as: "--trials"), RecipeKey("seed", .text, as: "--seed"),
    RecipeKey("datasets", .file, as: "--datasets"),
  ]

  @OptionGroup var offers: Offers
  @OptionGroup var options: ReportOptions

  var output: OutputOptions { offers.output }

  func subject(of call: Call) throws -> (subject: any ReportSubject, parts: Response.Parts) {
    let response = try offers.compared()
    return (
      response.comparison, Response.Parts(inputs: response.inputs, findings: response.findings)
    )
  }
}
