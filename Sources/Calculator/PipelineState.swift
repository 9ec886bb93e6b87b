internal import Amounts
internal import Simulation

/// What the controls of a page say of open deals.
///
/// The key `deals` has a whole pipeline, as the address of a page keeps it; `deal` one deal of it. With `typed-`
/// before it, `deal` has what a person wrote: the amount, the number of the month and the chance, with `|` between.
package struct PipelineState {
  /// A deal as far as it can be read.
  struct Row {
    /// The deal; nil where something of it is missing or cannot be read.
    var deal: DealPipeline.OpenDeal?
    /// Whether an amount is there that is none.
    var isAmountUnreadable = false
    /// Whether a chance is there that is none.
    var isChanceUnreadable = false
  }

  /// The deals, in their order.
  var rows: [Row] = []
  /// The calendar month up to which what is sold was sold; nil for that before the first open deal.
  var through: Int?
  /// Whether the pipeline is to be priced, which takes longer than a slider moves.
  var isPriced = false
  /// Whether nothing else is asked.
  var isAlone = false

  /// Takes a line of a state if it is about open deals.
  ///
  /// - Parameters:
  ///   - key: The key, without the mark of what was typed.
  ///   - value: The value.
  ///   - isTyped: Whether a person wrote it.
  ///   - decimal: How people write decimals.
  /// - Returns: Whether the line was one of these.
  mutating func take(
    _ key: Substring, _ value: Substring, isTyped: Bool, _ decimal: DecimalConvention
  ) -> Bool {
    switch key {
    case "deal" where isTyped: rows.append(Row(typed: value, decimal))
    case "deal", "deals":
      // Whoever wrote an address by hand sees an empty row for what it does not say.
      let read = try? DealPipeline(String(value))
      rows += read?.deals.map { Row(deal: $0) } ?? [Row()]
    case "through": through = Int(value).flatMap { 1...12 ~= $0 ? $0 : nil }
    case "pipeline": (isPriced, isAlone) = (true, value == "alone")
    default: return false
    }
    return true
  }

  /// The deals that can be priced.
  var deals: [DealPipeline.OpenDeal] { rows.compactMap { $0.deal } }

  /// The lines for the address of the page.
  var lines: [String] {
    var lines: [String] = []
    if let pipeline = try? DealPipeline(deals), !deals.isEmpty {
      lines.append("deals=\(pipeline.text)")
    }
    if let through { lines.append("through=\(through)") }
    return lines
  }
}

extension PipelineState.Row {
  /// Reads what a person wrote.
  init(typed text: Substring, _ decimal: DecimalConvention) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return }
    let amount = PageState.typed(parts[0], decimal, isShare: false)
    let chance = PageState.typed(parts[2], decimal, isShare: true)
    isAmountUnreadable = !parts[0].isEmpty && amount == nil
    isChanceUnreadable = !parts[2].isEmpty && chance == nil
    guard let amount, let chance, let month = Int(parts[1]) else { return }
    deal = DealPipeline.OpenDeal(amount: amount, month: month, chance: chance)
    // A pipeline of one refuses what no deal can be.
    do throws(PipelineFailure) {
      _ = try DealPipeline([.init(amount: amount, month: month, chance: chance)])
    } catch {
      deal = nil
      switch error {
      case .chance: isChanceUnreadable = true
      default: isAmountUnreadable = true
      }
    }
  }
}
