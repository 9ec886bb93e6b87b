import Amounts
import Answers
import Findings
import Foundation
import LedgerAnswers
import LedgerFiles
import PayAnswers
import PayLedger
import TestSupport
import Testing

/// The sample company of `datasets/closing`, whose months are closed in a scratch folder.
struct Closing {
  static let folder = "\(Checkout.datasets)/closing"

  let ledger: String

  init(in folder: borrowing ScratchFolder, name: String = "pay.ledger") {
    ledger = folder.url.appending(path: name).path
  }

  static func stamp(_ day: String, version: String = "1") throws -> LedgerStamp {
    LedgerStamp(by: "ops", on: try #require(CalendarDate(iso: day)), version: version)
  }

  static func inputs(_ month: Int) -> PayInputs {
    PayInputs(
      plans: ["\(folder)/plan.yaml"], deals: "\(folder)/deals-2026-0\(month).csv",
      files: PayFiles(roster: "\(folder)/roster.csv"))
  }

  func begin(_ first: String = "2026-01") throws {
    _ = try LedgerBeginning(ledger, first: first, Self.stamp("2026-01-31")).answer()
  }

  @discardableResult
  func calculate(
    _ month: Int, _ inputs: PayInputs? = nil, reversed: Set<String> = [], day: String? = nil,
    version: String = "1"
  ) throws -> Reply<LedgerMonth> {
    try LedgerCalculation(
      ledger, "2026-0\(month)", inputs ?? Self.inputs(month), reversed: reversed,
      Self.stamp(day ?? "2026-0\(month + 1)-02", version: version)
    ).answer()
  }

  @discardableResult
  func act(_ act: LedgerQuestion.Act, _ day: String) throws -> LedgerStatus {
    try LedgerQuestion(ledger, act, Self.stamp(day)).answer().answer
  }

  @discardableResult
  func payroll(_ month: Int, _ template: String = "general") throws -> Reply<PayrollRegister> {
    try LedgerPayroll(
      ledger, "2026-0\(month)", template: "\(Checkout.datasets)/payroll/\(template).yaml",
      Self.stamp("2026-0\(month + 1)-04")
    ).answer()
  }

  /// Calculates, approves and closes a month.
  @discardableResult
  func close(_ month: Int, _ inputs: PayInputs? = nil, day: String? = nil) throws
    -> Reply<LedgerMonth>
  {
    let reply = try calculate(month, inputs, day: day)
    try act(.approve("2026-0\(month)"), day ?? "2026-0\(month + 1)-03")
    try act(.close("2026-0\(month)"), day ?? "2026-0\(month + 1)-03")
    return reply
  }

  func pay(_ month: Int) throws {
    try payroll(month)
    try act(.pay("2026-0\(month)"), "2026-0\(month + 1)-05")
  }

  func contents() throws -> LedgerContents { try LedgerFile(opening: ledger).contents() }
}

/// The kinds of what a question says is wrong.
func refusal(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch {
    return (error as? InputFailure)?.log.findings.map(\.kind.rawValue) ?? ["\(error)"]
  }
}
