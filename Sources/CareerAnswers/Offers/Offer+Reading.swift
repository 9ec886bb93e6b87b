public import Findings
package import YAMLReading

extension Offer {
  /// Reads an offer file; a plan file that it names is looked for beside it.
  ///
  /// - Returns: the offer, and warnings about what is probably not meant.
  /// - Throws: `.noInput` when a file cannot be opened, `.badData` with every error in it.
  public static func read(
    path: String
  ) throws(InputFailure) -> (offer: Offer, findings: FindingLog) {
    try read(try YAMLDocument.read(path: path))
  }

  /// Reads the text of an offer file; `file` is the name that findings show.
  ///
  /// - Throws: `.badData` with every error in the text.
  public static func read(
    yaml: String, file: String
  ) throws(InputFailure) -> (offer: Offer, findings: FindingLog) {
    try read(try YAMLDocument(text: yaml, file: file))
  }

  /// Reads an offer that is open.
  package static func read(
    _ document: YAMLDocument
  ) throws(InputFailure) -> (offer: Offer, findings: FindingLog) {
    let yaml = YAMLReader(document)
    var reader = OfferReader(yaml, folder: document.folder)
    let offer = try reader.offer()
    guard let offer, !yaml.log.hasErrors else { throw InputFailure(.badData, yaml.log) }
    return (offer, yaml.log)
  }
}
