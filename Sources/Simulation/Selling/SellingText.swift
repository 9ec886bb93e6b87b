internal import Findings

/// A model of selling as it is written on a command line, such as `ranked:accounts=20,mean=0.95`.
public struct SellingText: Sendable {
  /// The text.
  public let text: String
  /// The model.
  public let model: any SellingModel

  /// The ways to write a model, for help and errors.
  public static let forms: [String] = [
    "account:mean=0.95,chance=80%,cv=0.4,season=last-quarter",
    "ranked:accounts=20,mean=0.95,chance=60%,cv=0.6,decay=1",
    "deals:opportunities=80,win=25%,mean=0.95,cv=0.9,cycle=45,season=quarter-end,cancel=5%",
  ]

  /// Reads a model.
  ///
  /// - Throws: `ModelFailure` for what is not a model.
  public init(_ text: String) throws(ModelFailure) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let kind = String(text[..<colon])
    let rest = colon < text.endIndex ? text[text.index(after: colon)...] : ""
    self.text = text
    switch kind {
    case "account":
      let values = try Settings(rest, kind, ["mean", "chance", "cv", "season"])
      model = try AccountPortfolio(
        ranked: 1, mean: values.number("mean"), chance: values.number("chance"),
        variation: values.number("cv", 0.5), season: values.season())
    case "ranked":
      let values = try Settings(
        rest, kind, ["accounts", "mean", "chance", "cv", "decay", "season"])
      model = try AccountPortfolio(
        ranked: values.count("accounts"), mean: values.number("mean"),
        chance: values.number("chance"), variation: values.number("cv", 0.5),
        decay: values.number("decay", 1), season: values.season())
    case "deals":
      let values = try Settings(
        rest, kind, ["opportunities", "win", "mean", "cv", "cycle", "season", "cancel"])
      model = try CompoundSelling(
        mean: values.number("mean"), opportunities: values.count("opportunities"),
        winRate: values.number("win", 1), sizeVariation: values.number("cv", 1),
        cycle: values.number("cycle", 0), season: values.season(),
        cancelled: values.number("cancel", 0))
    default:
      throw ModelFailure.unknownSelling(kind, known: ["account", "ranked", "deals"])
    }
  }

  /// Values that were given as `name=value`.
  private struct Settings {
    let kind: String
    private var texts: [String: Substring] = [:]

    init(_ text: Substring, _ kind: String, _ names: [String]) throws(ModelFailure) {
      self.kind = kind
      for item in text.split(separator: ",", omittingEmptySubsequences: false) {
        let sides = item.split(separator: "=", omittingEmptySubsequences: false)
        guard let name = sides.first.map(String.init), sides.count == 2, names.contains(name) else {
          throw ModelFailure.slip(.name(String(item), known: names), kind: kind, form: form)
        }
        guard texts.updateValue(sides[1], forKey: name) == nil else {
          throw ModelFailure.slip(.twice(name), kind: kind, form: nil)
        }
      }
    }

    private var form: String? {
      SellingText.forms.first { $0.hasPrefix(kind) }
    }

    func number(_ name: String, _ usual: Double? = nil) throws(ModelFailure) -> Double {
      guard let text = texts[name] else {
        if let usual { return usual }
        throw ModelFailure.slip(.missing(name), kind: kind, form: form)
      }
      let isPercentage = text.hasSuffix("%")
      guard let value = Double(isPercentage ? text.dropLast() : text), value.isFinite else {
        throw ModelFailure.slip(.number(String(text)), kind: kind, form: form)
      }
      return isPercentage ? value / 100 : value
    }

    func count(_ name: String) throws(ModelFailure) -> Int {
      guard let count = Int(exactly: try number(name)) else {
        throw ModelFailure.slip(.whole(name), kind: kind, form: form)
      }
      return count
    }

    func season() throws(ModelFailure) -> Season {
      switch texts["season"] {
      case nil, "even": return .even
      case "quarter-end": return .quarterEnd
      case "last-quarter": return .lastQuarter
      case let text?:
        let weights = text.split(separator: ":").map { Double($0) ?? .nan }
        return try Season(weights)
      }
    }
  }
}
