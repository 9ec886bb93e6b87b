/// A step of the scale of levels on which titles stand: support, professionals, managers, executives.
public struct JobLevel: Hashable, Sendable {
  /// The code, such as "P4".
  public let code: String
  /// Its name, such as "Senior professional".
  public let title: String
  /// Who stands on it.
  public let track: Track

  /// What people of a level do: work themselves, or lead others.
  public enum Track: String, Hashable, Sendable, CaseIterable {
    case support
    case professional
    case management
    case executive
  }
}
