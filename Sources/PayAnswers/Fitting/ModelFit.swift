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

  /// Mean, share at quota and percentiles of the history, then of each model.
  private func figures(_ model: any AttainmentModel) -> (Double?, Double?, [Double?]) {
    (
      model.mean, model.partialMoment(0, below: 1).map { 1 - $0 },
      Self.percentiles.map { model.quantile($0) }
    )
  }

  private var observed: (Double?, Double?, [Double?]) {
    var sorted = history.values
    sorted.sort()
    let count = Double(sorted.count)
    return (
      sorted.reduce(0, +) / count, Double(sorted.count { $0 >= 1 }) / count,
      Self.percentiles.map { p in
        // Type 7, as everywhere.
        let position = p * (count - 1)
        let low = Int(position)
        let high = min(sorted.count - 1, low + 1)
        return sorted[low] + (position - Double(low)) * (sorted[high] - sorted[low])
      }
    )
  }
}

// MARK: For programs

extension ModelFit {
  public var tables: [NamedTable] {
    var table = RecordTable([
      "model", "text", "parameters", "log_likelihood", "aic", "ks_distance", "p_value", "mean",
      "share_at_quota", "p10", "p50", "p90", "failure",
    ])
    func row(
      _ name: String, _ fit: AttainmentFit?, _ figures: (Double?, Double?, [Double?])
    ) -> [RecordValue] {
      [
        .text(name), .text(fit?.text), .integer(fit?.parameterCount), .double(fit?.logLikelihood),
        .double(fit?.aic), .double(fit?.distance), .double(fit?.pValue), .double(figures.0),
        .double(figures.1),
      ] + figures.2.map { .double($0) } + [.missing]
    }
    for fit in fits { table.append(row(fit.kind.rawValue, fit, figures(fit.model))) }
    table.append(row("history", nil, observed))
    for (kind, reason) in failures {
      table.append(
        [.text(kind.rawValue)] + Array(repeating: .missing, count: 11) + [.text(reason)])
    }
    return [NamedTable("models", table)]
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
    func share(_ value: Double?) -> Inline { .percentage(value ?? .nan) }
    func cells(_ figures: (Double?, Double?, [Double?])) -> [Inline] {
      [share(figures.0), share(figures.1)] + figures.2.map(share)
    }
    var table = Table([
      .text("Model"), .number("AIC"), .number("KS distance"), .number("p"), .number("Mean"),
      .number("At quota"), .number("P10"), .number("P50"), .number("P90"),
    ])
    table.append(["History", "", "", ""] + cells(observed))
    for fit in fits {
      table.append(
        [
          .init(fit.kind.rawValue), .number(fit.aic, places: 1),
          .number(fit.distance, places: 3),
          .number(fit.pValue ?? .nan, places: 3),
        ] + cells(figures(fit.model)))
    }
    document.append(.table(table))
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
      marking: zip(Self.percentiles, observed.2).compactMap { share, value in
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
