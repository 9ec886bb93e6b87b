public import Phrases

/// A parameter that a distribution cannot have.
public struct ParameterFailure: Error, Hashable, Sendable {
  /// The parameter's name, such as "standard deviation".
  public let parameter: String
  /// The value that was given.
  public let value: Double
  /// What the value has to be, such as "positive and finite".
  public let requirement: String

  /// Creates a failure.
  public init(parameter: String, value: Double, requirement: String) {
    self.parameter = parameter
    self.value = value
    self.requirement = requirement
  }
}

extension ParameterFailure {
  /// What is wrong.
  public var words: Inline {
    "the \(Inline.phrase(parameter)) is \(value) but must be \(Inline.phrase(requirement))"
  }
}

extension ParameterFailure: CustomStringConvertible {
  public var description: String { words.plainText }
}

extension ParameterFailure {
  static func checkPositive(_ parameter: String, _ value: Double) throws(ParameterFailure) {
    guard value > 0, value.isFinite else {
      throw ParameterFailure(
        parameter: parameter, value: value, requirement: "positive and finite")
    }
  }

  static func checkFinite(_ parameter: String, _ value: Double) throws(ParameterFailure) {
    guard value.isFinite else {
      throw ParameterFailure(parameter: parameter, value: value, requirement: "finite")
    }
  }
}
