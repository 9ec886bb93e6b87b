import Amounts
import CSVReading
import Findings
import SalaryData
import Testing

@Suite("A published pay table")
struct SummaryTableTests {
  @Test("of May 2021 has its numbers, and a top-coded cell keeps its bound")
  func national() throws {
    let table = try BundledData.open().summaryTable(named: "oews-2021-national")
    let securities = try #require(table.groups.first { $0.occupation.code == "41-3031" })
    #expect(securities.median == .value(62910))
    #expect(securities.referencePeriod == YearMonth(year: 2021, month: 5))
    let managers = try #require(table.groups.first { $0.occupation.code == "11-2022" })
    #expect(managers[.p90] == .topCoded(lowerBound: 208_000))
    #expect(managers[.p90].value == nil)
  }

  @Test("by sector keeps what was withheld apart from what is missing")
  func sector() throws {
    let table = try BundledData.open().summaryTable(named: "oews-2022-sector")
    let group = try #require(
      table.groups.first { $0.occupation.code == "41-3011" && $0.industry.code == "48-49" })
    #expect(group.mean == .suppressed && group[.p10] == .suppressed)
    #expect(group.employment == .value(100))
    #expect(table.groups.contains { $0[.p90] == .topCoded(lowerBound: 239_200) })
  }

  static let published = """
    AREA,AREA_TITLE,NAICS,NAICS_TITLE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,EMP_PRSE,H_MEAN,A_MEAN,MEAN_PRSE,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90
    99,U.S.,000000,Cross-industry,11-2022,Sales Managers,detailed,"453,800",1.2,68.46,"142,390",0.4,"61,090","84,450","127,490","173,010",#
    99,U.S.,000000,Cross-industry,27-2011,Actors,detailed,**,**,,*,*,*,*,*,*,*
    99,U.S.,000000,Cross-industry,41-0000,Sales,major,many,0.3,22.15,46080,0.2,22330,26870,30600,48980,81710
    """

  @Test("is read as the bureau publishes it, and a bad cell rejects its row only")
  func asPublished() throws {
    let topCodes = try BundledData.open().topCodes()
    let file = try CSVFile(bytes: Array(Self.published.utf8), name: "national_M2021_dl.csv")
    let table = try SummaryTable(file, topCodes: topCodes)
    #expect(table.groups.map(\.occupation.code) == ["11-2022", "27-2011"])
    #expect(table.groups[0].employment == .value(453_800))
    #expect(table.groups[0][.p90] == .topCoded(lowerBound: 208_000))
    #expect(table.groups[1].median == .suppressed)
    #expect(table.tally.rows == 3 && table.tally.used == 2 && table.tally.rejected == 1)
    #expect(table.tally.findings.findings.first?.place?.line == 4)
  }

  @Test(
    "takes its year from the name of its file, if there is one",
    arguments: [
      ("national_M2021_dl.csv", 2021), ("oews2021.csv", 2021), ("oesm21nat.csv", 2021),
      ("data/2019/oews-2022-sector.csv", 2022), ("2021-2022.csv", nil), ("table-99.csv", nil),
      ("wages12345.csv", nil), ("oesm99nat.csv", 1999),
    ] as [(String, Int?)])
  func yearInName(_ name: String, _ year: Int?) throws {
    let csv = "OCC_CODE,OCC_TITLE,A_MEDIAN\n41-3031,Agents,62910\n"
    let file = try CSVFile(bytes: Array(csv.utf8), name: name)
    let table = try SummaryTable(file, topCodes: BundledData.open().topCodes())
    #expect(table.groups[0].referencePeriod == year.flatMap { YearMonth(year: $0, month: 5) })
    #expect(table.isUndated == (year == nil))
  }

  @Test("with a top-coded cell and no date says what to do")
  func withoutDate() throws {
    let topCodes = try BundledData.open().topCodes()
    let file = try CSVFile(bytes: Array(Self.published.utf8), name: "wages.csv")
    let table = try SummaryTable(file, topCodes: topCodes)
    #expect(table.tally.rejected == 2)
    #expect(table.tally.findings.findings.first?.kind == "summary.unknown-top-code")
    #expect(
      table.tally.findings.findings.first?.remedy?.plainText.contains("date 2021-05") == true)
    let dated = try SummaryTable(
      file, topCodes: topCodes, referencePeriod: YearMonth(year: 2023, month: 5))
    #expect(dated.groups[0][.p90] == .topCoded(lowerBound: 239_200))
  }
}
