internal import Answers
internal import Findings
internal import Reporting
internal import SalaryData
internal import Statistics

extension PayGap {
  /// People of both groups who have something in common, such as a level.
  public struct Category: Sendable {
    /// What they have in common, one for each column.
    public let key: [GroupKey]
    /// What they are paid and how far they are apart; nil where that is withheld.
    public let gap: RawPayGap?
    /// Why it is withheld; nil where it is not.
    public let hidden: DisclosureRule.Reason?
  }

  /// The raw gap by the values of some columns.
  public struct Categories: Sendable {
    /// The columns.
    public let columns: [String]
    /// The people of each side without whom a gap is withheld; a side with nobody has nothing to withhold.
    public let smallestGroup: Int
    /// What people have in common: where B has least of A first, then where only one of them is, and last
    /// what is withheld.
    public let categories: [Category]
    /// The same of everybody.
    public let whole: Category

    /// Compares both groups by the values of columns.
    ///
    /// - Throws: `.usage` for a column that the table does not have, for columns with too many values, and for
    ///   those none of whose values has people of both groups.
    /// - Complexity: O(rows × values).
    init(
      _ people: SurveyedPay, _ whole: RawPayGap, _ sides: [Int], by columns: [String],
      smallestGroup: Int?, _ options: ComparisonOptions
    ) throws(InputFailure) {
      let rows = try people.table.grouped(by: columns)
      var counts = [BySide](repeating: BySide(), count: rows.count)
      for (row, side) in sides.enumerated() where side < 2 {
        counts[Int(rows.groupOfRow[row])][side].add(
          person: people.sample.weights?[row] ?? 1, employer: nil)
      }
      let found = counts.indices.filter { counts[$0][0].count + counts[$0][1].count > 0 }
      guard smallestGroup != nil || found.count <= ComparisonOptions.mostGroups else {
        throw ComparisonOptions.Obstacle.manyGroups(
          found.count, columns: columns, hiddenBy: .smallestGroup
        ).failure
      }
      guard found.contains(where: { counts[$0][0].count > 0 && counts[$0][1].count > 0 }) else {
        throw Obstacle.neverTogether(columns).failure
      }
      let rule = DisclosureRule(
        minContributors: smallestGroup ?? DisclosureRule.customaryContributors)
      let hidden = Self.reasons(rule, counts)

      var categories: [Category] = []
      for group in found {
        var gap: RawPayGap?
        if hidden[group] == nil {
          do throws(SampleFailure) {
            gap = try RawPayGap(
              people.sample,
              sides.indices.map { Int(rows.groupOfRow[$0]) == group ? sides[$0] : 2 }, options)
          } catch {
            throw InputFailure(error, options.design, people.table)
          }
        }
        categories.append(
          Category(
            key: rows.keys[group].map { GroupKey(cell: $0) }, gap: gap, hidden: hidden[group]))
      }
      self.columns = columns
      self.smallestGroup = rule.minContributors
      self.whole = Category(key: GroupKey.totals(columns), gap: whole, hidden: nil)
      self.categories = Self.ordered(Self.raisingPValues(categories, options.adjustment))
    }

    /// The contributors of B and of A.
    private struct BySide {
      private var sides = [Contributors.nobody, Contributors.nobody]

      subscript(side: Int) -> Contributors {
        get { sides[side] }
        set { sides[side] = newValue }
      }
    }

    /// Why each of the categories is withheld: for the sake of either side, each of which has its own total.
    private static func reasons(
      _ rule: DisclosureRule, _ counts: [BySide]
    ) -> [DisclosureRule.Reason?] {
      var reasons = [DisclosureRule.Reason?](repeating: nil, count: counts.count)
      for side in 0..<2 {
        let present = counts.indices.filter { counts[$0][side].count > 0 }
        for (group, reason) in zip(present, rule.reasons(for: present.map { counts[$0][side] })) {
          guard let reason, reasons[group] != .tooFew else { continue }
          reasons[group] = reason
        }
      }
      return reasons
    }

    private static func raisingPValues(
      _ categories: [Category], _ adjustment: MultiplicityAdjustment
    ) -> [Category] {
      let raised = adjustment.adjust(categories.map { $0.gap?.geometricMeans?.pValue })
      return zip(categories, raised).map { category, pValue in
        var gap = category.gap
        gap?.geometricMeans?.adjustedPValue = pValue
        return Category(key: category.key, gap: gap, hidden: category.hidden)
      }
    }

    private static func ordered(_ categories: [Category]) -> [Category] {
      // The place of what is withheld would tell its gap.
      let ranks = categories.map { category in
        category.hidden == nil
          ? category.gap?.medians?.value ?? .greatestFiniteMagnitude : .infinity
      }
      return categories.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { categories[$0] }
    }
  }
}
