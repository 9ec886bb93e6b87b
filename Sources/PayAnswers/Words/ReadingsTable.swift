package import Amounts
internal import Answers
package import PayPlans
package import Reporting

/// What a plan pays under the readings that such plans are often silent about.
package struct ReadingsTable: Sendable {
  /// The attainments that are priced, as fractions.
  static let attainments: [Ratio] = [50, 80, 100, 120, 150, 200].map { percent in
    (try? Ratio(percent, over: 100)) ?? .one
  }

  /// The names of the readings, the plan's own first.
  package let names: [String]
  /// For each attainment the incentive under each reading, with what a draw pays and is not owed back.
  package let pay: [(attainment: Ratio, incentive: [Money?])]

  /// Prices a plan's readings; nil when there is no other one.
  package init?(_ plan: Plan) {
    let others = plan.otherReadings
    guard !others.isEmpty else { return nil }
    let own = PlanReading(name: "as written", plan: plan)
    let readings = [own] + others
    names = readings.map(\.name)
    pay = Self.attainments.map { attainment in
      (
        attainment,
        readings.map { reading in
          // A reading that cannot be priced, such as bands that fall, has no figure.
          (try? reading.earnings(attainment: attainment)).map { $0.kept - $0.base }
        }
      )
    }
  }

  /// What one reading pays at one attainment.
  package struct Point: Sendable {
    package let name: String
    package let attainment: Ratio
    /// Nil for a reading that cannot be priced.
    package let incentive: Money?
    /// What it pays more than the plan as written; nil of that one, and where either has no price.
    package let difference: Money?
  }

  /// A line for each attainment, with the readings side by side, the plan's own first.
  package var lines: [[Point]] {
    pay.map { row in
      zip(names, row.incentive).enumerated().map { index, point in
        let own = index == 0 ? nil : row.incentive.first ?? nil
        return Point(
          name: point.0, attainment: row.attainment, incentive: point.1,
          difference: own.flatMap { own in point.1.map { $0 - own } })
      }
    }
  }

  package var table: Table {
    var sheet = Sheet(lines: lines)
    sheet.addReading { $0 }
    return sheet.table()
  }
}

extension Sheet {
  /// Adds a reading, the attainment and what it pays there.
  package mutating func addReading(
    _ point: @escaping @Sendable (Row) -> ReadingsTable.Point
  ) {
    add("reading") { .text(point($0).name) }
    add("attainment", .number("Attainment")) {
      .ratio(point($0).attainment)
    } cell: {
      .rate(point($0).attainment)
    }
    add("incentive") {
      .number(.phrase(point($0).name))
    } _: {
      .money(point($0).incentive)
    } cell: {
      .amount(point($0).incentive)
    }
  }
}
