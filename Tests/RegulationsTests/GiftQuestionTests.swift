import Amounts
import Findings
import Regulations
import Testing

@Suite("What a gift register leaves to be asked")
struct GiftQuestionTests {
  @Test(
    "Two spellings that may be one person are asked about and added up apart",
    arguments: [
      ("Ana Ruiz", "ANA RUIZ"), ("Ana Ruiz", "Ruiz, Ana"), ("Ana Ruiz", "A. Ruiz"),
      ("Ana Ruiz", "Ana M. Ruiz"), ("Ana Ruiz", "Ana Ruis"), ("Ana Ruiz", "Dr. Ana Ruiz"),
      ("Daniel O'Neil", "Dan ONeil"), ("Bartholomew Stone", "Bartolomev Stone"),
    ])
  func twoSpellings(first: String, second: String) throws {
    let review = try Registers.review([
      "date;recipient;cost", "2025-03-01;\"\(first)\";60", "2025-04-01;\"\(second)\";60",
    ])
    #expect(review.over.isEmpty)
    guard case .samePerson(let one, let other, let excess) = review.questions.first else {
      Issue.record("no question about \(first) and \(second)")
      return
    }
    #expect(Set([one.name, other.name]) == [first, second])
    #expect(excess == Money(minorUnits: 2_000, currency: .usd))
    #expect(review.questions.count == 1)
  }

  @Test(
    "Two people are not asked about",
    arguments: [
      ("Ana Ruiz", "Bo Chen"), ("Ana Ruiz", "Eva Ruiz"), ("Jim Lee", "Tom Lee"),
      ("Ana Ruiz", "Ana Lopez"), ("Bo", "Al"),
    ])
  func twoPeople(first: String, second: String) throws {
    let review = try Registers.review([
      "date,recipient,cost", "2025-03-01,\(first),60", "2025-04-01,\(second),60",
    ])
    #expect(review.questions.isEmpty)
  }

  @Test("One name with two employers, or with one and none, is asked about")
  func twoEmployers() throws {
    let review = try Registers.review([
      "date,recipient,employer,cost", "2025-03-01,Ana Ruiz,Fund,10", "2025-03-01,Ana Ruiz,Bank,10",
      "2025-03-01,Ana Ruiz,,10",
    ])
    #expect(review.questions.count == 3)
  }

  @Test("Blanks do not make a second person")
  func blanks() throws {
    let review = try Registers.review([
      "date,recipient,cost", "2025-03-01,Ana  Ruiz ,60", "2025-04-01,Ana Ruiz,60",
    ])
    #expect(review.questions.isEmpty)
    #expect(review.over.count == 1)
  }

  @Test("An item of nominal value that is worth more than half of the limit is asked about")
  func nominalValue() throws {
    let review = try Registers.review([
      "date,recipient,kind,cost", "2026-03-29,Ana,promotional,50",
      "2026-03-29,Ana,de minimis,50.01",
      "2026-03-30,Ana,promotional,150.01", "2026-03-30,Ana,commemorative,900",
    ])
    let lines = review.questions.map { question -> Int? in
      if case .nominalValue(let gift, _, _) = question { gift.place.line } else { nil }
    }
    #expect(lines == [3, 4])
  }
}
