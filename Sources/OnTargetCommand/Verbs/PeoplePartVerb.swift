import Answers
import BytesCoding
import Findings
import MarketAnswers
import Parts
import Reporting

/// A verb about people, whose files several machines read.
protocol PeoplePartVerb: PartableVerb {
  /// What people's pay is asked about.
  associatedtype Asked: PeopleQuestion

  /// How the files are read.
  var input: SalaryInputOptions { get }

  /// What the options ask.
  ///
  /// - Throws: `ValidationError` or `InputFailure` for options that make no sense.
  func question() throws -> Asked
}

extension PeoplePartVerb {
  func work() throws -> PartialWork {
    if input.rejects != nil {
      throw InputFailure(
        .part, "question.together", "rejected rows are written where a file is read for an answer",
        remedy: "leave out \(.parameter(.rejects)), or \(.parameter(.part))")
    }
    let files = try question().peopleFiles()
    var findings = FindingLog()
    for file in files { findings.add(file.findings) }
    return PartialWork(
      shared: input.sideInputs.map { InputDescription(path: $0) }, inputs: files.map(\.input),
      rows: files.reduce(0) { $0 + ($1.input.rows ?? 0) },
      body: ["files": .array(files.map { .object(Packed($0.bytes).members) })], findings: findings)
  }

  static func joined(_ parts: PartSet) throws -> JoinedWork {
    let files = try StoredPeople.files(of: parts)
    return JoinedWork(
      inputs: files.map(\.input), parts: files.map(\.part),
      body: ["files": .array(files.map { .object($0.people.members) })])
  }

  func respond(to call: Call, with parts: PartSet) throws -> Response {
    let stored = try StoredPeople.files(of: parts)
    var question = try question()
    var people: [PeopleFile] = []
    for file in stored { people.append(try file.read()) }
    question.data.people = people
    var response = Response(try question.answer())
    for (file, input) in zip(stored, response.inputs) {
      response.digests[input.path] = file.input.sha256
    }
    try parts.requireShared(input.sideInputs)
    return response
  }
}

/// A file of people in a part.
private struct StoredPeople {
  /// The file.
  let input: PartHead.Input
  /// What tells it from the files of other parts.
  let part: String
  /// Its people as bytes.
  let people: Packed
  /// The path of the part.
  let path: String

  private struct Body: Decodable {
    var files: [Packed]
  }

  /// The files of all parts, in the order of their names.
  ///
  /// - Throws: `.badData` for parts that are damaged, and for two files of one name.
  static func files(of parts: PartSet) throws(InputFailure) -> [StoredPeople] {
    var files: [StoredPeople] = []
    for part in parts.parts {
      let stored = try part.body(as: Body.self).files
      guard stored.count == part.head.inputs.count, stored.count == part.head.parts.count else {
        throw Part.broken(part.path)
      }
      for index in stored.indices {
        files.append(
          StoredPeople(
            input: part.head.inputs[index], part: part.head.parts[index], people: stored[index],
            path: part.path))
      }
    }
    files.sort { $0.input.name.utf8.lexicographicallyPrecedes($1.input.name.utf8) }
    for (file, next) in zip(files, files.dropFirst()) where file.input.name == next.input.name {
      throw InputFailure(
        .badData,
        Finding(
          "part.same-name", at: Place(file: next.path),
          "a file in this part and another one in \(file.path) are both called \(next.input.name), and nothing says which comes first",
          remedy: "give each file a name of its own"))
    }
    return files
  }

  func read() throws(InputFailure) -> PeopleFile {
    guard let file = people.bytes.flatMap({ PeopleFile(bytes: $0) }) else {
      throw Part.broken(path)
    }
    return file
  }
}
