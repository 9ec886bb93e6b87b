public import Amounts

/// Why an amount of an earlier period changed.
public enum Cause: Hashable, Sendable {
  /// Nothing was owed for it when its period closed.
  case late
  /// The deal, or the period, is credited another amount.
  case credit(was: Ratio, isNow: Ratio)
  /// The deal is of another day.
  case day(was: CalendarDate, isNow: CalendarDate)
  /// The quota is another one.
  case quota(was: Ratio?, isNow: Ratio?)
  /// The deal was credited to others, or is now.
  case owner
  /// The deal is not there any more, or no longer won, and it was confirmed that this is meant.
  case gone
  /// Files changed that say how deals are paid, by what they are for.
  case files([String])
  /// Several files changed, and this is what each of them moves alone; the rest they move only together.
  case each([Move], together: Ratio)
  /// Deals changed and moved what this one is paid: itself, or others, such as by the tier of a year.
  case deals
  /// Nothing but the version of the program changed, from this one.
  case engine(String)
  /// The period was opened again, for a reason.
  case reopened(String)

  /// What changed files that are for one thing move alone, the others being as they were.
  public struct Move: Hashable, Sendable {
    /// What they are for, such as "plan".
    public let role: String
    /// The amount, in major units.
    public let amount: Ratio

    /// Creates a move.
    public init(_ role: String, _ amount: Ratio) {
      self.role = role
      self.amount = amount
    }
  }
}

extension Cause {
  /// What amounts alone stand for that several files move only together, in the texts of a ledger.
  private static let together = "together"

  /// Its name in the ledger, and the texts before and after.
  public var texts: (name: String, was: String?, isNow: String?) {
    switch self {
    case .late: ("late", nil, nil)
    case .credit(let was, let isNow): ("credit", was.description, isNow.description)
    case .day(let was, let isNow): ("day", was.description, isNow.description)
    case .quota(let was, let isNow): ("quota", was?.description, isNow?.description)
    case .owner: ("owner", nil, nil)
    case .gone: ("gone", nil, nil)
    case .files(let roles): ("files", nil, roles.joined(separator: " "))
    case .each(let moves, let rest):
      (
        "each", nil,
        (moves + [Move(Self.together, rest)]).map { "\($0.role)=\($0.amount)" }
          .joined(separator: " ")
      )
    case .deals: ("deals", nil, nil)
    case .engine(let version): ("engine", version, nil)
    case .reopened(let reason): ("reopened", nil, reason)
    }
  }

  /// Reads what `texts` says; nil for anything else.
  public init?(name: String, was: String?, isNow: String?) {
    switch name {
    case "late": self = .late
    case "credit":
      guard let before = was.flatMap({ Ratio(fraction: $0) }),
        let after = isNow.flatMap({ Ratio(fraction: $0) })
      else { return nil }
      self = .credit(was: before, isNow: after)
    case "day":
      guard let before = was.flatMap({ CalendarDate(iso: $0) }),
        let after = isNow.flatMap({ CalendarDate(iso: $0) })
      else { return nil }
      self = .day(was: before, isNow: after)
    case "quota":
      self = .quota(
        was: was.flatMap { Ratio(fraction: $0) }, isNow: isNow.flatMap { Ratio(fraction: $0) })
    case "owner": self = .owner
    case "gone": self = .gone
    case "files": self = .files((isNow ?? "").split(separator: " ").map(String.init))
    case "each":
      var moves: [Move] = []
      for text in (isNow ?? "").split(separator: " ") {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let amount = Ratio(fraction: String(parts[1])) else { return nil }
        moves.append(Move(String(parts[0]), amount))
      }
      guard let rest = moves.popLast(), rest.role == Self.together, !moves.isEmpty else {
        return nil
      }
      self = .each(moves, together: rest.amount)
    case "deals": self = .deals
    case "engine": self = .engine(was ?? "")
    case "reopened": self = .reopened(isNow ?? "")
    default: return nil
    }
  }
}
