internal import BytesCoding
internal import Statistics

/// What several machines have drawn of the runs of an answer, by the names of the runs.
public typealias DrawnRuns = [String: DrawnRun]

/// Pieces of a run of draws, as bytes that another machine puts together.
public struct DrawnRun: Hashable, Sendable {
  /// The number of draws of the whole run.
  public let trials: Int
  /// The number of draws of a piece; the last one may have fewer.
  public let pieceSize: Int
  /// A digest of what the pieces were measured by, which machines that calculate alike agree on.
  public let frame: UInt64
  /// The pieces by their numbers, from 0.
  public private(set) var pieces: [Int: [UInt8]]

  /// Creates a run of which some pieces are known; nil where it would not have them.
  public init?(trials: Int, pieceSize: Int, frame: UInt64, pieces: [Int: [UInt8]]) {
    guard trials >= 0, pieceSize > 0 else { return nil }
    self.trials = trials
    self.pieceSize = pieceSize
    self.frame = frame
    self.pieces = pieces
    guard pieces.keys.allSatisfy({ $0 >= 0 && $0 <= (trials - 1) / pieceSize && trials > 0 }) else {
      return nil
    }
  }

  /// The number of draws in the pieces that are known.
  public var draws: Int {
    pieces.keys.reduce(0) { $0 + min(pieceSize, trials - $1 * pieceSize) }
  }

  /// Adds the pieces of another machine.
  ///
  /// - Returns: Whether it was a part of the same run without a piece that is known.
  public mutating func add(_ other: DrawnRun) -> Bool {
    guard (trials, pieceSize, frame) == (other.trials, other.pieceSize, other.frame) else {
      return false
    }
    for (number, bytes) in other.pieces where pieces.updateValue(bytes, forKey: number) != nil {
      return false
    }
    return true
  }
}

extension DrawnRuns {
  /// The run of a name.
  ///
  /// - Throws: `.otherDraws` where there is none.
  package func run(_ name: String) throws(ModelFailure) -> DrawnRun {
    guard let run = self[name] else { throw .otherDraws }
    return run
  }
}

/// A run of draws in numbered pieces, of which each is the same whoever draws it.
protocol PiecewiseRun: Sendable {
  /// What is kept of a piece.
  associatedtype Piece: BytesCodable & Sendable
  /// Why a piece cannot be drawn.
  associatedtype Failure: Error

  /// The number of draws.
  var trials: Int { get }
  /// The number of draws of a piece; the last one may have fewer.
  var pieceSize: Int { get }
  /// A digest of what pieces are measured by.
  var frame: UInt64 { get }
  /// Draws a piece.
  func piece(_ number: Int) throws(Failure) -> Piece
}

extension PiecewiseRun {
  var frame: UInt64 { 0 }

  private var count: Int { (trials + pieceSize - 1) / pieceSize }

  /// The draws of a piece by their numbers.
  func draws(of piece: Int) -> Range<Int> {
    piece * pieceSize..<min(trials, (piece + 1) * pieceSize)
  }

  /// Draws the pieces of these numbers, in their order.
  private func draw(
    _ numbers: [Int], threads: Int?, _ progress: (@Sendable (Double) -> Void)?
  ) throws(Failure) -> [Piece] {
    let report = ProgressCount(of: numbers.count, progress)
    let results = Parallel.map(numbers.count, threads: threads) { index in
      defer { report.step() }
      return Result { () throws(Failure) in try piece(numbers[index]) }
    }
    var pieces: [Piece] = []
    pieces.reserveCapacity(results.count)
    for result in results { pieces.append(try result.get()) }
    return pieces
  }

  /// Draws all pieces.
  func pieces(
    threads: Int?, _ progress: (@Sendable (Double) -> Void)? = nil
  ) throws(Failure) -> [Piece] {
    try draw(Array(0..<count), threads: threads, progress)
  }

  /// Draws the pieces of a shard, for another machine.
  func drawn(
    _ shard: Shard, threads: Int?, _ progress: (@Sendable (Double) -> Void)? = nil
  ) throws(Failure) -> DrawnRun {
    let numbers = shard.pieces(of: count)
    let pieces = try draw(numbers, threads: threads, progress)
    let bytes = Dictionary(uniqueKeysWithValues: zip(numbers, pieces.map { $0.bytes }))
    guard
      let run = DrawnRun(
        trials: trials, pieceSize: pieceSize, frame: frame, pieces: bytes)
    else {
      preconditionFailure("a shard has pieces that the run has not")
    }
    return run
  }

  /// Reads all pieces out of what other machines have drawn.
  ///
  /// - Throws: `.otherDraws` for what are not the pieces of this run.
  func pieces(_ drawn: DrawnRun) throws(ModelFailure) -> [Piece] {
    guard (drawn.trials, drawn.pieceSize, drawn.frame) == (trials, pieceSize, frame) else {
      throw .otherDraws
    }
    var pieces: [Piece] = []
    for number in 0..<count {
      guard let piece = drawn.pieces[number].flatMap({ Piece(bytes: $0) }) else {
        throw .otherDraws
      }
      pieces.append(piece)
    }
    return pieces
  }
}
