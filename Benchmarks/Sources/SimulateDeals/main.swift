import PayPlans
import PlanFiles
import Simulation

// Simulates years of deals with a monthly draw, paid by the exact engine.
// Usage: simulate-deals YEARS THREADS
let arguments = CommandLine.arguments
guard arguments.count == 3, let trials = Int(arguments[1]), let threads = Int(arguments[2]) else {
  fatalError("usage: simulate-deals YEARS THREADS")
}
let plan = try Plan.read(
  yaml: """
    plan: Drawn
    currency: USD
    base: 30000
    variable: 60000
    measures: {bookings: {quota: 500000}}
    components:
      - commission: Sales
        measure: bookings
        period: quarter
        tiers: marginal
        rates: [{to: 100%, pay: 1x}, {to: 150%, pay: 1.5x}, {pay: 2x}]
    draw: {kind: recoverable, amount: 2500, per: month}
    """, file: "drawn.yaml"
).plan
let model = try SellingText("deals:opportunities=80,win=25%,mean=0.95,cv=0.9").model
let clock = ContinuousClock()
let start = clock.now
let forecast = try CashForecast(
  simulating: model, [plan], trials: trials, seed: 1, threads: threads)
print(
  forecast.plans[0].total.spread.mean.value,
  "\(Int(Double(trials) / ((clock.now - start) / .seconds(1)))) rep-years a second")
