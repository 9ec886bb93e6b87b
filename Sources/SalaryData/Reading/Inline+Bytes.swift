package import BytesCoding
package import Phrases

/// Text as bytes; a number or date is its text in each language.
extension Inline: BytesCodable {
  package func write(to bytes: inout [UInt8]) { runs.write(to: &bytes) }

  package init?(from reader: inout BytesReader) {
    guard let runs = [Run](from: &reader) else { return nil }
    self.init(runs: runs)
  }
}

extension Inline.Run: BytesCodable {
  private enum Form: Int {
    case text, code, emphasis, strong, link, footnote, phrase, name, parameter, value
  }

  package func write(to bytes: inout [UInt8]) {
    func begin(_ form: Form) { form.rawValue.write(to: &bytes) }
    switch self {
    case .text(let text):
      begin(.text)
      text.write(to: &bytes)
    case .code(let text):
      begin(.code)
      text.write(to: &bytes)
    case .emphasis(let content):
      begin(.emphasis)
      content.write(to: &bytes)
    case .strong(let content):
      begin(.strong)
      content.write(to: &bytes)
    case .link(let content, let destination):
      begin(.link)
      content.write(to: &bytes)
      destination.write(to: &bytes)
    case .footnote(let content):
      begin(.footnote)
      content.write(to: &bytes)
    case .phrase(let phrase, let values):
      begin(.phrase)
      phrase.write(to: &bytes)
      values.write(to: &bytes)
    case .name(let phrase, let isShort):
      begin(.name)
      phrase.write(to: &bytes)
      (isShort ? 1 : 0).write(to: &bytes)
    case .parameter(let parameter, let value):
      begin(.parameter)
      parameter.name.write(to: &bytes)
      value.write(to: &bytes)
    case .value(let value):
      begin(.value)
      Language.all.map(\.code).write(to: &bytes)
      Language.all.map { value.text(in: $0) }.write(to: &bytes)
    }
  }

  package init?(from reader: inout BytesReader) {
    guard let form = Int(from: &reader).flatMap(Form.init(rawValue:)) else { return nil }
    switch form {
    case .text, .code:
      guard let text = String(from: &reader) else { return nil }
      self = form == .text ? .text(text) : .code(text)
    case .emphasis, .strong, .footnote:
      guard let content = Inline(from: &reader) else { return nil }
      self =
        form == .emphasis
        ? .emphasis(content) : form == .strong ? .strong(content) : .footnote(content)
    case .link:
      guard let content = Inline(from: &reader), let destination = String(from: &reader) else {
        return nil
      }
      self = .link(content, destination: destination)
    case .phrase:
      guard let phrase = Phrase(from: &reader), let values = [Inline](from: &reader) else {
        return nil
      }
      self = .phrase(phrase, values)
    case .name:
      guard let phrase = Phrase(from: &reader), let isShort = Int(from: &reader) else { return nil }
      self = .name(phrase, isShort: isShort == 1)
    case .parameter:
      guard let name = String(from: &reader), let value = String?(from: &reader) else {
        return nil
      }
      self = .parameter(Parameter(name), value)
    case .value:
      guard let codes = [String](from: &reader), let texts = [String](from: &reader),
        codes.count == texts.count, let first = texts.first
      else { return nil }
      self = .value(
        LocalizedValue { language in
          codes.firstIndex(of: language.code).map { texts[$0] } ?? first
        })
    }
  }
}

extension Phrase: BytesCodable {
  package func write(to bytes: inout [UInt8]) {
    english.write(to: &bytes)
    context.write(to: &bytes)
  }

  package init?(from reader: inout BytesReader) {
    guard let english = String(from: &reader), let context = String?(from: &reader) else {
      return nil
    }
    self.init(english, context: context)
  }
}
