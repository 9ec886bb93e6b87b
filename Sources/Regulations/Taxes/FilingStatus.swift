/// The status under which a federal income tax return is filed.
public enum FilingStatus: String, Hashable, Sendable, CaseIterable {
  case single
  case marriedJoint = "married_joint"
  case marriedSeparate = "married_separate"
  case headOfHousehold = "head_of_household"
}
