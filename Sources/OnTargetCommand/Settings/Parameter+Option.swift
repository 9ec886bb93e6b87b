import Findings

extension Parameter {
  /// The option that sets it, such as "--cost-of-living", or the argument, such as "<amount>".
  var option: String {
    if name == "ledger period" { return "<period>" }
    let isArgument = [
      "amount", "dispute", "entry", "files", "ledger", "parts", "priced jobs", "total",
    ].contains(name)
    let spelled = name.replacing(" ", with: "-")
    return isArgument ? "<\(spelled)>" : "--\(spelled)"
  }

  /// The option with a value, if there is one.
  func spelled(with value: String?) -> String { option + (value.map { " \($0)" } ?? "") }
}

extension Phrasebook {
  /// The same words with the settings of questions spelled as options.
  var spellingOptions: Phrasebook {
    spelling { parameter, value in parameter.spelled(with: value) }
  }
}
