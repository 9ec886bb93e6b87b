import OnTarget

let (plan, _) = try Plan.read(path: "datasets/plans/marginal-accelerators.yaml")
let (deals, _) = try Deals.read(path: "datasets/deals/team-2021.csv", for: plan)
let (roster, _) = try Roster.read(path: "datasets/deals/team-2021-roster.csv", for: plan)
let rates = try MonthlyRates.read(path: "datasets/deals/team-2021-rates.csv")
let run = try plan.statements(for: deals, roster: roster, rates: rates)
for statement in run.statements {
  print(statement.rep, statement.earned)
}
// ann 95172.65 USD
// ben 147476.71 USD
