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

  package var table: Table {
    var table = Table([.number("Attainment")] + names.map { .number(.phrase($0)) })
    for row in pay {
      table.append(
        [.rate(row.attainment)]
          + row.incentive.map { $0.map { .amount($0) } ?? .missing })
    }
    return table
  }
}
