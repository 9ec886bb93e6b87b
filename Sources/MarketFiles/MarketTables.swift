internal import Findings
internal import MarketPricing
public import Tables

extension TableKind {
  /// What surveys say about the pay of jobs.
  ///
  /// A percentile whose column does not say of which pay it is has the role of its number, such as "p50".
  public static let surveys: TableKind = TableKind(
    "surveys", "survey cuts: percentiles of pay by job",
    [
      TableRole("survey", .text), TableRole("job_code", .text), TableRole("job_title", .text),
      TableRole("level", .text), TableRole("scope", .text), TableRole("location", .text),
      TableRole("organizations", .amount), TableRole("incumbents", .amount),
      TableRole("effective_date", .month), TableRole("aged_to", .month),
      TableRole("currency", .currency), TableRole("pay_basis", .text),
      TableRole("weighted_mean", .text),
    ]
      + (PayElement.allCases.map { $0.rawValue + "_" } + [""]).flatMap { prefix in
        PayPercentiles.usual.map { TableRole("\(prefix)p\($0)", .amount) }
      })

  /// Which jobs of surveys an own job is matched to.
  public static let matches: TableKind = TableKind(
    "matches", "matches of jobs to surveys", standsBeside: true,
    [
      TableRole("job", .text, isNeeded: true), TableRole("title", .text),
      TableRole("grade", .text), TableRole("points", .amount), TableRole("survey", .text),
      TableRole("survey_job", .text, isNeeded: true), TableRole("adjustment", .text),
      TableRole("reason", .text), TableRole("weight", .share),
    ])

  /// The grades of a pay structure.
  public static let grades: TableKind = TableKind(
    "grades", "pay structure", identity: "grade", standsBeside: true,
    [
      TableRole("grade", .text, isNeeded: true), TableRole("points", .amount),
      TableRole("minimum", .amount, aliases: ["min"]),
      TableRole("midpoint", .amount, aliases: ["mid"]),
      TableRole("maximum", .amount, aliases: ["max"]), TableRole("spread", .share),
      TableRole("currency", .currency),
    ])

  /// Jobs with their market pay; what `price` writes is one.
  public static let benchmarks: TableKind = TableKind(
    "benchmarks", "priced jobs", standsBeside: true,
    [
      TableRole("job", .text, isNeeded: true), TableRole("title", .text),
      TableRole("grade", .text), TableRole("points", .amount),
      TableRole("market", .amount, isNeeded: true, aliases: ["p50"]),
      TableRole("currency", .currency),
    ])

  /// People in grades, with their pay.
  public static let employees: TableKind = TableKind(
    "employees", "employees in grades", identity: "employee", hasFurtherColumns: true,
    [
      TableRole("employee", .text, isNeeded: true), TableRole("grade", .text, isNeeded: true),
      TableRole("salary", .amount, isNeeded: true), TableRole("rating", .text),
      TableRole("eligible_from", .date), TableRole("protected_leave", .flag),
      TableRole("currency", .currency), TableRole("pay_period", .text),
      TableRole("fte", .share), TableRole("hours", .amount),
    ])

  /// People with their pay, to be ranked in a market.
  public static let staff: TableKind = TableKind(
    "staff", "people with their pay", identity: "employee", standsBeside: true,
    [
      TableRole("employee", .text, isNeeded: true), TableRole("salary", .amount, isNeeded: true),
      TableRole("title", .text), TableRole("occupation", .text), TableRole("area", .text),
      TableRole("currency", .currency), TableRole("pay_period", .text),
      TableRole("fte", .share), TableRole("hours", .amount),
    ])

  /// Increases by rating; the other columns are named by where their zones begin.
  public static let meritMatrix: TableKind = TableKind(
    "matrix", "merit matrix", standsBeside: true, [TableRole("rating", .text, isNeeded: true)])

  /// The tables that markets are priced with and pay is held against.
  public static let ofMarkets: [TableKind] = [
    .surveys, .matches, .grades, .benchmarks, .employees, .staff, .meritMatrix,
  ]
}
