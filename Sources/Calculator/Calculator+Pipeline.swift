internal import Amounts
internal import Findings
internal import PayPlans
internal import Phrases
internal import Reporting
internal import Simulation

extension Calculator {
  /// The open deals and what they do to pay, on top of what is sold.
  func pipeline(_ shown: Shown, _ state: PageState) throws(ArithmeticFailure) -> JSONValue {
    let plan = shown.position.plan
    guard let sales = shown.position.sales, plan.pipelineObstacle == nil else {
      let obstacle = plan.pipelineObstacle ?? .empty
      return ["obstacle": say(obstacle)]
    }
    let months = (0..<12).map { plan.calendarMonth(ofPlanMonth: $0) }
    let deals = state.pipeline.deals
    let through = state.pipeline.through ?? months[plan.monthsSold(before: deals) - 1]
    var members: [JSONValue.Member] = [
      .init(
        "months",
        .array(months.map { ["value": .string("\($0)"), "text": say(.monthName($0))] })),
      .init("through", .string("\(through)")),
    ]
    var pipeline: DealPipeline?
    do throws(PipelineFailure) {
      pipeline = try DealPipeline(deals)
    } catch {
      members.append(.init("fault", say("\(error.message); \(error.remedy).")))
    }
    var outlook: PipelineOutlook?
    if state.pipeline.isPriced, !deals.isEmpty, let pipeline {
      outlook = try PipelineOutlook(
        pipeline, on: shown.position.quota.map { plan.withQuota($0) } ?? plan, sales: sales,
        inFirst: plan.planMonth(ofCalendarMonth: through) + 1)
    }
    members.append(.init("deals", .array(rows(state.pipeline, outlook, plan.currency))))
    guard let outlook else { return .object(members) }
    members.append(.init("rows", table(outlook.figures(in: plan.currency))))
    members.append(.init("words", .array(outlook.basis(of: plan).map { say($0) })))
    let chart = outlook.chart(in: plan.currency).translated(by: book)
    members.append(
      .init(
        "chart",
        .string(chart.svg(.inline, width: state.isNarrow ? Chart.telephoneWidth : Chart.pageWidth)))
    )
    members.append(.init("chartWords", .string(chart.summary.plainText)))
    return .object(members)
  }

  /// Every deal of the list, with what it is worth where that is known.
  private func rows(
    _ state: PipelineState, _ outlook: PipelineOutlook?, _ currency: Currency
  ) -> [JSONValue] {
    var worths = (outlook?.worths ?? [])[...]
    return state.rows.map { row in
      guard let deal = row.deal else {
        return [
          "amountFault": .bool(row.isAmountUnreadable),
          "chanceFault": .bool(row.isChanceUnreadable),
        ]
      }
      var members: [JSONValue.Member] = [
        .init("amount", say(.plain(deal.amount))), .init("month", .string("\(deal.month)")),
        .init("chance", say(.rate(deal.chance))),
      ]
      if let pipeline = try? DealPipeline([deal]) {
        members.append(.init("text", .string(pipeline.text)))
      }
      if let worth = worths.popFirst() {
        members.append(.init("worth", say(worth.worth.money(currency, sign: .always))))
      }
      return .object(members)
    }
  }
}
