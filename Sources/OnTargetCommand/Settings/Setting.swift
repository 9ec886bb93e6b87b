import ArgumentParser
import Findings

/// A setting of a question as people write it: what reads an option reads the key of a recipe too.
struct Setting<Asked> {
  /// The setting.
  let parameter: Parameter
  /// The key of a recipe; nil for what only the command line can say.
  let key: RecipeKey?
  /// Whether there is no question without it.
  let isRequired: Bool
  /// Reads texts and sets the field.
  let set: (inout Asked, [String]) throws(InputFailure) -> Void

  /// Creates a setting.
  ///
  /// - Parameters:
  ///   - key: Its key in a recipe; nil for none.
  ///   - parameter: The setting.
  ///   - written: How its value is written.
  ///   - isRequired: Whether there is no question without it.
  ///   - set: Sets the field of the question.
  init<Value>(
    _ key: String?, _ parameter: Parameter, _ written: Written<Value>, isRequired: Bool = false,
    _ set: @escaping (inout Asked, Value) -> Void
  ) {
    self.parameter = parameter
    self.isRequired = isRequired
    self.key = key.map { name in
      RecipeKey(
        name: name, parameter: parameter, form: written.form, namesFiles: written.namesFiles,
        isRequired: isRequired
      ) { (texts) throws(InputFailure) in _ = try written.read(texts, parameter) }
    }
    self.set = { (asked, texts) throws(InputFailure) in
      set(&asked, try written.read(texts, parameter))
    }
  }
}

/// What options say, as it was typed.
struct Typed {
  private var texts: [Parameter: [String]] = [:]

  /// Gathers what options say; what was not typed has no text.
  init(_ options: [(Parameter, [String])]) {
    for (parameter, typed) in options where !typed.isEmpty { texts[parameter] = typed }
  }

  /// The same with one more option.
  func adding(_ parameter: Parameter, _ typed: [String]) -> Typed {
    var all = self
    if !typed.isEmpty { all.texts[parameter] = typed }
    return all
  }

  /// What was typed for a setting; nil for nothing.
  subscript(_ parameter: Parameter) -> [String]? { texts[parameter] }
}

/// The text of an option; none for one that was not typed.
func text(_ value: (some CustomStringConvertible)?) -> [String] {
  value.map { [$0.description] } ?? []
}

/// The text of a flag; none for one that was not typed.
func text(flag: Bool) -> [String] { flag ? ["true"] : [] }

extension Array {
  /// Fills a question from what was typed, and else from a recipe.
  ///
  /// - Throws: `InputFailure` about a setting, `ValidationError` for one that has to be there.
  func fill<Asked>(
    _ question: inout Asked, typed: Typed, recipe: Recipe? = nil
  ) throws where Element == Setting<Asked> {
    for setting in self {
      if let texts = typed[setting.parameter] ?? recipe?.texts(of: setting.parameter) {
        try setting.set(&question, texts)
      } else if setting.isRequired {
        throw ValidationError("Missing expected argument '<\(setting.parameter.name)>'")
      }
    }
  }
}
