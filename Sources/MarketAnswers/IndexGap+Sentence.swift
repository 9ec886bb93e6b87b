package import Reporting
package import SalaryData

extension IndexGap {
  /// What `description` says, for documents.
  package var sentence: Inline {
    let period = Inline.periods(period)
    return switch (previous.map(Inline.periods), next.map(Inline.periods)) {
    case (let previous?, let next?):
      "\(index) has no value for \(period) (there are values for \(previous) and \(next))"
    case (let previous?, nil): "\(index) ends at \(previous), before \(period)"
    case (nil, let next?): "\(index) begins at \(next), after \(period)"
    case (nil, nil): "\(index) has no values"
    }
  }
}
