package import Amounts

extension WrittenAmount.Unreadable {
  /// The reason in words that follow the text, such as "holds no number".
  package var words: Inline {
    switch self {
    case .unknown(let word): "holds \"\(word)\", which is not understood"
    default: .phrase(description)
    }
  }
}

extension PayPeriod {
  /// The period, as in "by the hour".
  package var words: Inline { .phrase(rawValue) }
}
