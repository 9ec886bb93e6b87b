internal import Answers
internal import CSVReading
internal import Findings
internal import SalaryData
public import Statistics

extension SurveyDesign {
  /// The replicate weights of a survey: which columns they are in, and how its publisher made them.
  public struct Replicates: Hashable, Sendable {
    /// The columns: `PWGTP*` for a name with each number from 1 up, or `PWGTP1-80`.
    public var columns: String
    /// How they were made, which decides what the squared difference of each counts; nil is refused.
    public var method: ReplicateWeights.Method?

    /// Names the columns and the method.
    public init(_ columns: String, _ method: ReplicateWeights.Method?) {
      self.columns = columns
      self.method = method
    }
  }
}

extension SurveyDesign.Replicates {
  /// Why replicate weights cannot be used.
  enum Obstacle: Sendable {
    /// Nothing says how the weights were made.
    case withoutMethod
    /// A method is named, and no weights.
    case methodWithoutColumns
    /// The full weights, or that they are of a sample, are not said.
    case withoutFullWeights
    /// Clusters or strata are named too.
    case besideDesign(Parameter)
    /// Intervals would be drawn from the people, as if the design were not there.
    case withBootstrap
    /// A regression has no errors from replicate weights.
    case withRegression(Parameter)
    /// The text is neither of the two forms.
    case noPattern(String)
    /// No column, or only one, fits.
    case tooFew(String, known: [String])
    /// The numbers of the columns leave some out, or begin elsewhere than at 1.
    case notConsecutive(String, numbers: [Int])
    /// A column of a range is not there.
    case missing(String)
    /// The files do not have the same columns.
    case unlikeFiles(String, String)
    /// The column of full weights is among them.
    case containsFullWeights(String)
    /// Somebody has no number in a column.
    case notNumbers(String, people: Int)
    /// Half samples and jackknives leave people out, and no weight is zero.
    case nothingLeftOut(ReplicateWeights.Method)
    /// The weights add up to something else than the full weights.
    case notWeights(ratio: Double)
    /// The factors are not as many as the columns.
    case factors(Int, columns: Int)

    var failure: InputFailure {
      switch self {
      case .withoutMethod:
        about(
          .replicateMethod,
          "\(.parameter(.weightReplicates)) needs \(.parameter(.replicateMethod)), because methods give different errors",
          remedy: """
            look in the survey's manual: successive-difference (ACS, CPS), brr, fay=0.5, jackknife, \
            bootstrap, or factor=1 for what each squared difference counts
            """)
      case .methodWithoutColumns:
        about(
          .replicateMethod, "it says how replicate weights were made, and none are named",
          remedy: "add \(.parameter(.weightReplicates, "PWGTP1-80"))")
      case .withoutFullWeights:
        about(
          .weightReplicates,
          "replicate weights stand beside the full sampling weights, which are not named",
          remedy: """
            add \(.parameter(.weight, "COLUMN")) and \(.parameter(.weightKind, "sampling"))
            """)
      case .besideDesign(let parameter):
        about(
          parameter,
          "replicate weights hold the design already; \(.parameter(parameter)) says nothing",
          remedy: "leave one of both out")
      case .withBootstrap:
        about(
          .interval,
          "replicate weights are samples of the publisher's, and no others are drawn beside them",
          remedy: "say \(.parameter(.interval, "woodruff")), logit or beta")
      case .withRegression(let parameter):
        about(
          parameter, "a regression takes no errors from replicate weights",
          remedy: "say \(.parameter(.cluster)) and \(.parameter(.strata)) where the data have them")
      case .noPattern(let text):
        about(
          .weightReplicates, "\"\(text)\" does not say which columns",
          remedy: "write PWGTP* or PWGTP1-80")
      case .tooFew(let text, let known):
        about(
          .weightReplicates, "fewer than two columns fit \"\(text)\"",
          remedy: NearMiss.remedy(for: text, among: known))
      case .notConsecutive(let text, let numbers):
        about(
          .weightReplicates,
          "the columns that fit \"\(text)\" are not numbered from 1 up without a gap; they are \(Self.list(numbers))",
          remedy: "say which: \(Self.range(text, numbers))")
      case .missing(let name): about(.weightReplicates, "there is no column \"\(name)\"")
      case .unlikeFiles(let first, let other):
        about(
          .weightReplicates,
          "\(other) has other columns of replicate weights than \(first)")
      case .containsFullWeights(let name):
        about(
          .weightReplicates, "\"\(name)\" holds the full weights, and is among the replicates")
      case .notNumbers(let name, let people):
        InputFailure(
          .badData,
          Finding(
            Self.kind, about: .weightReplicates, "\(people) people have no number in \"\(name)\""))
      case .nothingLeftOut(let method):
        about(
          .replicateMethod,
          "no weight is zero, and \(method.name) leaves somebody out in each set",
          remedy: method == .balancedRepeated
            ? "if these are half samples of Fay's kind, say \(.parameter(.replicateMethod, "fay=0.5")) with the survey's factor"
            : "look in the survey's manual how the weights were made")
      case .notWeights(let ratio):
        about(
          .weightReplicates,
          "the replicate weights add up to \(.number(ratio, significantDigits: 2)) of the full weights",
          remedy:
            "multiply factors by the full weight first; or name the columns of the same weight")
      case .factors(let count, let columns):
        about(.replicateMethod, "there are \(count) factors for \(columns) columns")
      }
    }

    static let kind: Finding.Kind = "compare.replicate-weights"

    private func about(
      _ parameter: Parameter, _ message: Inline, remedy: Inline? = nil
    ) -> InputFailure { InputFailure(parameter, Self.kind, message, remedy: remedy) }

    private static func list(_ numbers: [Int]) -> String {
      let shown = numbers.prefix(12).map { "\($0)" }.joined(separator: ", ")
      return numbers.count > 12 ? "\(shown), …" : shown
    }

    /// The longest stretch of numbers without a gap, as one writes it.
    private static func range(_ text: String, _ numbers: [Int]) -> String {
      var best: ClosedRange<Int>?
      for number in numbers where number > 0 {
        let end = sequence(first: number) { numbers.contains($0 + 1) ? $0 + 1 : nil }
          .reduce(number) { max($0, $1) }
        if end - number > (best?.count ?? 0) - 1 { best = number...end }
      }
      return text.replacing("*", with: best.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "1-80")
    }
  }
}

// MARK: Columns

extension SurveyDesign.Replicates {
  /// Finds the columns among the names of a table, in the order of their numbers.
  ///
  /// - Throws: `.usage` for a text that says none, or more than one thing.
  func names(among known: [String]) throws(InputFailure) -> [String] {
    if let star = columns.firstIndex(of: "*") {
      let (lead, tail) = (columns[..<star], columns[columns.index(after: star)...])
      var found: [(number: Int, name: String)] = []
      for name in known {
        guard name.count > lead.count + tail.count,
          name.lowercased().hasPrefix(lead.lowercased()),
          name.lowercased().hasSuffix(tail.lowercased()),
          let number = Self.number(name.dropFirst(lead.count).dropLast(tail.count))
        else { continue }
        found.append((number, name))
      }
      found.sort { $0.number < $1.number }
      guard found.count > 1 else { throw Obstacle.tooFew(columns, known: known).failure }
      guard found.map(\.number) == Array(1...found.count) else {
        throw Obstacle.notConsecutive(columns, numbers: found.map(\.number)).failure
      }
      return found.map(\.name)
    }
    guard let dash = columns.lastIndex(of: "-"),
      let last = Self.number(columns[columns.index(after: dash)...])
    else { throw Obstacle.noPattern(columns).failure }
    let start = columns[..<dash]
    let digits = start.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    guard let first = Self.number(Substring(String(digits))), first < last, last <= 10_000 else {
      throw Obstacle.noPattern(columns).failure
    }
    let lead = start.dropLast(digits.count)
    var names: [String] = []
    for number in first...last {
      // `repwgt001-160` has as many digits in each.
      let plain = "\(number)"
      let padding = digits.first == "0" ? max(0, digits.count - plain.count) : 0
      let name = lead + String(repeating: "0", count: padding) + plain
      guard let column = known.first(where: { $0.lowercased() == name.lowercased() }) else {
        throw Obstacle.missing(String(name)).failure
      }
      names.append(column)
    }
    return names
  }

  /// Refuses files of which not all have the same columns of replicate weights.
  func refuseUnlike(_ files: [CSVFile]) throws(InputFailure) {
    guard let first = files.first else { return }
    let names = try names(among: first.header)
    for file in files.dropFirst() where try self.names(among: file.header) != names {
      throw Obstacle.unlikeFiles(first.name, file.name).failure
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  /// The replicate weights of the people of a table, all of whom have a full weight.
  ///
  /// - Throws: `.badData` for what is no number; `.usage` for weights that the method cannot have made.
  func weights(of table: SalaryTable) throws(InputFailure) -> ReplicateWeights {
    guard let method else { throw Obstacle.withoutMethod.failure }
    var sets: [[Double]] = []
    for name in try names(among: table.names) {
      let set =
        table.numbers(name)?.unpacked ?? table.categories(named: name).readNumbers().numbers
      let missing = set.count { !$0.isFinite }
      guard missing == 0 else { throw Obstacle.notNumbers(name, people: missing).failure }
      sets.append(set)
    }
    if method == .balancedRepeated || method == .jackknife,
      !sets.contains(where: { $0.contains(0) })
    {
      throw Obstacle.nothingLeftOut(method).failure
    }
    let full = (table.numbers(.weight) ?? []).reduce(0, +) * Double(sets.count)
    let ratio = sets.reduce(0) { $0 + $1.reduce(0, +) } / full
    guard ratio > 0.5, ratio < 2 else { throw Obstacle.notWeights(ratio: ratio).failure }
    if case .factors(let factors) = method, factors.count != 1, factors.count != sets.count {
      throw Obstacle.factors(factors.count, columns: sets.count).failure
    }
    do throws(SampleFailure) {
      return try ReplicateWeights(sets, method)
    } catch {
      throw SurveyDesign.Obstacle.other(error).failure
    }
  }
}

// MARK: Names

extension ReplicateWeights.Method {
  /// The name in options and JSON, such as "fay=0.5".
  public var name: String {
    switch self {
    case .balancedRepeated: "brr"
    case .fay(let factor): "fay=\(factor)"
    case .jackknife: "jackknife"
    case .bootstrap: "bootstrap"
    case .successiveDifference: "successive-difference"
    case .factors(let factors): "factor=" + factors.map { "\($0)" }.joined(separator: ",")
    }
  }

  /// Reads a name; nil for another text, and for factors that no method has.
  public init?(name: String) {
    let parts = name.split(separator: "=", maxSplits: 1)
    switch (parts.first, parts.count) {
    case ("brr", 1): self = .balancedRepeated
    case ("jackknife", 1): self = .jackknife
    case ("bootstrap", 1): self = .bootstrap
    case ("successive-difference", 1): self = .successiveDifference
    case ("fay", 2):
      guard let factor = Double(parts[1]), factor > 0, factor < 1 else { return nil }
      self = .fay(factor)
    case ("factor", 2):
      let written = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      let factors = written.compactMap { Double($0) }.filter { $0 > 0 && $0.isFinite }
      guard factors.count == written.count else { return nil }
      self = .factors(factors)
    default: return nil
    }
  }
}
