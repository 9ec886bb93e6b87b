import Amounts
import Analyses
import ArgumentParser
import Findings
import PayPlans

/// `ontarget simulate`.
struct Simulate: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Show what a pay plan pays: for quotas and sales, or by attainment.",
    discussion: """
      With --sales the grid answers what each quota pays for the same dollars sold. With \
      --attainment each line shows pay and what has to be sold for it on each quota. All figures \
      are exact to the minor unit. Lists are separated by commas; a range is from..to/step.

      Examples:
        ontarget simulate datasets/plans/account-executive-2021.yaml \\
          --quota 600000,690048,800000 --sales 480000..1040000/80000
        ontarget simulate datasets/plans/account-executive-2021.yaml --attainment 70%..150%/10%
      """)

  @Argument(help: ArgumentHelp("The pay plan, as YAML; - for standard input.", valueName: "plan"))
  var plan: String

  @Option(
    help: ArgumentHelp(
      "Quotas for a year (default: the plan's own).", valueName: "amounts"))
  var quota: String?

  @Option(help: ArgumentHelp("What is sold in the year.", valueName: "amounts"))
  var sales: String?

  @Option(
    help: ArgumentHelp(
      "Sales as a percentage of the quota (default: 50%..150%/10%).", valueName: "percentages"))
  var attainment: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if sales != nil, attainment != nil {
      throw ValidationError("--sales and --attainment are two ways to say one thing; give one")
    }
  }

  func respond(to call: Call) throws -> Response {
    let quotas = try quota.map { try Series($0, .amount, option: "--quota").values }
    if quotas?.contains(.zero) == true {
      throw ValidationError("--quota: a quota of 0 has no attainment; write one above 0")
    }
    let axis = try axis
    let (plan, findings) = try Plan.read(path: plan)
    guard quotas != nil || plan.primaryMeasure?.quota != nil || sales != nil else {
      throw ValidationError(
        "the plan has no quota to attain; say one, such as --quota 690048, or say --sales")
    }
    do {
      let grid = try EarningsGrid(plan: plan, quotas: quotas ?? [], axis: axis)
      return Response(
        answer: grid, inputs: [InputDescription(path: self.plan)], findings: findings)
    } catch ArithmeticFailure.overflow {
      throw ValidationError("an amount of this grid is too large to compute exactly")
    } catch ArithmeticFailure.divisionByZero {
      throw ValidationError("the plan's quota is 0; say another, for example --quota 690048")
    }
  }

  private var axis: EarningsGrid.Axis {
    get throws {
      if let sales {
        return .sales(try Series(sales, .amount, option: "--sales").values)
      }
      return .attainment(
        try Series(attainment ?? "50%..150%/10%", .percentage, option: "--attainment").values)
    }
  }
}
