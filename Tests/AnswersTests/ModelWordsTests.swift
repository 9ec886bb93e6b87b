import PayAnswers
import Reporting
import Simulation
import Testing

@testable import Answers

@Suite("Models in words")
struct ModelWordsTests {
  @Test(
    "The phrases of a model of attainment say in English what its label says",
    arguments: AttainmentPreset.all.map(\.name) + [
      "fixed:1", "fixed:0", "lognormal:mean=0.95,cv=0.35", "normal:mean=1,sd=0.2",
      "gamma:mean=0.9,cv=0.5", "banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3",
      "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8", "empirical:history",
    ])
  func attainment(text: String) throws {
    let model = try ModelText(text) { _ in [0.5, 1, 1.5] }.model
    #expect(description(of: model) == model.label)
  }

  private func description(of model: any AttainmentModel) -> String {
    Inline.description(of: model).plainText
  }

  @Test(
    "The phrases of a model of selling say in English what its label says",
    arguments: [
      "account:mean=0.95,chance=80%,cv=0.4", "ranked:accounts=20,mean=0.95,chance=60%,cv=0.6",
      "deals:opportunities=80,win=25%,mean=0.95,cv=0.9",
      "deals:opportunities=80,win=25%,mean=0.95,cv=0.9,cycle=45,cancel=5%",
    ])
  func selling(text: String) throws {
    let model = try SellingText(text).model
    #expect(Inline.description(of: model).plainText == model.label)
  }
}
