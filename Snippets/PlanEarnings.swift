import OnTarget

let (plan, _) = try Plan.read(path: "datasets/plans/account-executive-2021.yaml")
let onTarget = try plan.earnings(attainment: 1)
print(onTarget.paid)  // 120008.00 USD
for quota in [600_000, 690_048, 800_000] as [Ratio] {
  print(try plan.earnings(sales: 690_048, quota: quota).paid)
}
