import ArgumentParser
import CareerAnswers
import Reports

/// `ontarget offers`.
struct Offers: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "offers",
    abstract: "Put offers of employment side by side: pay, risk, break-even, what to ask.",
    discussion: """
      An offer is a YAML file: offer, currency, base and variable (or ote and mix), quota, plan (a \
      plan file beside it, or a plan), chance of quota or model, ramp, guarantee, draw, sign-on, \
      bonus (apart from the plan), equity, benefits, location, start, raise. Equity is a value of a \
      year, or a grant, or units with a price or a range of prices, which vest with a cliff. \
      docs/offer-format.md has each key with an example.

      What an offer does not say is listed as a question, with what was assumed. A chance of quota, \
      a slow start and a raise that one offer leaves out are those of the offers beside it, so that \
      no offer wins by silence. Where quotas differ, each offer reaches the same attainment of its own \
      quota; with a reference quota all sell the same. What is open on a recoverable draw is owed and is no pay. State and \
      local tax are out of scope.

      Example:
        ontarget offers ontarget:offers/northwind ontarget:offers/harbor \\
          --years 3 --net
      """)

  @OptionGroup var offers: OfferOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { offers.offers.map { WantedFile($0, .offer) } }

  func respond(to call: Call) throws -> Response {
    var question = OfferOptions.unasked
    try OfferOptions.settings.fill(&question, typed: offers.typed)
    return Response(try question.answer())
  }
}
