/// A kind of number that a language has a word form of its own for, as CLDR names them.
enum PluralCategory: String, Hashable, Sendable {
  case zero, one, two, few, many, other
}

/// Which numbers are of a plural category: a rule as CLDR writes them, such as "i = 1 and v = 0".
///
/// Unicode Technical Standard 35, part 3 (Numbers), section 5.1.1 has the syntax.
struct PluralRule: Sendable {
  private struct Relation: Sendable {
    var operand: Character
    var modulus: Int64?
    var isNegated: Bool
    var ranges: [ClosedRange<Int64>]
  }

  /// Relations that hold together, of which one group is enough.
  private var alternatives: [[Relation]]

  /// Reads a rule; nil for other text.
  init?(_ text: String) {
    alternatives = []
    var group: [Relation] = []
    var words = text.split(separator: " ")[...]
    while true {
      guard let name = words.popFirst(), name.count == 1, let operand = name.first,
        "nivwftce".contains(operand)
      else { return nil }
      var modulus: Int64?
      if words.first == "%" {
        words.removeFirst()
        modulus = words.popFirst().flatMap { Int64($0) }
        guard let modulus, modulus > 0 else { return nil }
      }
      guard let sign = words.popFirst(), sign == "=" || sign == "!=",
        let list = words.popFirst()
      else { return nil }
      var ranges: [ClosedRange<Int64>] = []
      for part in list.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = part.split(separator: ".", omittingEmptySubsequences: false)
        guard let low = ends.first.flatMap({ Int64($0) }),
          let high = ends.last.flatMap({ Int64($0) }),
          ends.count == 1 || ends.count == 3 && ends[1].isEmpty, low <= high
        else { return nil }
        ranges.append(low...high)
      }
      group.append(
        Relation(operand: operand, modulus: modulus, isNegated: sign == "!=", ranges: ranges))
      switch words.popFirst() {
      case nil:
        alternatives.append(group)
        return
      case "and": break
      case "or":
        alternatives.append(group)
        group = []
      default: return nil
      }
    }
  }

  /// Whether a number is of the category.
  func holds(for number: PluralOperands) -> Bool {
    alternatives.contains { group in
      group.allSatisfy { relation in
        var isIn = false
        if let value = number[relation.operand] {
          let rest = relation.modulus.map { value % $0 } ?? value
          isIn = relation.ranges.contains { $0.contains(rest) }
        }
        return isIn != relation.isNegated
      }
    }
  }
}

/// What plural rules look at in a number as it is written: "1.0" is not the same as "1".
///
/// The operands of UTS 35, part 3, section 5.1.1; no number is written with an exponent here, so c and
/// e are 0.
struct PluralOperands {
  // The digits do not fit an `Int` of 32 bits, as WebAssembly has.
  private let whole: Int64
  private let fraction: Substring

  /// Reads a number with the marks of a language; nil for other text.
  init?(_ written: String, decimal: String, group: String) {
    var text = written[...]
    if let sign = text.first, "+-−".contains(sign) { text.removeFirst() }
    var digits = ""
    while !text.isEmpty {
      if let rest = text.dropping(prefix: group), !digits.isEmpty {
        text = rest
      } else if let rest = text.dropping(prefix: decimal) {
        text = rest
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
          return nil
        }
        break
      } else if let digit = text.utf8.first, (0x30...0x39).contains(digit) {
        digits.append(text.removeFirst())
      } else {
        return nil
      }
    }
    // Rules look at the last digits and at small numbers only, so of long ones the last are enough.
    guard let value = Int64(digits.suffix(17)) else { return nil }
    whole = digits.utf8.count > 17 ? value + 100_000_000_000_000_000 : value
    fraction = text
  }

  /// The value of an operand; nil for the number itself where it is not whole.
  subscript(_ operand: Character) -> Int64? {
    let zeros = fraction.reversed().prefix { $0 == "0" }.count
    let trimmed = fraction.dropLast(zeros)
    switch operand {
    case "n": return trimmed.isEmpty ? whole : nil
    case "i": return whole
    case "v": return Int64(fraction.count)
    case "w": return Int64(trimmed.count)
    case "f": return Int64(fraction.suffix(17)) ?? 0
    case "t": return Int64(trimmed.suffix(17)) ?? 0
    default: return 0
    }
  }
}
