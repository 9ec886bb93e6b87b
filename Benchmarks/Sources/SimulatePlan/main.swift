import PayPlans
import PlanFiles
import Simulation

// Simulates years of a plan under lognormal attainment (mean 1, CV 0.35): mean, P10, P50 and P90 of
// the commission. Usage: simulate-plan PLAN TRIALS THREADS
let arguments = CommandLine.arguments
guard arguments.count == 4, let trials = Int(arguments[2]), let threads = Int(arguments[3]) else {
  fatalError("usage: simulate-plan PLAN TRIALS THREADS")
}
let plan = try Plan.read(path: arguments[1]).plan
let model = try ModelText("lognormal:mean=1,cv=0.35") { _ in [] }.model
let forecast = try PayForecast(
  simulating: model, [CompiledPlan(plan)], trials: trials, seed: 1, threads: threads)
let commission = forecast.plans[0].parts[0]
print(
  commission.spread.mean.value, commission.percentiles[0].value, commission.percentiles[2].value,
  commission.percentiles[4].value)
