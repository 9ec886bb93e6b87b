internal import Reporting

extension Phrasebook {
  /// The German words about markets: comparisons, ranks, gaps, trends, reports, data files.
  static let germanMarket: [String: String] = [
    // What a salary report finds in the data at hand
    "The one person in the data at hand is paid %1.":
      "Die eine Person in den vorliegenden Daten erhält %1.",
    "The median of the %1 people in the data at hand is %2.":
      "Der Median der %1 Personen in den vorliegenden Daten ist %2.",
    "By group it goes from %1 (%2) to %3 (%4); their intervals are below.":
      "Je nach Gruppe reicht er von %1 (%2) bis %3 (%4); die Intervalle stehen unten.",

    // ColumnRole+Titles
    "Base pay": "Grundgehalt",
    "Commission": "Provision",
    "Bonus": "Bonus",
    "base pay": "Grundgehalt",
    "commission": "Provision",
    "bonus": "Bonus",

    // PayComparison
    "%1 by %2": "%1 nach %2",
    "Too few people to be shown": "Zu wenige Personen, um sie zu zeigen",
    "%1, pay for a year in %2%3. Percentiles by %4.":
      "%1, Jahresvergütung in %2%3. Perzentile: %4.",
    "%1: the people stand for %2 and are worth %3 with equal weights.":
      "%1: Die Personen stehen für %2; das entspricht %3 gleich gewichteten Personen.",
    "Clusters: %1.": "Cluster: %1.",
    "Strata: %1.": "Schichten: %1.",
    "%1 people %2 are left out.": "Nicht berücksichtigt sind Personen %2: %1.",
    "Weighted n": "n, gewichtet",
    "Effective n": "n, effektiv",
    "all": "alle",
    "not said": "ohne Angabe",
    "%1 confidence intervals: %2%3": "%1-Konfidenzintervalle: %2%3",
    ", %1 replicates, seed %2": ", %1 Wiederholungen, Startwert %2",
    "Gap to all": "Abstand zu allen",
    "Gap to %1 (%2)": "Abstand zu %1 (%2)",
    "The pay is in %1, so it is not held against the baseline in USD.":
      "Die Vergütung ist in %1 angegeben und wird deshalb nicht mit dem Vergleichswert in USD verglichen.",
    "The data do not say of when they are, so the baseline of %1 stands as published. Say %2 to have it aged to the data's month.":
      "Die Daten nennen keinen Stand; deshalb steht der Vergleichswert vom %1 hier wie veröffentlicht. Mit %2 wird er auf den Monat der Daten fortgeschrieben.",
    "The baseline is base pay, and this is %1.":
      "Der Vergleichswert ist ein Grundgehalt, hier geht es um: %1.",
    ", none with more than %1 of the group": ", kein Anteil über %1 der Gruppe",
    "Groups that are not shown: %1.": "Nicht gezeigte Gruppen: %1.",
    "The rule for what is shown: at least %1 employers%2.":
      "Regel für die Anzeige: mindestens %1 Arbeitgeber%2.",
    "The rule for what is shown: at least %1 people%2.":
      "Regel für die Anzeige: mindestens %1 Personen%2.",
    "fewer than %1 employers": "weniger als %1 Arbeitgeber",
    "fewer than %1 people": "weniger als %1 Personen",
    "one of the employers too large": "Anteil eines Arbeitgebers zu groß",
    "one of the people too large": "Anteil einer Person zu groß",
    "so that hidden ones do not follow from the total":
      "damit sich unterdrückte nicht aus der Summe ergeben",
    "How %1 was read": "Wie %1 gelesen wurde",
    "The geometric means are compared, by Welch's test of log pay":
      "Verglichen werden die geometrischen Mittel, mit dem Welch-Test der logarithmierten Vergütung",
    "The means are compared, because some pay is zero or negative":
      "Verglichen werden die Mittelwerte, weil manche Vergütung null oder negativ ist",
    "Each group against all others": "Jede Gruppe gegenüber allen anderen",
    "%1. Intervals hold for one group at %2; what is called a difference holds for all %3 at once (%4).":
      "%1. Intervalle gelten für eine einzelne Gruppe zu %2; was als Unterschied bezeichnet wird, gilt für alle %3 zugleich (%4).",
    "%1: with n = %2 nothing can be said about a difference.":
      "%1: Mit n = %2 lässt sich über einen Unterschied nichts sagen.",
    "%1 pays what all others are paid, and nobody's pay differs (n = %2).":
      "%1 liegt gleichauf mit allen anderen, und niemandes Vergütung weicht ab (n = %2).",
    "%1 pays differently, but as no pay varies, no interval can be had (n = %2).":
      "%1 liegt anders; da aber keine Vergütung streut, gibt es kein Intervall (n = %2).",
    "%1 pays %2 less": "%1 liegt %2 niedriger",
    "%1 pays %2 more": "%1 liegt %2 höher",
    "n = %1, worth %2,": "n = %1 (effektiv %2)",
    "%1, but with %2 the interval runs from %3 to %4.":
      "%1, aber mit %2 reicht das Intervall von %3 bis %4.",
    "%1 (%2 to %3, %4), which among so many comparisons may be chance (p = %5).":
      "%1 (%2 bis %3, %4), was bei so vielen Vergleichen Zufall sein kann (p = %5).",
    "%1 (%2 to %3, %4).": "%1 (%2 bis %3, %4).",
    "There are %1 groups, so each two of them are not compared; fewer than %2 are, for example with %3.":
      "Bei %1 Gruppen werden nicht je zwei miteinander verglichen; bei weniger als %2 schon, zum Beispiel nach Auswahl mit %3.",
    "after adjustment for all %1 pairs (%2)": "nach Korrektur für alle %1 Paare (%2)",
    "Each two groups": "Je zwei Gruppen",
    "No two groups differ %1.": "Keine zwei Gruppen unterscheiden sich %1.",
    "%1 difference remains %2.": "%1 Unterschied bleibt %2 bestehen.",
    "%1 differences remain %2.": "%1 Unterschiede bleiben %2 bestehen.",
    "The %1 surest are shown.": "Gezeigt werden die %1 sichersten.",
    "The interval is that of the one pair.": "Das Intervall ist das des einzelnen Paars.",
    "Higher": "Höher",
    "Lower": "Niedriger",
    "Interval": "Intervall",
    "p, adjusted": "p, korrigiert",
    "At equal characteristics": "Bei gleichen Merkmalen",
    "Differential": "Differenzial",
    "Each group against the average of all at equal %1, from a regression of log pay over %2 people (R² %3), normalised by employment (Krueger and Summers), with the standard errors of Haisken-DeNew and Schmidt, %4.":
      "Jede Gruppe gegenüber dem Durchschnitt aller bei gleichen Merkmalen (%1), aus einer Regression der logarithmierten Vergütung über %2 Personen (R² %3), nach Beschäftigung normiert (Krueger und Summers), mit Standardfehlern nach Haisken-DeNew und Schmidt, %4.",
    "robust to unequal variances (HC1)": "robust gegen ungleiche Varianzen (HC1)",
    "between clusters": "geclustert",
    "The differentials have a standard deviation of %1 in logarithms, sampling error taken off.":
      "Die Standardabweichung der Differenziale in Logarithmen ist %1, der Stichprobenfehler abgezogen.",
    "%1 people are left out, because a characteristic or their group is not said.":
      "Nicht berücksichtigt sind Personen, bei denen ein Merkmal oder die Gruppe fehlt: %1.",
    "%1 could not be told from other columns and is left out.":
      "%1 ließ sich nicht von anderen Spalten trennen und ist ausgelassen.",
    "What was not measured is still in the differentials; they are not effects.":
      "Was nicht gemessen wurde, steckt noch in den Differenzialen; sie sind keine Wirkungen.",
    "Pay mix": "Zusammensetzung der Vergütung",
    "Shares in the sum of the parts, over people of whom base pay and a variable part are known.":
      "Anteile an der Summe der Bestandteile, über Personen, von denen Grundgehalt und ein variabler Teil bekannt sind.",
    "linear interpolation (type 7 of Hyndman and Fan)":
      "lineare Interpolation (Typ 7 nach Hyndman und Fan)",
    "the inverse of the distribution function (type 1 of Hyndman and Fan)":
      "Umkehrung der Verteilungsfunktion (Typ 1 nach Hyndman und Fan)",
    "type %1 of Hyndman and Fan": "Typ %1 nach Hyndman und Fan",
    "No weights": "Keine Gewichte",
    "Sampling weights": "Stichprobengewichte",
    "Frequency weights": "Häufigkeitsgewichte",
    "Reliability weights": "Reliabilitätsgewichte",
    "%1 rows read = %2 used + %3 rejected + %4 set aside%5.":
      "%1 Zeilen gelesen = %2 verwendet + %3 zurückgewiesen + %4 aussortiert%5.",
    "Pay for a year": "Jahresvergütung",
    "Difference of geometric means": "Unterschied der geometrischen Mittel",
    "Holm": "Holm",
    "Benjamini and Hochberg": "Benjamini und Hochberg",

    // IntervalMethod
    "t interval for the mean, Woodruff's for percentiles":
      "t-Intervall für den Mittelwert, Woodruff-Intervall für Perzentile",
    "t interval for the mean, Woodruff's on the scale of log odds for percentiles":
      "t-Intervall für den Mittelwert, Woodruff-Intervall auf der Logit-Skala für Perzentile",
    "t interval for the mean, order statistics (Korn and Graubard) for percentiles":
      "t-Intervall für den Mittelwert, Ordnungsstatistiken (Korn und Graubard) für Perzentile",
    "bootstrap-t for the mean, bootstrap shares for percentiles":
      "Bootstrap-t für den Mittelwert, Bootstrap der Anteile für Perzentile",
    "bootstrap with bias correction and acceleration (BCa) for the mean, bootstrap shares for percentiles":
      "Bootstrap mit Bias-Korrektur und Beschleunigung (BCa) für den Mittelwert, Bootstrap der Anteile für Perzentile",
    "Bootstrap-t for the mean (%1 replicates, seed %2), because the people are few for how skewed their pay is: %3.":
      "Bootstrap-t für den Mittelwert (%1 Wiederholungen, Startwert %2), weil es für die Schiefe der Vergütung wenige Personen sind: %3.",
    "Percentile bootstrap for the mean, which varies too little for another: %1.":
      "Perzentil-Bootstrap für den Mittelwert, der für ein anderes Intervall zu wenig streut: %1.",
    "BCa has no interval of the mean here, so it is the percentile bootstrap: %1.":
      "BCa ergibt hier kein Intervall des Mittelwerts; stattdessen steht der Perzentil-Bootstrap: %1.",

    // Pay outside the country of the baseline
    "The people are outside the United States, so pay is not held against the baseline there.":
      "Die Personen sind nicht in den USA; die Vergütung wird daher nicht mit dem dortigen Vergleichswert verglichen.",
    "Pay converted from other currencies is in it, although the baseline is one of the United States; rows of the files: %1.":
      "Darin ist auch aus anderen Währungen umgerechnete Vergütung, obwohl der Vergleichswert der der USA ist; Zeilen der Dateien: %1.",
    "Most of the pay was converted from other currencies, so it is not held against the baseline of the United States.":
      "Der größte Teil der Vergütung wurde aus anderen Währungen umgerechnet; sie wird daher nicht mit dem Vergleichswert der USA verglichen.",
    "%1 people are outside the United States; groups that are mostly so are not held against the baseline there.":
      "Personen außerhalb der USA: %1; Gruppen, die überwiegend aus solchen bestehen, werden nicht mit dem dortigen Vergleichswert verglichen.",
    "The wage index is that of the United States and the pay is in %1, so there are no years of aging; %2 says how fast that pay grows.":
      "Der Lohnindex ist der der USA und die Vergütung lautet auf %1, daher gibt es keine Jahre der Fortschreibung; mit %2 lässt sich sagen, wie schnell diese Vergütung wächst.",
    "Yearly pay in the US dollars of each date.":
      "Jahresvergütung in US-Dollar des jeweiligen Stands.",

    // Characteristic
    "Entered as numbers: %1.": "Als Zahlen eingegangen: %1.",
    "Entered as categories: %1.": "Als Kategorien eingegangen: %1.",
    "%1 (against %2)": "%1 (gegenüber %2)",

    // SurveyedPay
    "without pay": "ohne Vergütung",
    "without a weight": "ohne Gewicht",
    "without a cluster": "ohne Cluster",
    "without a stratum": "ohne Schicht",

    // SummaryGrouping
    "sector": "Branche",
    "state": "Bundesstaat",
    "occupation": "Beruf",
    "Sector": "Branche",
    "State": "Bundesstaat",
    "Occupation": "Beruf",
    "Pay by sector": "Vergütung nach Branche",
    "Pay by state": "Vergütung nach Bundesstaat",
    "Pay by occupation": "Vergütung nach Beruf",

    // SummaryComparison
    "baseline": "Vergleichswert",
    "baseline, aged by %1": "Vergleichswert, fortgeschrieben mit %1",
    "No group of the table fits.": "Keine Gruppe der Tabelle passt.",
    "Yearly pay in the US dollars of each date. The gap is that of the median to the baseline: %1 %2, %3, %4, %5 (%6).":
      "Jahresvergütung in US-Dollar des jeweiligen Stands. Der Abstand ist der des Medians zum Vergleichswert: %1 %2, %3, %4, %5 (%6).",
    "%1 interval": "%1-Intervall",
    "Jobs": "Stellen",
    "together": "zusammen",
    "Together: %1 groups as one, by their jobs; percentiles from a piecewise lognormal through those of each group, errors as if groups were independent.":
      "Zusammen: %1 Gruppen als eine, nach der Zahl der Stellen gewichtet; Perzentile aus einer stückweisen Lognormalverteilung durch die Perzentile jeder Gruppe, Fehler wie bei unabhängigen Gruppen.",
    "%1 groups without published jobs or percentiles are not in it.":
      "Nicht enthalten sind Gruppen ohne veröffentlichte Stellenzahl oder Perzentile: %1.",
    "The curves imply a mean that is %1 off the published one, so the percentiles of all together are doubtful.":
      "Die Kurven ergeben einen Mittelwert, der um %1 vom veröffentlichten abweicht; die Perzentile aller zusammen sind daher zweifelhaft.",
    "no aged baseline, because %1": "kein fortgeschriebener Vergleichswert, denn %1",
    "the factor is %1": "der Faktor ist %1",
    "%1 in %2 and %3 in %4, a factor of %5": "%1 (%2) und %3 (%4), Faktor %5",
    "%1, from releases of %2": "%1, Veröffentlichungen: %2",
    "OEWS pay is straight-time gross pay with commissions and production bonuses in it. It is neither base pay nor on-target earnings, so a median above the baseline does not say that base pay is higher.":
      "Die OEWS-Vergütung ist das Bruttoentgelt ohne Überstundenzuschläge, einschließlich Provisionen und Leistungsprämien. Sie ist weder Grundgehalt noch Zielgehalt (OTE); ein Median über dem Vergleichswert heißt daher nicht, dass das Grundgehalt höher ist.",
    "The interval of the mean is from its published relative standard error. Percentiles have no published standard error. Employment leaves out the self-employed.":
      "Das Intervall des Mittelwerts folgt aus seinem veröffentlichten relativen Standardfehler. Für Perzentile ist kein Standardfehler veröffentlicht. Selbstständige sind in der Beschäftigung nicht enthalten.",
    "Nominal holds the baseline as published against the data. CPI-U ages it by consumer prices: what buys as much at the data's date. ECI ages it by the wages of private industry: what moved as pay in general did.":
      "Nominal vergleicht die Daten mit dem Vergleichswert, wie er veröffentlicht ist. CPI-U schreibt ihn mit den Verbraucherpreisen fort: was zum Stand der Daten ebenso viel kauft. ECI schreibt ihn mit den Löhnen der Privatwirtschaft fort: was sich wie die Vergütung allgemein entwickelt hat.",
    "The baseline is of %1 and the data of %2: OEWS by sector for May 2021 is not among the datasets.":
      "Der Vergleichswert hat den Stand %1, die Daten haben den Stand %2: OEWS nach Branche für Mai 2021 gehört nicht zu den Datensätzen.",
    "How to read this": "Wie das zu lesen ist",
    "nominal": "nominal",

    // IndexGap+Sentence
    "%1 has no value for %2 (there are values for %3 and %4)":
      "%1 hat keinen Wert für %2 (es gibt Werte für %3 und %4)",
    "%1 ends at %2, before %3": "%1 endet mit %2, vor %3",
    "%1 begins at %2, after %3": "%1 beginnt mit %2, nach %3",
    "%1 has no values": "%1 hat keine Werte",

    // SummaryTrend, with the breaks of oews-breaks.csv
    "Pay over the years": "Vergütung im Lauf der Jahre",
    "Yearly pay in US dollars, nominal and in the money of %1 by %2.":
      "Jahresvergütung in US-Dollar, nominal und in Dollar von %1, umgerechnet mit %2.",
    "No group of the tables fits.": "Keine Gruppe der Tabellen passt.",
    "The interval of the mean is from its published relative standard error; percentiles have none. Samples of neighbouring years overlap, so a change between them is not the difference of independent figures.":
      "Das Intervall des Mittelwerts folgt aus seinem veröffentlichten relativen Standardfehler; Perzentile haben keinen. Die Stichproben benachbarter Jahre überschneiden sich; eine Veränderung zwischen ihnen ist daher nicht die Differenz unabhängiger Werte.",
    "Median, nominal": "Median, nominal",
    "Median, in %1": "Median, in Dollar von %1",
    "Change": "Veränderung",
    "P10, in %1": "P10, in Dollar von %1",
    "P90, in %1": "P90, in Dollar von %1",
    "Mean, in %1": "Mittelwert, in Dollar von %1",
    "%1 has no real figures, because %2.": "%1 hat keine realen Werte, denn %2.",
    "The occupation was not always titled so: %1.": "Der Beruf hieß nicht immer so: %1.",
    "%1 a year, compound": "%1 im Jahr, mit Zinseszins",
    "%1 a year, simple": "%1 im Jahr, ohne Zinseszins",
    "the bureau estimates with a model (MB3) from May 2021 on, so earlier figures are not strictly comparable":
      "seit Mai 2021 schätzt die Behörde mit einem Modell (MB3); frühere Werte sind daher nicht streng vergleichbar",
    "the top code rose from 208,000 to 239,200 USD, so P75 and P90 at the top are not comparable with earlier ones":
      "die Obergrenze der veröffentlichten Werte stieg von 208.000 auf 239.200 USD; P75 und P90 an der Spitze sind daher nicht mit früheren vergleichbar",
    "there is no top code any more, so P75 and P90 at the top are not comparable with earlier ones":
      "es gibt keine Obergrenze der veröffentlichten Werte mehr; P75 und P90 an der Spitze sind daher nicht mit früheren vergleichbar",

    // MarketRank
    "pay": "Vergütung",
    "%1 of %2 in the market%3": "%1 %2 im Marktvergleich%3",
    "No group of the data fits.": "Keine Gruppe der Daten passt.",
    "The compa-ratio is the amount over the median of the market, and the penetration its place between P10 and P90; %1 holds it against a pay range.":
      "Die Compa-Ratio ist der Betrag geteilt durch den Median des Markts, die Lage im Band sein Platz zwischen P10 und P90; mit %1 wird er mit einem Gehaltsband verglichen.",
    "The compa-ratio is the amount over the midpoint of the range, the penetration its place between the ends.":
      "Die Compa-Ratio ist der Betrag geteilt durch die Mitte des Gehaltsbands, die Lage im Band sein Platz zwischen dessen Enden.",
    "Years of aging: how long the median takes to reach the amount when pay grows %1 a year (%2).":
      "Jahre der Fortschreibung: wie lange der Median braucht, um den Betrag zu erreichen, wenn die Vergütung im Jahr um %1 wächst (%2).",
    "as said": "wie angegeben",
    "the average of %1 from %2 to %3": "Durchschnitt des %1 von %2 bis %3",
    "Compa-ratio: %1 of the midpoint %2.": "Compa-Ratio: %1, bezogen auf die Bandmitte von %2.",
    "Compa-ratio: %1 of the median %2.": "Compa-Ratio: %1, bezogen auf den Median von %2.",
    "Range penetration: %1 of %2%3.": "Lage im Band von %2: %1%3.",
    "P10 to P90": "P10 bis P90",
    ", below the range": ", unter dem Band",
    ", above the range": ", über dem Band",
    "That is %1 years of aging behind the median.":
      "Das sind %1 Jahre der Fortschreibung hinter dem Median.",
    "That is %1 years of aging ahead of the median.":
      "Das sind %1 Jahre der Fortschreibung vor dem Median.",
    " (%1 interval %2 to %3)": " (%1-Intervall %2 bis %3)",
    "; %1 get exactly that": "; genau das erhalten %1",
    "Of %1 people, %2 are paid this or less%3%4.":
      "Von %1 Personen erhalten %2 so viel oder weniger%3%4.",
    "Of %1 jobs, about %2 pay this or less.": "Von %1 Stellen zahlen etwa %2 so viel oder weniger.",
    "It lies below P10: of %1 jobs, perhaps %2 pay this or less.":
      "Der Betrag liegt unter P10: Von %1 Stellen zahlen vielleicht %2 so viel oder weniger.",
    "It lies above the highest published percentile: of %1 jobs, perhaps %2 pay this or less.":
      "Der Betrag liegt über dem höchsten veröffentlichten Perzentil: Von %1 Stellen zahlen vielleicht %2 so viel oder weniger.",
    "It is above P90.": "Der Betrag liegt über P90.",
    "median": "Median",
    "The next step, %1, pays %2 or more.": "Die nächste Stufe (%1) zahlt %2.",
    "The next step, the %1, pays %2: %3 (%4).": "Die nächste Stufe (%1) zahlt %2: %3 (%4).",
    "Paid this or less": "So viel oder weniger",
    "Compa-ratio": "Compa-Ratio",
    "Penetration": "Lage im Band",
    "Years": "Jahre",
    "Next step": "Nächste Stufe",
    "Median %1": "Median %1",
    "above P90": "über P90",
    "Percentiles by %1.": "Perzentile: %1.",
    "The share is read from a piecewise lognormal through the published percentiles, which have no published standard error, so it has no interval.":
      "Der Anteil ist aus einer stückweisen Lognormalverteilung durch die veröffentlichten Perzentile abgelesen; für diese ist kein Standardfehler veröffentlicht, deshalb hat er kein Intervall.",
    "All together: the curves imply a mean %1 off the published one.":
      "Alle zusammen: Die Kurven ergeben einen Mittelwert, der um %1 vom veröffentlichten abweicht.",
    "%1 groups without published percentiles are left out.":
      "Nicht berücksichtigt sind Gruppen ohne veröffentlichte Perzentile: %1.",

    // PayGap
    "%1: %2 against %3": "%1: %2 gegenüber %3",
    "The geometric mean of %1 is %2 that of %3 (%4, p %5).":
      "Das geometrische Mittel von %1 liegt %2 dem von %3 (%4, p %5).",
    "no interval": "kein Intervall",
    "%1 interval %2 to %3": "%1-Intervall %2 bis %3",
    "%1 below": "%1 unter",
    "%1 above": "%1 über",
    "gap": "Lücke",
    "gap, A less B": "Lücke, A minus B",
    "explained": "erklärt",
    "endowments": "Ausstattung",
    "coefficients": "Koeffizienten",
    "interaction": "Interaktion",
    "Part of the gap in logarithms": "Teil der Lücke in Logarithmen",
    "Explained": "Erklärt",
    "Unexplained": "Unerklärt",
    "%1 of %2 and %3 of %4 are compared; R² %5; errors %6.":
      "Verglichen werden %1 von %2 und %3 von %4; R² %5; Standardfehler %6.",
    "%1 people of whom a characteristic is not said are left out.":
      "Nicht berücksichtigt sind Personen, bei denen ein Merkmal fehlt: %1.",
    "%1 people are left out because the other group has nobody with that value of a characteristic.":
      "Nicht berücksichtigt sind Personen mit einem Merkmal, dessen Wert in der anderen Gruppe niemand hat: %1.",
    "Explained and unexplained: with the coefficients of %1. Endowments, coefficients and interaction: from the side of %2.":
      "Erklärt und unerklärt: mit den Koeffizienten %1. Ausstattung, Koeffizienten und Interaktion: aus Sicht von %2.",
    "group A": "der Gruppe A",
    "group B": "der Gruppe B",
    "the mean of both groups (Reimers)": "des Mittels beider Gruppen (Reimers)",
    "the groups weighted by their size (Cotton)": "der nach Größe gewichteten Gruppen (Cotton)",
    "everybody together (Neumark)": "aller zusammen (Neumark)",
    "everybody together beside a column for the group (Jann)":
      "aller zusammen, mit einer Spalte für die Gruppe (Jann)",
    "At equal %1, %2 is %3 %4 (%5, p %6).":
      "Bei gleichen Merkmalen (%1) liegt %2 %3 %4 (%5, p %6).",
    "Decomposition": "Zerlegung",
    "The gap of mean log pay of these people, split after Oaxaca and Blinder; A is %1.":
      "Die Lücke der mittleren logarithmierten Vergütung dieser Personen, zerlegt nach Oaxaca und Blinder; A ist %1.",
    "The interval of the gap of means is linearised, on the scale of logarithms; that of the gap of medians follows from the intervals of both medians (Zou and Donner).":
      "Das Intervall der Lücke der Mittelwerte ist auf der logarithmischen Skala linearisiert; das der Lücke der Mediane folgt aus den Intervallen beider Mediane (Zou und Donner).",
    "One group has only %1 people; intervals of so few are rough.":
      "Eine Gruppe hat nur %1 Personen; Intervalle aus so wenigen sind grob.",
    "This is the raw gap: it compares all with all, whatever they do. Name characteristics with %1 to see what remains at equal ones.":
      "Das ist die unbereinigte Lücke: Sie vergleicht alle mit allen, unabhängig von ihrer Tätigkeit. Mit %1 lassen sich Merkmale nennen, um zu sehen, was bei gleichen Merkmalen bleibt.",
    "The unexplained part is not a measure of discrimination: it holds everything that was not measured, for either group.":
      "Der unerklärte Teil ist kein Maß für Diskriminierung: Er enthält alles, was nicht gemessen wurde, für beide Gruppen.",
    "The explained part is no proof of fairness: a characteristic such as level or industry may itself be the result of unequal treatment.":
      "Der erklärte Teil ist kein Beweis für Fairness: Ein Merkmal wie Stufe oder Branche kann selbst Folge ungleicher Behandlung sein.",
    "The unexplained contribution of a column of categories depends on its reference value, the most frequent one; the sums do not.":
      "Der unerklärte Beitrag einer Spalte mit Kategorien hängt von ihrem Referenzwert ab, dem häufigsten; die Summen hängen nicht davon ab.",

    // SalaryReport
    "%1: salary report, %2": "%1: Gehaltsbericht, %2",
    "The average base pay of an %1 in the United States was %2 in %3.":
      "Das durchschnittliche Grundgehalt als %1 in den USA betrug im %3 %2.",
    "The plan pays in %1, so nothing is held against the baseline of the United States.":
      "Der Plan zahlt in %1; daher wird nichts mit dem Vergleichswert der USA verglichen.",
    "These datasets have no average base pay for %1, only one for %2, so nothing is held against a baseline.":
      "Diese Datensätze haben kein durchschnittliches Grundgehalt für %1, nur eines für %2; daher wird nichts mit einem Vergleichswert verglichen.",
    "The baseline": "Der Vergleichswert",
    "The nearest published occupation, %1, had a median of %2 with commissions in it, in %3.":
      "Der nächste veröffentlichte Beruf, %1, hatte einen Median von %2, Provisionen eingeschlossen, Stand %3.",
    "The first year for which these datasets have pay by sector is %1. First the nearest occupation, %2 (%3), the best paid sector on top:":
      "Das erste Jahr, für das diese Datensätze Vergütung nach Branche haben, ist %1. Zuerst der nächste Beruf, %2 (%3), die bestbezahlte Branche oben:",
    "The nearest published occupation, %1, had a median of %2 with commissions in it, %3 less.":
      "Der nächstliegende veröffentlichte Beruf, %1, hatte einen Median von %2 einschließlich Provisionen, %3 weniger.",
    "The nearest published occupation, %1, had a median of %2 with commissions in it, %3 more.":
      "Der nächstliegende veröffentlichte Beruf, %1, hatte einen Median von %2 einschließlich Provisionen, %3 mehr.",
    "What the baseline bought then costs %1 in %2.":
      "Was man damals für den Vergleichswert kaufen konnte, kostet im %2 %1.",
    "On the plan shown here a quota of %1 that is just reached pays %2, and 80% of it %3.":
      "Wer beim hier gezeigten Plan die Quote von %1 genau erreicht, erhält insgesamt %2, bei 80 % davon %3.",
    "Industry": "Branche",
    "Typical accounts": "Typische Kunden",
    "Nearest published occupation": "Nächstliegender veröffentlichter Beruf",
    "The role": "Die Rolle",
    "What the job is:": "Die Aufgaben:",
    "What it takes:": "Was dafür nötig ist:",
    "Where it is most common:": "Wo sie am häufigsten vorkommt:",
    "Rules around it:": "Regeln dazu:",
    "Published": "Veröffentlicht",
    "By prices (CPI-U)": "Nach Preisen (CPI-U)",
    "By wages (ECI)": "Nach Löhnen (ECI)",
    "The baseline, and what it is worth later": "Der Vergleichswert und was er später wert ist",
    "%1 a year, base pay, %2, United States, %3 (%4). \"Published\" is the publisher's own figure for a month. \"By prices\" is what buys as much; \"by wages\" is what moved as pay in private industry did.":
      "%1 im Jahr, Grundgehalt, %2, USA, %3 (%4). „Veröffentlicht“ ist die Zahl, die der Herausgeber selbst für einen Monat nennt. „Nach Preisen“ ist, was ebenso viel kauft; „nach Löhnen“ ist, was sich wie die Vergütung in der Privatwirtschaft entwickelt hat.",
    "Neighbouring occupations, %1": "Benachbarte Berufe, %1",
    "No published occupation is called %1. These are the ones that hold people of that title. Pay is for a year, in US dollars, in all industries.":
      "Kein veröffentlichter Beruf heißt %1. Dies sind die Berufe, zu denen Personen mit dieser Bezeichnung zählen. Die Vergütung gilt für ein Jahr, in US-Dollar, über alle Branchen.",
    "Sectors, %1": "Branchen, %1",
    "The first year for which these datasets have pay by sector is %1; May 2021 by sector is not to be had. The baseline is therefore aged to %2. First the nearest occupation, %3 (%4), the best paid sector on top:":
      "Das erste Jahr, für das diese Datensätze Vergütung nach Branche haben, ist %1; Mai 2021 nach Branche ist nicht zu bekommen. Der Vergleichswert ist deshalb auf %2 fortgeschrieben. Zuerst der nächstliegende Beruf, %3 (%4), die bestbezahlte Branche oben:",
    "Median pay of the occupations that are nearest in each of the role's industries:":
      "Median der Vergütung in dem Beruf, der in jeder der Branchen dieser Rolle am nächsten liegt:",
    "From": "Von",
    "To": "Bis",
    "Pays": "Zahlt",
    "the first unit": "erste Einheit",
    "no end": "ohne Ende",
    "above %1": "über %1",
    "through %1": "bis einschließlich %1",
    "The pay plan: %1": "Der Vergütungsplan: %1",
    "Pay for a year by attainment, on the plan's own quota:":
      "Jahresvergütung nach Zielerreichung, bei der eigenen Quote des Plans:",
    "%1x the base rate": "%1 × Grundsatz",
    "%1 of credit": "%1 der Anrechnung",
    "%1 of the target": "%1 des Zielbetrags",
    "What each quota pays": "Was jede Quote zahlt",
    "The same dollars sold on different quotas. Total pay for a year: base, commission and bonus, exact to the cent.":
      "Derselbe Umsatz bei verschiedenen Quoten. Gesamtvergütung für ein Jahr: Grundgehalt, Provision und Bonus, auf den Cent genau.",
    "Method and limits": "Methode und Grenzen",
    "The baseline is an average of base pay that people reported to a web site, not a sample survey. Nothing is known of its error.":
      "Der Vergleichswert ist ein Durchschnitt von Grundgehältern, die Personen einer Website gemeldet haben, keine Stichprobenerhebung. Über seinen Fehler ist nichts bekannt.",
    "Percentiles of OEWS have no published standard error; small sectors are uncertain.":
      "Für Perzentile der OEWS ist kein Standardfehler veröffentlicht; kleine Branchen sind unsicher.",
    "Aging multiplies by the quotient of two index values: the month itself for CPI-U, the quarter that holds or follows it for the ECI. Where an index has a hole, there is no figure.":
      "Die Fortschreibung multipliziert mit dem Quotienten zweier Indexwerte: beim CPI-U der Monat selbst, beim ECI das Quartal, das ihn enthält oder ihm folgt. Wo ein Index eine Lücke hat, steht kein Wert.",
    "Pay of the plan is computed in exact fractions; each component is rounded once to the cent in each of its periods.":
      "Die Vergütung des Plans ist in exakten Brüchen gerechnet; jede Komponente ist in jeder ihrer Perioden einmal auf den Cent gerundet.",
    "A grid shows what a plan would pay, not how likely it is. Not everybody reaches a quota.":
      "Eine Tabelle zeigt, was ein Plan zahlen würde, nicht, wie wahrscheinlich das ist. Nicht alle erreichen eine Quote.",
    "Sources": "Quellen",
    "Input": "Eingabe",
    "How to make this report again": "So lässt sich dieser Bericht neu erstellen",
    "With OnTarget %1, from a checkout:": "Mit OnTarget %1, aus einem Checkout:",

    // EarningsGrid and PayCurveChart, as parts of the salary report

    // PortfolioComparison
    "one very important account": "ein sehr wichtiger Kunde",
    "twenty ranked accounts": "zwanzig Kunden nach Rang",
    "Accounts": "Kunden",
    "One very important account, or twenty ranked ones":
      "Ein sehr wichtiger Kunde oder zwanzig nach Rang",
    "Total pay for a year when the same sales are to be expected, 95% of quota, from one account that closes or does not, or from twenty of which each matters less than the one before.":
      "Gesamtvergütung für ein Jahr, wenn derselbe Umsatz zu erwarten ist, 95 % der Quote: von einem Kunden, der abschließt oder nicht, oder von zwanzig, von denen jeder weniger zählt als der vorige.",
    "Deals are drawn and paid by the plan, %1 years each from seed %2. A simulation takes other models than these with %3:":
      "Abschlüsse werden gezogen und nach dem Plan bezahlt, je %1 Jahre ab Startwert %2. Eine Simulation nimmt mit %3 auch andere Modelle als diese:",

    // DatasetCatalog
    "Datasets": "Datensätze",
    "Name": "Name",
    "What it holds": "Inhalt",
    "Publisher": "Herausgeber",
    "Rows": "Zeilen",
    "In %1. The %2 there says what the columns mean and where the traps are; %3 adds licences and sources.":
      "In %1. Die %2 dort sagt, was die Spalten bedeuten und wo die Fallen sind; %3 ergänzt Lizenzen und Quellen.",

    // FileCheck, TableChecker, PlanChecker
    "CSV file": "CSV-Datei",
    "CSV file without a column of pay": "CSV-Datei ohne Vergütungsspalte",
    "table of pay by group (OEWS)": "Tabelle der Vergütung nach Gruppe (OEWS)",
    "people's pay": "Vergütung von Personen",
    "pay plan": "Vergütungsplan",
    "Incentive for a year under other readings, where each month is one deal and reaches the attainment:":
      "Variable Vergütung für ein Jahr nach anderen Lesarten, wenn es in jedem Monat genau einen Abschluss gibt, der diese Zielerreichung ergibt:",
    "Column": "Spalte",
    "Taken for": "Gelesen als",
    "Range": "Spanne",
    "Examples": "Beispiele",
    "Not in the vocabulary of": "Nicht im Wortschatz von",
    "1 error": "1 Fehler",
    "%1 errors": "%1 Fehler",
    "1 warning": "1 Warnung",
    "%1 warnings": "%1 Warnungen",
    "1 note": "1 Hinweis",
    "%1 notes": "%1 Hinweise",
    "%1 (the first %2 are shown)": "%1 (die ersten %2 sind gezeigt)",
    "Nothing is wrong.": "Es ist nichts zu beanstanden.",
    "tab": "Tabulator",
    "Encoding %1: %2.": "Zeichenkodierung %1: %2.",
    "Delimiter %1: %2.": "Trennzeichen %1: %2.",
    "Header: %1.": "Kopfzeile: %1.",
    "No row has pay.": "Keine Zeile hat eine Vergütung.",
    "Pay for a year in %1, from %2 to %3.": "Jahresvergütung in %1, von %2 bis %3.",
    "%1 rows read = %2 used + %3 rejected + %4 set aside.":
      "%1 Zeilen gelesen = %2 verwendet + %3 zurückgewiesen + %4 aussortiert.",
    "No group can be used.": "Keine Gruppe ist verwendbar.",
    "an unknown date": "unbekannt",
    "%1 groups of %2 occupations, of %3; %4 have a top-coded percentile.":
      "%1 Gruppen aus %2 Berufen, Stand %3; davon mit einem nach oben begrenzten Perzentil: %4.",

    // ReadingsTable
    "as written": "wie geschrieben",
    "marginal": "marginal",
    "retroactive": "rückwirkend",
    "by deal": "je Abschluss",
    "draw: recoverable": "Vorschuss: rückzahlbar",
    "draw: non-recoverable": "Vorschuss: nicht rückzahlbar",
    "draw: added": "Vorschuss: zusätzlich",

    // NotebookReport
    "Notebook": "Notebook",
    "Commands": "Befehle",
    "Result": "Ergebnis",
    "%1 did not end as expected": "%1 nicht wie erwartet beendet",
    "unchanged": "unverändert",
    "written": "geschrieben",
    "differs from what it shows": "weicht von dem ab, was gezeigt ist",

    // Charts of markets
    "Where the amount stands in the market": "Wo der Betrag im Markt liegt",
    "amount": "Betrag",
    "Pay of %1 and of %2": "Vergütung von %1 und von %2",
    "Median pay, %1": "Median der Vergütung, %1",
    "as published": "wie veröffentlicht",
    "in money of %1": "in Dollar von %1",

    // SalaryReport, findings and outlook
    "less": "weniger",
    "more": "mehr",
    "The nearest published occupation, %1, had a median of %2 with commissions in it, %3 %4.":
      "Der nächstliegende veröffentlichte Beruf, %1, hatte einen Median von %2 einschließlich Provisionen, %3 %4.",
    "Between industries the median of that occupation goes from %1 (%2) to %3 (%4) in %5.":
      "Je nach Branche reicht der Median dieses Berufs im %5 von %1 (%2) bis %3 (%4).",
    "In constant money that occupation pays %1 less in %2 than in %3.":
      "Kaufkraftbereinigt zahlt dieser Beruf im %2 %1 weniger als im %3.",
    "In constant money that occupation pays %1 more in %2 than in %3.":
      "Kaufkraftbereinigt zahlt dieser Beruf im %2 %1 mehr als im %3.",
    "If attainment varies as it does among sellers (%1), the quota is reached with a chance of %2, and pay to expect is %3: one year in ten brings less than %4, one in ten more than %5.":
      "Streut die Zielerreichung wie im Modell %1, so wird die Quote mit einer Wahrscheinlichkeit von %2 erreicht, und zu erwarten sind %3: Eines von zehn Jahren bringt weniger als %4, eines von zehn mehr als %5.",
    "Where the baseline stands": "Wo der Vergleichswert liegt",
    "%1 among the jobs of each neighbouring occupation, %2. As their pay has commissions in it and the baseline has not, the shares say where the base alone would stand. A ~ marks what lies beyond the published percentiles.":
      "%1 unter den Stellen jedes benachbarten Berufs, %2. Da deren Vergütung Provisionen enthält und der Vergleichswert nicht, sagen die Anteile, wo das Grundgehalt allein läge. Ein ~ kennzeichnet, was jenseits der veröffentlichten Perzentile liegt.",
    "Over the years, in constant money": "Im Lauf der Jahre, kaufkraftbereinigt",
    "%1 (%2), all industries, in the money of %3 by %4.":
      "%1 (%2), alle Branchen, in Dollar von %3, umgerechnet mit %4.",
    "What to expect": "Was zu erwarten ist",
    "Reached": "Erreicht",
    "Expected pay": "Erwartete Vergütung",
    "Expected ÷ on target": "Erwartet ÷ Zielgehalt",
    "What a quota is worth": "Was eine Quote wert ist",
    "The same sales, drawn as above around the plan's own quota of %1, paid on each of these quotas. The on-target earnings are the same on all of them; what they are worth is not.":
      "Derselbe Umsatz, wie oben um die eigene Quote des Plans von %1 gezogen, bezahlt nach jeder dieser Quoten. Das Zielgehalt (OTE) ist bei allen gleich; was es wert ist, nicht.",
    "What moves the pay": "Was die Vergütung bewegt",
    "Which term matters most to the pay to be expected, when each changes alone:":
      "Welche Bestimmung für die erwartete Vergütung am meisten zählt, wenn sich jede allein ändert:",
    "What to expect rests on a model of attainment among all sellers, not on this company's. Attainment is drawn for the year as a whole.":
      "Die Erwartung beruht auf einem Modell der Zielerreichung unter allen Verkäufern, nicht in diesem Unternehmen. Die Zielerreichung ist für das Jahr als Ganzes gezogen.",

    // PlanReview
    "Plan review: %1": "Planprüfung: %1",
    "Being on target pays %1 a year, and 80% of it %2.":
      "Das Ziel zu erreichen zahlt %1 im Jahr, 80 % davon zahlen %2.",
    "A quota of %1 that is just reached pays %2 a year, and 80% of it %3.":
      "Wer die Quote von %1 genau erreicht, erhält %2 im Jahr, bei 80 % davon %3.",
    "Sales of %1 pay %2 a year, and 80% of them %3.":
      "Ein Umsatz von %1 zahlt %2 im Jahr, 80 % davon zahlen %3.",
    "Last year's plan pays %1 and %2 for the same attainment.":
      "Der Plan des Vorjahres zahlt bei derselben Zielerreichung %1 und %2.",
    "Last year's plan pays %1 and %2 for the same sales.":
      "Der Plan des Vorjahres zahlt bei demselben Umsatz %1 und %2.",
    "A team of %1 people is expected to cost %2 a year, and in eight years of ten from %3 to %4.":
      "Ein Team von %1 Personen kostet voraussichtlich %2 im Jahr, in acht von zehn Jahren von %3 bis %4.",
    "One person is expected to be paid %1 a year, and in eight years of ten from %2 to %3.":
      "Eine Person erhält voraussichtlich %1 im Jahr, in acht von zehn Jahren von %2 bis %3.",
    " The cost of compensation is %1 of expected sales.":
      " Die Vergütungskosten betragen %1 des erwarteten Umsatzes.",
    " The quota is reached with a probability of %1.":
      " Die Quote wird mit einer Wahrscheinlichkeit von %1 erreicht.",
    "No warning was found in the plan.": "Im Plan fand sich keine Warnung.",
    "One warning was found in the plan.": "Im Plan fand sich eine Warnung.",
    "Warnings found in the plan: %1.": "Warnungen im Plan: %1.",
    "The costliest other reading of the plan is “%1”: at %2 of quota it pays %3 more.":
      "Die teuerste andere Lesart des Plans ist „%1“: Bei %2 der Quote kostet sie %3 mehr.",
    "No other reading of the plan costs more; the furthest from it is “%1”, which pays %2 less at %3 of quota.":
      "Keine andere Lesart des Plans kostet mehr; am weitesten entfernt ist „%1“, die bei %3 der Quote %2 weniger zahlt.",
    "On the same deals the plan pays everybody what last year's plan pays.":
      "Für dieselben Abschlüsse zahlt der Plan allen, was der Plan des Vorjahres zahlt.",
    "On the same deals the plan pays the one person on both plans %1.":
      "Für dieselben Abschlüsse zahlt der Plan der einen Person, die in beiden Plänen ist, %1.",
    "On the same deals the plan pays less to %1 and more to %2 of %3 people; in all it pays %4.":
      "Bei denselben Abschlüssen erhalten %1 von %3 Personen weniger und %2 mehr; insgesamt zahlt der Plan %4.",
    "the same": "dasselbe",
    "%1 more": "%1 mehr",
    "%1 less": "%1 weniger",
    "%1 or %2 more": "%1 oder %2 mehr",
    "%1 or %2 less": "%1 oder %2 weniger",
    "Besides the salary, “%1” moves the expected pay of a person most: 10% more of it changes pay by %2, 10% less by %3.":
      "Nach dem Grundgehalt wirkt „%1“ am stärksten auf die erwartete Vergütung einer Person: 10 % mehr ändern sie um %2, 10 % weniger um %3.",
    "What the plan pays": "Was der Plan zahlt",
    "Sales, as a share of the reference quota": "Umsatz als Anteil der Referenzquote",
    "Attainment of each plan's own quota": "Erreichung der eigenen Quote jedes Plans",
    "Sales, as a share of this plan's quota": "Umsatz als Anteil der Quote dieses Plans",
    "Pay for a year by attainment.": "Jahresvergütung nach Zielerreichung.",
    "Pay for a year by attainment. Last year's plan, %1, has no quota that could be compared.":
      "Jahresvergütung nach Zielerreichung. Der Plan des Vorjahres, %1, hat keine Quote, die sich vergleichen ließe.",
    "Pay for a year by attainment, against last year's plan, %1, at the same attainment of its own quota: the two plans do not count sales in the same unit.":
      "Jahresvergütung nach Zielerreichung gegenüber dem Plan des Vorjahres, %1, bei derselben Erreichung seiner eigenen Quote: Die beiden Pläne zählen den Umsatz nicht in derselben Einheit.",
    "Pay for a year by attainment, against last year's plan, %1, for the same sales.":
      "Jahresvergütung nach Zielerreichung gegenüber dem Plan des Vorjahres, %1, bei demselben Umsatz.",
    "Last year's plan": "Plan des Vorjahres",
    "What the plan says": "Was der Plan bestimmt",
    "Last year's plan says the same.": "Der Plan des Vorjahres bestimmt dasselbe.",
    "What last year's plan, %1, says otherwise:":
      "Was der Plan des Vorjahres, %1, anders bestimmt:",
    "Other readings of the plan": "Andere Lesarten des Plans",
    "Plans are often silent about how bands pay and what becomes of a draw. This is the incentive for a year under each reading, when every month is one deal and reaches the attainment.":
      "Pläne schweigen oft darüber, wie Stufen zahlen und was aus einem Vorschuss wird. Dies ist die variable Vergütung für ein Jahr nach jeder Lesart, wenn es in jedem Monat genau einen Abschluss gibt, der diese Zielerreichung ergibt.",
    "Warnings": "Warnungen",
    "Nothing was found that is probably not meant.":
      "Es wurde nichts Auffälliges gefunden.",
    "Place": "Stelle",
    "Severity": "Schwere",
    "What was found": "Befund",
    "Remedy": "Abhilfe",
    "Not shown: %1 more.": "Nicht gezeigt: %1 weitere.",
    "note": "Hinweis",
    "warning": "Warnung",
    "error": "Fehler",
    "One person": "Eine Person",
    "A team of %1 people": "Ein Team von %1 Personen",
    "What the plan costs": "Was der Plan kostet",
    "The team.": "Das Team.",
    "Compensation cost of sales: %1 of expected sales of %2.":
      "Vergütungskosten: %1 des erwarteten Umsatzes von %2.",
    "Probability that a person reaches the quota of %1: %2.":
      "Wahrscheinlichkeit, dass eine Person die Quote von %1 erreicht: %2.",
    "Probability that the sales of all reach %1: %2.":
      "Wahrscheinlichkeit, dass der Umsatz aller %1 erreicht: %2.",
    "What each term does to expected pay": "Was jede Bestimmung an der erwarteten Vergütung ändert",
    "The expected pay of one person is %1 a year. This is what it changes by when one term is 10% larger or smaller and what is sold stays the same.":
      "Die erwartete Vergütung einer Person ist %1 im Jahr. So ändert sie sich, wenn eine Bestimmung um 10 % größer oder kleiner ist und der Umsatz gleich bleibt.",
    "Who wins and who loses": "Wer gewinnt und wer verliert",
    "Salary and incentive paid for the same deals by last year's plan, %1, and by this one.":
      "Gehalt und variable Vergütung für dieselben Abschlüsse nach dem Plan des Vorjahres, %1, und nach diesem.",
    "On one of the two plans only, and in no sum: %1 out of %2.":
      "Nur in einem der beiden Pläne und in keiner Summe: %1 von %2.",
    "This plan": "Dieser Plan",
    "All on both plans": "Alle in beiden Plänen",
    "People whom the plan pays more: %1, less: %2.":
      "Personen, denen der Plan mehr zahlt: %1, weniger: %2.",
    "The difference goes from %1 (%2) to %3 (%4).": "Die Differenz reicht von %1 (%2) bis %3 (%4).",
    " The greatest %1 of each are shown.": " Gezeigt sind je die %1 größten.",
    "This plan less last year's, on the same deals":
      "Dieser Plan minus Plan des Vorjahres, für dieselben Abschlüsse",
    "Difference in pay for the year": "Differenz der Jahresvergütung",
    "The pay curve is that of a full year in which every period reaches the same attainment. Nothing in it is known of single deals, of ramps, or of what multiplies the credit of a deal.":
      "Die Vergütungskurve ist die eines vollen Jahres, in dem jede Periode dieselbe Zielerreichung hat. Einzelne Abschlüsse, Anlaufphasen und Multiplikatoren der Anrechnung kennt sie nicht.",
    "The model of attainment is an assumption. It does not change with the plan: nobody sells more because an accelerator is steeper.":
      "Das Modell der Zielerreichung ist eine Annahme. Es ändert sich nicht mit dem Plan: Niemand verkauft mehr, weil ein Beschleuniger steiler ist.",
    "The cost is salary and incentive, without payroll taxes, benefits and managers' pay.":
      "Die Kosten sind Gehalt und variable Vergütung, ohne Lohnnebenkosten, Zusatzleistungen und Vergütung der Führungskräfte.",
    "The deals were closed under other rules than those of this plan. People would have timed and priced some of them differently.":
      "Die Abschlüsse entstanden unter anderen Regeln als denen dieses Plans. Manche wären sonst zu anderer Zeit oder zu anderem Preis zustande gekommen.",
    "Winners and losers are compared by what is paid; what is still owed back on a draw or for cancelled deals at the end is not taken off.":
      "Gewinner und Verlierer sind nach dem verglichen, was gezahlt wird; was am Ende auf einen Vorschuss oder für stornierte Abschlüsse noch zurückzuzahlen ist, ist nicht abgezogen.",
    "Whoever has a salary or quota of their own on the roster keeps it on both plans.":
      "Wer in der Personalliste ein eigenes Gehalt oder eine eigene Quote hat, behält sie in beiden Plänen.",
    "Warnings are traps that are known from other plans. A plan without a warning can still be a bad plan, and this review is not legal advice.":
      "Warnungen sind Fallen, die aus anderen Plänen bekannt sind. Auch ein Plan ohne Warnung kann ein schlechter Plan sein, und diese Prüfung ist keine Rechtsberatung.",
    "Limits of the method": "Grenzen der Methode",

    // StatementPack
    "Pay statement of %1": "Abrechnung von %1",
    "%1, %2: %3 is paid.": "%1, %2: Gezahlt werden %3.",
    "People": "Personen",
    "In all": "Insgesamt",
    "%1 of base pay and %2 of incentive": "%1 Grundgehalt und %2 variable Vergütung",
    "1 person is paid %1 (%2): %3.": "1 Person erhält %1 (%2): %3.",
    "%1 people are paid %2 (%3): %4.": "%1 Personen erhalten %2 (%3): %4.",
    "The highest incentive paid is %1, to %2, the lowest %3, to %4.":
      "Die höchste gezahlte variable Vergütung ist %1 (%2), die niedrigste %3 (%4).",
    "%1 that %2 has earned is not due, or lapsed with a cancelled deal.":
      "%1, die %2 verdient hat, sind nicht fällig oder mit einem stornierten Abschluss verfallen.",
    "%1 that %2 people have earned is not due, or lapsed with cancelled deals.":
      "%1, die %2 Personen verdient haben, sind nicht fällig oder mit stornierten Abschlüssen verfallen.",
    "Nobody owes anything on a draw or for cancelled deals.":
      "Niemand schuldet etwas aus einem Vorschuss oder für stornierte Abschlüsse.",
    "%1 owes %2 on a draw or for cancelled deals.":
      "%1 schuldet %2 aus einem Vorschuss oder für stornierte Abschlüsse.",
    "%1 people owe %2 on draws or for cancelled deals.":
      "%1 Personen schulden %2 aus Vorschüssen oder für stornierte Abschlüsse.",
    "Quotas reached: %1 of %2.": "Erreichte Quoten: %1 von %2.",
    "Not due": "Nicht fällig",
    "Pay in %1": "Vergütung in %1",
    "All": "Alle",
    "the overview": "Übersicht",
    "Back to %1": "Zurück: %1",
  ]
}
