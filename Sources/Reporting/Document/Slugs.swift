/// Names for addresses and files, made of titles as GitHub makes them, each used once.
struct Slugs {
  private var counts: [String: Int] = [:]

  /// Returns the name: lower case, blanks as hyphens, punctuation left out, a number when it repeats.
  mutating func slug(of title: String) -> String {
    var slug = ""
    for character in title.lowercased() {
      if character.isLetter || character.isNumber || character == "_" || character == "-" {
        slug.append(character)
      } else if character.isWhitespace {
        slug.append("-")
      }
    }
    if slug.isEmpty { slug = "section" }
    var result = slug
    while let count = counts[result] {
      counts[result] = count + 1
      result = "\(slug)-\(count)"
    }
    counts[result] = 1
    return result
  }
}
