internal import Amounts
internal import Answers
package import Findings
internal import Simulation

/// Why a plan could not be priced.
public enum PricingFailure: Error, Hashable, Sendable {
  /// An amount does not fit into exact arithmetic.
  case tooLarge
  /// Attainment is asked about, and the plan has no quota that it could be of.
  case noQuota
  /// What is sold is a multiple of a quota, and neither the plan nor the question says one.
  case noReferenceQuota
  /// A quota is 0, of which nothing is a share.
  case zeroQuota
}

extension PricingFailure {
  /// What a failure of arithmetic means where plans are priced.
  init(_ failure: ArithmeticFailure) {
    self =
      switch failure {
      case .overflow: .tooLarge
      case .divisionByZero: .zeroQuota
      }
  }

  /// What is wrong.
  var message: Inline {
    switch self {
    case .tooLarge: "an amount is too large to compute exactly"
    case .noQuota, .noReferenceQuota: "the plan has no quota to attain"
    case .zeroQuota: "a quota of 0 has no attainment"
    }
  }

  /// What to do about it.
  var remedy: Inline? {
    switch self {
    case .tooLarge: nil
    case .noQuota:
      "say one, such as \(.parameter(.quota, "690048")), or say \(.parameter(.sales))"
    case .noReferenceQuota: "say one, such as \(.parameter(.referenceQuota, "690048"))"
    case .zeroQuota: "write one above 0"
    }
  }

  /// The failure of a question.
  ///
  /// - Parameter subject: What is to be looked at, where the failure does not say it.
  /// - Returns: The failure with its words.
  func failure(about subject: Finding.Subject) -> InputFailure {
    let subject: Finding.Subject =
      switch self {
      case .noQuota, .zeroQuota: .parameter(.quota)
      case .tooLarge, .noReferenceQuota: subject
      }
    return InputFailure(
      .usage, Finding("question.pricing", about: subject, message, remedy: remedy))
  }
}

extension PricingFailure: CustomStringConvertible {
  public var description: String {
    (remedy.map { "\(message); \($0)" } ?? message).plainText
  }
}

/// Computes, and says of failures what they are about.
///
/// - Parameters:
///   - subject: The setting or file that a failure is about, unless it knows better.
///   - compute: What may fail.
/// - Returns: What was computed.
/// - Throws: `.usage` with the cause in words; an `InputFailure` as it is.
package func pricing<Value>(
  about subject: Finding.Subject, _ compute: () throws -> Value
) throws(InputFailure) -> Value {
  do {
    return try compute()
  } catch let failure as InputFailure {
    throw failure
  } catch let failure as PricingFailure {
    throw failure.failure(about: subject)
  } catch let failure as ArithmeticFailure {
    throw PricingFailure(failure).failure(about: subject)
  } catch let failure as ModelFailure {
    throw InputFailure(
      .usage,
      Finding(
        "question.model", about: failure.parameter.map { .parameter($0) } ?? subject,
        failure.message, remedy: failure.settingRemedy ?? failure.remedy))
  } catch {
    throw InputFailure(.usage, Finding("question.model", about: subject, .words(of: error)))
  }
}

extension Inline {
  /// What an error of a computation says; one that has no words is named as the program calls it.
  package static func words(of error: any Error) -> Inline {
    switch error {
    case let failure as PricingFailure: failure.message
    case let failure as ArithmeticFailure: PricingFailure(failure).message
    case let failure as ModelFailure: failure.message
    default: Inline(String(describing: error))
    }
  }
}

extension ModelFailure {
  /// The setting that it is about, where the cause says it.
  fileprivate var parameter: Parameter? {
    switch self {
    case .trials, .dealYears, .teamYears: .trials
    case .people: .team
    case .market: .market
    case .noClosedForm, .dependentPay: .exact
    case .noReferenceQuota: .referenceQuota
    case .aim: .find
    default: nil
    }
  }

  /// What to do about it by a setting of the question.
  fileprivate var settingRemedy: Inline? {
    switch self {
    case .noReferenceQuota: "say one, such as \(.parameter(.referenceQuota, "690048"))"
    default: nil
    }
  }
}
