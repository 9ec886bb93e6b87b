import CSVReading
import SalaryData
import Testing

@Suite("The profile of a column")
struct ColumnProfileTests {
  @Test("tells what is missing, the range and examples")
  func profile() throws {
    let csv = """
      salary,title,note
      "57,504",AE,
      55-60k,AE,n/a
      n/a,Sales Rep,late answer
      competitive,,

      """
    let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
    let profiles = try SalaryReader(BundledData.vocabularies()).profile(file)
    #expect(profiles.map(\.missing) == [1, 1, 3])
    #expect(profiles.map(\.missingShare) == [0.25, 0.25, 0.75])
    #expect(profiles[0].smallest == 55_000 && profiles[0].largest == 60_000)
    #expect(profiles[1].smallest == nil && profiles[1].distinct == 2)
    #expect(profiles[1].examples == ["AE", "Sales Rep"])
    #expect(profiles[2].examples == ["late answer"])
    #expect(profiles[0].decision.role == .basePay)
  }

  @Test("does not count more distinct values than its limit")
  func limit() throws {
    let rows = (0...ColumnProfile.distinctLimit).map { "name\($0),50000\n" }
    let csv = "employer,salary\n" + rows.joined() + ",50000\n"
    let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
    let profiles = try SalaryReader(BundledData.vocabularies()).profile(file)
    #expect(profiles[0].distinct == nil)
    #expect(profiles[0].missing == 1)
    #expect(profiles[1].distinct == 1)
  }
}
