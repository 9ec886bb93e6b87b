internal import Amounts
public import Answers
public import Reporting
public import Simulation
internal import Statistics

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Models of attainment estimated from a history, the best first.
public struct ModelFit: Answer {
  /// What the history itself shows.
  public let history: AttainmentHistory
  /// The models that could be fitted, the one with the lowest AIC first.
  public let fits: [AttainmentFit]
  /// Why the others could not.
  public let failures: [(kind: AttainmentFit.Kind, reason: Inline)]

  /// Fits every kind of model.
  ///
  /// - Complexity: O(n log n) for each kind, times 200 for the p-values.
  public init(_ history: AttainmentHistory, seed: UInt64 = 1, threads: Int? = nil) {
    self.history = history
    var fits: [AttainmentFit] = []
    var failures: [(AttainmentFit.Kind, Inline)] = []
    for kind in AttainmentFit.Kind.allCases {
      do {
        var fit = try AttainmentFit(kind, to: history.values)
        fit.test(count: history.values.count, seed: seed, threads: threads)
        fits.append(fit)
      } catch {
        failures.append((kind, error.message))
      }
    }
    self.fits = fits.sorted { $0.aic < $1.aic }
    self.failures = failures
  }

  private static let percentiles = [0.1, 0.5, 0.9]
}

// MARK: The models and the history

extension ModelFit {
  /// A model or the history, with what it says of attainments.
  private struct Row: Sendable {
    /// The name in data.
    let name: String
    var title: Inline? = nil
    var fit: AttainmentFit? = nil
    var mean: Double? = nil
    var shareAtQuota: Double? = nil
    /// The figures at `ModelFit.percentiles`; empty of a model that could not be fitted.
    var percentiles: [Double?] = []
    var failure: String? = nil
  }

  private var observed: Row {
    let sorted = history.values.sorted()
    let count = Double(sorted.count)
    return Row(
      name: "history", title: "History", mean: sorted.reduce(0, +) / count,
      shareAtQuota: Double(sorted.count { $0 >= 1 }) / count,
      percentiles: Self.percentiles.map { p in
        // Type 7, as everywhere.
        let position = p * (count - 1)
        let low = Int(position)
        let high = min(sorted.count - 1, low + 1)
        return sorted[low] + (position - Double(low)) * (sorted[high] - sorted[low])
      })
  }

  private var fitted: [Row] {
    fits.map { fit in
      Row(
        name: fit.kind.rawValue, fit: fit, mean: fit.model.mean,
        shareAtQuota: fit.model.partialMoment(0, below: 1).map { 1 - $0 },
        percentiles: Self.percentiles.map { fit.model.quantile($0) })
    }
  }

  /// The models, the history and what could not be fitted; people see the history first.
  private func sheet(of rows: [Row]) -> Sheet<Row> {
    var sheet = Sheet(rows)
    sheet.add("model", .text("Model"), { .text($0.name) }, cell: { $0.title ?? .init($0.name) })
    sheet.add("text") { .text($0.fit?.text) }
    sheet.add("parameters") { .integer($0.fit?.parameterCount) }
    sheet.add("log_likelihood") { .double($0.fit?.logLikelihood) }
    func add(
      _ key: String, _ title: Inline, places: Int,
      _ measure: @escaping @Sendable (AttainmentFit) -> Double?
    ) {
      sheet.add(RecordTable.Column(key), .number(title)) {
        .double($0.fit.flatMap(measure))
      } cell: {
        $0.fit.map { .number(measure($0), places: places) } ?? ""
      }
    }
    add("aic", "AIC", places: 1) { $0.aic }
    add("ks_distance", "KS distance", places: 3) { $0.distance }
    add("p_value", "p", places: 3) { $0.pValue }
    sheet.add("mean", "Mean", .percentage()) { .double($0.mean) }
    sheet.add("share_at_quota", "At quota", .percentage()) { .double($0.shareAtQuota) }
    for (index, percentile) in Self.percentiles.enumerated() {
      let percent = Int(percentile * 100)
      sheet.add(RecordTable.Column("p\(percent)"), "P\(percent)", .percentage()) {
        .double($0.percentiles.isEmpty ? nil : $0.percentiles[index])
      }
    }
    sheet.add("failure") { .text($0.failure) }
    return sheet
  }
}

// MARK: For programs

extension ModelFit {
  public var tables: [NamedTable] {
    let failed = failures.map { Row(name: $0.kind.rawValue, failure: $0.reason.plainText) }
    return [NamedTable("models", sheet(of: fitted + [observed] + failed).records)]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("n", .integer(history.values.count)), .init("column", .string(history.column)),
      .init("best", fits.first.map { .string($0.text) } ?? .null),
    ]
  }
}

// MARK: For people

extension ModelFit {
  public var document: Document {
    var document = Document(title: "Models of attainment", blocks: [.paragraph(introduction)])
    document.append(.table(sheet(of: [observed] + fitted).table()))
    document.append(.chart(chart))
    if !fits.isEmpty {
      document.append(
        .paragraph("To simulate with one of them, write after \(.parameter(.model)):"))
      document.append(.code(fits.map(\.text).joined(separator: "\n"), language: "text"))
    }
    for (kind, reason) in failures {
      document.append(.note("No \(kind.rawValue) model: \(reason)."))
    }
    return document
  }

  private var introduction: Inline {
    guard let best = fits.first else {
      return "None of the models fits the \(.number(history.values.count)) attainments."
    }
    let verdict: Inline
    switch best.pValue ?? 1 {
    case ..<0.05:
      verdict =
        """
        It fits badly: data that come from it are as far off in only \
        \(.percentage(best.pValue ?? 0)) of samples. The history itself, \
        \(.code("empirical:\(history.path)")), is the safer model.
        """
    default:
      verdict =
        "Data that come from it are as far off in \(.percentage(best.pValue ?? 1)) of samples, so nothing speaks against it."
    }
    return """
      Of the models below, by maximum likelihood from \(.number(history.values.count)) \
      attainments, \(.code(best.text)) has the lowest AIC. \(verdict) p is that share for each \
      model, from 199 samples that were fitted again; a small one speaks against the model.
      """
  }
}

// MARK: As a drawing

extension ModelFit {
  /// A histogram of the history, and the density of the best model over it.
  private var chart: Chart {
    let width = classWidth
    let classes = Dictionary(grouping: history.values) { Int($0 / width) }.mapValues(\.count)
    // Attainments are 0 to 1000%, and classes no narrower than 1%.
    let bins = (0...(classes.keys.max() ?? 0)).map { index in
      Chart.Bin(
        Double(index) * width, Double(index + 1) * width,
        share: Double(classes[index] ?? 0) / Double(history.values.count))
    }
    return .distribution(
      name: "attainments", title: "Attainments, and the density of the best model",
      xTitle: "Attainment", unit: .percentage, bins: bins,
      density: fits.first.map { density(of: $0.model, to: bins.last?.high ?? 0) } ?? [],
      marking: zip(Self.percentiles, observed.percentiles).compactMap { share, value in
        value.map { Chart.NamedValue("P\(.number(Int(share * 100)))", $0) }
      })
  }

  /// The width of the classes: Freedman and Diaconis (1981), doi:10.1007/BF01025868, rounded
  /// down to a round one.
  private var classWidth: Double {
    let values = history.values.sorted()
    let range = values[values.count * 3 / 4] - values[values.count / 4]
    let ideal = 2 * range / cbrt(Double(values.count))
    return [0.5, 0.2, 0.1, 0.05, 0.02].first { $0 <= ideal } ?? 0.01
  }

  /// The density in 200 steps, from differences of the distribution function.
  private func density(of model: any AttainmentModel, to end: Double) -> [Mark.Point] {
    let step = end / 200
    return (0..<200).compactMap { index in
      let low = Double(index) * step
      guard let before = model.partialMoment(0, below: low),
        let after = model.partialMoment(0, below: low + step)
      else { return nil }
      return Mark.Point(low + step / 2, (after - before) / step)
    }
  }
}
