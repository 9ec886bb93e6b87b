import Amounts
import CSVReading
import Findings
import SalaryData
import Testing

@Suite("The bundled datasets")
struct DatasetsTests {
  @Test("have a file with rows for every entry of the catalogue")
  func catalogue() throws {
    let datasets = try BundledData.open()
    #expect(datasets.catalog.count > 15)
    for dataset in datasets.catalog {
      #expect(try datasets.rowCount(of: dataset) > 0, "\(dataset.name)")
    }
  }

  @Test("hold every index and published table that the catalogue names")
  func readable() throws {
    let datasets = try BundledData.open()
    for dataset in datasets.catalog {
      switch dataset.kind {
      case .index: #expect(!(try datasets.priceIndex(named: dataset.name).observations.isEmpty))
      case .summary:
        let table = try datasets.summaryTable(named: dataset.name)
        #expect(table.tally.used == table.tally.rows && !table.groups.isEmpty)
      default: break
      }
    }
  }

  @Test("begin with the baseline of May 2021 and know the later anchor")
  func baseline() throws {
    let figures = try BundledData.open().baselineFigures()
    #expect(figures.map(\.amount.description) == ["57504.00 USD", "61516.00 USD"])
    #expect(figures.map(\.referencePeriod.description) == ["2021-05", "2022-08"])
    #expect(figures[0].payKind == "base" && figures[0].title == "Account Executive")
  }

  @Test("suggest the name that was probably meant")
  func nearMiss() throws {
    let failure = #expect(throws: InputFailure.self) {
      try BundledData.open().priceIndex(named: "cpi_u")
    }
    #expect(failure?.log.findings.first?.remedy?.plainText == "did you mean \"cpi-u\"?")
  }

  @Test("that are not there are reported by the path that was looked at")
  func absent() {
    let failure = #expect(throws: InputFailure.self) { try Datasets(directory: "no-such-place") }
    #expect(failure?.code == .noInput)
    #expect(failure?.log.findings.first?.place?.file == "no-such-place/catalog.csv")
  }
}
