package import Findings

/// What the name and the values of a column speak for.
package struct ColumnClaim {
  /// The position of the column.
  package var position: Int
  /// The name of the role.
  package var role: String
  package var match: ColumnWords.Match
  /// What the values say.
  package var evidence: Inline

  package init(position: Int, role: String, match: ColumnWords.Match, evidence: Inline) {
    self.position = position
    self.role = role
    self.match = match
    self.evidence = evidence
  }

  /// Why the column has the role.
  package var reason: Inline { "\"\(match.phrase)\" in its name; \(evidence)" }

  /// Who has a role that several columns claim.
  package enum Verdict {
    /// The column, which is the surest.
    case given
    /// Another column, or none because a person said so.
    case beaten
    /// Nobody, because these columns are as sure; each role is said to be open once.
    case open([Int])
  }

  /// Gives each role to the column whose name speaks for it most surely.
  ///
  /// - Parameters:
  ///   - claims: The claims.
  ///   - taken: The roles that are decided; those decided here are added.
  ///   - margin: By how many points a name has to be surer than another one; of equals the first has
  ///     the role where it is 0.
  /// - Returns: Each claim with what became of it, the surest first.
  package static func settle(
    _ claims: [ColumnClaim], taken: inout Set<String>, margin: Int
  ) -> [(claim: ColumnClaim, verdict: Verdict)] {
    let sorted = claims.sorted { ($1.match.score, $0.position) < ($0.match.score, $1.position) }
    return sorted.map { claim in
      guard taken.insert(claim.role).inserted else { return (claim, .beaten) }
      let rivals = sorted.filter {
        $0.role == claim.role && $0.position != claim.position
          && claim.match.score - $0.match.score < margin
      }
      return (
        claim, rivals.isEmpty ? .given : .open([claim.position] + rivals.map { $0.position })
      )
    }
  }
}
