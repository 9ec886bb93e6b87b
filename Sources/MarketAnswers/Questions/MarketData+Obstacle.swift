internal import Answers
internal import Findings
internal import SalaryData

extension MarketData {
  /// Why files cannot answer a question as it is asked.
  enum Obstacle: Sendable {
    /// No file is named.
    case noFile
    /// Neither a file is named nor a job, whose pay stands in the bundled tables.
    case neitherFileNorJob
    /// Everyone in the file would count twice.
    case fileTwice(String)
    /// A published table stands beside people's data.
    case mixedKinds(published: String)
    /// The setting says something about data of the other kind.
    case settingOfOtherKind(Parameter, Kind)
    /// The question is about people, and the data are published tables.
    case needsPeople(published: String)
    /// Two files differ in which pay they have, or in its currency.
    case unlikePay(SalaryReading, SalaryReading)
    /// The conditions leave nobody.
    case nobodyFits(remedy: Inline?)
    /// No occupation has this code or these words in its title.
    case unknownOccupation(String, known: [SummaryGroup.Class])
    /// A title is not in the table of titles.
    case unknownTitle(String, nearest: Vocabulary.Entry?, path: String)
    /// The tables do not have an area.
    case unknownArea(String, known: [String])
    /// Words may mean several areas.
    case severalAreas(String, [String])
    /// Published tables are not grouped by this.
    case unknownGrouping(String, known: [String])
    /// A table does not say of when it is.
    case undated(Place)
    /// A table has no group that can be used.
    case noGroup(Place)

    /// The obstacle as a finding.
    var finding: Finding {
      switch self {
      case .noFile:
        Finding("data.none", about: .files, "there is no file to read")
      case .neitherFileNorJob:
        Finding(
          "data.none", about: .files, "no file with pay is named",
          remedy: """
            name a salary file or a published table, or a job, for which the latest bundled table is \
            taken: \(.parameter(.title, "\"account executive\""))
            """)
      case .fileTwice(let path):
        Finding(
          "data.twice", at: Place(file: path),
          "the file is given twice, and everyone in it would count twice",
          remedy: "name it once")
      case .mixedKinds(let path):
        Finding(
          "data.mixed", at: Place(file: path),
          "this is a published table and others are people's data", remedy: "read them apart")
      case .settingOfOtherKind(let parameter, .people):
        Finding(
          "data.setting-for-people", about: parameter,
          "\(.parameter(parameter)) is for people's data, and these are published tables",
          remedy: "they have \(.parameter(.occupation))")
      case .settingOfOtherKind(let parameter, .published):
        Finding(
          "data.setting-for-published", about: parameter,
          "\(.parameter(parameter)) is for published tables, and these are people's data",
          remedy: "their titles are a condition: \(.parameter(.where, "title~WORDS"))")
      case .needsPeople(let path):
        Finding(
          "data.needs-people", at: Place(file: path),
          "a gap needs people's data; published tables have only percentiles")
      case .unlikePay(let first, let other):
        Finding(
          "data.unlike-pay", at: Place(file: other.path),
          """
          it has \(other.pay.rawValue) in \(other.currency), and \(first.path) has \
          \(first.pay.rawValue) in \(first.currency)
          """,
          remedy: """
            say \(.parameter(.pay)), \(.parameter(.currency)) and \(.parameter(.rates))
            """)
      case .nobodyFits(let remedy):
        Finding(
          "data.nobody-fits", about: .where, "nobody in the data fits the conditions",
          remedy: remedy)
      case .unknownOccupation(let words, let known):
        Finding(
          "data.unknown-occupation", about: .occupation, "no occupation is \"\(words)\"",
          remedy: "there are\n  \(known.map { "\($0.code) \($0.title)" }.joined(separator: "\n  "))"
        )
      case .unknownTitle(let title, let nearest, let path):
        Finding(
          "data.unknown-title", about: .title, "\"\(title)\" is no title of \(path)",
          remedy: nearest.map {
            "the nearest is \($0.code) \($0.title): \(.parameter(.occupation, $0.code))"
          } ?? "say the occupation with \(.parameter(.occupation)), or add the title there")
      case .unknownArea(let words, let known):
        Finding(
          "data.unknown-area", about: .area, "no state or metropolitan area is \"\(words)\"",
          remedy: NearMiss.remedy(for: words, among: known))
      case .severalAreas(let words, let known):
        Finding(
          "data.several-areas", about: .area, "\"\(words)\" may be one of \(known.count) areas",
          remedy: "there are\n  \(known.joined(separator: "\n  "))")
      case .unknownGrouping(let name, let known):
        Finding(
          "data.unknown-grouping", about: .by, "a published table has no \"\(name)\"",
          remedy: NearMiss.remedy(for: name, among: known))
      case .undated(let place):
        Finding(
          "summary.undated", at: place, "the table does not say of when it is",
          remedy: SummaryTable.dateRemedy)
      case .noGroup(let place):
        Finding("summary.no-groups", at: place, "no group of the table can be used")
      }
    }

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .undated, .noGroup: InputFailure(.badData, finding)
      default: InputFailure(.usage, finding)
      }
    }
  }
}
