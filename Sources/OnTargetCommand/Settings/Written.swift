import Amounts
import Answers
import Findings
import PayAnswers
import SalaryData
import YAMLReading

/// What stands for a value in a recipe; an option gives the same as one text or several.
enum WrittenForm {
  /// A word or a number.
  case one
  /// A list, or one alone, of which each is a text.
  case several
  /// A list, or one alone, that makes one text.
  case series
  /// Yes or no.
  case flag
}

/// How the value of a setting is written, the same behind an option and in a recipe.
struct Written<Value> {
  let form: WrittenForm
  /// What it looks like in a recipe.
  let kind: ValueKind
  /// Whether it names files, which a recipe looks for beside itself.
  var namesFiles: Bool = false
  /// Reads the texts; what is wrong is a finding about the setting.
  let read: (_ texts: [String], Parameter) throws(InputFailure) -> Value
}

extension Written where Value == String {
  /// A word.
  static var text: Written {
    Written(form: .one, kind: .text) { (texts, _) throws(InputFailure) in texts.last ?? "" }
  }
  /// A file.
  static var file: Written {
    Written(form: .one, kind: .file, namesFiles: true) { (texts, _) throws(InputFailure) in
      texts.last ?? ""
    }
  }
}

extension Written where Value == [String] {
  /// Words, each by itself.
  static var texts: Written {
    Written(form: .several, kind: .oneOrList(.text)) { (texts, _) throws(InputFailure) in texts }
  }
  /// Files, each by itself.
  static var files: Written {
    Written(form: .several, kind: .oneOrList(.file), namesFiles: true) {
      (texts, _) throws(InputFailure) in texts
    }
  }
  /// Names such as "industry,state".
  static var names: Written {
    .ofOne(.series, .oneOrList(.text)) { (text, _) throws(InputFailure) in text.columnNames }
  }
}

extension Written where Value == Bool {
  /// Yes or no.
  static var flag: Written {
    .ofOne(.flag, .flag) { (text, _) throws(InputFailure) in text == "true" }
  }
}

extension Written where Value == [AskedAmount] {
  /// Amounts, such as `600000,690048` or `480000..1040000/80000`.
  static var amounts: Written {
    .ofOne(.series, .oneOrList(.askedAmount)) { (text, parameter) throws(InputFailure) in
      try Series(text, .amount, parameter).amounts
    }
  }
}

extension Written where Value == [Ratio] {
  /// Percentages, such as `50%..150%/10%`.
  static var percentages: Written {
    .ofOne(.series, .oneOrList(.askedShare)) { (text, parameter) throws(InputFailure) in
      try Series(text, .percentage, parameter).values
    }
  }
}

extension Written where Value == AskedAmount {
  /// One amount above 0.
  static var amount: Written {
    .ofOne(.one, .askedAmount) { (text, parameter) throws(InputFailure) in
      try Series.amount(text, parameter)
    }
  }
}

extension Written where Value == Ratio {
  /// A percentage of a whole.
  static var share: Written {
    .ofOne(.one, .askedShare) { (text, parameter) throws(InputFailure) in
      try Series.percentage(text, parameter)
    }
  }
}

extension Written where Value == Ratio {
  /// An exact number; which ones make sense is for the question to say.
  static var decimal: Written {
    .ofOne(.one, .number) { (text, parameter) throws(InputFailure) in
      guard let number = Ratio(decimal: text) else {
        throw InputFailure(
          parameter, "setting.value", "\"\(text)\" is not a number that fits here",
          remedy: "write it in digits, such as 38.5")
      }
      return number
    }
  }
}

extension Written where Value == [RowCondition] {
  /// Conditions such as `level=senior`, each by itself.
  static var conditions: Written {
    Written(form: .several, kind: .oneOrList(.condition)) { (texts, _) throws(InputFailure) in
      var conditions: [RowCondition] = []
      for text in texts { conditions.append(try RowCondition(text)) }
      return conditions
    }
  }
}

extension Written where Value == CalendarDate {
  /// A day, or the last one of a month.
  static var lastDay: Written {
    .ofOne(.one, .date) { (text, parameter) throws(InputFailure) in
      try CalendarDate(lastDay: text, parameter)
    }
  }
}

extension Written where Value == Language {
  /// The code of a language.
  static var language: Written {
    .ofOne(.one, .words(Language.all.map(\.code))) { (text, parameter) throws(InputFailure) in
      guard let language = Language(code: text) else {
        throw InputFailure(
          parameter, "setting.value", "there is no \"\(text)\" here",
          remedy: NearMiss.remedy(for: text, among: Language.all.map(\.code)))
      }
      return language
    }
  }
}

extension Written where Value: LosslessStringConvertible {
  /// A number; which ones make sense is for the question to say.
  static var number: Written {
    .ofOne(.one, Value.self == Double.self ? .number : .wholeNumber) {
      (text, parameter) throws(InputFailure) in
      guard let number = Value(text) else {
        throw InputFailure(
          parameter, "setting.value", "\"\(text)\" is not a number that fits here",
          remedy: "write it in digits, such as 10")
      }
      return number
    }
  }
}

extension Written where Value: RawRepresentable<String> & CaseIterable {
  /// One of several words.
  static var choice: Written {
    .ofOne(.one, .words(Value.allCases.map(\.rawValue))) {
      (text, parameter) throws(InputFailure) in
      guard let choice = Value(rawValue: text) else {
        throw InputFailure(
          parameter, "setting.value", "there is no \"\(text)\" here",
          remedy: NearMiss.remedy(for: text, among: Value.allCases.map(\.rawValue)))
      }
      return choice
    }
  }
}

extension Written {
  private static func ofOne(
    _ form: WrittenForm, _ kind: ValueKind,
    _ read: @escaping (_ text: String, Parameter) throws(InputFailure) -> Value
  ) -> Written {
    // Of an option that was typed twice the last one counts.
    Written(form: form, kind: kind) { (texts, parameter) throws(InputFailure) in
      try read(texts.last ?? "", parameter)
    }
  }
}

extension ValueKind {
  /// A file, looked for beside the recipe.
  fileprivate static let file: ValueKind = .scalar(
    Scalar("file", words: "file", help: "The path of a file, from the folder of the recipe."))
  /// An amount, or several from one to another.
  fileprivate static let askedAmount: ValueKind = .scalar(
    Scalar(
      "amount", words: "amount", types: ["number", "string"],
      help: "An amount, such as 690048 or 9m, or several: 480000..1040000/80000."))
  /// A share of a whole, or several from one to another.
  fileprivate static let askedShare: ValueKind = .scalar(
    Scalar(
      "percentage", words: "percentage", types: ["number", "string"],
      help: "A percentage, such as 80%, or several: 50%..150%/10%."))
  /// Which people count.
  fileprivate static let condition: ValueKind = .scalar(
    Scalar("condition", words: "condition", help: "Such as level=senior or experience>=5."))
  /// A number without decimals.
  fileprivate static let wholeNumber: ValueKind = .scalar(
    Scalar(words: "whole number", types: ["integer"]))
  /// A number.
  fileprivate static let number: ValueKind = .scalar(Scalar(words: "number", types: ["number"]))
}
