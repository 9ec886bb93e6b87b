public import Amounts

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A grade and its range.
public struct PayGrade: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The points, or the number, that the range was found at; nil where it was read.
  public let points: Ratio?
  /// The range.
  public let range: PayRange

  /// Creates a grade.
  public init(_ name: String, points: Ratio? = nil, _ range: PayRange) {
    self.name = name
    self.points = points
    self.range = range
  }
}

/// The grades of an organisation, from the lowest, with their ranges in one currency.
public struct PayStructure: Hashable, Sendable {
  /// The grades, from the lowest midpoint.
  public let grades: [PayGrade]
  /// The currency.
  public let currency: Currency

  /// Creates a structure.
  public init(_ grades: [PayGrade], in currency: Currency) {
    self.grades = grades.sorted { $0.range.midpoint < $1.range.midpoint }
    self.currency = currency
  }

  /// The grade of a name, whatever its case.
  public subscript(name: String) -> PayGrade? {
    grades.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Returns the grade below another one; nil for the lowest.
  public func grade(below grade: PayGrade) -> PayGrade? {
    grades.firstIndex(of: grade).flatMap { $0 > 0 ? grades[$0 - 1] : nil }
  }

  /// How much the midpoint of a grade is above that of the grade below, as a fraction.
  public func progression(to grade: PayGrade) -> Ratio? {
    self.grade(below: grade).flatMap { try? grade.range.midpoint / $0.range.midpoint - .one }
  }

  /// Returns midpoints that each are a progression above the one before.
  public static func midpoints(
    from first: Ratio, progression: Ratio, count: Int
  ) throws(ArithmeticFailure) -> [Ratio] {
    var midpoints = [first]
    for _ in 1..<max(1, count) {
      midpoints.append(try midpoints[midpoints.count - 1] * (.one + progression))
    }
    return midpoints
  }

  /// Returns the progression that leads from one midpoint to another over a number of grades.
  public static func progression(from first: Ratio, to last: Ratio, count: Int) -> Double {
    pow(last.doubleValue / first.doubleValue, 1 / Double(count - 1)) - 1
  }
}
