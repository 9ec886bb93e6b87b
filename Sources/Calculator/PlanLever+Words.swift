package import PayPlans
package import Phrases
package import Simulation

extension PlanLever {
  /// Returns the lever in words, such as "New business: rate of band 2".
  package func words(in plan: Plan) -> Inline {
    func name(_ index: Int) -> Inline {
      plan.components.indices.contains(index)
        ? Inline(plan.components[index].name) : "component \(index + 1)"
    }
    func row(_ component: Int, _ row: Int) -> Inline {
      guard plan.components.indices.contains(component) else { return "row \(row + 1)" }
      switch plan.components[component].terms.first?.kind {
      case .band: return "band \(row + 1)"
      case .corner: return "corner \(row + 1)"
      default: return "step \(row + 1)"
      }
    }
    return switch self {
    case .base: "Base"
    case .variable: "Variable"
    case .quota: "Quota"
    case .rates(let component): "\(name(component)): all rates"
    case .accelerators(let component): "\(name(component)): rates above the first band"
    case .pay(let component, let index): "\(name(component)): pay of \(row(component, index))"
    case .level(let component, let index):
      isBand(component, plan)
        ? "\(name(component)): end of \(row(component, index))"
        : "\(name(component)): level of \(row(component, index))"
    case .threshold(let component): "\(name(component)): threshold"
    case .cap(let component): "\(name(component)): cap"
    case .yearlyCap: "Cap of the year"
    case .draw: "Draw"
    }
  }

  private func isBand(_ component: Int, _ plan: Plan) -> Bool {
    plan.components.indices.contains(component)
      && plan.components[component].terms.first?.kind == .band
  }
}
