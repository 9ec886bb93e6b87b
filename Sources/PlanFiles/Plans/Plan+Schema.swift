public import PayPlans
internal import YAMLReading

extension Plan {
  /// The JSON Schema of the plan file, for editors that complete and check YAML.
  ///
  /// It says which keys there are and what they look like; what contradicts itself, such as bands
  /// that do not rise, only reading a plan finds out.
  ///
  /// - Complexity: O(number of keys).
  public static var schema: String { Grammar.plan.schema(title: "OnTarget pay plan") }
}
