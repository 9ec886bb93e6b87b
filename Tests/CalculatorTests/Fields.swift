import Amounts

/// Every field below a value, by its name; sorted, because tables have no order of their own. A ratio is its
/// number, in whatever terms it is held.
func fields(of value: Any) -> [String] {
  var all: [String] = []
  func add(_ value: Any, _ name: String) {
    let children = value is Ratio ? [] : Array(Mirror(reflecting: value).children)
    if children.isEmpty { all.append("\(name) \(value)") }
    for child in children { add(child.value, child.label ?? name) }
  }
  add(value, "")
  return all.sorted()
}
