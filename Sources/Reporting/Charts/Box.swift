/// A rectangle on the paper of a chart, in pixels from the top left corner.
package struct Box: Hashable, Sendable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }

  package func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  package func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Whether any part of the line between two points lies inside.
  ///
  /// Source: Liang and Barsky, "A new concept and method for line clipping" (1984).
  func isCrossed(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    for (slope, distance) in [
      (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y),
    ] {
      if slope == 0 {
        if distance < 0 { return false }
      } else if slope < 0 {
        enter = max(enter, distance / slope)
      } else {
        leave = min(leave, distance / slope)
      }
    }
    return enter <= leave
  }
}
