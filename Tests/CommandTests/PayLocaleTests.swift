import Foundation
import TestSupport
import Testing

@Suite("Answers about pay in German")
struct PayLocaleTests {
  static let verbs = [
    "diff", "fit", "gifts", "offers", "path", "pay", "quotas", "reconcile", "simulate", "solve",
  ]

  @Test("The examples of --help leave nothing in English", arguments: verbs)
  func helpExamples(verb: String) throws {
    let help = try Executable.run([verb, "--help"])
    let examples = DocumentationTests.commands(in: help.output.components(separatedBy: "\n"))
    #expect(!examples.isEmpty)
    for example in examples { try Self.expectGerman(example) }
  }

  @Test("The examples of the README about pay leave nothing in English")
  func readmeExamples() throws {
    let text = try String(
      contentsOf: Executable.root.appending(path: "README.md"), encoding: .utf8)
    let examples = DocumentationTests.commands(in: text.components(separatedBy: "\n"))
      .filter { $0.first.map(Self.verbs.contains) ?? false }
      .filter(DocumentationTests.standsAlone)
    #expect(examples.count > 5)
    for example in examples { try Self.expectGerman(example) }
  }

  private static let plan = "datasets/plans/account-executive-2021.yaml"
  private static let few = ["--trials", "200"]
  private static let pay = [
    "pay", "datasets/plans/monthly-quota-draw.yaml", "datasets/deals/team-2021.csv", "--rates",
    "datasets/deals/team-2021-rates.csv",
  ]

  static let models: [String] = [
    "textbook", "index-43", "healthy-60", "fixed:1", "normal:mean=1,sd=0.2",
    "gamma:mean=0.9,cv=0.5", "empirical:datasets/examples/attainment-history.csv",
    "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@fixed:0",
  ]

  static let rarer: [[String]] =
    models.map { ["simulate", plan, "--model", $0] + few } + [
      ["simulate", plan, "datasets/plans/cliff.yaml", "--sensitivity", "--team", "3"] + few,
      ["simulate", plan, "--quota", "600000,800000", "--reference-quota", "700000"] + few,
      ["simulate", "datasets/plans/monthly-quota-draw.yaml", "--attainment", "10%,100%"],
      ["simulate", "datasets/plans/hardware-and-support.yaml", "--attainment", "90%,100%"],
      ["simulate", "datasets/plans/interpolated.yaml", "--exact", "--sensitivity"],
      [
        "simulate", "datasets/plans/monthly-quota-draw.yaml", plan, "--selling",
        "deals:opportunities=80,win=25%,mean=0.95,cv=0.9,cycle=45,cancel=5%", "--market", "0.1",
        "--new-hire", "--at-least", "100000",
      ] + few,
      ["simulate", plan, "--selling", "account:mean=0.95,chance=80%,cv=0.4"] + few,
      ["solve", plan, "--find", "rate", "--cost", "120000"],
      ["solve", plan, "--find", "cap", "--cost", "100000"],
      ["solve", plan, "--find", "mix", "--risk", "20%"],
      ["solve", plan, "--find", "mix", "--risk", "1%"],
      pay, pay + ["--period", "2021-Q3", "--rep", "lee"],
      ["offers", "datasets/offers/northwind.yaml"] + few,
      [
        "offers", "datasets/offers/northwind.yaml", "datasets/offers/harbor.yaml", "--net",
        "--filing-status", "married_joint", "--cost-of-living",
        "datasets/offers/cost-of-living.csv",
      ] + few,
      ["path", "--years", "1"] + few,
      ["gifts", "datasets/gifts/register-2026.csv", "--year", "fiscal:07-01"],
    ]

  @Test("Rarer answers leave nothing in English", arguments: rarer)
  func rarerAnswers(arguments: [String]) throws {
    try Self.expectGerman(arguments)
  }

  @Test(
    "Headings, column titles and numbers are German",
    arguments: [
      (
        ["simulate", plan, "--quota", "690048", "--sales", "690048"],
        ["### Bei einer Quote von 690.048", "| Zielerreichung |", "57.504,00"]
      ),
      (
        ["simulate", plan, "--quota", "600000,800000", "--sales", "690048"],
        ["| Bei 600.000 |", "132.953,30"]
      ),
      (["simulate", plan, "--exact"], ["**Wahrscheinlichkeiten**", "| Wert |", "115.008 $"]),
      (["solve", plan, "--find", "attainment", "--pay", "150000"], ["134,77 %", "Umsatz"]),
      (pay, ["# Abrechnungen: ", "| Grundgehalt |", "148.837,93"]),
      (
        [
          "reconcile", "datasets/plans/marginal-accelerators.yaml", "datasets/deals/team-2021.csv",
          "datasets/deals/team-2021-paid.csv", "--roster", "datasets/deals/team-2021-roster.csv",
          "--rates", "datasets/deals/team-2021-rates.csv",
        ], ["| fehlender Abschluss | -2.806,65 |", "10.087,77 Rückforderung"]
      ),
      (["path", "--years", "10"] + few, ["In 10 Jahren sind insgesamt", "Dezember 2025"]),
      (["gifts", "datasets/gifts/register-2026.csv"], ["## Verzeichnis", "195,00"]),
    ])
  func words(arguments: [String], expected: [String]) throws {
    let result = try Executable.run(arguments + ["--locale", "de"])
    // Columns are padded, which is beside the point.
    let text = result.output.split(separator: " ", omittingEmptySubsequences: true)
      .joined(separator: " ")
    for words in expected { #expect(text.contains(words), "\(arguments): \(words)") }
  }

  private static func expectGerman(_ arguments: [String]) throws {
    let result = try DocumentationTests.run(arguments + ["--locale", "de"])
    #expect(!result.errors.contains("stay English"), "\(arguments): \(result.errors)")
    #expect(result.output.isEmpty == arguments.contains("--output"))
  }
}
