import Foundation
import TestSupport
import Testing

/// What a verb accepts changes its answer or is refused: an option that does nothing is taken to have
/// worked.
@Suite("Options have an effect")
struct OptionEffectTests {
  /// A call of a verb, and options that are added to it, each in a call of its own.
  struct Case: CustomTestStringConvertible {
    var call: String
    var options: [String]
    var testDescription: String { call }
  }

  private static let plan = "datasets/plans/account-executive-2021.yaml"
  private static let team =
    "datasets/plans/marginal-accelerators.yaml datasets/deals/team-2021.csv "
    + "--roster datasets/deals/team-2021-roster.csv --rates datasets/deals/team-2021-rates.csv"
  private static let people = "datasets/examples/sales-people.csv"
  private static let surveys =
    "--surveys datasets/examples/survey-north.csv datasets/examples/survey-harbor.csv "
    + "datasets/examples/survey-civic.csv"
  private static let published = "datasets/oews-2022-sector.csv --occupation 41-3091"

  private static let reading = [
    "--encoding utf-16le", "--delimiter ;", "--map base_pay=age", "--mapping nowhere.csv",
    "--pay total", "--expect-rows 5", "--pay-period month", "--currency EUR", "--rates nowhere.csv",
    "--keep duplicat",
  ]
  private static let market = [
    "--where level=senior", "--weight survey_weight --weight-kind sampling",
    "--weight-kind sampling", "--cluster employer", "--strata state --lonely-units center",
    "--lonely-units center", "--quantile-type 1", "--confidence 90%", "--age-to 2023-05",
    "--age-by 3%", "--simple", "--extrapolate 3%", "--date 2021-13", "--datasets nowhere",
  ]
  private static let precision = [
    "--interval none", "--interval bootstrap --replicates 50", "--interval bootstrap --seed 2",
    "--replicates 50", "--seed 2",
  ]
  private static let offers = [
    "--years 2", "--risk-aversion 5", "--net", "--net --filing-status married_joint",
    "--filing-status married_joint", "--cost-of-living datasets/offers/cost-of-living.csv",
    "--trials 300", "--seed 2", "--net --datasets nowhere", "--reference-quota 900000",
  ]
  private static let terms = [
    "--name Other", "--currency EUR", "--base 50000", "--variable 50000", "--quota 500000",
    "--period month", "--rate 9%", "--accelerators 100%=2x", "--threshold 50%", "--cap 300%",
    "--kicker 5000", "--ramp 50%", "--draw 3000", "--draw-kind added", "--draw-months 3",
    "--draw 3000 --draw-kind added", "--draw 3000 --draw-months 3", "--guarantee 50%",
    "--guarantee-months 6", "--guarantee 50% --guarantee-months 6", "--clawback 90d",
  ]
  private static let model = ["--model index-43", "--trials 300", "--seed 2"]

  static let cases: [Case] = [
    Case(
      call: "compare PEOPLE --by gender",
      options: reading + market + precision + [
        "--by level", "--occupation 41-3091", "--pool", "--no-baseline", "--adjust experience",
        "--adjustment bh", "--min-contributors 100", "--max-share 1%",
      ]),
    Case(
      call: "compare PUBLISHED",
      options: reading + market + precision + [
        "--by occupation", "--occupation 41-4012", "--pool", "--no-baseline", "--adjust level",
        "--adjustment bh", "--min-contributors 5", "--max-share 25%", "--title broker",
        "--area Texas",
      ]),
    Case(
      call: "gap PEOPLE --between gender",
      options: reading + market + precision + [
        "--between state", "--groups woman,man", "--adjust level", "--reference cotton",
        "--by level",
        "--smallest-group 3",
      ]),
    Case(call: "gap PEOPLE --between gender --by level", options: ["--smallest-group 40"]),
    Case(call: "gap PEOPLE --between gender --adjust level", options: ["--reference cotton"]),
    Case(
      call: "rank 72000 PEOPLE",
      options: reading + market + ["--by level", "--occupation 41-3091", "--range 50000..90000"]),
    Case(
      call: "rank 72000 PUBLISHED",
      options: reading + market + [
        "--by occupation", "--range 50000..90000", "--title broker", "--area Texas",
      ]),
    Case(
      call: "rank datasets/oews-2025-state.csv --people datasets/examples/sales-staff.csv",
      options: reading + market + [
        "--by occupation", "--range 50000..90000", "--title broker", "--area TX",
        "--occupation 41-3091", "--people nowhere.csv",
      ]),
    Case(
      call: "rank PEOPLE --people datasets/examples/sales-staff.csv",
      options: reading + market + ["--by level", "--title broker", "--area TX"]),
    Case(
      call: "check PEOPLE",
      options: reading.filter { !$0.hasPrefix("--pay-period") } + [
        "--readings", "--schema", "--datasets nowhere", "--plan nowhere.yaml",
        "--roster nowhere.csv",
      ]),
    Case(
      call: "check PLAN", options: ["--readings", "--schema"] + reading + ["--strict"]),
    Case(
      call: "page --offers ontarget:offers/harbor", options: ["--offers ontarget:offers/northwind"]),
    Case(call: "page PLAN", options: ["--quota 600000", "--model lognormal:mean=0.95,cv=0.35"]),
    Case(
      call: "simulate PLAN",
      options: model + [
        "--quota 600000", "--sales 500000", "--attainment 50%", "--exact", "--at-least 100000",
        "--selling ranked:accounts=5,mean=0.95,chance=60% --trials 20", "--new-hire",
        "--sensitivity", "--team 5", "--market 10%", "--goal 1000000", "--reference-quota 500000",
        "--pipeline 120k@9:60%", "--closed-through 6", "--shard 1/2",
      ]),
    Case(
      call: "simulate PLAN --sales 400000 --pipeline 120k@9:60%,80k@10:35%",
      options: model + [
        "--quota 600000", "--attainment 50%", "--exact", "--at-least 100000",
        "--selling ranked:accounts=5,mean=0.95,chance=60%", "--new-hire", "--sensitivity",
        "--team 5", "--market 10%", "--goal 1000000", "--reference-quota 500000",
        "--closed-through 6", "--shard 1/2",
      ]),
    Case(
      call: "simulate PLAN --trials 200",
      options: model + [
        "--quota 600000", "--sales 500000", "--attainment 50%", "--exact", "--at-least 100000",
        "--new-hire", "--sensitivity", "--team 5", "--market 10%", "--goal 1000000",
        "--team 5 --market 10%", "--team 5 --goal 1000000", "--reference-quota 500000",
      ]),
    Case(
      call: "simulate datasets/plans/marginal-accelerators.yaml "
        + "datasets/plans/manager-override.yaml --roster datasets/deals/team-2021-roster.csv "
        + "--trials 200",
      options: model + [
        "--roster nowhere.csv", "--market 10%", "--goal 1000000", "--reference-quota 500000",
        "--quota 600000", "--sales 500000", "--attainment 50%", "--exact", "--at-least 100000",
        "--selling ranked:accounts=5,mean=0.95,chance=60%", "--new-hire", "--sensitivity",
        "--team 5",
      ]),
    Case(
      call: "simulate PLAN --exact",
      options: [
        "--model index-43", "--trials 300", "--seed 2", "--threads 1", "--quota 600000",
        "--at-least 100000", "--team 5", "--team 5 --goal 3000000", "--team 5 --market 10%",
        "--sensitivity", "--reference-quota 500000",
      ]),
    Case(
      call: "simulate datasets/plans/new-hire-ramp.yaml --trials 20 "
        + "--selling ranked:accounts=5,mean=0.95,chance=60%",
      options: [
        "--model index-43", "--trials 30", "--seed 2", "--quota 600000", "--sales 5",
        "--attainment 50%", "--exact", "--at-least 50000", "--new-hire", "--sensitivity",
        "--team 5", "--market 10%", "--goal 1000000", "--reference-quota 500000",
      ]),
    Case(
      call: "solve PLAN --find rate --cost 150000",
      options: ["--model index-43"] + [
        "--share 50%", "--risk 20%", "--pay 150000", "--component quota", "--find cap",
        "--reference-quota 500000", "--model empirical:HISTORY",
        "--cost 140000",
      ]),
    Case(
      call: "solve PLAN --find quota --share 50%",
      options: [
        "--component Commission", "--model normal:mean=1,sd=0.2",
      ]),
    Case(
      call: "solve PLAN --find mix --risk 20%",
      options: ["--component Commission", "--model normal:mean=1,sd=0.2"]),
    Case(
      call: "solve PLAN --find attainment --pay 150000",
      options: [
        "--model index-43", "--component Commission", "--reference-quota 500000", "--pay 140000",
      ]),
    Case(call: "fit HISTORY", options: ["--column year", "--seed 2"]),
    Case(
      call: "gifts datasets/gifts/register-2026.csv",
      options: ["--year rolling", "--near 5%", "--datasets nowhere"]),
    Case(
      call: "price SURVEYS --matches datasets/examples/job-matches.csv --scope All "
        + "--age-to 2026-07-01 --age-by 3.5%",
      options: [
        "--age-to 2026-07-02", "--age-by 3%", "--age-by Northlight=3%", "--aging compound",
        "--day-count days", "--weights incumbents", "--weight Civic=50%", "--adjust N-ACC=5%",
        "--geographic 1.1", "--min-organizations 20", "--min-incumbents 50", "--scope nowhere",
        "--location Texas", "--currency EUR", "--element total_cash", "--round 1000",
        "--plan-year 2027-01-01", "--policy lag", "--datasets nowhere",
      ]),
    Case(
      call: "price N-SAC --surveys datasets/examples/survey-north.csv "
        + "--plan-year 2026-01-01 --age-by 3%",
      options: [
        "--policy lag", "--adjust N-SAC=5%", "--effective 2025-01-32", "--location Texas",
        "--matches nowhere.csv", "--surveys nowhere.csv",
      ]),
    Case(
      call: "ranges datasets/examples/priced-jobs.csv --spread 50%",
      options: [
        "--grades datasets/examples/pay-grades.csv", "--spread 60%", "--round-midpoint 1000",
        "--round-minimum 1000", "--currency EUR", "--midpoint 40000", "--progression 15%",
        "--count 5", "--line linear", "--policy 105%",
        "--people datasets/examples/employees.csv", "--by gender",
        "--people datasets/examples/employees.csv --by gender",
      ]),
    Case(
      call: "ranges --midpoint 40000 --progression 15% --count 6 --spread 50%",
      options: ["--line linear", "--policy 105%", "--currency EUR", "--progression 10%"]),
    Case(
      call: "merit datasets/examples/employees.csv --grades datasets/examples/pay-grades.csv "
        + "--matrix datasets/examples/merit-matrix.csv --budget 3.5%",
      options: [
        "--budget 4%", "--matrix nowhere.csv", "--grades nowhere.csv", "--position penetration",
        "--at-maximum cap", "--minimum-first", "--period 2025-01-01..2025-12-31",
        "--part-by months", "--part-places 2",
        "--period 2025-01-01..2025-12-31 --part-by months",
        "--period 2025-01-01..2025-12-31 --part-places 1", "--round 100", "--by gender",
        "--currency EUR", "--spread 60%", "--round-midpoint 100", "--round-minimum 10",
      ]),
    Case(
      call: "merit datasets/examples/employees.csv --grades datasets/examples/pay-grades.csv "
        + "--matrix datasets/examples/merit-matrix.csv --budget 8%",
      options: ["--at-maximum lump-sum"]),
    Case(
      call: "merit datasets/examples/employees.csv --grades datasets/examples/pay-grades.csv "
        + "--matrix datasets/examples/merit-percentages.csv --budget 3.5%",
      options: ["--fit points"]),
    Case(
      call: "offers datasets/offers/northwind.yaml datasets/offers/harbor.yaml --trials 200",
      options: offers),
    Case(
      call: "report offers datasets/offers/northwind.yaml datasets/offers/harbor.yaml --trials 200",
      options: offers + ["--section years"]),
    Case(
      call: "report gap datasets/examples/payroll.csv --rules uk --year 2026",
      options: [
        "--rules eu", "--year 2025", "--public-body", "--pay-period month", "--full-time 38.5",
        "--smallest-group 100", "--section quarters", "--datasets nowhere",
      ]),
    Case(
      call: "report gap datasets/examples/gap-filings.csv",
      options: [
        "--rules uk", "--year 2026", "--public-body", "--pay-period month", "--full-time 38.5",
        "--smallest-group 100", "--section summary", "--datasets nowhere",
      ]),
    Case(
      call: "path datasets/ladders/technology-sales.yaml --trials 200",
      options: ["--years 5", "--discount 5%", "--trials 300", "--seed 2"]),
    Case(call: "path --trials 200", options: ["--datasets nowhere"]),
    Case(
      call: "pay TEAM",
      options: [
        "--roster nowhere.csv", "--rates nowhere.csv", "--scores nowhere.csv",
        "--adjustments datasets/deals/team-2021-adjustments.csv", "--period 2021-Q2", "--rep kim",
        "--explain S1001", "--keep manager", "--as-of 2021-06", "--receipts nowhere.csv",
        "--interactive", "--starts 2021-02-01", "--expect-rows 5",
      ]),
    Case(
      call: "split TEAM --into 2",
      options: [
        "--roster nowhere.csv", "--rates nowhere.csv", "--scores nowhere.csv",
        "--adjustments nowhere.csv", "--as-of 2021-06", "--receipts nowhere.csv",
        "--starts 2021-02-01", "--expect-rows 5",
      ]),
    Case(
      call: "pay TEAM --explain S1001",
      options: [
        "--roster nowhere.csv", "--rates nowhere.csv", "--period 2021-Q2", "--rep kim",
        "--keep manager", "--as-of 2020-12",
      ]),
    Case(
      call: "diff datasets/plans/marginal-accelerators-2020.yaml "
        + "datasets/plans/marginal-accelerators.yaml --deals datasets/deals/team-2021.csv "
        + "--roster datasets/deals/team-2021-roster.csv --rates datasets/deals/team-2021-rates.csv",
      options: [
        "--deals nowhere.csv", "--roster nowhere.csv", "--rates nowhere.csv",
        "--scores nowhere.csv", "--adjustments datasets/deals/team-2021-adjustments.csv",
        "--as-of 2021-06", "--new-deals datasets/deals/team-2021.csv",
        "--new-roster datasets/examples/crm-roster.csv", "--new-rates nowhere.csv",
        "--new-scores nowhere.csv",
        "--new-adjustments datasets/deals/team-2021-adjustments.csv",
        "--receipts nowhere.csv", "--new-receipts nowhere.csv",
        "--with datasets/plans/manager-override.yaml",
      ]),
    Case(
      call: "quotas 3000000 --roster datasets/examples/quota-roster.csv --starts 2026-01-01 "
        + "--trials 500",
      options: [
        "--roster nowhere.csv", "--plan datasets/plans/flat-rate.yaml", "--by potential",
        "--by equal=50%,potential=50%", "--history datasets/examples/quota-history.csv",
        "--over-assignment 10%", "--manager-over-assignment 5%", "--ramp 25%,50%,75%",
        "--starts 2026-04-01", "--minimum 500000", "--maximum 550000", "--round-to 1000",
        "--seasonality 22%,24%,26%,28%", "--model index-43", "--trials 600", "--seed 2",
        "--correlation 0.3",
      ]),
    Case(
      call: "reconcile TEAM datasets/deals/team-2021-paid.csv",
      options: [
        "--roster nowhere.csv", "--rates nowhere.csv", "--scores nowhere.csv",
        "--adjustments datasets/deals/team-2021-adjustments.csv", "--period 2021-Q2",
        "--as-of 2021-06", "--receipts nowhere.csv",
      ]),
    Case(
      call: "report statements TEAM",
      options: [
        "--roster nowhere.csv", "--rates nowhere.csv", "--scores nowhere.csv",
        "--adjustments datasets/deals/team-2021-adjustments.csv", "--period 2021-Q2", "--rep kim",
        "--section people", "--keep manager", "--as-of 2021-06", "--receipts nowhere.csv",
        "--ledger nowhere.ledger", "--interactive",
      ]),
    Case(
      call: "report plan-review PLAN --trials 200",
      options: model + [
        "--previous datasets/plans/flat-rate.yaml", "--deals datasets/deals/team-2021.csv",
        "--roster nowhere.csv", "--rates nowhere.csv", "--scores nowhere.csv",
        "--adjustments nowhere.csv", "--receipts nowhere.csv", "--as-of 2021-06",
        "--reference-quota 500000", "--team 5",
        "--market 10%",
        "--goal 1000000", "--team 5 --market 10%", "--team 5 --goal 1000000", "--section cost",
      ]),
    Case(
      call: "report salary --trials 200",
      options: model + [
        "--plan datasets/plans/cliff.yaml", "--role nowhere.yaml", "--quota 500000",
        "--sales 500000", "--attainment 50%", "--data PEOPLE", "--by level", "--where level=senior",
        "--data PEOPLE --by level", "--data PEOPLE --where level=senior", "--section baseline",
        "--reference-quota 500000", "--datasets nowhere",
      ]),
    Case(
      call: "report salary --trials 200 --data PEOPLE",
      options: [
        "--map base_pay=age", "--mapping nowhere.csv", "--pay total", "--pay-period month",
        "--currency EUR", "--rates nowhere.csv", "--keep duplicat",
      ]),
    Case(call: "datasets", options: ["--datasets nowhere"]),
    Case(
      call: "init plan - --base 60000 --variable 60000 --quota 600000",
      options: terms + ["--template sdr", "--ote 120000", "--mix 50/50", "--datasets nowhere"]),
    Case(call: "init plan - --template sdr", options: terms + ["--datasets nowhere"]),
    Case(
      call: "init offer - --base 60000 --variable 60000 --quota 600000",
      options: terms + [
        "--template account-executive", "--ote 120000", "--mix 50/50", "--sign-on 5000",
        "--equity 9000", "--benefits 7000", "--location OH", "--chance-of-quota 50%",
        "--datasets nowhere",
      ]),
    Case(call: "init offer - --template account-executive", options: ["--datasets nowhere"]),
    Case(call: "init roster -", options: ["--template nothing", "--datasets nowhere"]),
    Case(call: "init deals -", options: ["--template nothing", "--datasets nowhere"]),
    Case(call: "init ladder -", options: ["--template nothing", "--datasets nowhere"]),
    Case(call: "init report -", options: ["--template offers", "--datasets nowhere"]),
    // PartTests has it, which has parts.
    Case(call: "merge --expect-rows 5", options: []),
    Case(call: "explain plan", options: []),
    Case(call: "mcp .", options: []),
    Case(call: "language-server", options: []),
    Case(call: "notebook run", options: []),
    Case(call: "notebook check", options: []),
  ]

  /// Options without a case, each with the reason.
  private static let exceptions: [String: String] = [
    "format": "how the answer is written, not what it is",
    "output": "where the answer goes",
    "locale": "the language of documents alone, which LocaleTests has",
    "table": "refused but for CSV, which chooses by it",
    "chart": "a file beside the answer, which ChartOptionTests has",
    "checksums": "refused but for JSON, whose inputs have them",
    "part": "a file in place of the answer, which PartTests has",
    "rejects": "a file beside the answer",
    "folder": "files beside the answer, which SplitTests has",
    "write-roster": "a file beside the answer, which QuotaQuestionTests has",
    "write-mapping": "a file beside the answer", "cleaned": "a file beside the answer",
    "shared": "who may read the file of the answer, which OutputFileTests has",
    "threads": "changes no figure, as its help says",
    "decimal": "decides where the data do not, which SalaryReaderTests has",
    "assume-currency": "decides where the data do not, which SalaryReaderTests has",
    "strict": "stops at the first fault, of which good data have none",
    "baseline": "says what is so without it",
    "map": "ExportTests maps columns, SalaryReaderTests those of salaries",
    "mapping": "MappingTests maps columns by a file",
    "dates": "decides where the data do not, which ExportTests has",
    "all-by": "for files without people, which ExportTests has",
    "sheet": "for workbooks, which WorkbookInputTests has",
    "inequality": "InequalityTests has it", "atkinson": "InequalityTests has it",
    "pairs": "MarketCommandTests has it", "quantiles": "MarketCommandTests has it",
    "weight-replicates": "refused without a method, as its tests have it",
    "replicate-method": "refused without replicate weights, as its tests have it",
    "help": "the parser's",
    "version": "the parser's",
  ]

  @Test("Each option of a call changes the answer or is refused", arguments: cases)
  func effect(_ one: Case) throws {
    guard !one.options.isEmpty, !one.call.hasPrefix("page ") || PageTests.hasEngine else { return }
    let call = Self.words(one.call)
    let document = try Executable.run(call)
    #expect(document.status < 2, "\(one.call) fails: \(document.errors)")
    let data = try Executable.run(call + ["--format", "json"])
    for option in one.options {
      let changed = call + Self.words(option)
      let other = try Executable.run(changed)
      if other.status > 1 || Self.body(other) != Self.body(document) { continue }
      let otherData = try Executable.run(changed + ["--format", "json"])
      #expect(Self.body(otherData) != Self.body(data), "\(one.call) ignores \(option)")
    }
  }

  @Test("Each option of each verb has a case, or a reason why not")
  func complete() throws {
    let result = try Executable.run(["--experimental-dump-help"])
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let root = try #require(tree["command"] as? [String: Any])
    let verbs = Self.verbs(root, [])
    #expect(verbs.count > 15)
    // The verbs of a ledger change it, one after the other, which LedgerTests has.
    for (verb, options) in verbs where verb != ["help"] && verb.first != "ledger" {
      let cases = Self.cases.filter { Self.words($0.call).starts(with: verb) }
      #expect(!cases.isEmpty, "\(verb) has no case")
      let tried = Set(
        cases.flatMap { one in ([one.call] + one.options).flatMap(Self.words) }
          .filter { $0.hasPrefix("--") }.map { $0.dropFirst(2) })
      for option in options where Self.exceptions[option] == nil {
        #expect(tried.contains(Substring(option)), "\(verb) has no case for --\(option)")
      }
    }
  }

  /// The verbs below a command, each with the names of its options.
  private static func verbs(
    _ command: [String: Any], _ path: [String]
  ) -> [(path: [String], options: [String])] {
    let subcommands = command["subcommands"] as? [[String: Any]] ?? []
    guard subcommands.isEmpty else {
      return subcommands.flatMap { verbs($0, path + [$0["commandName"] as? String ?? ""]) }
    }
    let arguments = command["arguments"] as? [[String: Any]] ?? []
    return [
      (
        path,
        arguments.filter { $0["kind"] as? String != "positional" }.compactMap { argument in
          (argument["preferredName"] as? [String: Any])?["name"] as? String
        }
      )
    ]
  }

  private static func words(_ text: String) -> [String] {
    text.replacing("SURVEYS", with: surveys).replacing("PEOPLE", with: people).replacing(
      "PUBLISHED", with: published
    )
    .replacing("PLAN", with: plan).replacing("TEAM", with: team)
    .replacing("HISTORY", with: "datasets/examples/attainment-history.csv")
    .split(separator: " ").map(String.init)
  }

  /// An answer without what repeats the call, with which a report ends and the JSON of every verb
  /// begins.
  private static func body(_ result: Program.Result) -> String {
    let report = result.output.split(separator: "How to make this report again").first ?? ""
    return String(report.split(separator: "\"result\":").last ?? "")
  }
}
