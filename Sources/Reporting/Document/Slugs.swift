/// Names for addresses and files, made of titles as GitHub makes them, each used once.
package struct Slugs {
  private var counts: [String: Int] = [:]

  package init() {}

  /// Returns the name: lower case, blanks as hyphens, punctuation left out, a number when it repeats.
  package mutating func slug(of title: String) -> String {
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

  /// Returns the name of a file without its ending; it can lead to no other folder.
  ///
  /// It is cut to far below the 255 bytes that file systems allow, because a single character can
  /// have any number of marks.
  package mutating func fileName(of title: String) -> String {
    var short = title.prefix(60)
    while short.utf8.count > 120 { short.removeLast() }
    return slug(of: String(short))
  }
}
