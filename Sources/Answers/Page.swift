public import Reporting

/// A document beside that of an answer, to be written into a file of its own.
public struct Page: Sendable {
  /// The name of the file without its ending: letters, digits, hyphens and underscores.
  public let name: String
  /// The content.
  public let document: Document

  /// Creates a page.
  public init(_ name: String, _ document: Document) {
    self.name = name
    self.document = document
  }

  /// Returns the address by which the documents of an answer link to a page.
  ///
  /// It leads nowhere until `linkedDocuments(file:folder:ending:)` puts a file in its place; until
  /// then writers leave the link out and keep its text.
  public static func address(of name: String) -> String { "page:\(name)" }
}

extension Answer {
  /// The document, and after its first table the charts of the answer where it shows none itself: on
  /// a page they can be looked at, where Markdown would take their numbers into the text.
  private var illustratedDocument: Document {
    var document = document
    guard document.charts.isEmpty else { return document }
    let place = document.blocks.firstIndex { if case .table = $0 { true } else { false } }
    document.blocks.insert(
      contentsOf: charts.map { .chart($0) }, at: place.map { $0 + 1 } ?? document.blocks.endIndex)
    return document
  }

  /// Returns the document with all pages below it, for a place that takes one document only.
  ///
  /// - Parameter isIllustrated: Whether an answer that has charts shows them also where its document
  ///   does without.
  /// - Returns: The document.
  public func wholeDocument(isIllustrated: Bool = false) -> Document {
    pages.reduce(into: isIllustrated ? illustratedDocument : document) {
      $0.append(contentsOf: $1.document.nested(below: 1).blocks)
    }
  }

  /// Returns the document and its pages, with links from one file to the other.
  ///
  /// - Parameters:
  ///   - file: The name of the document's file, such as "statements.md".
  ///   - folder: The name of the folder beside it that takes the pages.
  ///   - ending: What the names of pages end with, such as "md".
  ///   - isIllustrated: Whether an answer that has charts shows them also where its document does
  ///     without.
  /// - Returns: The document, and the pages, each of which ends with a link back to it.
  /// - Complexity: O(length of all documents).
  public func linkedDocuments(
    file: String, folder: String, ending: String, isIllustrated: Bool = false
  ) -> (document: Document, pages: [Page]) {
    let document = isIllustrated ? illustratedDocument : document
    let pages = pages
    let files = Dictionary(
      pages.map { (Page.address(of: $0.name), "\($0.name).\(ending)") }, uniquingKeysWith: { $1 })
    let back: Block = .paragraph(
      "Back to \(.link(document.title ?? "the overview", to: "../\(file)".fileAddress))")
    return (
      document.replacingAddresses { files[$0].map { "\(folder)/\($0)".fileAddress } ?? $0 },
      pages.map { page in
        var content = page.document.replacingAddresses { files[$0]?.fileAddress ?? $0 }
        content.append(back)
        return Page(page.name, content)
      }
    )
  }
}
