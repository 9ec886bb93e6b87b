/// What stands before each item of a list.
public enum ListMarker: Hashable, Sendable {
  /// A bullet: the order says nothing.
  case bullet
  /// A number from 1: the order matters.
  case number
}
