internal import Reporting

extension Phrasebook {
  /// The German words about pay: plans, statements, simulations, offers, careers, gifts.
  static let germanPay: [String: String] = [
    // What several answers share
    "Attainment": "Zielerreichung",
    "Attainment of quota": "Erreichung der Quote",
    "Base": "Grundgehalt",
    "Chance": "Wahrscheinlichkeit",
    "Chances": "Wahrscheinlichkeiten",
    "Component": "Komponente",
    "Deal": "Abschluss",
    "Draw": "Vorschuss",
    "Earned": "Verdient",
    "Expected": "Erwartet",
    "Guarantee": "Garantie",
    "How this was worked out": "Wie gerechnet wurde",
    "Incentive": "Variable Vergütung",
    "Incentive paid": "Variabel gezahlt",
    "Mean": "Mittelwert",
    "Now": "Jetzt",
    "Of": "Wert",
    "Owed": "Geschuldet",
    "Owed on the draw": "Offener Vorschuss",
    "Pay": "Vergütung",
    "Plan": "Plan",
    "Quota": "Quote",
    "Rep": "Person",
    "Sales": "Umsatz",
    "Salary and incentive paid": "Gezahltes Gehalt und variable Vergütung",
    "Sold": "Verkauft",
    "Taken back": "Zurückgefordert",
    "Term": "Parameter",
    "Total": "Gesamt",
    "Total paid": "Insgesamt gezahlt",
    "Total pay": "Gesamtvergütung",
    "Year": "Jahr",
    "Line": "Zeile",
    "exact": "exakt",
    "%1 to %2": "%1 bis %2",
    "1 year": "1 Jahr",
    "%1 years": "%1 Jahre",
    " and ": " und ",
    "before tax": "vor Steuern",

    // EarningsGrid
    "Pay for a year in %1, by what is sold in the year and by quota.":
      "Jahresvergütung in %1 nach Jahresumsatz und Quote.",
    "Pay for a year in %1, by attainment. It does not depend on the quota; what has to be sold for it does.":
      "Jahresvergütung in %1 nach Zielerreichung. Sie hängt nicht von der Quote ab, wohl aber der Umsatz, der dafür nötig ist.",
    "Pay for a year in %1, by attainment. The plan pays rates of what is sold, so one attainment pays differently on each quota.":
      "Jahresvergütung in %1 nach Zielerreichung. Der Plan zahlt Sätze auf den Umsatz; dieselbe Zielerreichung bringt daher bei jeder Quote eine andere Vergütung.",
    "Pay for a year in %1, by attainment.": "Jahresvergütung in %1 nach Zielerreichung.",
    "Paid less owed": "Gezahlt abzüglich offen",
    "In parts": "Im Einzelnen",
    "On a quota of %1": "Bei einer Quote von %1",
    "On %1": "Bei %1",
    "Sold on %1": "Verkauft bei %1",

    // EarningsAssumption
    "%1 What attainment alone does not say:":
      "%1 Was die Zielerreichung allein nicht sagt:",
    "What was assumed.": "Was angenommen wurde.",
    "Scores that attainment says nothing about are at 100 %: %1.":
      "Bewertungen, über die die Zielerreichung nichts sagt, liegen bei 100 %: %1.",
    "Spiffs pay nothing, since there are no deals that could earn them: %1.":
      "Sonderprämien zahlen nichts, weil es keine Abschlüsse gibt, die sie verdienen könnten: %1.",
    "Attainment is of credit, so what multiplies or limits the credit of a deal is in it already: %1.":
      "Die Zielerreichung bezieht sich auf die Anrechnung; was die Anrechnung eines Abschlusses vervielfacht oder begrenzt, steckt schon darin: %1.",
    "Tiers by deal pay as marginal ones, since there are no deals: %1.":
      "Stufen je Abschluss zahlen wie Stufen je Umsatzteil, weil es keine Abschlüsse gibt: %1.",
    "All that is sold is of the part that is paid along the bands: %1.":
      "Alles Verkaufte gehört zu dem Teil, der nach den Stufen bezahlt wird: %1.",
    "The credit of each month stands for one deal: %1.":
      "Die Anrechnung jedes Monats steht für einen Abschluss: %1.",
    "Other measures reach the same attainment of their own quotas: %1.":
      "Andere Messgrößen erreichen ihre eigene Quote zum gleichen Anteil: %1.",
    "Of measures without a quota nothing is sold: %1.":
      "Von Messgrößen ohne Quote wird nichts verkauft: %1.",
    "Of measures without a quota as much is sold as of the first: %1.":
      "Von Messgrößen ohne Quote wird so viel verkauft wie von der ersten: %1.",
    "The draw runs in the first %1 months of the year, as for someone who is hired at its beginning.":
      "Der Vorschuss läuft in den ersten %1 Monaten des Jahres, wie bei jemandem, der zu dessen Beginn eingestellt wird.",
    "It is a full year of service after the first, without: %1.":
      "Es ist ein volles Dienstjahr nach dem ersten, ohne: %1.",
    "ramp": "Einarbeitung",
    "guarantee": "Garantie",

    // PayCurveChart
    "Total pay by attainment": "Gesamtvergütung nach Zielerreichung",
    "Total pay for a year": "Gesamtvergütung im Jahr",
    "total pay": "Gesamtvergütung",
    "at quota": "bei Quote",
    "%1 each": "je %1",

    // PayOutlook
    "What to expect of %1": "Was von %1 zu erwarten ist",
    "What to expect of the plans": "Was von den Plänen zu erwarten ist",
    "Attainment: %1": "Zielerreichung: %1",
    ", preset %1, %2": ", Voreinstellung %1, %2",
    ". Attainment is sales over %1; the sales stay when the quota changes. ":
      ". Zielerreichung ist der Umsatz geteilt durch %1; der Umsatz bleibt gleich, wenn sich die Quote ändert. ",
    "From %1 simulated years, seed %2; ± is one Monte Carlo standard error.":
      "Aus %1 simulierten Jahren, Startwert %2; ± ist ein Monte-Carlo-Standardfehler.",
    "By the closed form, so without sampling error.":
      "Nach der geschlossenen Formel, also ohne Stichprobenfehler.",
    "a quota of %1": "eine Quote von %1",
    "the plan's own quota": "die Quote des Plans",
    "each plan's own quota": "die Quote des jeweiligen Plans",
    "Total pay in a year, %1": "Gesamtvergütung im Jahr, %1",
    "Paid less owed in a year, %1": "Gezahlt abzüglich offen im Jahr, %1",
    "In %1 a year": "In %1 pro Jahr",
    "of reaching the quota of %1": "die Quote von %1 zu erreichen",
    "of reaching the quota": "die Quote zu erreichen",
    "of no incentive at all": "gar keine variable Vergütung zu verdienen",
    "of earning the on-target %1": "das Zielgehalt (OTE) von %1 zu verdienen",
    "of earning at least %1": "mindestens %1 zu verdienen",
    "Expected pay is %1 of the on-target earnings of %2.":
      "Die erwartete Vergütung beträgt %1 des Zielgehalts (OTE) von %2.",
    " At the P90 of attainment the incentive is %1 times its target (leverage), %2 against it (upside).":
      " Beim P90 der Zielerreichung ist die variable Vergütung das %1-Fache ihres Zielbetrags (Hebel), %2 gegenüber diesem (Upside).",
    "What expected pay does when one term changes":
      "Wie sich die erwartete Vergütung ändert, wenn sich ein Parameter ändert",
    "Less %1": "Differenz zu %1",
    "Pays more in": "Zahlt mehr in",
    "Paid less owed on the same draws": "Gezahlt abzüglich offen bei denselben Ziehungen",
    "Total pay on the same draws": "Gesamtvergütung bei denselben Ziehungen",
    "The plans have different quotas, so one draw is the same attainment of each, not the same sales. %1 makes the sales the same.":
      "Die Pläne haben verschiedene Quoten; eine Ziehung ist daher bei jedem dieselbe Zielerreichung, nicht derselbe Umsatz. %1 macht den Umsatz gleich.",
    "Cost of sales": "Kosten je Umsatz",
    "Quotas ÷ goal": "Quoten ÷ Ziel",
    "Reaches goal": "Erreicht das Ziel",
    "Pay of %1 people in a year": "Vergütung von %1 Personen im Jahr",
    "A market factor with a standard deviation of %1 moves the sales of all.":
      "Ein Marktfaktor mit einer Standardabweichung von %1 bewegt den Umsatz aller.",
    "Everyone's attainment is drawn independently; a shared market factor (%1) would widen the spread.":
      "Die Zielerreichung jeder Person wird unabhängig gezogen; ein gemeinsamer Marktfaktor (%1) würde die Streuung vergrößern.",
    "Team": "Team",
    "From %1 simulated years. %2": "Aus %1 simulierten Jahren. %2",
    "%1, quota %2": "%1, Quote %2",

    // PlanLever
    "component %1": "Komponente %1",
    "row %1": "Zeile %1",
    "corner %1": "Stützpunkt %1",
    "band %1": "Stufe %1",
    "step %1": "Schritt %1",
    "Variable": "Variable",
    "%1: all rates": "%1: alle Sätze",
    "%1: rates above the first band": "%1: Sätze über der ersten Stufe",
    "%1: pay of %2": "%1: Vergütung (%2)",
    "%1: end of %2": "%1: obere Grenze (%2)",
    "%1: level of %2": "%1: Zielerreichung (%2)",
    "%1: threshold": "%1: Schwelle",
    "%1: cap": "%1: Obergrenze",
    "Cap of the year": "Obergrenze des Jahres",

    // Models of attainment and selling
    "fixed at %1": "fest bei %1",
    "lognormal, mean %1, coefficient of variation %2":
      "Lognormalverteilung, Mittelwert %1, Variationskoeffizient %2",
    "gamma, mean %1, coefficient of variation %2":
      "Gammaverteilung, Mittelwert %1, Variationskoeffizient %2",
    "normal, mean %1, standard deviation %2, none below %3":
      "Normalverteilung, Mittelwert %1, Standardabweichung %2, nichts unter %3",
    "banded: %1": "in Klassen: %1",
    "%1 in %2–%3": "%1 in %2–%3",
    "a history of %1 attainments, drawn with replacement":
      "eine Historie von %1 Zielerreichungen, mit Zurücklegen gezogen",
    "one account with a %1 chance of a deal of %2 of quota":
      "ein Kunde mit einer Wahrscheinlichkeit von %1 für einen Abschluss über %2 der Quote",
    "%1 ranked accounts, the first with deals of %2 of quota, %3 of quota expected":
      "%1 Kunden nach Rang, der erste mit Abschlüssen über %2 der Quote, erwartet werden %3 der Quote",
    "%1 opportunities a year, %2 won, sizes lognormal with a coefficient of variation of %3, %4 of quota expected":
      "%1 Verkaufschancen im Jahr, %2 gewonnen, lognormale Abschlusshöhen mit einem Variationskoeffizienten von %3, erwartet werden %4 der Quote",
    ", %1 days to close from an empty pipeline":
      ", %1 Tage bis zum Abschluss aus anfangs leerer Pipeline",
    ", %1 cancelled within a year": ", %1 innerhalb eines Jahres storniert",
    "fitted to an average of 64 % and 26 % of reps at quota in 2025 (esearchpro.com, January 2026)":
      "angepasst an eine mittlere Zielerreichung von 64 % und 26 % der Vertriebsmitarbeiter mit erreichter Quote im Jahr 2025 (esearchpro.com, Januar 2026)",
    "fitted to 43 % of reps at quota (RepVue Cloud Sales Index, Q4 2024, read as a share of reps)":
      "angepasst an 43 % der Vertriebsmitarbeiter mit erreichter Quote (RepVue Cloud Sales Index, Q4 2024, als Anteil der Personen gelesen)",
    "fitted to 60 % of reps at quota (Pavilion's rule of thumb of 55 to 65 %, 2024)":
      "angepasst an 60 % der Vertriebsmitarbeiter mit erreichter Quote (Faustregel von Pavilion: 55 bis 65 %, 2024)",
    "normal, mean 1, sd 0.10, the choice of a much-copied tutorial (Moffitt, pbpython.com, February 2019)":
      "Normalverteilung, Mittelwert 1, Standardabweichung 0,10, die Wahl einer viel kopierten Anleitung (Moffitt, pbpython.com, Februar 2019)",

    // CashOutlook
    "Incentive earned": "Variabel verdient",
    "Paid after the year": "Nach dem Jahr gezahlt",
    "Cash to expect of %1": "Welche Zahlungen von %1 zu erwarten sind",
    "Cash to expect of the plans": "Welche Zahlungen von den Plänen zu erwarten sind",
    "%1 pays %2 ± %3 against %4 on the same deals, and more in %5 of years.":
      "%1 zahlt bei denselben Abschlüssen %2 ± %3 gegenüber %4, und in %5 der Jahre mehr.",
    "Selling: %1, of a quota of %2. From %3 simulated years of deals, each paid as real deals are, seed %4; ± is one Monte Carlo standard error.":
      "Verkauf: %1, bei einer Quote von %2. Aus %3 simulierten Jahren mit Abschlüssen, jeder wie ein echter abgerechnet, Startwert %4; ± ist ein Monte-Carlo-Standardfehler.",
    " A market factor with a standard deviation of %1 moves all deals of a year.":
      " Ein Marktfaktor mit einer Standardabweichung von %1 bewegt alle Abschlüsse eines Jahres.",
    " The year is the first of service.": " Das Jahr ist das erste der Beschäftigung.",
    "of selling the quota": "die Quote zu verkaufen",
    "of being paid the on-target %1": "das Zielgehalt (OTE) von %1 ausgezahlt zu bekommen",
    "of being paid at least %1": "mindestens %1 ausgezahlt zu bekommen",
    "Owes something": "Schuldet etwas",
    "Cash by month, %1": "Zahlungen nach Monat, %1",

    "P%1 of \"%2\" falls on a jump of the plan: it is %3 just below an attainment of %4 and %5 from there on.":
      "P%1 von „%2“ fällt auf einen Sprung des Plans: knapp unter einer Zielerreichung von %4 sind es %3, ab dort %5.",
    "Advances of a draw that are still owed at the end of the year are paid, and are not kept: chances, differences, charts and pay to expect are without them.":
      "Vorschüsse, die am Ende des Jahres noch offen sind, sind gezahlt, aber nicht behalten: Chancen, Unterschiede, Grafiken und die zu erwartende Vergütung rechnen ohne sie.",
    "Advances of a draw that are still owed at the end of the year are paid, and are not kept: pay to expect, the chart and the differences are without them.":
      "Vorschüsse, die am Ende des Jahres noch offen sind, sind gezahlt, aber nicht behalten: die zu erwartende Vergütung, die Grafik und die Unterschiede rechnen ohne sie.",

    // PlanSolution
    "%1: which quota?": "%1: welche Quote?",
    "%1: which rate?": "%1: welcher Satz?",
    "%1: which accelerator?": "%1: welcher Beschleuniger?",
    "%1: which cap?": "%1: welche Obergrenze?",
    "%1: which mix?": "%1: welche Aufteilung?",
    "%1: which attainment?": "%1: welche Zielerreichung?",
    "Solved": "Lösung",
    "Total pay in %1": "Gesamtvergütung in %1",
    "Paid less owed in %1": "Gezahlt abzüglich offen in %1",
    "Advances of a draw that are still owed at the end of the year are paid, and are not kept: total pay is without them here.":
      "Vorschüsse, die am Ende des Jahres noch offen sind, sind gezahlt, aber nicht behalten: die Gesamtvergütung ist hier ohne sie.",
    "Reach the quota": "Erreichen die Quote",
    "No solution": "Keine Lösung",
    "A quota of %1": "Eine Quote von %1",
    "%1 times": "Das %1-Fache",
    "%1 the rates": "%1 der Sätze",
    "%1 the rates above the first band": "%1 der Sätze über der ersten Stufe",
    "A cap of %1": "Eine Obergrenze von %1",
    "%1 base": "%1 Grundgehalt",
    "A mix of %1 and %2 variable": "Eine Aufteilung in %1 und %2 variable Vergütung",
    "An attainment of %1 of the reference quota of %2, which is sales of %3,":
      "Eine Zielerreichung von %1 der Bezugsquote von %2, also ein Umsatz von %3,",
    "An attainment of %1, which is sales of %2,":
      "Eine Zielerreichung von %1, das heißt ein Umsatz von %2,",
    "An attainment of %1": "Eine Zielerreichung von %1",
    "is reached by %1 of people": "wird von %1 der Personen erreicht",
    "makes expected total pay %1": "ergibt eine erwartete Gesamtvergütung von %1",
    "makes the standard deviation of total pay %1 of its mean":
      "ergibt eine Standardabweichung der Gesamtvergütung von %1 ihres Mittelwerts",
    "pays %1 in all": "ergibt insgesamt %1",
    "By the terms of the plan; no model is needed.":
      "Nach den Bedingungen des Plans; ein Modell ist nicht nötig.",
    ". By root finding on common random numbers.":
      ". Durch Nullstellensuche mit gemeinsamen Zufallszahlen.",
    ". By the closed form.": ". Nach der geschlossenen Formel.",

    // Solution
    "a share of people is above 0 % and below 100 %":
      "ein Anteil von Personen liegt über 0 % und unter 100 %",
    "only %1 of people sell anything, under this model":
      "nach diesem Modell verkaufen nur %1 der Personen überhaupt etwas",
    "the quota would be below 1": "die Quote läge unter 1",
    "the plan has no quota, and no reference quota says what attainment stands for; say one, such as %1":
      "der Plan hat keine Quote, und keine Bezugsquote sagt, wofür die Zielerreichung steht; geben Sie eine an, etwa %1",
    "there is no commission whose %1 could be changed":
      "es gibt keine Provision, bei der sich das ändern ließe: %1",
    "\"%1\" has one band, and so no accelerator":
      "„%1“ hat nur eine Stufe und damit keinen Beschleuniger",
    "the plan does not say both its base and its variable":
      "der Plan nennt nicht sowohl Grundgehalt als auch variablen Anteil",
    "the rates of this plan are not set by its variable, so the mix changes nothing":
      "die Sätze dieses Plans hängen nicht vom variablen Anteil ab; die Aufteilung ändert daher nichts",
    "whatever the mix, pay varies by %1 to %2 of its mean":
      "wie auch immer die Aufteilung ist, schwankt die Vergütung um %1 bis %2 ihres Mittels",
    "the plan pays %1 even for no sales": "der Plan zahlt %1 auch ohne Umsatz",
    "%1 is never paid: at an attainment of %2 pay jumps from %3 to %4":
      "%1 wird nie gezahlt: bei einer Zielerreichung von %2 springt die Vergütung von %3 auf %4",
    "at a mix of %1 base what pay varies by jumps from %2 to %3 of its mean":
      "bei einer Aufteilung mit %1 Grundgehalt springt die Schwankung der Vergütung von %2 auf %3 ihres Mittels",
    "expected pay jumps over %1 where the %2 is %3: from %4 to %5":
      "die zu erwartende Vergütung springt über %1, wo gilt: %2 = %3, und zwar von %4 auf %5",
    "whatever the %1, expected pay is at least %2, more than %3":
      "die zu erwartende Vergütung hängt davon ab (%1), ist aber mindestens %2, mehr als %3",
    "whatever the %1, expected pay is at most %2, less than %3":
      "die zu erwartende Vergütung hängt davon ab (%1), ist aber höchstens %2, weniger als %3",
    "expected pay is %1 whatever the %2; it does not depend on it":
      "die erwartete Vergütung ist immer %1; sie hängt hiervon nicht ab: %2",
    "even %1 expected pay is %2, more than %3":
      "selbst %1 beträgt die erwartete Vergütung %2, mehr als %3",
    "even %1 expected pay is %2, less than %3":
      "selbst %1 beträgt die erwartete Vergütung %2, weniger als %3",
    "on a hundredth of the quota": "bei einem Hundertstel der Quote",
    "on a hundredfold quota": "bei der hundertfachen Quote",
    "with rates of 0": "mit Sätzen von 0",
    "with a thousandfold of its rates": "mit dem Tausendfachen der Sätze",
    "with nothing paid above the first band": "ohne Zahlung über der ersten Stufe",
    "with a thousandfold of its accelerators": "mit dem Tausendfachen der Beschleuniger",
    "with a cap of 0": "mit einer Obergrenze von 0",
    "with a cap that nobody reaches": "mit einer nie erreichten Obergrenze",
    "quota": "Quote",
    "accelerator": "Beschleuniger",
    "cap": "Obergrenze",
    "mix": "Aufteilung",
    "attainment": "Zielerreichung",

    // ModelFit
    "Models of attainment": "Modelle der Zielerreichung",
    "Model": "Modell",
    "KS distance": "KS-Abstand",
    "At quota": "Quote erreicht",
    "History": "Historie",
    "To simulate with one of them, write after %1:":
      "Um mit einem davon zu simulieren, nach %1 schreiben:",
    "No %1 model: %2.": "Kein Modell „%1“: %2.",
    "None of the models fits the %1 attainments.":
      "Keines der Modelle passt zu den %1 Zielerreichungen.",
    "It fits badly: data that come from it are as far off in only %1 of samples. The history itself, %2, is the safer model.":
      "Es passt schlecht: Daten, die aus ihm stammen, liegen nur in %1 der Stichproben so weit daneben. Die Historie selbst, %2, ist das sicherere Modell.",
    "Data that come from it are as far off in %1 of samples, so nothing speaks against it.":
      "Daten, die aus ihm stammen, liegen in %1 der Stichproben so weit daneben; nichts spricht also gegen das Modell.",
    "Of the models below, by maximum likelihood from %1 attainments, %2 has the lowest AIC. %3 p is that share for each model, from 199 samples that were fitted again; a small one speaks against the model.":
      "Von den Modellen unten, nach Maximum-Likelihood aus %1 Zielerreichungen, hat %2 das kleinste AIC. %3 p ist dieser Anteil für jedes Modell, aus 199 Stichproben mit erneuter Anpassung; ein kleiner Wert spricht gegen das Modell.",

    // PayStatements
    "Pay statements: %1": "Abrechnungen: %1",
    "1 person": "1 Person",
    "%1 people": "%1 Personen",
    "nobody": "niemand",
    "plan year %1 to %2": "Planjahr %1 bis %2",
    "%1, %2, in %3. In the whole plan year the plan costs ":
      "%1, %2, in %3. Im ganzen Planjahr kostet der Plan ",
    ", which is %1 of the credit of %2": ", das sind %1 der Anrechnung von %2",
    "; %1 of the target incentive is earned": "; %1 der variablen Zielvergütung sind verdient",
    "Month by month, because what is paid is not what was earned in it:":
      "Monat für Monat, weil nicht immer gezahlt wird, was im selben Monat verdient wurde:",
    "No lines.": "Keine Zeilen.",
    "Due now of earlier pay": "Jetzt fällig aus früherem Verdienst",
    "Lapsed with cancelled deals": "Mit stornierten Abschlüssen verfallen",
    "Earned but not due": "Verdient, aber nicht fällig",
    "Taken back for cancelled deals": "Rückforderung für stornierte Abschlüsse",
    "Draw, advanced less recovered": "Vorschuss, gezahlt abzüglich verrechnet",
    "%1, taken back": "%1, zurückgefordert",
    "Paid above what the year to date has earned, and kept":
      "Über das im Jahr bisher Verdiente hinaus gezahlt und behalten",
    "Owed for cancelled deals": "Geschuldet für stornierte Abschlüsse",
    "Adjustment": "Korrektur",
    "Adjustments": "Korrekturen",
    "Until": "Bis",
    "Due": "Fällig",
    "Recovered": "Verrechnet",
    "Date": "Datum",
    "Credit": "Anrechnung",
    "Tier": "Stufe",
    "Rate": "Satz",
    "Rule": "Regel",
    "pays %1 at once": "bringen sofort %1",
    "lifts the rate from %1 to %2": "heben den Satz von %1 auf %2",
    "lowers the rate from %1 to %2": "senken den Satz von %1 auf %2",
    "%1: %2 more by %3 %4.": "%1: weitere %2 bis %3 %4.",

    // DealExplanation
    "Deal %1": "Abschluss %1",
    "It is of \"%1\", whose statement is not among these.":
      "Er ist von „%1“; diese Abrechnung ist nicht unter den gezeigten.",
    "No line is about it.": "Keine Zeile betrifft ihn.",

    // Reconciliation
    "Reconciliation: %1": "Abgleich: %1",
    "All %1 amounts were paid as owed, to the cent.":
      "Alle %1 Beträge wurden auf den Cent genau wie geschuldet gezahlt.",
    "The one amount was paid as owed, to the cent.":
      "Der eine Betrag wurde auf den Cent genau wie geschuldet gezahlt.",
    "There is nothing to compare.": "Es gibt nichts zu vergleichen.",
    "The one amount differs; %1 was paid against what was owed.":
      "Der eine Betrag weicht ab: um %1 vom Geschuldeten.",
    "1 of %1 amounts differs; in all %2 was paid against what was owed.":
      "Abweichende Beträge: 1 von %1; insgesamt weicht das Gezahlte um %2 vom Geschuldeten ab.",
    "%1 of %2 amounts differ; in all %3 was paid against what was owed.":
      "Abweichende Beträge: %1 von %2; insgesamt weicht das Gezahlte um %3 vom Geschuldeten ab.",
    "Paid": "Gezahlt",
    "Period": "Zeitraum",
    "Difference": "Differenz",
    "Cause": "Ursache",
    "Why": "Warum",
    "missing deal": "fehlender Abschluss",
    "extra deal": "überzähliger Abschluss",
    "duplicate": "doppelt",
    "paid twice (lines %1 and %2)": "doppelt gezahlt (Zeilen %1 und %2)",
    "paid %1 times (lines %2)": "%1-mal gezahlt (Zeilen %2)",
    "what %1 earned is held against line %2": "was %1 erbracht hat, gehört schon zu Zeile %2",
    "base": "Grundgehalt",
    "rounding": "Rundung",
    "split": "Aufteilung",
    "tier": "Stufe",
    "credit": "Anrechnung",
    "timing": "Zeitpunkt",
    "draw": "Vorschuss",
    "clawback": "Rückforderung",
    "rate": "Satz",
    "unexplained": "unerklärt",
    "another period": "einem anderen Zeitraum",
    "the opposite difference stands in %1": "die umgekehrte Differenz steht in %1",
    "%1 earned %2 and is not in the file": "%1 hat %2 erbracht und steht nicht in der Datei",
    "%1 earned %2 and is in the file only for %3":
      "%1 hat %2 erbracht und steht in der Datei nur für %3",
    "%1 is in the file, but not its %2 of %3":
      "%1 steht in der Datei, aber nicht mit den %2 für %3",
    "%1 earned nothing of %2": "%1 hat nichts für %2 erbracht",
    "the file has rows for %1, but none for %2":
      "die Datei hat Zeilen für %1, aber keine für %2",
    "%1 of %2": "%1 für %2",
    "%1 in %2": "%1 in %2",
    "within a cent": "höchstens ein Cent",
    "within a cent for each of its lines": "höchstens ein Cent je Zeile",
    "%1 closed on %2 and earned nothing in %3":
      "%1 wurde am %2 abgeschlossen und hat in %3 nichts erbracht",
    "%1 from %2 to %3": "%1 vom %2 bis %3",
    "unpaid": "nicht gezahlt",
    "unmatched": "nicht zuzuordnen",
    "the file says that nothing was paid": "laut Datei wurde nichts gezahlt",
    "no row of the file is for %1": "keine Zeile der Datei ist für %1",
    "%1: %2": "%1: %2",
    "%1 is outside of what is owed, %2 to %3":
      "%1 liegt außerhalb dessen, was geschuldet wird, %2 bis %3",
    "no component of the plan is called \"%1\"": "keine Komponente des Plans heißt „%1“",
    "Not compared: %1 that is owed, because the rows that pay for it are only partly for this time.":
      "Nicht verglichen: %1, die geschuldet sind, weil die Zeilen dafür nur zum Teil diesen Zeitraum betreffen.",
    "Compared is %1.": "Verglichen wird %1.",
    " A payment for another time is left out.":
      " Eine Zahlung für einen anderen Zeitraum ist ausgelassen.",
    " %1 payments for other times are left out.":
      " %1 Zahlungen für andere Zeiträume sind ausgelassen.",
    "%1 taken back for cancelled deals": "%1 Rückforderung für stornierte Abschlüsse",
    "%1 of guarantees": "%1 aus Garantien",
    "%1 of draws": "%1 aus Vorschüssen",
    "%1 that was earned and is not due": "%1, die verdient, aber nicht fällig sind",
    "Rows of deals and components are held against what was earned. Not compared, because no row of the file is about a person's whole pay: %1.":
      "Zeilen zu Abschlüssen und Komponenten werden mit dem Verdienten verglichen. Nicht verglichen, weil keine Zeile der Datei die ganze Zahlung einer Person betrifft: %1.",
    "%1 closed on %2 and earned nothing": "%1 wurde am %2 abgeschlossen und hat nichts erbracht",
    "%1 is credited to %2, not to %3": "%1 wird %2 angerechnet, nicht %3",
    "%1 is not among the deals": "%1 ist nicht unter den Abschlüssen",
    "paid as if the whole deal counted; the share is %1":
      "gezahlt, als zählte der ganze Abschluss; der Anteil ist %1",
    "paid on the amount of %1; credited is %2":
      "gezahlt auf den Betrag von %1; angerechnet sind %2",
    "several rates": "mehreren Sätzen",
    "paid at tier %1, %2, where the deal ends in tier %3 at %4":
      "gezahlt nach Stufe %1, %2; der Abschluss endet aber in Stufe %3 bei %4",
    "the whole deal was paid at %1, the rate that it reaches; the part below that tier pays less":
      "der ganze Abschluss wurde mit %1 gezahlt, dem Satz, den er erreicht; der Teil unter dieser Stufe bringt weniger",
    "at the right rate it would be a credit of %1, not %2":
      "beim richtigen Satz wäre es eine Anrechnung von %1, nicht %2",
    "nothing that this checks accounts for it": "nichts, was hier geprüft wird, erklärt es",
    "paid is %1 of the credit of %2, owed %3":
      "gezahlt sind %1 der Anrechnung von %2, geschuldet %3",
    "nobody called \"%1\" is on the plan": "niemand namens „%1“ ist auf dem Plan",
    "the salary of %1 is in what was paid": "das Gehalt von %1 ist im Gezahlten enthalten",
    "the advance of %1 is not in what was paid":
      "der Vorschuss von %1 ist nicht im Gezahlten enthalten",
    "%1 of earlier advances was not recovered":
      "%1 aus früheren Vorschüssen wurden nicht verrechnet",
    "%1 for cancelled deals was not taken back":
      "%1 für stornierte Abschlüsse wurden nicht zurückgefordert",
    "what was earned was paid, although %1 is not due":
      "das Verdiente wurde gezahlt, obwohl %1 nicht fällig sind",
    "%1 of %2 earned just this": "%1 vom %2 hat genau das erbracht",

    // Offers
    "An offer": "Ein Angebot",
    "%1 offers": "%1 Angebote",
    "Year by year": "Jahr für Jahr",
    "Cash in the first year": "Zahlungen im ersten Jahr",
    "Expected base, incentive, bonus and sign-on of each month before tax, as they are paid, with what a draw advances or takes back; in brackets what one outcome in ten does not exceed.":
      "Erwartetes Grundgehalt, variable Vergütung, Bonus und Antrittsprämie jedes Monats vor Steuern, wie sie gezahlt werden, mit dem, was ein Vorschuss vorwegnimmt oder verrechnet; in Klammern, was eines von zehn Ergebnissen nicht übersteigt.",
    "The parts are expected amounts before tax. What is open on a recoverable draw is owed, and is no pay.":
      "Die Bestandteile sind erwartete Beträge vor Steuern. Was von einem verrechenbaren Vorschuss offen ist, wird geschuldet und ist keine Vergütung.",
    "What to ask": "Was zu fragen ist",
    "%1 is worth %2 a year for certain.": "%1 ist so viel wert wie sichere %2 im Jahr.",
    "It is too close to call.": "Es ist zu knapp für eine Empfehlung.",
    "%1 %2 is worth %3 a year (± %4) more than %5.":
      "%1 %2 ist im Jahr %3 (± %4) mehr wert als %5.",
    "Take %1.": "Empfehlung: %1.",
    "%1 With its risk it is worth as much as a certain %2 a year, %3 (± %4) more than %5.":
      "%1 Mit seinem Risiko ist das Angebot so viel wert wie sichere %2 im Jahr, %3 (± %4) mehr als %5.",
    "It turns on the chance of quota.": "Es hängt an der Wahrscheinlichkeit der Quote.",
    "%1 At %2, which %3 states, it is %4.": "%1 Bei %2, wie %3 angibt, ist es %4.",
    "It turns on the chance of quota at %1.":
      "Es hängt an der Wahrscheinlichkeit der Quote bei %1.",
    "%1 %2 pays at least as much as %3 at every attainment. By the chances that the two state (%4 and %5) %6 would be worth %7 a year more.":
      "%1 %2 zahlt bei jeder Zielerreichung mindestens so viel wie %3. Nach den Wahrscheinlichkeiten, die beide angeben (%4 und %5), wäre %6 im Jahr %7 mehr wert.",
    " That holds only if the chance of quota at %1 is under %2: ask how many reached it.":
      " Das gilt nur, wenn die Wahrscheinlichkeit der Quote bei %1 unter %2 liegt: zu fragen ist, wie viele sie erreicht haben.",
    "the two pay the same at every attainment": "beide zahlen bei jeder Zielerreichung gleich viel",
    "here %1 and %2": "hier %1 und %2",
    "%1 is worth more only if the chance of quota at %2 is under %3, or at %4 above %5 (%6)":
      "%1 ist nur mehr wert, wenn die Wahrscheinlichkeit der Quote bei %2 unter %3 liegt oder bei %4 über %5 (%6)",
    "%1 is worth more only if the chance of quota at %2 is under %3 (%4)":
      "%1 ist nur mehr wert, wenn die Wahrscheinlichkeit der Quote bei %2 unter %3 liegt (%4)",
    "%1 is worth more only if its chance of quota is above %2 (%3)":
      "%1 ist nur mehr wert, wenn seine Wahrscheinlichkeit der Quote über %2 liegt (%3)",
    "Owed on the draw at the end": "Am Ende aus dem Vorschuss geschuldet",
    "No offer says how often its quota is reached, so that all are compared at one chance, that of the model %1.":
      "Kein Angebot sagt, wie oft seine Quote erreicht wird; alle werden deshalb mit einer Wahrscheinlichkeit verglichen, der des Modells %1.",
    "How often the quota is reached is not said by %1, so that all offers are compared at one chance: %2, as stated by %3.":
      "Wie oft die Quote erreicht wird, sagt %1 nicht; alle Angebote werden deshalb mit demselben verglichen: mit %2, wie %3 angibt.",
    "How often the quota is reached is not said by %1, and the others state different chances, so that all offers are compared at each of them; tables and charts are those at %2, as stated by %3.":
      "Wie oft die Quote erreicht wird, sagt %1 nicht, und die anderen geben Verschiedenes an; alle Angebote werden deshalb mit jedem davon verglichen. Tabellen und Grafiken zeigen den Vergleich mit %2, wie %3 angibt.",
    "What each offer is worth a year for certain, at each chance that is stated:":
      "Was jedes Angebot im Jahr sicher wert ist, bei jeder Wahrscheinlichkeit, die angegeben ist:",
    "Stated by": "Angegeben von",
    "%1 pays more at every attainment": "%1 zahlt bei jeder Zielerreichung mehr",
    "%1 pays more from %2 of quota on": "%1 zahlt ab %2 der Quote mehr",
    "who does not mind risk takes %1, which is expected to pay %2 more in all":
      "wen das Risiko nicht stört, der nimmt %1, wo insgesamt %2 mehr zu erwarten sind",
    "%1 terms of the two are not stated and were assumed":
      "von den Bedingungen der beiden sind %1 nicht genannt und wurden angenommen",
    "It depends on this: %1.": "Das hängt hiervon ab: %1.",
    "after federal income and payroll tax (%1)":
      "nach Einkommensteuer und Sozialabgaben des Bundes (USA, %1)",
    "single": "ledig",
    "married joint": "verheiratet, gemeinsam veranlagt",
    "married separate": "verheiratet, getrennt veranlagt",
    "head of household": "Haushaltsvorstand",
    ", in prices of an average location": ", in Preisen eines durchschnittlichen Orts",
    "Pay of %1 in %2, %3%4: base, incentive, sign-on, a bonus apart from the plan, equity after its discount, and benefits. ± is one Monte Carlo standard error.":
      "Vergütung über %1 in %2, %3%4: Grundgehalt, variable Vergütung, Antrittsprämie, ein Bonus außerhalb des Plans, Beteiligung nach Abschlag und Nebenleistungen. ± ist ein Monte-Carlo-Standardfehler.",
    "No offer overtakes another between 0% and 300% of quota.":
      "Zwischen 0 % und 300 % der Quote überholt kein Angebot ein anderes.",
    "From %1 of quota on %2 pays more than %3.": "Ab %1 der Quote zahlt %2 mehr als %3.",
    "%1: who leaves before the end of month %2 keeps no equity.":
      "%1: Wer vor dem Ende des Monats %2 geht, behält keine Beteiligung.",
    "%1: %2 are expected to be owed on the draw at the end of year %3, and more than nothing with a chance of %4.":
      "%1: Am Ende von Jahr %3 werden aus dem Vorschuss im Mittel %2 geschuldet, und überhaupt etwas mit einer Wahrscheinlichkeit von %4.",
    "%1: in the ramp of the plan as much less is sold as the quota is lower.":
      "%1: In der Anlaufzeit des Plans wird so viel weniger verkauft, wie die Quote niedriger ist.",
    "Every price of equity in its range is as likely, one for each career, and has nothing to do with attainment.":
      "Jeder Kurs der Beteiligung in seiner Spanne ist gleich wahrscheinlich, einer für jede Laufbahn, und hat mit der Zielerreichung nichts zu tun.",
    "%1: who leaves in month %2 pays back %3 of the sign-on.":
      "%1: Wer im Monat %2 geht, zahlt %3 der Antrittsprämie zurück.",
    "%1: attainment by %2, which is %3.": "%1: Zielerreichung nach %2, das ist: %3.",
    "%1 careers from seed %2; attainments of different years are independent, and offers whose models are alike have the same luck.":
      "%1 Laufbahnen mit Startwert %2; die Zielerreichungen verschiedener Jahre sind unabhängig, und Angebote mit gleichem Modell beruhen auf denselben Zufallszahlen.",
    "The certainty equivalent is the certain yearly pay with the same expected utility, for a constant relative risk aversion of %1.":
      "Das Sicherheitsäquivalent ist die sichere Jahresvergütung mit demselben erwarteten Nutzen, bei einer konstanten relativen Risikoaversion von %1.",
    "The worst year is the lowest of the %1 years, on average.":
      "Das schlechteste Jahr ist das niedrigste im Betrachtungszeitraum (Jahre: %1), im Durchschnitt.",
    "On-target earnings, their chance and the pay at 80% are base and incentive of a full year before tax, after any slow start; a bonus apart from the plan is not in them. The effective rate is the incentive at the quota over the quota.":
      "Zielgehalt (OTE), seine Wahrscheinlichkeit und die Vergütung bei 80 % sind Grundgehalt und variable Vergütung eines vollen Jahres vor Steuern, nach einer etwaigen Anlaufzeit; ein Bonus außerhalb des Plans ist nicht darin. Der effektive Satz ist die variable Vergütung an der Quote, geteilt durch die Quote.",
    "Quota ÷ on-target earnings": "Quote ÷ Zielgehalt",
    "Effective rate at the quota": "Effektiver Satz an der Quote",
    "Chance of quota": "Wahrscheinlichkeit der Quote",
    "Guarantee and draw": "Garantie und Vorschuss",
    "Sign-on": "Antrittsprämie",
    "Bonus apart from the plan": "Bonus außerhalb des Plans",
    "Equity": "Beteiligung",
    "Benefits": "Nebenleistungen",
    "Tax": "Steuern",
    "owed on the draw at its end": "am Ende aus dem Vorschuss geschuldet",
    "Expected pay of each year by its parts, before tax":
      "Erwartete Vergütung jedes Jahres nach Bestandteilen, vor Steuern",
    "Offer and year": "Angebot und Jahr",
    "in all": "insgesamt",
    "Expected pay before tax": "Erwartete Vergütung vor Steuern",
    "%1, year %2": "%1, Jahr %2",
    "%1, as at %2": "%1, wie bei %2",
    "as at %1": "wie bei %1",
    "in %1, as at %2": "%1, wie bei %2",
    "How much of the bonus was paid in the last years?":
      "Wie viel des Bonus wurde in den letzten Jahren gezahlt?",
    "all of it": "alles",
    "Over how long does the equity vest, and with which cliff?":
      "Über welche Zeit wird die Beteiligung übertragen (Vesting), und ab wann?",
    "48 months, each month, none before the twelfth":
      "48 Monate, jeden Monat, nichts vor dem zwölften",
    "Taxes are those of one earner with the standard deduction and no other income or credit; equity is taxed as wages when it vests, an advance on a draw when it is earned, benefits are not. State and local tax is not in it. Rules of %1 were used; later years have those of %2.":
      "Die Steuern sind die einer Person mit einem Einkommen und Standardabzug, ohne andere Einkünfte und Steuergutschriften; die Beteiligung wird bei der Übertragung wie Lohn besteuert, ein Vorschuss, wenn er verdient ist, Nebenleistungen nicht. Steuern der Bundesstaaten und Gemeinden sind nicht enthalten. Es gelten die Regeln von %1; für spätere Jahre die von %2.",
    "the last": "zuletzt",
    "Expected pay in all": "Erwartete Vergütung insgesamt",
    "Worst year": "Schlechtestes Jahr",
    "Certainty equivalent a year": "Sicherheitsäquivalent pro Jahr",
    "On-target earnings": "Zielgehalt (OTE)",
    "Chance of on-target earnings": "Wahrscheinlichkeit des Zielgehalts",
    "Pay at 80% of quota": "Vergütung bei 80 % der Quote",
    "Price level": "Preisniveau",
    "expected": "erwartet",
    "Offer": "Angebot",
    "Ask": "Frage",
    "Assumed here": "Hier angenommen",
    "Yearly pay by attainment": "Jahresvergütung nach Zielerreichung",
    "Average yearly pay": "Durchschnittliche Jahresvergütung",
    "break-even": "Gleichstand",
    "How long does it take to sell as much as the others, and is the quota lower until then?":
      "Wie lange dauert es, bis man so viel verkauft wie die anderen, und ist die Quote bis dahin niedriger?",
    "full sales and the full quota from the first month":
      "voller Umsatz und volle Quote ab dem ersten Monat",
    "Is some of the incentive guaranteed in the first months, or is there a draw, and must it be earned back?":
      "Ist ein Teil der variablen Vergütung in den ersten Monaten garantiert, oder gibt es einen Vorschuss, und wird er später verrechnet?",
    "none": "nichts dergleichen",
    "Until when has the sign-on to be paid back when leaving, and all or a part of it?":
      "Bis wann muss die Antrittsprämie bei einem Weggang zurückgezahlt werden, und ganz oder teilweise?",
    "it is kept": "man behält sie",
    "Is there equity, and how does it vest?":
      "Gibt es eine Beteiligung, und wie wird sie übertragen (Vesting)?",
    "What does the employer pay for health insurance and retirement?":
      "Was zahlt der Arbeitgeber für Krankenversicherung und Altersvorsorge?",
    "nothing": "nichts",
    "Is commission taken back when a customer cancels or does not pay, and for how long?":
      "Wird Provision zurückgefordert, wenn ein Kunde storniert oder nicht zahlt, und wie lange?",
    "When does it start?": "Wann ist der erste Arbeitstag?",
    "the latest year of the tax tables": "das letzte Jahr der Steuertabellen",
    "By how much does the base rise in a year?": "Um wie viel steigt das Grundgehalt im Jahr?",
    "it does not": "gar nicht",
    "When can the equity be sold, and at what price was it valued?":
      "Wann kann die Beteiligung verkauft werden, und zu welchem Kurs wurde sie bewertet?",
    "it is worth what is stated": "sie ist so viel wert wie angegeben",
    "How is the variable paid below and above the quota: threshold, rates, accelerators, cap, period?":
      "Wie wird der variable Anteil unter und über der Quote gezahlt: Schwelle, Sätze, Beschleuniger, Obergrenze, Zeitraum?",
    "in proportion to attainment, without threshold and cap":
      "proportional zur Zielerreichung, ohne Schwelle und Obergrenze",
    "Which share of the people in this role reached their quota last year?":
      "Welcher Anteil der Personen in dieser Rolle hat im letzten Jahr die Quote erreicht?",
    "the model %1": "das Modell %1",
    "chance of quota %1": "einer Wahrscheinlichkeit der Quote von %1",

    // CareerPath
    "Rungs": "Stufen der Laufbahn",
    "constant money": "konstanten Preisen",
    "money of %1": "Preisen von %1",
    "1 year is": "In 1 Jahr sind",
    "%1 years are": "In %1 Jahren sind",
    "%1 expected to pay %2 ± %3 in all, in %4: one career in ten less than %5, one in ten more than %6. At %7 a year over prices that is worth %8 today. %9 have left the ladder by then.":
      "%1 insgesamt %2 ± %3 zu erwarten, in %4: in einer von zehn Laufbahnen weniger als %5, in einer von zehn mehr als %6. Mit %7 im Jahr über den Preisen abgezinst ist das heute %8 wert. Bis dahin haben %9 die Laufbahn verlassen.",
    "Earnings": "Verdienst",
    "Year %1": "Jahr %1",
    "All years": "Alle Jahre",
    "All years, discounted": "Alle Jahre, abgezinst",
    "Rung": "Stufe",
    "Reached by": "Erreicht von",
    "Half have reached it after": "Von der Hälfte erreicht nach",
    "Mean time of those": "Mittlere Zeit dieser Personen",
    "There at the end": "Am Ende dort",
    "Earnings by year of the career": "Verdienst nach Jahr der Laufbahn",
    "Earnings in %1": "Verdienst in %1",
    "%1: attainment by %2.": "%1: Zielerreichung nach %2.",
    "%1, which is %2": "%1, das ist: %2",
    "%1 careers from seed %2, month by month. Attainment is drawn once for each year on a rung; promotion and leaving are chances that do not depend on it.":
      "%1 Laufbahnen mit Startwert %2, Monat für Monat. Die Zielerreichung wird einmal für jedes Jahr auf einer Stufe gezogen; Beförderung und Weggang sind Wahrscheinlichkeiten, die nicht von ihr abhängen.",
    "± is one Monte Carlo standard error; those of the other figures are in the answer for programs (%1).":
      "± ist ein Monte-Carlo-Standardfehler; die der anderen Zahlen stehen in der Antwort für Programme (%1).",
    "Who leaves earns %1 a year from then on and does not come back.":
      "Wer geht, verdient von da an %1 im Jahr und kommt nicht zurück.",
    "All amounts are in %1, before tax; raises with prices are therefore none.":
      "Alle Beträge sind in %1, vor Steuern; Erhöhungen im Maß der Preise zählen daher nicht.",

    // GiftReport
    "Gifts in %1": "Geschenke in %1",
    "%1 of %2 rows could not be read and are not in these figures.":
      "Nicht lesbar und deshalb in diesen Zahlen nicht enthalten: %1 von %2 Zeilen.",
    "Over the limit": "Über der Grenze",
    "Over by": "Darüber um",
    "Near the limit": "Nahe der Grenze",
    "Left": "Noch frei",
    "Missing in the register": "Was im Verzeichnis fehlt",
    "To be asked": "Zu klären",
    "Register": "Verzeichnis",
    "How this was read": "Wie gelesen wurde",
    "A help for keeping a register under FINRA Rule 3220, not legal advice.":
      "Eine Hilfe zum Führen eines Verzeichnisses nach FINRA Rule 3220, keine Rechtsberatung.",
    "Nobody is over the limit.": "Niemand liegt über der Grenze.",
    "One recipient is over the limit.": "Ein Empfänger liegt über der Grenze.",
    "%1 recipients are over the limit.": "%1 Empfänger liegen über der Grenze.",
    "Nobody is near it (%1 or more).": "Niemand liegt nahe daran (%1 oder mehr).",
    "One recipient is near it (%1 or more).": "Ein Empfänger liegt nahe daran (%1 oder mehr).",
    "%1 recipients are near it (%2 or more).": "%1 Empfänger liegen nahe daran (%2 oder mehr).",
    "%1 %2 Gifts that lack something a record should have: %3 of %4. Open questions: %5.":
      "%1 %2 Geschenke, denen eine Angabe fehlt, die verzeichnet sein sollte: %3 von %4. Offene Fragen: %5.",
    "Recipient": "Empfänger",
    "Employer": "Arbeitgeber",
    "Gift of": "Geschenk vom",
    "Year from": "Jahr ab",
    "Limit": "Grenze",
    "Missing": "Fehlt",
    "So it": "Daher",
    "is recorded outside the limit": "außerhalb der Grenze verzeichnet",
    "cannot be added up": "nicht zusammenzurechnen",
    "is counted with what is known": "mit dem Bekannten angerechnet",
    "Day": "Tag",
    "Gift": "Geschenk",
    "Kind": "Art",
    "Value": "Wert",
    "not placed": "nicht zuzuordnen",
    "counted": "angerechnet",
    "outside": "außerhalb",
    "gift": "Geschenk",
    "ticket": "Eintrittskarte",
    "personal": "persönlich",
    "bereavement": "Trauerfall",
    "de minimis": "Bagatelle",
    "promotional": "Werbeartikel",
    "commemorative": "Erinnerungsstück",
    "disaster donation": "Katastrophenspende",
    "employee": "Beschäftigte",
    "retail customer": "Privatkunde",
    "own staff": "eigenes Personal",
    "the calendar year": "das Kalenderjahr",
    "the fiscal year from %1": "das Geschäftsjahr ab %1 (Monat-Tag)",
    "the twelve months up to each gift": "die zwölf Monate bis zu jedem Geschenk",
    "Are %1 and %2 one person? Together they are over the limit by %3. If so, write the same name and employer in every row.":
      "Sind %1 und %2 eine Person? Zusammen liegen sie um %3 über der Grenze. Wenn ja, in jeder Zeile denselben Namen und Arbeitgeber schreiben.",
    "Are %1 and %2 one person? If so, write the same name and employer in every row.":
      "Sind %1 und %2 eine Person? Wenn ja, in jeder Zeile denselben Namen und Arbeitgeber schreiben.",
    "%1: is a %2 item of %3 for each recipient of nominal value? That is more than half of the limit of %4. If not, its kind is gift.":
      "%1: Ist ein Geschenk der Art „%2“ zu %3 je Empfänger von geringem Wert? Das ist mehr als die Hälfte der Grenze von %4. Wenn nicht, ist seine Art gift.",
    "%1: the firm paid for a personal gift. It is presumed to be for business and is counted; is there a record of why it is not?":
      "%1: Die Firma hat ein persönliches Geschenk bezahlt. Es gilt als geschäftlich und wird angerechnet; ist festgehalten, warum es das nicht ist?",
    "From %1: %2 for each recipient and year (%3).": "Ab %1: %2 je Empfänger und Jahr (%3).",
    "Gifts to one recipient are added up over %1. The firm's written procedures have to say which year holds.":
      "Geschenke an einen Empfänger werden über %1 zusammengerechnet. Welches Jahr gilt, müssen die schriftlichen Regeln der Firma sagen.",
    "Each gift is held against the limit in force on its own day, with all that the recipient was given in that year by then. A gift that was over the limit when it was given stays over when the limit rises later.":
      "Jedes Geschenk wird an der Grenze gemessen, die an seinem Tag galt, zusammen mit allem, was der Empfänger in diesem Jahr bis dahin erhalten hat. Ein Geschenk, das damals über der Grenze lag, bleibt darüber, auch wenn die Grenze später steigt.",
    "The value is the higher of cost and market value, without tax and delivery; of a ticket the higher of cost and face value. A gift to several is divided equally, to the cent.":
      "Der Wert ist der höhere von Kosten und Marktwert, ohne Steuer und Versand; bei einer Eintrittskarte der höhere von Kosten und aufgedrucktem Preis. Ein Geschenk an mehrere wird zu gleichen Teilen aufgeteilt, auf den Cent genau.",
    "Outside the limit, but recorded: personal and bereavement gifts, items of de minimis value, promotional and commemorative items, donations for federally declared major disasters.":
      "Außerhalb der Grenze, aber verzeichnet: persönliche Geschenke und solche im Trauerfall, Bagatellen, Werbeartikel und Erinnerungsstücke, Spenden für vom Bund erklärte Großkatastrophen.",
    "The rule is not about gifts to retail customers and to the firm's own people.":
      "Die Regel betrifft keine Geschenke an Privatkunden und an die eigenen Leute der Firma.",

    "Tier and rate are those that a deal reaches. What of it lies in lower tiers is paid at their rates, and multipliers come on top, so pay can differ from credit times rate.":
      "Stufe und Satz sind die, die ein Abschluss erreicht. Was davon in tieferen Stufen liegt, wird zu deren Sätzen bezahlt, und Multiplikatoren kommen hinzu; die Vergütung kann also von Anrechnung mal Satz abweichen.",

    // Charts
    "Total pay, %1": "Gesamtvergütung, %1",
    " The difference goes from %1 (%2) to %3 (%4).":
      " Der Unterschied reicht von %1 (%2) bis %3 (%4).",
    "Pay of all people shown": "Vergütung aller gezeigten Personen",
    "Pay of %1": "Vergütung von %1",
    "Pay, added up from the top": "Vergütung, von oben aufsummiert",
    "Not taken back yet": "Noch nicht zurückgefordert",
    "Attainments, and the density of the best model":
      "Zielerreichungen und die Dichte des besten Modells",
    "Paid less owed, by cause": "Gezahlt abzüglich geschuldet, nach Ursache",
    "Paid less owed, added up": "Gezahlt abzüglich geschuldet, aufsummiert",
  ]
}
