// The product's path from a salary file to quantiles by group.
// Usage: group-salaries FILE THREADS DATASETS

import CSVReading
import SalaryData
import Statistics

let arguments = CommandLine.arguments
let threads = Int(arguments[2]) ?? 1
var options = SalaryReadingOptions()
options.columns = ["industry"]
options.pay = .basePay
options.threads = threads
// Equal rows are what a survey has by mistake; the peers do not look for them.
options.rules.remove(.duplicateRow)
let reader = SalaryReader(
  try Datasets(directory: arguments[3]).salaryVocabularies(), options: options)
let reading = try reader.read(try CSVFile(path: arguments[1]))

let groups = try reading.table.grouped(by: ["industry"])
var pay = groups.values(of: reading.table.numbers(.basePay) ?? [])
print("industry,n,mean,p10,p25,p50,p75,p90")
let figures = pay.mapGroups(threads: threads) { _, numbers in
  var values = Array(numbers)
  let mean = values.reduce(0, +) / Double(values.count)
  let points = Sample.quantiles([0.1, 0.25, 0.5, 0.75, 0.9], rearranging: &values) ?? []
  return (count: values.count, figures: [mean] + points)
}
for (key, group) in zip(groups.keys, figures) {
  print((key + ["\(group.count)"] + group.figures.map { "\($0)" }).joined(separator: ","))
}
