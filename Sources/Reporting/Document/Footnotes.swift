/// The notes of a document in the order of their first mark, numbered from 1.
struct Footnotes {
  private(set) var notes: [Inline] = []
  private var numbers: [Inline: Int] = [:]

  /// Returns the number of a note, a new one at its first mark.
  mutating func number(of note: Inline) -> Int {
    if let number = numbers[note] { return number }
    notes.append(note)
    numbers[note] = notes.count
    return notes.count
  }
}
