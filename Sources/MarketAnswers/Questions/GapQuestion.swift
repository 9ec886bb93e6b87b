public import Answers
internal import CSVReading
public import Findings
public import SalaryData
public import Statistics

/// How far the pay of two groups of people is apart: raw, at equal characteristics, decomposed.
public struct GapQuestion: PeopleQuestion {
  /// The data, and how they are read.
  public var data: MarketData
  /// The column that tells the groups apart.
  public var column: String
  /// The two groups, the reference first; nil takes the two with the most people, the better
  /// paid one first.
  public var groups: (reference: String, other: String)?
  /// Whose coefficients the decomposition takes for fair.
  public var reference: OaxacaBlinder.ReferenceWeights = usualReference
  /// The shares of each group at which the gap is wanted too, such as 0.1 and 0.9.
  public var quantiles: [Double] = []
  /// The columns by whose values the raw gap is wanted too, such as a level.
  public var grouping: [String] = []
  /// The people of each side without whom a gap by these values is withheld; nil for the customary five.
  public var smallestGroup: Int?
  /// The design of the survey, the confidence, and the characteristics to hold equal.
  public var options: ComparisonOptions = ComparisonOptions()
  /// Where indices and vocabularies are.
  public var datasets: Datasets

  private static let usualReference: OaxacaBlinder.ReferenceWeights = .jann

  /// Creates a question about the raw gap between the two groups of a column.
  public init(_ data: MarketData, between column: String, datasets: Datasets) {
    self.data = data
    self.column = column
    self.datasets = datasets
  }

  /// Reads the files and compares the groups.
  ///
  /// - Throws: `.usage` for settings that make no sense, and for published tables; `.badData` for
  ///   what is wrong in the files, or too little for what was asked.
  public func answer() throws(InputFailure) -> Reply<PayGap> {
    let files = try open()
    var reading = Reading()
    let (people, _) = try PeopleData.read(
      files, of: data, options.design, wanted, datasets, &reading)
    let gap = try PayGap(
      people, between: column, groups: groups, reference: reference, quantiles: quantiles,
      by: grouping, smallestGroup: smallestGroup, options: options)
    let unknown = people.table.categories(column)?.counts().first ?? 0
    if unknown > 0, let file = data.files.first {
      reading.findings.add(
        Finding(
          "gap.no-group", .warning, at: Place(file: file),
          "\(.number(unknown)) of \(.number(people.table.rowCount)) people have no \"\(column)\" and are in no group"
        ))
    }
    return Reply(gap, inputs: reading.inputs, findings: reading.findings)
  }

  public func peopleFiles() throws(InputFailure) -> [PeopleFile] {
    try PeopleData.parts(open(), of: data, options.design, wanted, datasets)
  }

  /// What is read besides the pay.
  private var wanted: PeopleData.Wanted {
    PeopleData.Wanted(
      grouping: [column], splitting: grouping, adjusting: options.characteristics.map(\.column))
  }

  /// Opens the files, and refuses settings that make no sense.
  private func open() throws(InputFailure) -> [CSVFile] {
    try options.check()
    try QuantileGap.check(quantiles)
    let (kind, files) = try data.open()
    guard kind == .people else {
      throw MarketData.Obstacle.needsPeople(published: data.files.first ?? "").failure
    }
    try data.require(kind)
    try options.requireEffect(draws: !quantiles.isEmpty)
    if reference != Self.usualReference, options.characteristics.isEmpty {
      throw Parameter.reference.without(.adjust)
    }
    if let smallestGroup {
      if grouping.isEmpty { throw Parameter.smallestGroup.without(.by) }
      try Parameter.smallestGroup.require(smallestGroup, in: 1...1000)
    }
    try data.aging.requireTarget()
    return files
  }
}
