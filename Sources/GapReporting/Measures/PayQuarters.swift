public import Amounts

/// The four quarters of a work force by pay, and how many men and women are in each.
///
/// Where people with the same pay stand on both sides of a border, men and women are divided over the
/// quarters in the proportion that they have among these people, as far as whole people allow.
public struct PayQuarters: Hashable, Sendable {
  /// A quarter.
  public enum Band: Int, Hashable, Sendable, CaseIterable {
    case lower
    case lowerMiddle
    case upperMiddle
    case upper

    /// Its name in the rules, such as "lower middle".
    public var name: String {
      switch self {
      case .lower: "lower"
      case .lowerMiddle: "lower middle"
      case .upperMiddle: "upper middle"
      case .upper: "upper"
      }
    }
  }

  /// Who is in a quarter.
  public struct Quarter: Hashable, Sendable {
    /// Which one it is.
    public let band: Band
    /// How many men and women.
    public internal(set) var counts: BySex<Int> = BySex(men: 0, women: 0)
    /// How many whose sex is not on record.
    public internal(set) var unrecorded: Int = 0
    /// The parts that men and women are of both.
    public internal(set) var shares: BySex<GapFigure> = BySex(
      men: .none(.nobody), women: .none(.nobody))

    /// All people in it.
    public var people: Int { counts.men + counts.women + unrecorded }
  }

  /// People with the same pay on both sides of a border.
  public struct Tie: Hashable, Sendable {
    /// Their pay.
    public let pay: Ratio
    /// How many of them there are.
    public let counts: BySex<Int>
    /// How many of them each quarter takes, from the lower one up.
    public let places: [Int]
    /// How many men each quarter takes, from the lower one up.
    public let men: [Int]
    /// Whether the quarters have men and women in exactly the proportion of these people.
    public let isExact: Bool
    /// Whether another division would be as near to the proportion.
    public let isOneOfSeveral: Bool
  }

  /// The quarters, from the lower one up.
  public private(set) var quarters: [Quarter]
  /// The people with the same pay on both sides of a border, by pay.
  public private(set) var ties: [Tie] = []

  /// Divides people by pay.
  ///
  /// - Parameters:
  ///   - people: The pay of each, with the sex where it is on record.
  ///   - extra: The quarters that take one more where one, two or three people are left over.
  ///   - minimum: The people that a quarter needs to be shown.
  /// - Throws: Where numbers become too long to be exact.
  /// - Complexity: O(*n* log *n*).
  init(
    _ people: [(sex: Sex?, pay: Ratio)], extra: [Set<Band>], atLeast minimum: Int
  ) throws(ArithmeticFailure) {
    let left = people.count % 4
    quarters = Band.allCases.map { Quarter(band: $0) }
    var places = Band.allCases.map { band in
      people.count / 4 + (left > 0 && extra[left - 1].contains(band) ? 1 : 0)
    }
    for (pay, sexes) in Self.groups(people) {
      var taken = [0, 0, 0, 0]
      var rest = sexes.count
      for band in places.indices {
        taken[band] = min(rest, places[band])
        places[band] -= taken[band]
        rest -= taken[band]
      }
      divide(sexes, at: pay, over: taken)
    }
    for index in quarters.indices {
      let counts = quarters[index].counts
      let people = quarters[index].people
      quarters[index].shares = try counts.map { count throws(ArithmeticFailure) in
        try GapFigure.share(count, of: counts.men + counts.women, missing: .nobody)
          .shown(of: people, atLeast: minimum)
      }
    }
  }

  /// Those of equal pay together, by pay.
  private static func groups(_ people: [(sex: Sex?, pay: Ratio)]) -> [(pay: Ratio, sexes: [Sex?])] {
    var groups: [(pay: Ratio, sexes: [Sex?])] = []
    for person in people.sorted(by: { $0.pay < $1.pay }) {
      if groups.last?.pay == person.pay {
        groups[groups.count - 1].sexes.append(person.sex)
      } else {
        groups.append((person.pay, [person.sex]))
      }
    }
    return groups
  }

  private mutating func divide(
    _ sexes: [Sex?], at pay: Ratio, over places: [Int]
  ) {
    let counts = BySex(
      men: sexes.count { $0 == .man }, women: sexes.count { $0 == .woman })
    let men = Apportionment(counts.men, over: places)
    let others = zip(places, men.parts).map { $0 - $1 }
    let women = Apportionment(counts.women, over: others)
    for band in places.indices {
      quarters[band].counts.men += men.parts[band]
      quarters[band].counts.women += women.parts[band]
      quarters[band].unrecorded += others[band] - women.parts[band]
    }
    guard places.count(where: { $0 > 0 }) > 1 else { return }
    ties.append(
      Tie(
        pay: pay, counts: counts, places: places, men: men.parts,
        isExact: men.isExact && women.isExact,
        isOneOfSeveral: men.isOneOfSeveral || women.isOneOfSeveral))
  }
}

/// Whole people divided in proportion to places, by the largest remainders; of equal ones the lower
/// quarter's comes first.
private struct Apportionment {
  var parts: [Int]
  let isExact: Bool
  let isOneOfSeveral: Bool

  init(_ people: Int, over places: [Int]) {
    let all = places.reduce(0, +)
    guard all > 0 else {
      parts = places.map { _ in 0 }
      isExact = true
      isOneOfSeveral = false
      return
    }
    // Counts of people are far below the square root of the largest integer.
    let products = places.map { $0 * people }
    parts = products.map { $0 / all }
    let remainders = products.map { $0 % all }
    let left = people - parts.reduce(0, +)
    let order = remainders.indices.sorted {
      (remainders[$1], $0) < (remainders[$0], $1)
    }
    for index in order.prefix(left) { parts[index] += 1 }
    isExact = remainders.allSatisfy { $0 == 0 }
    isOneOfSeveral =
      left > 0 && left < order.count && remainders[order[left - 1]] == remainders[order[left]]
  }
}
