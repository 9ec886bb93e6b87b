/// A closed list of words and phrases that a module puts into documents, in every language.
///
/// The raw value is the English word. A module declares its own list as an enumeration:
///
///     enum ReportWord: String, WordList {
///       case quota = "Quota"
///       static let translations: [Language: [ReportWord: String]] = [.german: [.quota: "Quote"]]
///     }
public protocol WordList: Hashable, CaseIterable, RawRepresentable, Sendable
where RawValue == String {
  /// The words of each language other than English.
  static var translations: [Language: [Self: String]] { get }
}
