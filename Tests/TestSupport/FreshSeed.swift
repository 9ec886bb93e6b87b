import Foundation

/// The seed of what is random in this run: a new one each time, so that every run tries other cases.
///
/// It is always printed. `ONTARGET_TEST_SEED=… swift test` tries the same cases again.
public enum FreshSeed {
  /// The seed, which stays the same while the tests run.
  public static let value: UInt64 = {
    let given = ProcessInfo.processInfo.environment["ONTARGET_TEST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 1...UInt64(UInt32.max))
    print("random cases: ONTARGET_TEST_SEED=\(seed)")
    return seed
  }()
}

/// Whether the tests that take a minute or more run: `ONTARGET_SLOW_TESTS=1 swift test`.
public let runsSlowTests: Bool = ProcessInfo.processInfo.environment["ONTARGET_SLOW_TESTS"] != nil
