import Fuzzing

@testable import CSVReading

@main
enum CSVFuzz {
  static func main() { run(fuzzReader) }
}

/// Reads the input in several ways, which must agree: by libcsv alone and directly, whole and in
/// small blocks, on one thread and on two.
///
/// The first two bytes choose the options, so that the fuzzer finds its way into each of them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 2 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 2, count: count - 2))
  let (choice, size) = (start[0], Int(start[1]))
  let encodings: [CSVEncoding?] = [nil, nil, .utf8, .windows1252, .utf16LittleEndian]
  let delimiters: [Character?] = [nil, ",", ";"]
  let encoding = encodings[Int(choice) % encodings.count]
  // Repairing lines makes them longer, so that only without repair a small limit is kept exactly.
  let limit = encoding == nil ? 1 << 20 : 1 + size
  let options = CSVOptions(
    encoding: encoding, delimiter: delimiters[Int(choice >> 3) % delimiters.count],
    header: choice & 0x40 == 0 ? .detected : .line(1), keepsRejects: true, recordLimit: limit)
  guard var file = try? CSVFile(bytes: bytes, name: "x", options: options) else { return 0 }

  file.blockSize = 1 << 12  // Larger than any input, and cheap to allocate.
  var reference = file
  reference.readsAllByLibCSV = true
  var blocks = file
  blocks.blockSize = 1 + size / 4
  let expected = read(reference, threads: 1)
  precondition(read(file, threads: 1) == expected, "direct splitting differs from libcsv")
  precondition(read(blocks, threads: 1) == expected, "blocks change the result")
  precondition(read(blocks, threads: 2) == expected, "threads change the result")
  return 0
}

private func read(_ file: CSVFile, threads: Int) -> [String]? {
  let result = try? file.reduce(threads: threads, into: { [String]() }) { lines, record in
    for field in 0..<record.count {
      lines.append("\(record.place(field)) \(record.text(field))")
    }
    if record.count > 1, record.text(1) == "x" {
      record.reject(record.finding("fuzz", field: 1, "no x"))
    }
  } merge: {
    $0 += $1
  }
  guard let (lines, tally) = result else { return nil }
  precondition(
    tally.rows == tally.used + tally.rejected + tally.setAside.values.reduce(0, +),
    "a row is unaccounted for")
  return lines + tally.findings.findings.map(\.description)
    + ["\(tally.rows) \(tally.rejected) \(tally.setAside)", "\(tally.rejects)"]
}
