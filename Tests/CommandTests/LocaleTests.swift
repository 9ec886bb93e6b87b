import Foundation
import TestSupport
import Testing

@Suite("Answers in German")
struct LocaleTests {
  private static let people = PeopleComparisonTests.people

  /// Says what stayed English, where an answer has words that no phrasebook knows.
  private static func german(_ arguments: [String]) throws -> Program.Result {
    let result = try DocumentationTests.run(arguments + ["--locale", "de"])
    #expect(!result.errors.contains("stay English"), "\(arguments): \(result.errors)")
    return result
  }

  @Test(
    "The examples of --help and the README are German as a whole",
    arguments: ["check", "compare", "datasets", "gap", "notebook check", "rank", "report"])
  func examples(verb: String) throws {
    let words = verb.split(separator: " ").map(String.init)
    let lines = try Executable.run(words + ["--help"]).output + DocumentationTests.readme()
    let examples = DocumentationTests.commands(in: lines.components(separatedBy: "\n"))
      .filter { $0.starts(with: words) && !$0.contains("--format") }
      .filter(DocumentationTests.standsAlone)
    #expect(!examples.isEmpty)
    for example in examples { _ = try Self.german(example) }
  }

  @Test(
    "Rarer answers are German as a whole",
    arguments: [
      "compare PEOPLE --by industry --weight survey_weight --weight-kind sampling "
        + "--cluster employer --adjust experience,level --interval none",
      "compare PEOPLE --by gender --weight survey_weight --weight-kind frequency --interval beta",
      "compare PEOPLE --by gender --weight survey_weight --weight-kind reliability "
        + "--strata state --lonely-units center --interval logit",
      "compare PEOPLE --by industry --min-contributors 5 --max-share 25% --pay commission "
        + "--interval bootstrap --replicates 50 --adjustment bh",
      "compare PEOPLE --by industry,level --min-contributors 5 --quantile-type 6 --age-to 2026-01 "
        + "--interval bca --replicates 50",
      "compare datasets/oews-2022-sector.csv --occupation 41-3091 --occupation 41-4012 --pool",
      "compare datasets/oews-2019-national.csv datasets/oews-2025-national.csv --by year "
        + "--occupation 41-3031 --age-by eci --age-to 2026-01",
      "compare datasets/oews-2019-national.csv datasets/oews-2025-national.csv --by year "
        + "--occupation 41-3031 --age-by 3% --simple",
      "rank 152k PEOPLE --by industry,gender --range 60k..90k",
      "rank 20k PEOPLE --weight survey_weight --weight-kind sampling --cluster employer",
      "rank 300000 datasets/oews-2021-national.csv --by occupation",
      "gap PEOPLE --between gender",
      "compare PEOPLE --by level --pairs welch",
      "compare PEOPLE --by level --pairs games-howell",
      "compare PEOPLE --by level --pairs mann-whitney",
      "compare PEOPLE --by industry --pairs brunner-munzel",
      "compare PEOPLE --by industry --inequality --atkinson 1.5 --replicates 50",
      "compare PEOPLE --pay commission --inequality --interval none",
      "gap PEOPLE --between gender --adjust experience --quantiles 10,97.5 --replicates 50",
      "gap PEOPLE --between gender --adjust experience --quantiles 10 --interval none",
      "gap PEOPLE --between gender --adjust experience --reference neumark --cluster employer",
      "report --plan datasets/plans/marginal-accelerators.yaml",
      "report --plan datasets/plans/securities-grid.yaml",
      "check --readings datasets/plans/monthly-quota-draw.yaml datasets/catalog.csv",
    ])
  func rarerAnswers(command: String) throws {
    let words = command.replacing("PEOPLE", with: Self.people).split(separator: " ")
    _ = try Self.german(words.map(String.init))
  }

  @Test("Data with too few people, nobody's pay or equal pay are spoken of in German")
  func awkwardData() throws {
    let folder = try ScratchFolder()
    let one = try folder.write("industry,base_salary_usd\nA,50000\n", to: "one.csv")
    let hidden = try Self.german(["compare", one, "--min-contributors", "5"]).output
    #expect(hidden.contains("Zu wenige Personen, um sie zu zeigen, Jahresvergütung in USD."))
    let equal = try folder.write(
      "industry,base_salary_usd\nA,50000\nA,50000\nB,60000\nB,60000\n,40000\n", to: "equal.csv")
    let text = try Self.german(["compare", equal, "--by", "industry", "--keep", "all"]).output
    #expect(text.contains("- ohne Angabe: Mit n = 1 lässt sich über einen Unterschied nichts"))
    let replicates = try folder.write(
      "industry,base_salary_usd,w,R1,R2\nA,50000,1,2,0\nA,60000,1,0,2\nB,70000,1,1,1\n", to: "r.csv"
    )
    for method in ["bootstrap", "factor=0.5,0.4"] {
      _ = try Self.german([
        "compare", replicates, "--by", "industry", "--keep", "all", "--inequality", "--weight", "w",
        "--weight-kind", "sampling", "--weight-replicates", "R*", "--replicate-method", method,
      ])
    }
    let cities = try folder.write("name,city\nx,y\n", to: "cities.csv")
    #expect(try Self.german(["check", cities]).output.contains("CSV-Datei ohne Vergütungsspalte"))
  }

  @Test(
    "Words and numbers are German",
    arguments: [
      ("report", ["# Account Executive: Gehaltsbericht, Mai 2021", "**57.504 $**"]),
      (
        "compare datasets/oews-2022-sector.csv --occupation 41-3091",
        [
          "# Vergütung nach Branche, ", "57.504 $ Grundgehalt", "| Versorgung (Utilities) ",
          "+61,4 %",
        ]
      ),
      (
        "compare PEOPLE --by industry",
        ["- Advertising liegt 12 % niedriger, aber mit n = 20 reicht das Intervall von -24 % bis"]
      ),
      (
        "gap PEOPLE --between gender",
        ["Das geometrische Mittel von Female liegt 4,2 % unter dem von Male", "p = 0,215"]
      ),
      ("rank 72k PEOPLE", ["# 72.000 $ Grundgehalt im Marktvergleich, Mai 2021"]),
      ("datasets", ["# Datensätze", "| Herausgeber "]),
    ])
  func wordsAndNumbers(command: String, expected: [String]) throws {
    let words = command.replacing("PEOPLE", with: Self.people).split(separator: " ")
    let text = try Self.german(words.map(String.init)).output
    for part in expected { #expect(text.contains(part)) }
  }

  @Test(
    "French has the frame, and says how much stays English",
    arguments: ["datasets", "rank 72k PEOPLE"])
  func french(command: String) throws {
    let words = command.replacing("PEOPLE", with: Self.people).split(separator: " ").map(
      String.init)
    let result = try DocumentationTests.run(words + ["--locale", "fr"])
    #expect(result.errors.contains("have no fr words and stay English"))
    #expect(command == "datasets" || result.output.contains("72\u{202f}000\u{a0}\\$US"))
  }

  @Test("Help and the refusal of a code name every language")
  func codes() throws {
    #expect(try Executable.run(["pay", "--help"]).output.contains("(values: en, de, fr)"))
    let refused = try Executable.run(["datasets", "--locale", "xx"])
    #expect(refused.errors.contains("Please provide one of 'en', 'de' or 'fr'."))
    #expect(refused.status == 64)
  }
}
