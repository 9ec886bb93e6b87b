import ArgumentParser
import Findings
import YAMLReading

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
  ///   - name: Its key in a recipe.
  ///   - parameter: The setting.
  ///   - written: How its value is written.
  ///   - isRequired: Whether there is no question without it.
  ///   - standard: What holds when it is left out, in Markdown; nil where nothing is to be said.
  ///   - help: What it means, in Markdown.
  ///   - set: Sets the field of the question.
  init<Value>(
    _ name: String, _ parameter: Parameter, _ written: Written<Value>,
    required isRequired: Bool = false,
    default standard: String? = nil, _ help: String,
    _ set: @escaping (inout Asked, Value) -> Void
  ) {
    let option = isRequired ? "<\(parameter.name)>" : parameter.option
    let key = Grammar.Key(
      name, written.kind, required: isRequired, default: standard, "\(help) (`\(option)`)")
    self.init(
      RecipeKey(
        grammar: key, parameter: parameter, form: written.form, namesFiles: written.namesFiles
      ) { (texts) throws(InputFailure) in _ = try written.read(texts, parameter) },
      parameter, written, isRequired: isRequired, set)
  }

  /// Creates a setting that only the command line can say.
  init<Value>(
    optionOnly parameter: Parameter, _ written: Written<Value>,
    _ set: @escaping (inout Asked, Value) -> Void
  ) {
    self.init(nil, parameter, written, isRequired: false, set)
  }

  private init<Value>(
    _ key: RecipeKey?, _ parameter: Parameter, _ written: Written<Value>, isRequired: Bool,
    _ set: @escaping (inout Asked, Value) -> Void
  ) {
    self.parameter = parameter
    self.isRequired = isRequired
    self.key = key
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
