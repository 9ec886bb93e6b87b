/// What the pay of people who work part time is in a file, which no file says by itself.
public enum PartTimePay: String, Hashable, Sendable, CaseIterable {
  /// What they are paid for the part of full time that they work.
  case actual
  /// What full time would be paid: the full-time equivalent.
  case fullTime = "full-time"
}
