public import Amounts

/// Something about a register that only people can answer.
public enum GiftQuestion: Hashable, Sendable {
  /// Two spellings that may be one person; they are added up apart until the register says one name.
  ///
  /// The excess is the most by which they would be over the limit together, nil if never.
  case samePerson(Gift.Recipient, Gift.Recipient, excess: Money?)
  /// An item that stays outside the limit for its nominal value, but is worth more than half of it.
  case nominalValue(Gift, share: Money, limit: Money)
  /// A personal gift that the firm paid for, which is presumed to be for business and counted.
  case personalPaidByFirm(Gift)
}

extension GiftQuestion: CustomStringConvertible {
  /// The question as a sentence.
  public var description: String {
    switch self {
    case .samePerson(let first, let second, let excess):
      "Are \(first) and \(second) one person? "
        + (excess.map { "Together they are over the limit by \($0). " } ?? "")
        + "If so, write the same name and employer in every row."
    case .nominalValue(let gift, let share, let limit):
      "\(gift.place): is a \(gift.kind?.rawValue ?? "") item of \(share) for each recipient of "
        + "nominal value? That is more than half of the limit of \(limit). If not, its kind is gift."
    case .personalPaidByFirm(let gift):
      "\(gift.place): the firm paid for a personal gift. It is presumed to be for business and "
        + "is counted; is there a record of why it is not?"
    }
  }
}

extension Gift.Recipient: CustomStringConvertible {
  /// The name and the employer.
  public var description: String { employer.map { "\(name) (\($0))" } ?? name }
}
