import Findings
import Testing
import YAMLReading

@Suite("Typed access to YAML")
struct YAMLReaderTests {
  func reader(_ text: String) throws -> YAMLReader {
    YAMLReader(try YAMLDocument(text: text, file: "a.yaml"))
  }

  @Test("Unknown keys are reported with the name that was probably meant")
  func unknown() throws {
    let reader = try reader("quota: 1\nramps: 2\n")
    var keys = try #require(reader.mapping(reader.document.root, "the measure"))
    _ = keys.optional("quota")
    _ = keys.optional("ramp")
    keys.finish()
    let finding = try #require(reader.log.findings.first)
    #expect(finding.message.plainText == "the measure has no key \"ramps\"")
    #expect(finding.remedy?.plainText == "did you mean \"ramp\"?")
    #expect(finding.place?.description == "a.yaml:2:1")
  }

  @Test("Missing keys, keys without a value and wrong types are collected")
  func collected() throws {
    let reader = try reader("a:\nb: [1]\nc: maybe\nd: 2021-02-30\ne: 400\n")
    var keys = try #require(reader.mapping(reader.document.root, "the file"))
    #expect(keys.required("a") == nil)
    #expect(keys.required("z") == nil)
    let values = try #require(reader.document.root.entries).map(\.value)
    #expect(reader.text(values[1], "b") == nil)
    #expect(reader.flag(values[2], "c") == nil)
    #expect(reader.date(values[3], "d") == nil)
    #expect(reader.integer(values[4], "e", in: 1...12) == nil)
    #expect(
      reader.log.findings.map(\.message.plainText) == [
        "\"a\" has no value", "the file needs the key \"z\"",
        "b must be text, but this is a list", "c must be true or false, but this is \"maybe\"",
        "d must be a date, but this is \"2021-02-30\"",
        "e must be a whole number from 1 to 12, but this is \"400\"",
      ])
  }

  @Test("The same fault is reported once")
  func once() throws {
    let reader = try reader("a: x")
    let value = try #require(reader.document.root.entries)[0].value
    for _ in 0..<3 { _ = reader.date(value, "a") }
    #expect(reader.log.findings.count == 1)
  }
}
