import Answers
import ArgumentParser
import CareerAnswers

/// `ontarget report offers`.
struct OfferReportTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "offers",
    abstract: "Write the page that compares job offers and says which to take.",
    discussion: """
      Takes what `ontarget offers` takes.

      Example:
        ontarget report offers ontarget:offers/northwind \\
          ontarget:offers/harbor
      """)

  static var settings: [Setting<OfferQuestion>] {
    OfferOptions.settings
  }
  static var unasked: OfferQuestion { OfferOptions.unasked }

  @OptionGroup var offers: OfferOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var output: OutputOptions

  var typed: Typed { offers.typed }
}
