internal import Amounts
package import PayPlans
internal import Regulations
internal import Simulation

/// What plans pay in invented states, as one number: the engine in a page and the command are held
/// against each other with it, each state of each plan on its own where they differ.
package enum PayDigest {
  /// Returns the digest of what a plan pays in numbered states; the same number is the same state.
  ///
  /// Every second state has one of the plan's terms changed by up to a half; quotas are from half to twice the plan's own, sales from 0 to two and a half quotas, both with cents;
  /// every amount of the pay is in the digest (FNV-1a of 64 bits), as is a failure.
  ///
  /// - Complexity: one exact evaluation for each state.
  package static func of(_ plan: Plan, states: Range<Int32>) -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ value: Int64) { Self.add(value, to: &digest) }
    let controls = TermControl.all(of: plan)
    for number in states {
      do throws(ArithmeticFailure) {
        var turned = plan
        let index = Int(number)
        if !index.isMultiple(of: 2), !controls.isEmpty {
          let control = controls[index / 2 % controls.count]
          let factor = Ratio.fraction(Int128(50 + index % 101), 100)
          turned = try plan.turning(control.lever, to: control.written * factor)
        }
        let pay = try PlanPosition(turned, state(number, of: plan)).earnings()
        for amount in [pay.base, pay.incentive, pay.draw, pay.owedDraw, pay.owedClawback] {
          add(amount.minorUnits)
        }
        for component in pay.components { add(component.earned.minorUnits) }
      } catch {
        add(.min)
      }
    }
    return digest
  }

  private static func add(_ value: Int64, to digest: inout UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      digest ^= UInt64(truncatingIfNeeded: value >> Int64(shift)) & 0xff
      digest = digest &* 0x100_0000_01b3
    }
  }

  /// Returns the digest of what offers pay in numbered states: the cents of every part of every year, at
  /// attainments up to 250 %, over 1 to 5 years, after tax in every second state where taxes are known,
  /// with one of the terms changed by up to a half in three of four.
  ///
  /// - Complexity: some 12 evaluations of each offer for each state, more where terms are changed.
  package static func of(_ set: OfferSet, states: Range<Int32>) -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    var calculator = OfferCalculator(set)
    let controls = OfferState("", set, .point).controls
    for number in states {
      let index = Int(number)
      var lines = ["years=\(index % 5 + 1)"]
      if index.isMultiple(of: 2) {
        lines.append("tax=\(FilingStatus.allCases[index / 2 % 4].rawValue)")
      }
      for offer in set.members.indices {
        let share = Ratio.fraction(Int128((index * 7919 + offer * 3571) % 25_001), 10_000)
        lines.append("attainment-\(offer)=\(share.decimal)")
      }
      if !index.isMultiple(of: 4), !controls.isEmpty {
        let control = controls[index % controls.count]
        let factor = Ratio.fraction(Int128(50 + index % 51), 100)
        if let changed = try? control.written * factor {
          lines.append("\(control.name)=\(changed.decimal)")
        }
      }
      do throws(ArithmeticFailure) {
        for amount in try calculator.cents(of: lines.joined(separator: "\n")) {
          add(amount, to: &digest)
        }
      } catch {
        add(.min, to: &digest)
      }
    }
    return digest
  }

  private static func state(_ number: Int32, of plan: Plan) throws(ArithmeticFailure) -> PageState {
    // SplitMix64, as in Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
    var seed = UInt64(UInt32(bitPattern: number))
    func draw(_ end: UInt64) -> Int128 {
      seed &+= 0x9e37_79b9_7f4a_7c15
      var bits = seed
      bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
      bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int128((bits ^ (bits >> 31)) % end)
    }
    var state = PageState()
    let own = plan.primaryMeasure?.positiveQuota
    let quotaShare = try Ratio(50_000 + draw(150_001), over: 100_000)
    let salesShare = try Ratio(draw(250_001), over: 100_000)
    if plan.primaryMeasure?.isScored == true {
      state.attainment = salesShare
    } else {
      let quota = try ((own ?? 1_000_000) * quotaShare * 100).rounded() / 100
      state.quota = own == nil ? nil : quota
      state.sales = try (quota * salesShare * 100).rounded() / 100
    }
    return state
  }
}
