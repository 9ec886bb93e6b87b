// Writes the salary file of the benchmark: the same bytes for the same number of rows, everywhere.
// Usage: generate-salaries ROWS > FILE

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct SplitMix64 {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

let industries = [
  "Software", "Hardware", "Telecommunications", "Financial Services", "Insurance", "Health Care",
  "Pharmaceuticals", "Medical Devices", "Manufacturing", "Automotive", "Energy", "Utilities",
  "Construction", "Real Estate", "Retail", "Wholesale", "Media", "Consulting",
  "Transport", "Hospitality",
].map { Array($0.utf8) }
let titles = [
  "Account Executive", "Senior AE", "Sales Rep", "Sales Manager",
  "Sales Development Rep", "Enterprise AE", "Sales Engineer",
  "Customer Success", "Sales Director", "Inside Sales Rep",
].map { Array($0.utf8) }
let employers = [
  "Acme", "Globex", "Initech", "Umbrella", "Hooli", "Vandelay", "Stark", "Wayne", "Wonka",
  "Soylent", "Cyberdyne", "Tyrell", "Aperture", "Massive Dynamic", "Dunder Mifflin",
].map { Array($0.utf8) }
let states = """
  AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY \
  NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
  """.split(separator: " ").map { Array($0.utf8) }

/// Collects bytes and writes them to standard output in large pieces.
struct Output {
  private var bytes: [UInt8] = []

  mutating func put(_ text: String) { bytes += text.utf8 }
  mutating func put(_ more: [UInt8]) { bytes += more }
  mutating func put(_ number: Int) { put(String(number)) }
  mutating func comma() { bytes.append(0x2C) }
  mutating func endRow() {
    bytes.append(0x0A)
    if bytes.count > 1 << 19 { flush() }
  }
  mutating func flush() {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { exit(74) }
      written += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

let rows = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 5_000_000
var rng = SplitMix64(state: 57_504)
var output = Output()
output.put(
  "id,employer,job_title,industry,state,year,years_experience,base_pay,commission,bonus,weight\n")
for row in 0..<rows {
  output.put(row + 1)
  output.comma()
  let name = employers[rng.below(employers.count)]
  switch rng.below(14) {
  case 0:
    output.put("\"")
    output.put(name)
    output.put(", Inc.\"")
  case 1:
    output.put("\"The \"\"")
    output.put(name)
    output.put("\"\" Company\"")
  default:
    output.put(name)
    output.put(" ")
    output.put(rng.below(1000))
  }
  output.comma()
  output.put(titles[rng.below(titles.count)])
  output.comma()
  let industry = rng.below(industries.count)
  output.put(industries[industry])
  output.comma()
  output.put(states[rng.below(states.count)])
  output.comma()
  output.put(2015 + rng.below(10))
  output.comma()
  let experience = rng.below(31)
  output.put(experience)
  output.comma()
  // A skewed sum around 57,504; a third rounded to 500, so that there are ties.
  var pay = 32_000 + 400 * industry + 450 * experience
  for _ in 0..<3 { pay += rng.below(12_000) }
  if rng.below(10) == 0 { pay += rng.below(90_000) }
  if rng.below(3) == 0 { pay = pay / 500 * 500 }
  output.put(pay)
  output.comma()
  output.put(rng.below(80_000))
  output.comma()
  output.put(rng.below(15_000))
  output.comma()
  output.put("\(rng.below(3)).\(100 + rng.below(900))")
  output.endRow()
}
output.flush()
