internal import Findings
internal import Statistics

extension Inline {
  /// What an error of a model or a distribution says; one that has no words is named as the program
  /// calls it.
  static func words(of error: any Error) -> Inline {
    switch error {
    case let failure as ModelFailure: failure.message
    case let failure as ParameterFailure: failure.words
    default: Inline(String(describing: error))
    }
  }
}
