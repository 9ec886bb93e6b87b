internal import Amounts
internal import CSVReading
public import Findings
public import MarketPricing
public import Tables

extension MeritMatrix {
  /// Reads a matrix from a table: a column "rating", and one for each zone that is named by where the zone
  /// begins, such as 0%, 88%, 96% and 104%. A cell is a percentage, or a mere proportion.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` for what is no such table.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, by position: Position = .compaRatio, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (matrix: MeritMatrix, findings: FindingLog) {
    var table = try InputTable(path: path, .meritMatrix, options)
    return try read(&table, by: position)
  }

  private static func read(
    _ table: inout InputTable, by position: Position
  ) throws(InputFailure) -> (matrix: MeritMatrix, findings: FindingLog) {
    let rating = table.required("rating")
    var zones: [(start: Ratio, column: TableColumn)] = []
    for column in table.columns where column.role == nil {
      guard let start = start(ofZone: column.name) else {
        table.log.add(
          Finding(
            "matrix.zone", at: table.headerPlace.at(line: table.headerPlace.line),
            "\"\(column.name)\" does not say where a zone begins",
            remedy: "name the columns by the lower end of their zones, such as 0%, 88%, 96%, 104%"))
        continue
      }
      zones.append((start, column))
    }
    try table.check()
    guard let rating else { throw InputFailure(.badData, table.log) }
    let ((rows, percentages, proportions), _) = try table.rows(into: {
      ([(rating: String, cells: [Ratio])](), 0, 0)
    }) { (found, record, cells) throws(InputFailure) in
      let name = cells.name(rating, &record)
      var numbers: [Ratio] = []
      for (_, column) in zones {
        let text = cells.label(column, record)
        let number: Ratio?
        switch WrittenShare(text) {
        case .certain(let share)?:
          number = share
          if share != .zero { found.1 += 1 }
        case .number(let proportion)?:
          number = proportion
          if proportion != .zero { found.2 += 1 }
        case nil: number = nil
        }
        guard let number, .zero <= number else {
          record.reject(
            record.finding(
              "matrix.cell", field: column.position, "\"\(text)\" is no increase",
              remedy: "write a percentage or a proportion from 0 on"))
          return
        }
        numbers.append(number)
      }
      found.0.append((name, numbers))
    }
    if percentages > 0, proportions > 0 {
      table.log.add(
        Finding(
          "matrix.mixed", at: table.headerPlace,
          "some cells are percentages, such as 3%, and others plain numbers",
          remedy: "write all of them in one way"))
    }
    try table.check()
    guard
      let matrix = MeritMatrix(
        by: position, zones: zones.map(\.start), arePercentages: percentages > 0, rows),
      !rows.isEmpty
    else {
      throw InputFailure(
        .badData,
        Finding(
          "matrix.zones", at: table.headerPlace,
          "a matrix has zones from the lowest on and each rating once"))
    }
    return (matrix, table.log)
  }

  /// "88%", "0.88", "from 88 %", "0.88-0.96", or "below 88%", which begins at 0.
  private static func start(ofZone name: String) -> Ratio? {
    let words = Wording.words(of: name)
    if name.hasPrefix("<") || ["below", "under", "unter"].contains(words.first) { return .zero }
    let digits = name.drop { !$0.isNumber }
    let text = digits.prefix { $0.isNumber || $0 == "." || $0 == "," }
    let isPercentage = digits.dropFirst(text.count).drop(while: \.isWhitespace).first == "%"
    switch WrittenShare(text + (isPercentage ? "%" : "")) {
    case .certain(let share)?: return share
    // Nobody is paid twice the midpoint of the range.
    case .number(let number)?: return number > 2 ? try? number / 100 : number
    case nil: return nil
    }
  }
}
