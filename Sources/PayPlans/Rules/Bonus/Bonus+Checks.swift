internal import Phrases

extension Bonus {
  func checkAmounts(_ warnings: inout PlanWarnings, _ component: Component) {
    for case (.amount(let amount), let place) in steps.map({ ($0.at, $0.place) }) {
      warnings.check(
        amount, "`at` of \"\(component.name)\"", of: measure, period, place ?? component.place)
    }
  }
}
