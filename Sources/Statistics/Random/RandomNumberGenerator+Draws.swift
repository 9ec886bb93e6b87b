internal import CSpecialFunctions

extension RandomNumberGenerator {
  /// Returns a number in [0, 1), a multiple of 2⁻⁵³, each with the same chance.
  @inlinable
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns a number in (0, 1), never an end point, for quantile functions and logarithms.
  @inlinable
  public mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// Returns an integer in 0..<bound, each with the same chance; 0 when the bound is below 1.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  @inlinable
  public mutating func index(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Returns a draw from the standard normal distribution, by the ziggurat.
  @inlinable @inline(__always)
  public mutating func standardNormal() -> Double {
    let bits = next()
    let layer = Int(bits & 0xFF)
    let position = bits >> 9 & 0xF_FFFF_FFFF_FFFF
    let layers = Ziggurat.layers
    let magnitude = Double(position) * layers[layer].scale
    let normal =
      position < layers[layer].sure ? magnitude : normalOutsideBox(magnitude, layer: layer)
    return bits & 0x100 == 0 ? normal : -normal
  }

  /// Finishes one draw in eighty: in the tail, under the curve beside a box, or by starting again.
  @inlinable @inline(never)
  mutating func normalOutsideBox(_ magnitude: Double, layer: Int) -> Double {
    if layer == 0 {
      while true {
        if let x = Ziggurat.tail(uniform(), uniform()) { return x }
      }
    }
    if Ziggurat.isBelowDensity(magnitude, layer: layer, at: uniform()) { return magnitude }
    return standardNormal()
  }

  /// Returns a draw from the exponential distribution with mean 1.
  @inlinable
  public mutating func standardExponential() -> Double {
    -naturalLogarithm(openUniform())
  }

  /// Returns a draw from the gamma distribution with scale 1; NaN unless the shape is positive.
  ///
  /// Source: Marsaglia, Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000);
  /// a shape below 1 is drawn at shape + 1 and multiplied by U^(1/shape).
  @inlinable
  public mutating func standardGamma(shape: Double) -> Double {
    guard shape > 0, shape.isFinite else { return .nan }
    if shape < 1 {
      let boost = naturalExponential(naturalLogarithm(openUniform()) / shape)
      return boost * standardGamma(shape: shape + 1)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = standardNormal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = openUniform()
      if naturalLogarithm(u) < 0.5 * x * x + d - d * v + d * naturalLogarithm(v) { return d * v }
    }
  }

  /// Returns a draw from the Poisson distribution; 0 for a mean that is not positive and finite.
  ///
  /// Below a mean of 10 by multiplication of uniforms, above by rejection (PTRS: Hörmann, "The
  /// transformed rejection method for generating Poisson random variables", 1993).
  public mutating func poisson(mean: Double) -> Int {
    // Beyond 2⁵³ a count is no longer a number that a Double tells from its neighbour.
    guard mean > 0, mean < 0x1p53 else { return 0 }
    if mean < 10 {
      let limit = exp(-mean)
      var count = 0
      var product = uniform()
      while product > limit {
        count += 1
        product *= uniform()
      }
      return count
    }
    let spread = mean.squareRoot()
    let b = 0.931 + 2.53 * spread
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let v0 = 0.9277 - 3.6224 / (b - 2)
    let logMean = log(mean)
    while true {
      let u = uniform() - 0.5
      let v = openUniform()
      let us = 0.5 - abs(u)
      guard us > 0 else { continue }
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= v0 { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let accepted = log(v * inverseAlpha / (a / (us * us) + b))
      if accepted <= k * logMean - mean - sf_log_gamma(k + 1) { return Int(k) }
    }
  }
}

// Inlinable code cannot name the C library's functions without making that import public.

@usableFromInline
func naturalExponential(_ x: Double) -> Double { exp(x) }

@usableFromInline
func naturalLogarithm(_ x: Double) -> Double { log(x) }
