import Answers
import MarketAnswers
import Testing

@Suite("When a group may be shown")
struct DisclosureRuleTests {
  /// A group of employers with these weights.
  private func group(_ weights: [Double], from first: UInt32 = 1) -> Contributors {
    var group = Contributors.nobody
    for (index, weight) in weights.enumerated() {
      group.add(person: weight, employer: first + UInt32(index))
    }
    return group
  }

  @Test("Exactly the fewest contributors and exactly the largest share are allowed")
  func boundaries() {
    let rule = DisclosureRule(minContributors: 5, maxShare: 0.25)
    #expect(rule.reason(against: group([1, 1, 1, 1])) == .tooFew)
    #expect(rule.reason(against: group([5, 4, 4, 4, 3])) == nil)
    #expect(rule.reason(against: group([5.1, 4, 4, 4, 3])) == .dominated)
  }

  @Test("People of one employer are one contributor, and so are those who do not say")
  func employers() {
    var group = Contributors.nobody
    for _ in 0..<9 { group.add(person: 1, employer: 7) }
    for _ in 0..<9 { group.add(person: 1, employer: 0) }
    #expect(group.count == 2)
    #expect(group.largestShare == 0.5)
  }

  @Test("Without employers people are the contributors")
  func people() {
    var group = Contributors.nobody
    for weight in [1.0, 1, 2] { group.add(person: weight, employer: nil) }
    #expect(group.count == 3)
    #expect(group.largestShare == 0.5)
  }

  @Test("One hidden group would follow from the total, so the next smallest is hidden as well")
  func complementary() {
    let rule = DisclosureRule(minContributors: 5)
    let groups = [
      group([1, 1], from: 1), group([Double](repeating: 1, count: 9), from: 10),
      group([Double](repeating: 1, count: 6), from: 30),
    ]
    #expect(rule.reasons(for: groups) == [.tooFew, nil, .complementary])
  }

  @Test("Two hidden groups of the same few employers are still too few together")
  func together() {
    let rule = DisclosureRule(minContributors: 5)
    let large = [Double](repeating: 1, count: 9)
    let groups = [group([1, 1]), group([2, 2]), group(large, from: 10), group(large, from: 30)]
    #expect(rule.reasons(for: groups) == [.tooFew, .tooFew, .complementary, nil])
  }

  @Test("Where all groups are large nothing is hidden")
  func nothing() {
    let rule = DisclosureRule(minContributors: 5, maxShare: 0.25)
    let groups = [group([1, 1, 1, 1, 1]), group([1, 1, 1, 1, 1], from: 10)]
    #expect(rule.reasons(for: groups) == [nil, nil])
  }
}
