/// The name of a line, area or level rule, which stands near its right end.
struct EndLabel {
  static let sampleWidth = 20.0

  let text: String
  let value: Double
  let tone: Tone?
}
