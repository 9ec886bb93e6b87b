internal import Amounts
internal import Findings

extension Statement {
  /// Warns of returns that take more than the sale of the same amount was paid, or nothing of it.
  ///
  /// A return is credit on its own day, and nothing says which sale it belongs to. The last sale of
  /// its amount before it is probably the one, so that what the two were paid can be compared.
  func returnFindings(_ deals: Deals, rows: [Int]) -> [Finding] {
    guard rows.contains(where: { deals.rows[$0].amount < .zero }) else { return [] }
    var pay: [String: [String: Money]] = [:]
    for line in lines where line.kind == .deal {
      if let deal = line.deal { pay[line.component, default: [:]][deal] = line.pay }
    }
    var findings: [Finding] = []
    for (position, row) in rows.enumerated() where deals.rows[row].amount < .zero {
      let back = deals.rows[row]
      let sale = rows[..<position].last { deals.rows[$0].amount == -back.amount }
      guard let sale = sale.map({ deals.rows[$0] }) else { continue }
      for component in components.map({ $0.component }) {
        guard let taken = pay[component]?[back.id], let paid = pay[component]?[sale.id],
          paid.minorUnits > 0
        else { continue }
        let message: Inline
        if taken.minorUnits == 0 {
          message =
            "the return \"\(back.id)\" takes nothing of the \(paid) that \"\(component)\" paid for \"\(sale.id)\": a return is paid at the rates of its own day"
        } else if paid < -taken {
          message =
            "the return \"\(back.id)\" takes \(-taken), more than the \(paid) that \"\(component)\" paid for \"\(sale.id)\": a return is paid at the rates of its own day"
        } else {
          continue
        }
        findings.append(
          Finding(
            "deals.return", .warning, at: deals.place(line: back.line), message,
            remedy:
              "if it belongs to that sale, write a cancelled date in the row of the sale instead"))
      }
    }
    return findings
  }
}
