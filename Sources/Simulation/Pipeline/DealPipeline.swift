package import Amounts
package import Findings

/// Deals that are open, each of which is won or lost by itself.
package struct DealPipeline: Hashable, Sendable {
  /// A deal that is open.
  package struct OpenDeal: Hashable, Sendable {
    /// What it would be credited, in the currency of the plan.
    package var amount: Ratio
    /// The calendar month in which it would close, 1 for January.
    package var month: Int
    /// The chance that it is won, as a fraction of one.
    package var chance: Ratio

    /// Creates a deal.
    package init(amount: Ratio, month: Int, chance: Ratio) {
      self.amount = amount
      self.month = month
      self.chance = chance
    }
  }

  /// The deals, in the order given.
  package let deals: [OpenDeal]

  /// The most deals of a pipeline.
  package static let limit: Int = 100

  /// How a pipeline is written.
  package static let example: String = "120k@9:60%,80k@10:35%"

  /// Creates a pipeline.
  ///
  /// - Throws: For more deals than `limit`, and for one whose amount, month or chance is none.
  package init(_ deals: [OpenDeal]) throws(PipelineFailure) {
    guard deals.count <= Self.limit else { throw .tooMany(deals.count) }
    for deal in deals {
      guard .zero < deal.amount, deal.amount < Self.amountLimit else {
        throw .amount(deal.amount.fixedPoint(places: 2))
      }
      guard 1...12 ~= deal.month else { throw .month("\(deal.month)") }
      guard .zero <= deal.chance, deal.chance <= .one else { throw .chance(deal.chance.percent) }
    }
    self.deals = deals
  }

  /// A trillion is more than anybody sells, and keeps every product exact.
  private static let amountLimit = Ratio(Int128(1_000_000_000_000))

  /// Reads deals such as `120k@9:60%`, with commas between them: an amount, the number of a month, a chance.
  ///
  /// - Throws: For the first deal that cannot be read.
  package init(_ text: String) throws(PipelineFailure) {
    var deals: [OpenDeal] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let item = item.trimmingSpace
      guard let at = item.firstIndex(of: "@"), let colon = item[at...].firstIndex(of: ":") else {
        throw .form(String(item))
      }
      let amount = item[..<at]
      let month = item[item.index(after: at)..<colon].trimmingSpace
      let chance = item[item.index(after: colon)...].trimmingSpace
      guard let written = try? WrittenAmount(amount, decimal: .point), !written.isRange else {
        throw .amount(String(amount))
      }
      guard let number = Int(month) else { throw .month(String(month)) }
      // Without its sign a bare 1 may be one per cent as well as certain.
      guard chance.last == "%", let percent = Ratio(decimal: chance.dropLast().trimmingSpace),
        let share = try? percent / 100
      else { throw .chance(String(chance)) }
      deals.append(OpenDeal(amount: written.lower, month: number, chance: share))
    }
    try self.init(deals)
  }

  /// The pipeline as it is read, with exact decimals.
  package var text: String {
    deals.map { "\($0.amount.decimal)@\($0.month):\($0.chance.percent)" }.joined(separator: ",")
  }
}

/// What is wrong with a pipeline.
package enum PipelineFailure: Error, Hashable, Sendable {
  /// A deal is not an amount, a month and a chance.
  case form(String)
  /// An amount cannot be read, or is nothing that could be sold.
  case amount(String)
  /// A month is none of the twelve.
  case month(String)
  /// A chance is not from 0 % to 100 %, or has no sign.
  case chance(String)
  /// There are more deals than are looked at.
  case tooMany(Int)

  /// What is wrong.
  package var message: Inline {
    switch self {
    case .form(let text): "\"\(text)\" is not an open deal"
    case .amount(let text): "\"\(text)\" is not the amount of an open deal"
    case .month(let text): "\"\(text)\" is not the number of a month, from 1 to 12"
    case .chance(let text): "\"\(text)\" is not a chance from 0% to 100%"
    case .tooMany(let count):
      "\(.number(count)) open deals are more than the \(.number(DealPipeline.limit)) that are looked at"
    }
  }

  /// What to do about it.
  package var remedy: Inline {
    switch self {
    case .form, .amount, .month, .chance:
      "write an amount, the month in which it would close, and the chance that it is won: \(.code(DealPipeline.example)), with commas between deals"
    case .tooMany: "put the small ones together"
    }
  }
}

extension Ratio {
  /// The exact decimal where there is one with up to twelve places, else the nearest one of twelve.
  package var decimal: String {
    var text = fixedPoint(places: 12)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The same of a fraction of one as a percentage.
  fileprivate var percent: String { ((try? self * 100) ?? self).decimal + "%" }
}

extension Substring {
  fileprivate var trimmingSpace: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
