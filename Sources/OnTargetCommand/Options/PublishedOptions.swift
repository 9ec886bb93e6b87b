import ArgumentParser

/// Which groups of published tables count, the same for every verb that reads them.
struct PublishedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Of published tables only the occupation with this code, or those with this in their title; \
      may be repeated.
      """, valueName: "code-or-title"))
  var occupation: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Of published tables only the occupation of this plain title, such as "account executive"; may \
      be repeated.
      """, valueName: "title"))
  var title: [String] = []

  @Option(
    name: [.long, .customLong("state")],
    help: ArgumentHelp(
      "Of published tables only this state or metropolitan area, such as TX or Dallas; may be repeated.",
      valueName: "area"))
  var area: [String] = []
}
