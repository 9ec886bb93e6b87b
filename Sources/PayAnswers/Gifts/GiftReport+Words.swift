internal import Amounts
internal import Answers
package import Regulations
package import Reporting

extension GiftKind {
  /// The kind as people read it.
  package var title: Inline {
    switch self {
    case .gift: "gift"
    case .ticket: "ticket"
    case .personal: "personal"
    case .bereavement: "bereavement"
    case .deMinimis: "de minimis"
    case .promotional: "promotional"
    case .commemorative: "commemorative"
    case .disasterDonation: "disaster donation"
    }
  }
}

extension GiftRecipientKind {
  /// The kind as people read it.
  package var title: Inline {
    switch self {
    case .employee: "employee"
    case .retailCustomer: "retail customer"
    case .ownStaff: "own staff"
    }
  }
}

extension GiftYear {
  /// The year in words, such as "the fiscal year from 07-01".
  package var words: Inline {
    switch self {
    case .calendar: "the calendar year"
    case .fiscal(let month, let day):
      "the fiscal year from \([month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-"))"
    case .rolling: "the twelve months up to each gift"
    }
  }
}

extension GiftQuestion {
  /// The question as people read it.
  package var words: Inline {
    switch self {
    case .samePerson(let first, let second, let excess?):
      """
      Are \(first) and \(second) one person? Together they are over the limit by \
      \(.withCode(excess)). If so, write the same name and employer in every row.
      """
    case .samePerson(let first, let second, nil):
      """
      Are \(first) and \(second) one person? If so, write the same name and employer in every row.
      """
    case .nominalValue(let gift, let share, let limit):
      """
      \(gift.place): is a \(gift.kind?.title ?? .empty) item of \(.withCode(share)) for each \
      recipient of nominal value? That is more than half of the limit of \(.withCode(limit)). If \
      not, its kind is gift.
      """
    case .personalPaidByFirm(let gift):
      """
      \(gift.place): the firm paid for a personal gift. It is presumed to be for business and is \
      counted; is there a record of why it is not?
      """
    }
  }
}
