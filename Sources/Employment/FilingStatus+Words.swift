package import Phrases
package import Regulations

extension FilingStatus {
  /// The status as people read it.
  package var title: Inline {
    switch self {
    case .single: "single"
    case .marriedJoint: "married joint"
    case .marriedSeparate: "married separate"
    case .headOfHousehold: "head of household"
    }
  }
}
