import Amounts
import CSVReading
import Fuzzing
import SalaryData
import Tables

@main
enum SalaryFuzz {
  static func main() { run(fuzzSalaries) }
}

/// Reads the input as an amount, as a mapping file or as a file of salaries; the first byte chooses.
///
/// It runs in the folder of the package, beside the datasets of the project.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSalaries(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch start[0] % 3 {
  case 0: readAmount(String(decoding: bytes, as: UTF8.self))
  case 1: readMapping(bytes)
  default: readSalaries(bytes, threads: 1 + Int(start[0] & 1))
  }
  return 0
}

private func readAmount(_ text: String) {
  var evidence = DecimalEvidence()
  evidence.add(text)
  for convention in DecimalConvention.allCases {
    guard let amount = try? WrittenAmount(text, decimal: convention) else { continue }
    precondition(amount.lower <= amount.upper, "a range runs backwards")
    precondition((amount.lower...amount.upper).contains(amount.middle), "the middle is outside")
  }
}

private func readMapping(_ bytes: [UInt8]) {
  var mapping = TableMapping()
  guard let file = try? CSVFile(bytes: bytes, name: "x") else { return }
  try? mapping.add(file, to: .people, among: [.people])
}

private let vocabularies = try? Datasets(directory: "../datasets").salaryVocabularies()

private func readSalaries(_ bytes: [UInt8], threads: Int) {
  guard let vocabularies else { preconditionFailure("run it in the folder of the package") }
  var options = SalaryReadingOptions()
  options.threads = threads
  guard let file = try? CSVFile(bytes: bytes, name: "x"),
    let reading = try? SalaryReader(vocabularies, options: options).read(file)
  else { return }
  precondition(reading.account.isBalanced, "a row is unaccounted for")
  precondition(reading.account.used == reading.table.rowCount, "rows and table differ")
}
