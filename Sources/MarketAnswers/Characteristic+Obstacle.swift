internal import Answers
internal import Findings
internal import SalaryData
internal import Statistics

extension Characteristic {
  /// Why people cannot be made comparable by a characteristic.
  enum Obstacle: Sendable {
    /// The word behind the sign is no way to enter.
    case unknownKind(String, in: String)
    /// A category has no square.
    case squareOfCategory(String)
    /// It holds the pay that is compared.
    case isPay(String)
    /// It tells the groups apart.
    case isGroup(String)
    /// It is to enter as a number, and holds none.
    case noNumbers(column: String, words: String)
    /// It holds more numbers than words, and only the user can know which it is.
    case numbersAndWords(Characteristic, words: String)
    /// Its square is asked for, and it holds words.
    case squareOfWords(Characteristic, words: String, mayBeCodes: Bool)
    /// Some pay has no logarithm.
    case payNotPositive
    /// Fewer than two groups have people of whom everything is known.
    case tooFewGroups
    /// The regression cannot be computed.
    case regression(RegressionFailure)

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .unknownKind(let word, let text):
        usage(
          "adjust.kind", "\"\(text)\": behind = stands how the column enters, number or category",
          remedy: NearMiss.remedy(for: word, among: Kind.allCases.map(\.rawValue)))
      case .squareOfCategory(let text):
        usage("adjust.kind", "\"\(text)\": a category has no square")
      case .isPay(let name):
        usage(
          "adjust.itself",
          "\"\(name)\" holds the pay that is compared, and pay is not adjusted by itself",
          remedy: Self.whatPayDependsOn)
      case .isGroup(let name):
        usage(
          "adjust.itself",
          "\"\(name)\" tells the groups apart, so they have no people of the same \(name)",
          remedy: Self.whatPayDependsOn)
      case .noNumbers(let column, let words):
        usage("adjust.kind", "no value of \(column) is a number, such as \(words)")
      case .numbersAndWords(let characteristic, let words):
        usage(
          "adjust.kind", "most values of \(characteristic.column) are numbers, but not \(words)",
          remedy: """
            say what it is: \(characteristic.name)=number leaves those people out, \
            \(characteristic.column)=category makes a group of each value
            """)
      case .squareOfWords(let characteristic, let words, let mayBeCodes):
        usage(
          "adjust.kind",
          "\(characteristic.column) holds words, such as \(words), and words have no square",
          remedy: mayBeCodes
            ? "if its codes are quantities, say \(characteristic.name)=number" : nil)
      case .payNotPositive:
        badData("no differentials: some pay is zero or negative, so it has no logarithm")
      case .tooFewGroups:
        badData(
          "no differentials: fewer than two groups have people of whom everything is known")
      case .regression(let failure): badData("no differentials: \(failure.words)")
      }
    }

    private static let whatPayDependsOn: Inline = "name what pay depends on, such as experience"

    private func usage(
      _ kind: Finding.Kind, _ message: Inline, remedy: Inline? = nil
    ) -> InputFailure { InputFailure(.adjust, kind, message, remedy: remedy) }

    private func badData(_ message: Inline) -> InputFailure {
      InputFailure(.badData, Finding("compare.adjustment", about: .adjust, message))
    }
  }

  /// Refuses to hold equal what is compared: pay, what contains it, and the groups themselves.
  static func refusePayAndGroups(
    _ adjusting: [String], _ reading: SalaryReading, grouping: [String]
  ) throws(InputFailure) {
    let recognition = reading.recognition
    let pay = [reading.pay, .totalPay].compactMap { recognition.position(of: $0) }
    let groups = grouping.compactMap { recognition.position(named: $0) }
    for name in adjusting {
      let position = recognition.position(named: name)
      if let position, pay.contains(position) { throw Obstacle.isPay(name).failure }
      if grouping.contains(name) || position.map(groups.contains) == true {
        throw Obstacle.isGroup(name).failure
      }
    }
  }
}
