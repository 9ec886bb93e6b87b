import Foundation
import TestSupport
import Testing

/// Input that once gave an answer without a word, and a wrong one.
@Suite("Input that would mislead")
struct MisleadingInputTests {
  static let published = "datasets/oews-2022-sector.csv"

  @Test("Amounts that contradict the period of their column are counted, and check warns of them")
  func otherPeriod() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("Hourly rate\n27.65\n31\n4000\n55000\n", to: "rates.csv")
    let check = try Executable.run(["check", path])
    #expect(
      check.output.contains("4 rows read = 2 used + 0 rejected + 2 set aside (other-period 2)"))
    #expect(check.output.contains("2 amounts are set aside: too large for pay by the hour"))
    let compare = try Executable.run(["compare", path])
    #expect(compare.status == 0)
    #expect(compare.output.contains("(other-period 2)"))
    #expect(compare.errors.contains("2 amounts are set aside"))
  }

  @Test("A file given twice is refused", arguments: [["compare"], ["rank", "70000"]])
  func twice(_ verb: [String]) throws {
    let result = try Executable.run(verb + [Self.published, Self.published])
    #expect(result.status == 64)
    #expect(result.errors.contains("is given twice, and everyone in it would count twice"))
  }

  @Test("Two rates for one pair are refused with their place")
  func rates() throws {
    let folder = try ScratchFolder()
    let rates = try folder.write("from,to,rate\nEUR,USD,1.2\nEUR,USD,1.3\n", to: "rates.csv")
    let people = try folder.write("salary\n50000\n60000\n", to: "people.csv")
    let result = try Executable.run(["compare", people, "--rates", rates])
    #expect(result.status == 65)
    #expect(result.errors.contains("rates.csv:3"))
  }

  @Test("A published table without a date is refused, and told how to be dated")
  func undated() throws {
    let folder = try ScratchFolder()
    let csv = """
      OCC_CODE,OCC_TITLE,NAICS,NAICS_TITLE,TOT_EMP,A_MEAN,A_MEDIAN,A_PCT90
      11-2022,Sales Managers,51,Information,100,142390,127490,#
      41-3031,Agents,51,Information,100,70000,62910,120000

      """
    let path = try folder.write(csv, to: "wages.csv")
    let compare = try Executable.run(["compare", path])
    #expect(compare.status == 65)
    #expect(
      compare.errors.contains("say --date 2021-05, or put the year into the name of the file"))
    let check = try Executable.run(["check", path])
    #expect(check.output.contains("1 group of 1 occupation, of an unknown date"))
    #expect(try Executable.run(["compare", path, "--date", "2021-05"]).status == 0)
    let named = try folder.write(csv, to: "oews2021.csv")
    #expect(try Executable.run(["compare", named]).output.contains("≥ 208,000"))
  }

  @Test(
    "Options for people's data are refused for published tables",
    arguments: [
      ["--where", "level=senior"], ["--pay", "total"],
      ["--weight", "w", "--weight-kind", "sampling"],
      ["--adjust", "level"], ["--min-contributors=5"], ["--currency", "EUR"],
      ["--interval", "bca"], ["--adjustment", "bh"], ["--lonely-units", "center"],
    ])
  func optionsForPeople(_ options: [String]) throws {
    let result = try Executable.run(["compare", Self.published] + options)
    #expect(result.status == 64)
    let name = options[0].prefix { $0 != "=" }
    #expect(result.errors.contains("\(name) is for people's data, and these are published tables"))
  }

  @Test(
    "Options about moving pay need to know when to",
    arguments: [["--age-by", "cpi-u"], ["--age-by", "3%", "--simple"], ["--extrapolate", "3%"]])
  func movingPay(_ options: [String]) throws {
    for file in [Self.published, PeopleComparisonTests.people] {
      let result = try Executable.run(["compare", file] + options)
      #expect(result.status == 64)
      #expect(result.errors.contains("say also to when: --age-to MONTH"))
    }
  }

  @Test(
    "Options that would change nothing about how pay is moved are refused",
    arguments: [
      (["--simple"], "--simple adds a rate per year up"),
      (["--age-by", "eci", "--simple"], "--simple adds a rate per year up"),
      (["--age-by", "3%", "--extrapolate", "2%"], "which has no end"),
    ])
  func movingPayByBoth(_ options: [String], _ message: String) throws {
    let result = try Executable.run(
      ["compare", PeopleComparisonTests.people, "--age-to", "2022-05"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("A rate without its percent sign is asked for it")
  func rateWithoutSign() throws {
    let result = try Executable.run([
      "compare", PeopleComparisonTests.people, "--age-to", "2022-05", "--date", "2021-05",
      "--age-by", "3.5",
    ])
    #expect(result.status == 64)
    #expect(result.errors.contains("\"3.5\" may be 3.5% or 350% a year"))
  }

  @Test(
    "Spread and progression without a percent sign are asked about",
    arguments: [
      (["--progression", "1.15", "--spread", "50%"], "of a factor of 1.15 that is 15%"),
      (["--progression", "15%", "--spread", "5"], "did you mean 5%?"),
      (["--progression", "15%", "--spread", "0.05"], "write the one that is meant"),
    ])
  func rangesWithoutSign(_ options: [String], _ remedy: String) throws {
    let result = try Executable.run(["ranges", "--midpoint", "40000", "--count", "3"] + options)
    #expect(result.status == 64)
    #expect(result.errors.contains(remedy), "\(result.errors)")
  }

  @Test("Pay of a month that no index reaches is held against a baseline that is carried on")
  func carriedBaseline() throws {
    let folder = try ScratchFolder()
    let people = try folder.write(
      "id,salary,team\n1,65000,A\n2,70000,A\n3,75000,B\n4,80000,B\n", to: "people.csv")
    let bare = try Executable.run(["compare", people, "--date", "2040-05"])
    #expect(bare.errors.contains("the baseline of 2021-05 is not aged to 2040-05"))
    let carried = try Executable.run(
      ["compare", people, "--date", "2040-05", "--extrapolate", "3%", "--format", "csv"])
    #expect(!carried.errors.contains("is not aged"))
    #expect(carried.status == 0, "\(carried.errors)")
    let aged = try Executable.run([
      "compare", people, "--date", "2026-05", "--age-to", "2040-05", "--age-by", "3%",
    ])
    #expect(aged.output.contains("a year, a factor of"))
  }

  @Test("Hidden groups stand last and by their names, so that no place tells a median")
  func hiddenOrder() throws {
    let folder = try ScratchFolder()
    let shown = (0..<6).map { "M,m\($0),\(55_000 + 1000 * $0)" }
    let rows = ["Z,z,90000", "Z,z,91000", "B,b,52000", "B,b,53000", "Y,y,71000", "Y,y,72000"]
    let path = try folder.write(
      (["industry,employer,salary"] + rows + shown).joined(separator: "\n"), to: "people.csv")
    let json = try Executable.json([
      "compare", path, "--by", "industry", "--min-contributors", "3",
    ])
    let names = try PeopleComparisonTests.table(json, "rows").compactMap {
      $0["industry"] as? String
    }
    #expect(names == ["M", "B", "Y", "Z"])
  }

  @Test("The help names the values of each policy and method")
  func help() throws {
    let help = try Executable.run(["compare", "--help"]).output
    #expect(help.contains("--lonely-units <policy>") && help.contains("--adjustment <method>"))
    let garbled = help.split(separator: "\n").filter {
      $0.contains(" - ") && !$0.contains("- for standard input")
    }
    #expect(garbled == [])
  }
}
