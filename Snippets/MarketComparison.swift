import OnTarget

let table = try Datasets(directory: "datasets").summaryTable(named: "oews-2022-sector")
let groups = table.groups.filter { $0.occupation.code == "41-3091" }
let comparison = SummaryComparison(groups, by: .sector, yardstick: nil)
for group in comparison.parts[0].groups {
  // A top-coded median is "at least" its bound, and a suppressed one is none.
  guard let median = group.median.value else { continue }
  print(group.industry.title, Int(median))
}
// Utilities 92820
// Wholesale trade 71250
