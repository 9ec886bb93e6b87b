extension WrittenAmount {
  /// What a word in an amount means.
  enum Meaning {
    case multiplier(Int)
    /// A multiplier that is only used for yearly pay, such as "LPA", lakhs per annum.
    case yearlyMultiplier(Int)
    case currency(Currency)
    case period(PayPeriod)
    /// Announces how often the amount is paid out.
    case payments
    case remark(Remarks)
    /// Stands between the ends of a range.
    case rangeJoint
    /// Announces a range.
    case rangeStart
    /// Announces more pay that is not in the amount.
    case plus
    /// Says nothing about the amount.
    case filler
  }

  /// The signs of currencies; a sign that several currencies share lists them, the likeliest first.
  static let currencySigns: [Unicode.Scalar: [Currency]] = [
    "$": currencies("USD CAD AUD NZD SGD HKD MXN CLP COP ARS TWD BRL"), "€": currencies("EUR"),
    "£": currencies("GBP"), "¥": currencies("JPY CNY"), "₹": currencies("INR"),
    "₽": currencies("RUB"), "₩": currencies("KRW"), "₪": currencies("ILS"),
    "₺": currencies("TRY"), "₴": currencies("UAH"), "₫": currencies("VND"),
    "₦": currencies("NGN"), "₱": currencies("PHP"), "฿": currencies("THB"),
  ]

  /// The currencies that a plain dollar sign can stand for, the likeliest first.
  package static let dollars: [Currency] = currencySigns["$"] ?? []

  /// The letters before a dollar sign that say whose dollar it is.
  static let dollarPrefixes: [String: Currency] = {
    var prefixes: [String: Currency] = [:]
    let list =
      "us USD c CAD ca CAD cad CAD a AUD au AUD aud AUD nz NZD s SGD hk HKD mx MXN r BRL usd USD"
    for (prefix, code) in pairs(list) { prefixes[prefix] = Currency(code: code) }
    return prefixes
  }()

  /// The words that amounts are written with, in English and German.
  static let words: [String: Meaning] = {
    var words: [String: Meaning] = [:]
    func add(_ list: String, _ meaning: Meaning) {
      for word in list.split(separator: " ") { words[String(word)] = meaning }
    }
    for code in currencyCodes.split(separator: " ") {
      if let currency = Currency(code: code) { add(code.lowercased(), .currency(currency)) }
    }
    for (name, code) in pairs(currencyNames) {
      if let currency = Currency(code: code) { add(name, .currency(currency)) }
    }
    add("k tsd tausend thousand thousands grand ths", .multiplier(1000))
    add("m mm mn mio mil mill million millions millionen", .multiplier(1_000_000))
    add("lakh lakhs lac lacs", .multiplier(100_000))
    add("crore crores cr", .multiplier(10_000_000))
    add("lpa", .yearlyMultiplier(100_000))
    add("h hr hrs hour hours hourly ph std stunde stunden stündlich stundenlohn", .period(.hour))
    add("d day days daily tag täglich tagessatz", .period(.day))
    add("w wk week weeks weekly pw woche wöchentlich", .period(.week))
    add("biweekly fortnight fortnightly zweiwöchentlich", .period(.twoWeeks))
    add("semimonthly", .period(.halfMonth))
    add(
      "mo mon mth month months monthly pm pcm mtl monat monatlich monatsgehalt monatslohn "
        + "bruttomonatsgehalt monatsbrutto monatsbruttogehalt",
      .period(.month))
    add("quarter quarterly quartal", .period(.quarter))
    add(
      "y yr yrs year years yearly annum annual annually annualized annualised pa py jahr jährlich "
        + "jahresgehalt jahresbrutto bruttojahresgehalt "
        + "jahresbruttogehalt jahreslohn yr",
      .period(.year))
    add(
      "approx approximately about around roughly circa ca c ish etwa ungefähr rund est estimated",
      .remark(.approximate))
    add(
      "over above from min minimum starting ab mindestens über least more higher greater upwards",
      .remark(.atLeast))
    add("paid payable ausgezahlt gezahlt zahlbar", .payments)
    add("under below up max maximum maximal höchstens less most", .remark(.atMost))
    add("gross brutto pretax before vor", .remark(.gross))
    add("net netto after takehome nach", .remark(.net))
    add("ote", .remark(.onTarget))
    add("to bis until through", .rangeJoint)
    add("between zwischen", .rangeStart)
    add("plus and und with mit zzgl zuzüglich excluding excl", .plus)
    add(
      "per pro p a an in im je each every at of the is it my only than or so us tax steuern "
        + "salary gehalt base basis fixed fix fixum fixgehalt grundgehalt pay wage lohn total gesamt "
        + "all usa currently full time fulltime rate range estimate glassdoor employer provided "
        + "doe depending on experience equivalent",
      .filler)
    return words
  }()

  /// The currencies and the period of pay that a text names; words that mean neither are skipped.
  ///
  /// It is for headers and for columns of their own, where only a currency or a period is looked for.
  package static func named(
    in text: some StringProtocol
  ) -> (currencies: Set<Currency>, periods: Set<PayPeriod>) {
    var found: (currencies: Set<Currency>, periods: Set<PayPeriod>) = ([], [])
    var codes: Set<Currency> = []
    for token in WrittenAmountLexer.tokens(of: text) {
      switch token {
      case .word(let word):
        switch words[word] {
        case .currency(let currency):
          found.currencies.insert(currency)
          if currency.code.lowercased() == word { codes.insert(currency) }
        case .period(let period): found.periods.insert(period)
        default: break
        }
      case .symbol(let sign):
        if let currency = currencySigns[sign]?.first { found.currencies.insert(currency) }
      case .number: break
      }
    }
    // In "CAD Canadian dollar" the code is meant, and the name alone would be another currency.
    if !codes.isEmpty { found.currencies = codes }
    return found
  }

  private static func currencies(_ codes: String) -> [Currency] {
    codes.split(separator: " ").compactMap { Currency(code: $0) }
  }

  private static func pairs(_ list: String) -> [(String, String)] {
    let words = list.split(separator: " ").map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  /// The codes of ISO 4217 that no word of the list below or of everyday English equals.
  private static let currencyCodes =
    "USD EUR GBP CHF CAD AUD NZD JPY CNY INR SEK NOK DKK PLN CZK HUF RON BGN ISK TRY RUB UAH ILS "
    + "ZAR BRL MXN ARS CLP COP PEN SGD HKD TWD KRW THB MYR IDR PHP VND PKR BDT LKR NPR AED SAR QAR "
    + "KWD BHD OMR JOD EGP NGN KES GHS MAD TND GEL RSD UYU CRC DOP"

  private static let currencyNames =
    "dollar USD dollars USD usdollar USD usdollars USD euro EUR euros EUR pound GBP pounds GBP "
    + "pfund GBP sterling GBP quid GBP franken CHF francs CHF fr CHF sfr CHF yen JPY rmb CNY yuan CNY "
    + "rupee INR rupees INR rs INR rupien INR zł PLN zloty PLN złoty PLN kč CZK"
}
