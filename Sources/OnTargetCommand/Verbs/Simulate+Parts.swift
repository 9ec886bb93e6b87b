import Answers
import Findings
import Parts
import PayAnswers
import Reporting
import Simulation

extension Simulate {
  func work() throws -> PartialWork {
    guard let text = shard else { throw Parameter.part.without(.shard, "1/64") }
    guard let shard = Shard(text) else {
      throw InputFailure(
        .shard, "question.range", "\"\(text)\" is no share of the draws",
        remedy: "write for example 3/64: the third of 64")
    }
    if pipeline != nil || closedThrough != nil {
      throw InputFailure(
        pipeline != nil ? .pipeline : .closedThrough, "question.together",
        "the outcomes of open deals are counted on one machine",
        remedy: "leave out \(.parameter(.part)), or the open deals")
    }
    let reply: Reply<DrawnRuns>
    if let roster {
      reply = try Self.showingProgress(teamQuestion(roster), \.progress) { try $0.drawing(shard) }
    } else if let selling {
      reply = try Self.showingProgress(cashQuestion(selling), \.progress) { try $0.drawing(shard) }
    } else if let setting = firstOfDistribution {
      reply = try Self.showingProgress(outlookQuestion(setting), \.progress) {
        try $0.drawing(shard)
      }
    } else {
      throw Parameter.shard.without(.trials)
    }
    return PartialWork(
      shared: reply.inputs, rows: reply.answer.values.map(\.draws).max() ?? 0,
      parts: [shard.description], body: DrawnBody.json(reply.answer), findings: reply.findings)
  }

  static func joined(_ parts: PartSet) throws -> JoinedWork {
    _ = try shards(of: parts)
    let order = parts.head.parts.sorted { (Shard($0)?.number ?? 0) < (Shard($1)?.number ?? 0) }
    return JoinedWork(
      inputs: [], parts: order, body: DrawnBody.json(try DrawnBody.runs(of: parts)))
  }

  func respond(to call: Call, with parts: PartSet) throws -> Response {
    let shards = try Self.shards(of: parts)
    let missing = shards.missing
    guard missing.isEmpty else {
      let shown = missing.prefix(10).map(\.description) + (missing.count > 10 ? ["…"] : [])
      throw InputFailure(
        .badData,
        Finding(
          "part.missing", about: .parts,
          "of \(.number(shards.count)) shards these are missing: \(shown.joined(separator: ", "))",
          remedy: "draw them too, and give all parts"))
    }
    let runs = try DrawnBody.runs(of: parts)
    let response: Response
    if let roster {
      var question = try teamQuestion(roster)
      question.drawn = runs
      response = Response(try question.answer())
    } else if let selling {
      var question = try cashQuestion(selling)
      question.drawn = runs
      response = Response(try question.answer())
    } else if let setting = firstOfDistribution {
      var question = try outlookQuestion(setting)
      question.drawn = runs
      response = Response(try question.answer())
    } else {
      throw Part.broken(parts.parts[0].path)
    }
    try parts.requireShared(response.inputs.map(\.path))
    return response
  }

  /// The shards that parts hold.
  ///
  /// - Throws: `.badData` for shards of runs that were cut differently.
  private static func shards(
    of parts: PartSet
  ) throws(InputFailure) -> (count: Int, missing: [Shard]) {
    var count: Int?
    var held: Set<Int> = []
    for part in parts.parts {
      for name in part.head.parts {
        guard let shard = Shard(name) else { throw Part.broken(part.path) }
        guard count ?? shard.count == shard.count else {
          throw InputFailure(
            .badData,
            Finding(
              "part.other", at: Place(file: part.path),
              "shard \(name) is of a run that was cut in \(shard.count), and \(parts.parts[0].path) of one cut in \(count ?? 0)",
              remedy: "draw all shards of one cut"))
        }
        count = shard.count
        held.insert(shard.number)
      }
    }
    guard let count else { throw Part.broken(parts.parts[0].path) }
    return (count, (1...count).filter { !held.contains($0) }.compactMap { Shard($0, of: count) })
  }
}

extension PartSet {
  /// Refuses files that are not those that the parts rest on, which are read again.
  ///
  /// - Throws: `.badData` for a file that has changed.
  func requireShared(_ paths: [String]) throws(InputFailure) {
    guard paths.count == head.shared.count else { throw Part.broken(parts[0].path) }
    for (path, shared) in zip(paths, head.shared) {
      guard try Checksum.sha256(ofFile: path) != shared.sha256 else { continue }
      throw InputFailure(
        .badData,
        Finding(
          "part.inputs", at: Place(file: path),
          "this is not the file that the parts were written with",
          remedy: "put back the file, or write the parts again"))
    }
  }
}

/// Draws as the body of a part.
private struct DrawnBody: Decodable {
  struct Run: Decodable {
    struct Piece: Decodable {
      var piece: Int
      var data: Packed

      init(from decoder: any Decoder) throws {
        piece = try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .piece)
        data = try Packed(from: decoder)
      }

      private enum Key: CodingKey { case piece }
    }

    var run: String
    var trials: Int
    var piece_trials: Int
    var frame: String
    var pieces: [Piece]
  }

  var runs: [Run]

  /// Writes runs, in the order of their names.
  static func json(_ runs: DrawnRuns) -> JSONValue {
    let values = runs.sorted { $0.key < $1.key }.map { name, run -> JSONValue in
      let pieces = run.pieces.sorted { $0.key < $1.key }.map { number, bytes -> JSONValue in
        .object([.init("piece", .integer(number))] + Packed(bytes).members)
      }
      return [
        "run": .string(name), "trials": .integer(run.trials),
        "piece_trials": .integer(run.pieceSize),
        "frame": .string(String(run.frame, radix: 16)), "pieces": .array(pieces),
      ]
    }
    return ["runs": .array(values)]
  }

  /// The runs of all parts together.
  ///
  /// - Throws: `.badData` for parts that are damaged, or hold draws of different runs.
  static func runs(of parts: PartSet) throws(InputFailure) -> DrawnRuns {
    var all: DrawnRuns = [:]
    for part in parts.parts {
      for stored in try part.body(as: DrawnBody.self).runs {
        var pieces: [Int: [UInt8]] = [:]
        for piece in stored.pieces {
          guard let bytes = piece.data.bytes,
            pieces.updateValue(bytes, forKey: piece.piece) == nil
          else { throw Part.broken(part.path) }
        }
        guard let frame = UInt64(stored.frame, radix: 16),
          let run = DrawnRun(
            trials: stored.trials, pieceSize: stored.piece_trials, frame: frame, pieces: pieces)
        else { throw Part.broken(part.path) }
        if all[stored.run]?.add(run) == false {
          throw InputFailure(
            .badData,
            Finding(
              "part.draws", at: Place(file: part.path), ModelFailure.otherDraws.message,
              remedy: ModelFailure.otherDraws.remedy))
        }
        if all[stored.run] == nil { all[stored.run] = run }
      }
    }
    return all
  }
}
