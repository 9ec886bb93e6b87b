public import Reporting

extension Phrasebook {
  /// The words of a language for the documents of all answers.
  public static func answers(in language: Language) -> Phrasebook {
    switch language {
    case .english: Phrasebook.documents(in: .english)
    case .german: Phrasebook.documents(in: .german).adding(germanAnswers)
    }
  }
}
