internal import Reporting

extension Phrasebook {
  /// The German of a plan in words, and of the way of a deal through it.
  static let germanPlans: [String: String] = [
    // Plan+Summary
    "A salary of %1 a year, and %2 of incentive for reaching every target.":
      "Ein Grundgehalt von %1 im Jahr und %2 variable Vergütung, wenn alle Ziele erreicht sind.",
    "A salary of %1 a year.": "Ein Grundgehalt von %1 im Jahr.",
    "An incentive of %1 a year for reaching every target.":
      "Eine variable Vergütung von %1 im Jahr, wenn alle Ziele erreicht sind.",
    "\"%1\" is scored: its attainment of each period comes from a scores file.":
      "„%1“ wird bewertet: Die Zielerreichung jedes Zeitraums kommt aus einer Datei mit Bewertungen.",
    "\"%1\" counts the %2 of deals": "„%1“ zählt die Spalte %2 der Abschlüsse",
    "\"%1\" counts deals": "„%1“ zählt Abschlüsse",
    " of the team": " des Teams",
    " where %1": ", bei denen gilt: %1",
    "%1 is %2": "%1 ist %2",
    "%1 is not %2": "%1 ist nicht %2",
    "empty": "leer",
    " or ": " oder ",
    ", with a quota of %1 a year": ", mit einer Quote von %1 im Jahr",
    ", phased over the year: %1": ", über das Jahr verteilt: %1",
    ", lower in the first months of service": ", in den ersten Dienstmonaten niedriger",
    ", of which the first is the next month for who is hired after the %1":
      ", deren erster für alle, die nach dem %1 eingestellt werden, der Folgemonat ist",
    "%1 a %2": "%1 je %2",
    " in the first %1 months": " in den ersten %1 Monaten",
    "At least %1 of incentive is paid%2; the shortfall is owed and taken from later incentive.":
      "An variabler Vergütung werden%2 mindestens %1 gezahlt; was daran fehlt, wird geschuldet und von späterer variabler Vergütung einbehalten.",
    "At least %1 of incentive is paid%2, and not owed.":
      "An variabler Vergütung werden%2 mindestens %1 gezahlt und nicht zurückgefordert.",
    "%1 is paid on top of what is earned%2.":
      "Zusätzlich zum Verdienten werden%2 %1 gezahlt.",
    "In the first %1 months of service at least %2 of the variable is paid.":
      "In den ersten %1 Dienstmonaten werden mindestens %2 des variablen Anteils gezahlt.",
    "In the first %1 months of service at least %2 %3 is paid, by %4.":
      "In den ersten %1 Dienstmonaten werden mindestens %2 %3 gezahlt, je %4.",
    "A deal that is cancelled within %1 days gives back %2.":
      "Wird ein Abschluss innerhalb von %1 Tagen storniert, so wird zurückgefordert: %2.",
    "A deal that is cancelled within %1 months gives back %2.":
      "Wird ein Abschluss innerhalb von %1 Monaten storniert, so wird zurückgefordert: %2.",
    "all it was paid": "alles dafür Gezahlte",
    "%1 of what it was paid": "%1 des dafür Gezahlten",
    "the part of what it was paid for the time that is left":
      "der Teil des dafür Gezahlten, der auf die noch verbleibende Zeit entfällt",
    "Pay for a deal is due %1.": "Die Vergütung für einen Abschluss wird fällig: %1.",
    "%1 on %2": "%1 am Tag %2",
    "%1 on %2 + %3 days": "%1 am Tag %2 + %3 Tage",
    "%1 on %2 + %3 months": "%1 am Tag %2 + %3 Monate",
    "At most %1 of incentive is earned in a plan year.":
      "In einem Planjahr werden höchstens %1 an variabler Vergütung verdient.",
    "Other terms hold from %1 on.": "Ab %1 gelten andere Bestimmungen.",
    "%1 of quota": "%1 der Quote",
    "%1 of its quota": "%1 der eigenen Quote",
    "%1 of the variable": "%1 des variablen Anteils",
    "%1 of the period's variable": "%1 des variablen Anteils für den Zeitraum",
    "%1 deals": "%1 Abschlüsse",
    "month": "Monat",
    "quarter": "Quartal",
    "half": "Halbjahr",
    "year": "Jahr",
    "deal": "Abschluss",

    // The rules of pay, after the name of their component
    "\"%1\" %2": "„%1“ %2",
    "pays on \"%1\" by %2: %3": "zahlt auf „%1“ je %2: %3",
    "; of it only the \"%1\" of each deal is paid so, and the rest %2":
      "; so bezahlt wird nur der Teil „%1“ jedes Abschlusses, der Rest: %2",
    "; nothing below %1": "; Schwelle %1, darunter nichts",
    ", and only for what lies above": ", und nur für das, was darüber liegt",
    "; at most %1": "; höchstens %1",
    "; credit stops at %1": "; angerechnet werden höchstens %1",
    "; nothing where there is no quota": "; nichts, wo es keine Quote gibt",
    "; the first rate where there is no quota": "; der erste Satz, wo es keine Quote gibt",
    "; less unless \"%1\" reaches %2": "; weniger, wenn „%1“ nicht %2 erreicht",
    "; times a factor by the attainment of \"%1\"":
      "; mal einem Faktor nach der Zielerreichung von „%1“",
    "; times the score \"%1\"": "; mal der Bewertung „%1“",
    "%1 up to %2": "%1 bis unter %2",
    "%1 through %2": "%1 bis einschließlich %2",
    "%1, then %2": "%1, danach %2",
    ", each rate for the credit in its own band":
      ", jeder Satz für die Anrechnung in seiner eigenen Stufe",
    ", the rate that is reached for all credit":
      ", der erreichte Satz für die gesamte Anrechnung",
    ", the rate that is reached for all credit above %1":
      ", der erreichte Satz für die gesamte Anrechnung über %1",
    ", a whole deal at the rate of the band it starts in":
      ", ein Abschluss im Ganzen zum Satz der Stufe, in der er beginnt",
    "%1 at %2": "%1 für %2",
    "%1 above %2": "%1 für mehr als %2",
    ", and straight lines between": ", dazwischen gerade Linien",
    "pays, by %1 and on \"%2\", %3.": "zahlt je %1 und nach „%2“: %3.",
    ", and on top of it ": ", und zusätzlich ",
    ", or ": ", oder ",
    "pays %1 for the first %2 deals of a %3": "zahlt %1 für die ersten %2 Abschlüsse je %3",
    "pays %1 for deals": "zahlt %1 für Abschlüsse",
    " from %1": ", ab %1",
    " to %1": ", bis %1",
    ", up to %1 for each rep": ", höchstens %1 je Person",
    "pays its target by %1 as the goals are scored: %2.":
      "zahlt den Zielbetrag je %1 nach der Bewertung der Ziele: %2.",

    // Why a deal has no line
    "The measure \"%1\" is scored and counts no deals.":
      "Die Messgröße „%1“ wird bewertet und zählt keine Abschlüsse.",
    "The measure \"%1\" counts %2.": "Die Messgröße „%1“ zählt %2.",
    "The measure \"%1\" counts the deals of the people who report to a person.":
      "Die Messgröße „%1“ zählt die Abschlüsse der Personen, die einer Person unterstellt sind.",
    "deals whose %1, and this one's is %2": "Abschlüsse, bei denen gilt: %1; hier ist es %2",
    "The bonus \"%1\" counts it, but pays only on the deal that reaches its level.":
      "Der Bonus „%1“ zählt ihn mit, zahlt aber nur bei dem Abschluss, mit dem die Höhe erreicht wird.",
    "The spiff \"%1\" pays for %2.": "Die Sonderprämie „%1“ zahlt für %2.",
    "The spiff \"%1\" begins on %2.": "Die Sonderprämie „%1“ beginnt am %2.",
    "The spiff \"%1\" ended on %2.": "Die Sonderprämie „%1“ endete am %2.",
    ", as long as its budget lasts": ", solange ihr Budget reicht",
    "The spiff \"%1\" pays for the first deal of a %2%3, and it came later.":
      "Die Sonderprämie „%1“ zahlt für den ersten Abschluss je %2%3, und dieser kam später.",
    "The spiff \"%1\" pays for the first %2 deals of a %3%4, and it came later.":
      "Die Sonderprämie „%1“ zahlt für die ersten %2 Abschlüsse je %3%4, und dieser kam später.",
    "The spiff \"%1\" had nothing left of its budget for it.":
      "Vom Budget der Sonderprämie „%1“ war dafür nichts mehr übrig.",

    // Statement+Explanation
    "It was cancelled on %1": "Er wurde am %1 storniert",
    "%1, which had not been due, lapse, and ": "%1, die noch nicht fällig waren, verfallen, und ",
    "%1: %2\"%3\" takes nothing back, because the plan has no clawback.":
      "%1: %2„%3“ fordert nichts zurück, weil der Plan keine Rückforderung hat.",
    "%1: %2\"%3\" takes nothing back, because the window of the clawback ended before %4.":
      "%1: %2„%3“ fordert nichts zurück, weil die Frist der Rückforderung vor dem %4 endete.",
    "%1, before its period was paid on %2: \"%3\" pays nothing for it, and takes nothing back.":
      "%1, bevor sein Zeitraum am %2 bezahlt wurde: „%3“ zahlt nichts dafür und fordert nichts zurück.",
    "%1, when it stood at nothing: \"%2\" takes nothing back.":
      "%1, als er mit nichts zu Buche stand: „%2“ fordert nichts zurück.",
    "%1, when it stood at %2: \"%3\" takes nothing back, because the deals that stand are worth what was paid.":
      "%1, als er mit %2 zu Buche stand: „%3“ fordert nichts zurück, weil die übrigen Abschlüsse das Gezahlte wert sind.",
    ", because it had been paid more than that": ", weil dafür mehr als das gezahlt worden war",
    ", because the rest is kept, or stands for other deals":
      ", weil der Rest behalten wird oder für andere Abschlüsse steht",
    "%1, when \"%2\" stood at %3 for it at the rates of its period; %4%5 are taken back%6.":
      "%1, als er bei „%2“ zu den Sätzen seines Zeitraums mit %3 zu Buche stand; %4%5 werden zurückgefordert%6.",
    "\"%1\" pays %2 for it%3.": "„%1“ zahlt dafür %2%3.",
    "\"%1\" credits %2 on %3, in the period from %4 to %5":
      "„%1“ rechnet am %3 %2 an, im Zeitraum vom %4 bis %5",
    ": attainment goes from %1 to %2": "; die Zielerreichung geht von %1 auf %2",
    "The cap of the year cuts %1 off.": "Die Obergrenze des Jahres schneidet %1 ab.",
    "The line pays what the deals of the period, or of the year so far, stand at less what was paid for them before.":
      "Die Zeile zahlt, was die Abschlüsse des Zeitraums oder des Jahres bisher wert sind, abzüglich dessen, was dafür schon gezahlt wurde.",
    "That pays %1%2.": "Das bringt %1%2.",
    "The period is paid as one line on its last day: %1 for %2%3.":
      "Der Zeitraum wird an seinem letzten Tag in einer Zeile bezahlt: %1 für %2%3.",
    "It is paid %1 in band %2.": "Er wird in Stufe %2 bezahlt, Satz: %1.",
    "by %1": "um %1",
    "too": "ebenfalls",
    "Going above %1 changes the pay for what was sold before %2.":
      "Mehr als %1 zu erreichen ändert die Vergütung des zuvor Verkauften %2.",
    "Reaching %1 changes the pay for what was sold before %2.":
      "%1 zu erreichen ändert die Vergütung des zuvor Verkauften %2.",
    "%1 lie in band %2": "%1 liegen in Stufe %2",
    "%1 and are paid %2: %3.": "%1, Satz %2: %3.",
    "%1; %2 of them are \"%3\" and are paid %4: %5.":
      "%1; %2 davon sind „%3“, Satz %4: %5.",
    "%1 are not \"%2\", for which %3 are paid.":
      "%1 sind nicht „%2“; dafür werden %3 gezahlt.",
    "The period has no quota, so there is no attainment, and what depends on it pays nothing.":
      "Der Zeitraum hat keine Quote, also gibt es keine Zielerreichung, und was davon abhängt, zahlt nichts.",
    "The period has no quota, so there is no attainment.":
      "Der Zeitraum hat keine Quote, also gibt es keine Zielerreichung.",
  ]
}
