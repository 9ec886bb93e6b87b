import Amounts
import Tables
import Testing

@testable import SalaryData

@Suite("A date in a file")
struct WrittenDateTests {
  @Test(
    "is read to the month",
    arguments: [
      ("2021-05-31", "2021-05"), ("2021-05", "2021-05"), ("2021", "2021-06"),
      ("4/27/2021 11:02:10", "2021-04"), ("2021-04-27T11:02:10Z", "2021-04"),
      ("05/2021", "2021-05"), (" 2021-05-31 ", "2021-05"), ("2021/5/3", "2021-05"),
    ])
  func monthFirst(_ text: String, _ month: String) {
    #expect(WrittenDate(text)?.month(.monthFirst)?.description == month)
  }

  @Test("is read with the day first where the column does")
  func dayFirst() {
    #expect(WrittenDate("27.04.2021")?.month(.dayFirst)?.description == "2021-04")
    #expect(WrittenDate("03/04/2021")?.month(.dayFirst)?.description == "2021-04")
    #expect(WrittenDate("03/04/2021")?.month(.monthFirst)?.description == "2021-03")
  }

  @Test(
    "is refused when it is none",
    arguments: [
      "", "soon", "27/04/2021", "2021-13", "57504", "1/2/3/2021", "2021-", "99/2021", "-",
    ])
  func refuses(_ text: String) {
    #expect(WrittenDate(text)?.month(.monthFirst) == nil)
  }
}
