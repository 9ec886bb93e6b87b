extension [Offer] {
  /// The offers, those of one name with the name of their file behind it, or else a number.
  var withNamesApart: [Offer] {
    var offers = self
    for group in Dictionary(grouping: indices, by: { self[$0].name }).values where group.count > 1 {
      let files = group.map { self[$0].stem }
      let areApart = Set(files).count == files.count
      for (number, index) in group.enumerated() {
        offers[index].terms.name += areApart ? " (\(files[number]))" : " (\(number + 1))"
      }
    }
    return offers
  }
}

extension Offer {
  /// The name of the file without folders and ending.
  fileprivate var stem: Substring {
    let name = file[(file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)...]
    return name.lastIndex(of: ".").map { name[..<$0] } ?? name
  }
}
