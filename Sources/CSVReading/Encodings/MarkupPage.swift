/// Markup that spreadsheets open as if it were one of theirs, such as the `.xls` export of Salesforce.
enum MarkupPage {
  private static let beginnings = [
    "<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<?xml",
  ].map { Array($0.utf8) }

  /// Whether a text begins as HTML or XML does.
  static func begins(_ text: [UInt8]) -> Bool {
    let start = text.prefix(256).drop { $0 <= 0x20 }.prefix(16)
      .map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return beginnings.contains { start.starts(with: $0) }
  }
}
