import Reporting
import Testing

@testable import Answers

@Suite("The German phrases")
struct GermanPhrasesTests {
  @Test("Each has the places of its English phrase")
  func places() {
    for (english, german) in Phrasebook.germanAnswers {
      #expect(Self.places(in: german) == Self.places(in: english), "\(english)")
    }
  }

  @Test("An English phrase stands in one place, so that it has one German one")
  func once() {
    let parts = Phrasebook.germanParts
    #expect(Phrasebook.germanAnswers.count == parts.reduce(0) { $0 + $1.count })
  }

  /// The numbers of the places %1, %2 … in a phrase, in order of size.
  private static func places(in phrase: String) -> [Int] {
    phrase.matches(of: /%(\d+)/).compactMap { Int($0.1) }.sorted()
  }
}
