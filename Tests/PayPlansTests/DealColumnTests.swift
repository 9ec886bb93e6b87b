import Findings
import PayPlans
import PlanFiles
import Testing

@Suite("Columns of deals that a plan looks at")
struct DealColumnTests {
  /// Each key that names a column names one of its own, so that none can be forgotten.
  static let plan = """
    plan: Columns
    currency: USD
    measures:
      sales:
        where: {stage: Won}
        credit: margin
        multiply: {product: {Search: 2}, discount: [{to: 10%, times: 1}, {times: 0.5}]}
      seats: {unit: licences}
    components:
      - {commission: C, measure: sales, period: month, pay: 10%}
      - {bonus: B, measure: seats, period: year, at: 10, pay: 100}
      - {spiff: S, pay: 5 each, where: {region: West}}
    clawback: {within: 90 days, of: returned}
    paid: {close_date: 50%, invoice_date + 30 days: 50%}
    versions:
      - from: 2021-07-01
        components:
          - {spiff: S, pay: 5 each, where: {segment: SMB}}
    """

  @Test("Every key that names a column, of the plan and of its versions")
  func columns() throws {
    let columns = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan.dealColumns
    #expect(columns.names([.text]) == ["stage", "product", "region", "segment"])
    #expect(columns.names([.factor]) == ["discount"])
    #expect(columns.names([.credit]) == ["margin", "licences"])
    #expect(columns.cancellations == ["cancelled_date", "returned"])
    #expect(columns.payments == ["invoice_date"])
  }

  @Test("A deals file without them is refused, column by column")
  func missing() throws {
    let plan = try Plan.read(yaml: Self.plan, file: "plan.yaml").plan
    let failure = #expect(throws: InputFailure.self) {
      try Deals.read(
        csv: "deal_id,rep,close_date,amount\n1,ann,2021-02-01,1\n", file: "deals.csv", for: plan)
    }
    let messages = failure?.log.findings.map(\.message.plainText) ?? []
    #expect(
      messages
        == [
          "returned", "invoice_date", "discount", "margin", "licences", "stage", "product",
          "region", "segment",
        ].map { "there is no column \"\($0)\", which the plan refers to" })
  }
}
