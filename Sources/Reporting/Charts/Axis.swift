public import Amounts

/// An axis of a chart: what it measures, in which unit.
public struct Axis: Hashable, Sendable {
  /// What stands along an axis.
  public enum Scale: Hashable, Sendable {
    /// Numbers; zero is in view if asked for, and the ends are ticks unless the fit is tight.
    case numbers(Unit, includesZero: Bool = false, fit: Fit = .round)
    /// Named rows from top to bottom at 0, 1, 2 …; only for the y axis.
    case rows([Row])
  }

  /// Where an axis of numbers ends.
  public enum Fit: Hashable, Sendable {
    /// At the first round number beyond the data.
    case round
    /// The axis ends where the data do.
    case tight
  }

  /// A unit of numbers, which decides how ticks are written and which steps are round.
  public enum Unit: Hashable, Sendable {
    /// A number without a unit.
    case number
    /// Major units of a currency.
    case money(Currency)
    /// A fraction of one, written as a percentage.
    case percentage
    /// A calendar month by its `YearMonth.monthNumber`.
    case month
    /// A calendar year.
    case year
  }

  /// A named row and the value written at its right end.
  public struct Row: Hashable, Sendable {
    /// The name of the row, at its left.
    public var label: Inline
    /// What stands at the right of the row, such as its value; empty leaves the place free.
    public var value: Inline

    /// Creates a row.
    public init(_ label: Inline, value: Inline = .empty) {
      self.label = label
      self.value = value
    }
  }

  /// What it measures, such as "Total pay in a year".
  public var title: Inline
  /// What the axis measures: numbers in a unit, or named rows.
  public var scale: Scale

  /// Creates an axis.
  public init(_ title: Inline, _ scale: Scale) {
    self.title = title
    self.scale = scale
  }
}
