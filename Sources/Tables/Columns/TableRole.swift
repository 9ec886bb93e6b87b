public import Findings

/// What a column of a table is for, such as the close date of deals.
public struct TableRole: Hashable, Sendable {
  /// What the cells of a column are.
  public enum Content: Hashable, Sendable {
    /// Any text.
    case text
    /// Text that tells rows apart.
    case identifier
    /// Money, or a number of units.
    case amount
    /// What one unit of a currency is worth: a small number, of which other columns tell nothing.
    case rate
    /// A part of a whole: "50%", "50", "0.5" or "1/3".
    case share
    /// Yes or no.
    case flag
    /// A day, perhaps with a time.
    case date
    /// A month, or a day in it.
    case month
    /// The code, sign or name of a currency.
    case currency
  }

  /// Its name in the tool's own layout, such as "close_date".
  public let name: String
  /// What its cells are.
  public let content: Content
  /// Whether the table is of no use without it.
  public let isNeeded: Bool
  /// Other names that it goes by in the tool's own layouts.
  public let aliases: [String]

  /// Creates a role.
  public init(
    _ name: String, _ content: Content, isNeeded: Bool = false, aliases: [String] = []
  ) {
    self.name = name
    self.content = content
    self.isNeeded = isNeeded
    self.aliases = aliases
  }
}

/// A kind of table that people bring, with the roles that its columns can have.
public struct TableKind: Hashable, Sendable {
  /// What `column-words.csv` calls it, such as "deals".
  public let name: String
  /// What people call it, such as "roster of people".
  public let title: Inline
  /// The roles, in the order of the tool's own layout.
  public let roles: [TableRole]
  /// The role by which equal rows are copies of one; nil where equal rows may be two things, such as
  /// two payments of the same amount.
  public let identity: String?
  /// Whether a plan may name further columns of it.
  public let hasFurtherColumns: Bool
  /// Whether all rows can be of one person, whom no column names.
  public let canBeOfOnePerson: Bool
  /// Whether it is read beside the table that a question is about, so that a mapping has to name the kind.
  public let standsBeside: Bool

  /// Creates a kind of table.
  public init(
    _ name: String, _ title: Inline, identity: String? = nil, hasFurtherColumns: Bool = false,
    canBeOfOnePerson: Bool = false, standsBeside: Bool = false, _ roles: [TableRole]
  ) {
    self.standsBeside = standsBeside
    self.name = name
    self.title = title
    self.identity = identity
    self.hasFurtherColumns = hasFurtherColumns
    self.canBeOfOnePerson = canBeOfOnePerson
    self.roles = roles
  }

  /// How a person maps a column to a role, such as "roster.rep=COLUMN".
  package func mapping(_ role: String, to column: String = "COLUMN") -> String {
    "\(standsBeside ? "\(name)." : "")\(role)=\(column)"
  }

  /// Returns the role of a name.
  public func role(_ name: String) -> TableRole? { roles.first { $0.name == name } }
}
