import ArgumentParser
import Findings

/// The exit statuses of the command; 64 and above are those of sysexits.h.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// The answer is "no": a check found something.
  case answerIsNo = 1
  /// The call makes no sense (EX_USAGE).
  case usage = 64
  /// An input holds wrong data (EX_DATAERR).
  case badData = 65
  /// An input is not there or cannot be opened (EX_NOINPUT).
  case noInput = 66
  /// An output cannot be created (EX_CANTCREAT).
  case cannotCreate = 73
  /// Reading or writing broke off (EX_IOERR).
  case inputOutput = 74

  /// The status that fits a failure.
  init(_ code: InputFailure.Code) {
    switch code {
    case .usage: self = .usage
    case .noInput: self = .noInput
    case .cannotCreate: self = .cannotCreate
    case .inputOutput: self = .inputOutput
    default: self = .badData
    }
  }
}
