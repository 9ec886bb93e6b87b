internal import Findings
public import Tables

extension TableKind {
  /// Deals: what a plan is run on.
  public static let deals: TableKind = TableKind(
    "deals", "deals", identity: "deal_id", hasFurtherColumns: true, canBeOfOnePerson: true,
    [
      TableRole("deal_id", .identifier), TableRole("rep", .text, isNeeded: true),
      TableRole("close_date", .date, isNeeded: true),
      TableRole("amount", .amount, isNeeded: true), TableRole("currency", .currency),
      TableRole("converted_amount", .amount), TableRole("converted_currency", .currency),
      TableRole("share", .share), TableRole("split_amount", .amount),
      TableRole("split_type", .text),
      TableRole("split_owner", .text),
      TableRole("stage", .text), TableRole("won", .flag),
      TableRole("cancelled_date", .date), TableRole("account", .text),
      TableRole("deal_name", .text), TableRole("product", .text),
    ])

  /// The people on a plan.
  public static let roster: TableKind = TableKind(
    "roster", "roster of people", identity: "rep", hasFurtherColumns: true, standsBeside: true,
    [
      TableRole("rep", .text, isNeeded: true), TableRole("plan", .text), TableRole("name", .text),
      TableRole("manager", .text), TableRole("hire_date", .date), TableRole("end_date", .date),
      TableRole("base", .amount), TableRole("variable", .amount), TableRole("quota", .amount),
      TableRole("from", .date), TableRole("until", .date),
      TableRole("leave_start", .date), TableRole("leave_end", .date),
      TableRole("employee_id", .text), TableRole("email", .text),
      TableRole("currency", .currency),
    ])

  /// Scores of objectives and scored measures.
  public static let scores: TableKind = TableKind(
    "scores", "scores", standsBeside: true,
    [
      TableRole("rep", .text, isNeeded: true), TableRole("period_end", .date, isNeeded: true),
      TableRole("name", .text, isNeeded: true), TableRole("score", .share, isNeeded: true),
    ])

  /// What customers paid for deals.
  public static let receipts: TableKind = TableKind(
    "receipts", "payments of customers", standsBeside: true,
    [
      TableRole("deal_id", .text, isNeeded: true, aliases: ["deal"]),
      TableRole("date", .date, isNeeded: true), TableRole("amount", .amount, isNeeded: true),
      TableRole("currency", .currency),
    ])

  /// What was paid, to be held against what was owed.
  public static let payments: TableKind = TableKind(
    "payments", "payments", standsBeside: true,
    [
      TableRole("rep", .text, isNeeded: true),
      TableRole("paid", .amount, isNeeded: true, aliases: ["amount", "incentive_paid"]),
      TableRole("period", .text, aliases: ["month"]),
      TableRole("deal_id", .text, aliases: ["deal"]), TableRole("component", .text),
      TableRole("currency", .currency), TableRole("pay_date", .date), TableRole("plan", .text),
    ])

  /// Amounts that are added to statements by hand.
  public static let adjustments: TableKind = TableKind(
    "adjustments", "adjustments", standsBeside: true,
    [
      TableRole("rep", .text, isNeeded: true), TableRole("date", .date, isNeeded: true),
      TableRole("amount", .amount, isNeeded: true), TableRole("reason", .text, isNeeded: true),
      TableRole("currency", .currency),
    ])

  /// What a unit of a currency was worth in a month.
  public static let rates: TableKind = TableKind(
    "rates", "exchange rates", standsBeside: true,
    [
      TableRole("currency", .currency, isNeeded: true), TableRole("month", .month, isNeeded: true),
      TableRole("rate", .rate, isNeeded: true), TableRole("to", .currency),
    ])

  /// The tables that plans are run on.
  public static let ofPlans: [TableKind] = [
    .deals, .roster, .scores, .payments, .adjustments, .rates, .receipts,
  ]
}
