internal import Reporting

extension Phrasebook {
  /// The German of what is found in people's files and questions: messages and remedies.
  static let germanFindings: [[String: String]] = [
    germanSharedFindings, germanPlanFindings, germanPlanFileFindings, germanCareerFindings,
    germanTableFindings, germanSalaryFindings, germanGiftFindings, germanModelFindings,
    germanPayFindings, germanMarketFindings, germanCommandFindings,
  ]

  /// What findings of several modules have in common.
  private static let germanSharedFindings: [String: String] = [
    "… and %1 more of severity %2": "… und %1 weitere (%2)",
    "more: %1": "mehr dazu: %1",
    "did you mean \"%1\"?": "ist „%1“ gemeint?",
    "did you mean %1%?": "sind %1 % gemeint?",
    "known here: %1%2": "hier bekannt: %1%2",
  ]

  /// Plans as values, and the deals and people that they are run on.
  private static let germanPlanFindings: [String: String] = [
    // Plan+Faults
    "the terms from %1 lie outside the plan year from %2 to %3":
      "die Bestimmungen ab %1 liegen außerhalb des Planjahrs vom %2 bis %3",
    "the measure \"%1\" has a quota of 0, so there is no attainment":
      "die Messgröße „%1“ hat eine Quote von 0; also gibt es keine Zielerreichung",
    "leave the quota out, or lower it for new reps with `ramp`":
      "die Quote weglassen oder sie mit `ramp` für neue Personen senken",
    "\"%1\" pays shares of the variable, which the plan does not say":
      "„%1“ zahlt Anteile des variablen Anteils, den der Plan nicht nennt",
    "add `variable`, or `ote` with `mix`": "`variable` ergänzen, oder `ote` mit `mix`",
    "the targets of the components sum to %1 %2, more than the variable of %3 %4":
      "die Zielbeträge der Komponenten ergeben zusammen %1 %2, mehr als den variablen Anteil von %3 %4",
    "lower a target, or write `target: 0` for what comes on top":
      "einen Zielbetrag senken, oder `target: 0` schreiben bei dem, was hinzukommt",
    "`attainment: reduces` cannot stand beside the gate or multiplier of \"%1\"":
      "`attainment: reduces` verträgt sich nicht mit der Bedingung oder dem Multiplikator von „%1“",
    "use `attainment: keeps`": "`attainment: keeps` nehmen",
    "\"%1\" and \"%2\" both leave their target open":
      "„%1“ und „%2“ lassen beide ihren Zielbetrag offen",
    "write a `target` for all but one of them":
      "bei allen außer einer von ihnen `target` angeben",
    "there is no measure \"%1\"": "es gibt keine Messgröße „%1“",
    "\"%1\" refers to the quota of \"%2\", which has none":
      "„%1“ bezieht sich auf die Quote von „%2“, die keine hat",
    "add a `quota` to the measure, or write amounts":
      "bei der Messgröße `quota` ergänzen, oder Beträge schreiben",

    // Plan+Warnings
    "the targets of the components sum to %1 of the variable, %2 of %3":
      "die Zielbeträge der Komponenten ergeben zusammen %1 des variablen Anteils, %2 von %3",
    "raise a target, or leave one out: it then takes the rest":
      "einen Zielbetrag erhöhen, oder einen weglassen: Er nimmt dann den Rest",
    "nothing is paid on the measure \"%1\"": "auf die Messgröße „%1“ wird nichts gezahlt",
    "the guarantee": "die Garantie",
    "the draw": "der Vorschuss",
    "%1 is compared with what is due in a %2, but commission is earned by a longer period: a weak %3 and a strong one pay twice":
      "%1 wird mit dem verglichen, was je %2 fällig ist, Provision aber wird über einen längeren Zeitraum verdient: Folgt auf einen schwachen ein starker Zeitraum (%3), so wird doppelt gezahlt",
    "compare it over the period of the commission":
      "über den Zeitraum der Provision vergleichen",
    "at 100% of quota %1 of the draw are still owed at the end of the year":
      "bei 100 % der Quote sind am Ende des Jahres noch %1 des Vorschusses offen",
    "lower the draw, or make it non-recoverable":
      "den Vorschuss senken, oder ihn nicht rückzahlbar machen",
    "a deal that closes late in the year can be cancelled after it: the plan does not say what a rep who has left gives back":
      "ein Abschluss spät im Jahr kann nach dessen Ende storniert werden: der Plan sagt nicht, was zurückgibt, wer ausgeschieden ist",
    "\"%1\" counts by %2, so the terms from %3 hold for it from %4 on":
      "„%1“ zählt je %2; die Bestimmungen ab %3 gelten dafür also erst ab %4",

    // PlanWarnings+Amounts
    "the cap of the plan": "die Obergrenze des Plans",
    "the variable": "dem variablen Anteil",
    "the quota": "der Quote",
    "its target": "dem Zielbetrag",
    "`multiply` by \"%1\"": "`multiply` nach „%1“",
    "%1 is %2, and a score of 100% is 1":
      "%1 ist %2; eine Bewertung von 100 % ist aber 1",
    "%1 is %2 here, hardly anything beside %3 of %4":
      "%1 ist hier %2, kaum etwas neben %3 von %4",
    "%1 is times %2": "%1 ist das %2-Fache",
    "the threshold of %1": "die Schwelle von %1",
    "the cap on the attainment of %1": "die Obergrenze der Zielerreichung von %1",
    "`at` of the gate of %1": "`at` der Bedingung von %1",
    "the multiplier of %1": "der Multiplikator von %1",
    "`to` of a band of %1": "`to` einer Stufe von %1",
    "`at` of a corner of %1": "`at` eines Stützpunkts von %1",
    "`at` of \"%1\"": "`at` von „%1“",
    "the cap of \"%1\"": "die Obergrenze von „%1“",
    "\"%1\"": "„%1“",

    // Commission+Checks
    "\"%1\" walks its bands by \"%2\" and pays on \"%3\"":
      "„%1“ durchläuft die Stufen nach „%2“ und zahlt auf „%3“",
    "%1, which is the same": "%1, was dasselbe ist",
    "leave `pay on` out": "`pay on` weglassen",
    "%1, but a score is not counted from deals":
      "%1; eine Bewertung wird aber nicht aus Abschlüssen gezählt",
    "pay on a measure of deals": "auf eine Messgröße zahlen, die Abschlüsse zählt",
    "%1, of which only one is money": "%1; nur eines davon ist Geld",
    "count both in the same unit": "beides in derselben Einheit zählen",
    "%1, but they do not count the deals of the same people":
      "%1; beide zählen aber nicht die Abschlüsse derselben Personen",
    "write the same `team` in both measures":
      "in beiden Messgrößen dasselbe `team` schreiben",
    "\"%1\" pays by deal: the same deals in another order pay differently":
      "„%1“ zahlt je Abschluss: dieselben Abschlüsse in anderer Reihenfolge zahlen anders",
    "the cap of \"%1\" stops its pay at %2, before its target of %3":
      "die Obergrenze von „%1“ hält die Vergütung bei %2 an, vor dem Zielbetrag von %3",
    "is it the cap above 100%? write 110% for a tenth above the target":
      "ist die Obergrenze über 100 % gemeint? 110% heißt ein Zehntel über dem Zielbetrag",
    "a band through %1 leaves credit between that and %2 to the next one":
      "eine Stufe bis einschließlich %1 überlässt Anrechnung zwischen diesem Wert und %2 der nächsten",
    "a band that ends at %1 leaves out the last cent before %2":
      "eine Stufe, die bei %1 endet, lässt den letzten Cent vor %2 aus",
    "bands are half-open: write `to: %1`":
      "die obere Grenze gehört nicht zur Stufe: `to: %1` schreiben",
    "bands are half-open: write %1": "die obere Grenze gehört nicht zur Stufe: %1 schreiben",
    "the band ends at %1, the quota of the year, but attainment starts again every %2":
      "die Stufe endet bei %1, der Quote des Jahres; die Zielerreichung beginnt aber von neuem je %2",
    "write `to: 100%`, or the quota of the %1":
      "`to: 100%` schreiben, oder die Quote für den Zeitraum: %1",
    "the quota of \"%1\" is 0% %2": "die Quote von „%1“ ist 0 % %2",
    "%1: without a quota there is no attainment, and %2 pays nothing for what is sold then":
      "%1: ohne Quote gibt es keine Zielerreichung, und %2 zahlt nichts für das, was dann verkauft wird",
    "%1, and so is the target, of which the cap of %2 is a share: nothing is paid then":
      "%1, und ebenso der Zielbetrag, von dem die Obergrenze von %2 ein Anteil ist: dann wird nichts gezahlt",
    "write the cap as an amount, or leave the target of the ramp at 100%":
      "die Obergrenze als Betrag schreiben, oder den Zielbetrag der Einarbeitung bei 100 % lassen",
    "the gate of %1 is not met": "die Bedingung von %1 ist nicht erfüllt",
    "the multiplier of %1 takes it for 0%": "der Multiplikator von %1 nimmt dafür 0 %",
    "the quota of \"%1\" is 0% %2: without a quota there is no attainment, and %3":
      "die Quote von „%1“ ist 0 % %2: ohne Quote gibt es keine Zielerreichung, und %3",
    "give \"%1\" a quota above 0% then": "„%1“ auch dann eine Quote über 0 % geben",
    "in month %1 of %2": "im Monat %1 der %2",
    "in some of the months %1 to %2 of %3": "in einigen der Monate %1 bis %2 der %3",
    "service": "Dienstzeit",
    "the ramp": "Einarbeitung",
    "in a part of the year": "in einem Teil des Jahres",
    "\"%1\" has a target of 0, so multiples of its base rate pay nothing":
      "„%1“ hat einen Zielbetrag von 0; Vielfache des Grundsatzes zahlen also nichts",
    "a multiple stands beside other rates: 1x is target ÷ quota, %1 of the credit, and not the rate of the band before":
      "ein Vielfaches steht neben anderen Sätzen: 1x ist Zielbetrag ÷ Quote, %1 der Anrechnung, und nicht der Satz der Stufe davor",
    "write all rates as multiples, or none":
      "alle Sätze als Vielfache schreiben, oder keinen",
    "the quota of \"%1\", %2 a year, is less than twice the target that it pays, %3":
      "die Quote von „%1“, %2 im Jahr, ist weniger als das Doppelte des Zielbetrags, den sie zahlt, %3",
    "is it the quota of a month? write `%1 per month`":
      "ist es die Quote eines Monats? dann `%1 per month` schreiben",
    "at exactly 100% of quota \"%1\" pays %2 of its target, %3 of %4":
      "bei genau 100 % der Quote zahlt „%1“ %2 des Zielbetrags, %3 von %4",
    "on-target earnings are not reached on target: raise a rate, or let the bands reach back":
      "das Zielgehalt (OTE) wird beim Erreichen des Ziels nicht erreicht: einen Satz erhöhen, oder die Stufen zurückreichen lassen",
    "lower a rate, or write `target` as what is meant to be paid":
      "einen Satz senken, oder als `target` schreiben, was gezahlt werden soll",
    "at %1": "bei %1",
    "just above %1": "knapp über %1",
    "%1 the pay of the %2 falls by %3: a lower rate pays for all credit":
      "%1 fällt die Vergütung je %2 um %3: ein niedrigerer Satz gilt dann für die gesamte Anrechnung",
    "a rate that falls needs `tiers: marginal`":
      "ein fallender Satz braucht `tiers: marginal`",
    "%1 the pay of the %2 jumps by %3: the last cent of credit pays that at once, and to reach it, it pays to move deals between periods":
      "%1 springt die Vergütung je %2 um %3: der letzte Cent Anrechnung bringt das auf einmal, und um ihn zu erreichen, lohnt es sich, Abschlüsse zwischen Zeiträumen zu verschieben",
    "the cap of \"%1\" is reached below the last band, which never pays":
      "die Obergrenze von „%1“ ist unter der letzten Stufe erreicht, die also nie zahlt",
    "write its rate as a percentage or an amount":
      "den Satz als Prozentsatz oder Betrag schreiben",
    "write `without quota: nothing` if that is meant":
      "`without quota: nothing` schreiben, wenn das gemeint ist",
    "write `without quota: first rate` to pay the first rate then, or `without quota: nothing` if that is meant":
      "`without quota: first rate` schreiben, damit dann der erste Satz gilt, oder `without quota: nothing`, wenn das gemeint ist",

    // Plan+Periods
    "nobody is paid for a single day; write its month, %1":
      "für einen einzelnen Tag wird niemand bezahlt; den Monat schreiben: %1",
    "write 2021-Q2, 2021-05, 2021-H1 or 2021, or FY2021-Q2 for a part of the plan's year":
      "2021-Q2, 2021-05, 2021-H1 oder 2021 schreiben, oder FY2021-Q2 für einen Teil des Planjahrs",

    // Roster, Scores
    "the managers form a loop: %1": "die Führungskräfte bilden einen Kreis: %1",
    "the score \"%1\" of \"%2\"": "die Bewertung „%1“ von „%2“",
    "%1 is not used: nobody of that name is on the plan":
      "%1 wird nicht verwendet: niemand dieses Namens ist im Plan",
    "%1 is not used: the plan scores nothing of that name":
      "%1 wird nicht verwendet: der Plan bewertet nichts dieses Namens",
    "%1 is not used: no period of it ends on %2":
      "%1 wird nicht verwendet: kein Zeitraum davon endet am %2",
    "its periods end on %1": "die Zeiträume enden am %1",

    // PayContext
    "the deal \"%1\" counts %2 for \"%3\", but %4 for \"%5\", of which \"%6\" pays it as a part":
      "der Abschluss „%1“ zählt %2 für „%3“, aber %4 für „%5“, wovon „%6“ ihn als Teil bezahlt",
    "check its columns, or the `where` of both measures":
      "die Spalten oder das `where` beider Messgrößen prüfen",
    "check the `where` of the measure against the columns of the deals":
      "das `where` der Messgröße mit den Spalten der Abschlüsse vergleichen",
    "no deal counts for the measure \"%1\"": "kein Abschluss zählt für die Messgröße „%1“",
    "\"%1\" depends on the measure \"%2\", but no deal counts for it":
      "„%1“ hängt von der Messgröße „%2“ ab, für die aber kein Abschluss zählt",
    "\"%1\" is empty in 1 deal that the measure \"%2\" counts, from here on: they are credited 0":
      "„%1“ ist leer in 1 Abschluss, den die Messgröße „%2“ zählt, hier: angerechnet wird 0",
    "\"%1\" is empty in %2 deals that the measure \"%3\" counts, from here on: they are credited 0":
      "„%1“ ist leer in %2 Abschlüssen, die die Messgröße „%3“ zählt, ab hier: angerechnet wird 0",

    // DealChecks
    "nobody on the roster is on the plan \"%1\"":
      "niemand auf der Personalliste ist im Plan „%1“",
    "there is no rep \"%1\" to adjust":
      "es gibt keine Person „%1“, für die etwas zu korrigieren wäre",
    "the adjustment of \"%1\" on %2 lies outside the plan year from %3 to %4":
      "die Korrektur für „%1“ am %2 liegt außerhalb des Planjahrs vom %3 bis %4",
    "there is no column \"%1\", so that nothing is taken back of deals that were cancelled":
      "es gibt keine Spalte „%1“; für stornierte Abschlüsse wird also nichts zurückgefordert",
    "\"%1\" and \"%2\" are paid as two people; are they the same person?":
      "„%1“ und „%2“ werden als zwei Personen bezahlt; sind sie dieselbe Person?",
    "write the name in the same way everywhere": "den Namen überall gleich schreiben",
    "the manager \"%1\" of \"%2\" is not on the roster":
      "die Führungskraft „%1“ von „%2“ steht nicht auf der Personalliste",
    "the rep \"%1\" is not on the roster": "die Person „%1“ steht nicht auf der Personalliste",
    "the deal \"%1\" closed on %2, outside the plan year from %3 to %4":
      "der Abschluss „%1“ ist vom %2, außerhalb des Planjahrs vom %3 bis %4",
    "the plan year is the calendar year of the first deal; `year starts` in the plan sets another":
      "das Planjahr ist das Kalenderjahr des ersten Abschlusses; `year starts` im Plan legt ein anderes fest",
    "the deal \"%1\" closed on %2, before \"%3\" was hired on %4":
      "der Abschluss „%1“ ist vom %2, vor der Einstellung von „%3“ am %4",
    "the deal \"%1\" closed on %2, after \"%3\" left on %4":
      "der Abschluss „%1“ ist vom %2, nach dem Ausscheiden von „%3“ am %4",
    "there is no rate from %1 in %2 to the plan's currency %3":
      "es gibt keinen Kurs von %1 im Monat %2 zur Währung des Plans, %3",
    "add a line to the rates file: currency,month,rate":
      "in der Kursdatei eine Zeile ergänzen: currency,month,rate",
    "the deal \"%1\" was cancelled on %2%3, before it closed on %4":
      "der Abschluss „%1“ wurde am %2%3 storniert, vor dem Abschluss am %4",
    "the %1 of the deal \"%2\" is %3, before it closed on %4: nothing is due before the close":
      "%1 des Abschlusses „%2“ ist %3, vor dem Abschluss am %4: vorher ist nichts fällig",
    ", first on line %1": ", zuerst in Zeile %1",
    "the deal \"%1\" stands here for \"%2\" again%3":
      "der Abschluss „%1“ steht hier noch einmal für „%2“%3",
    "the deal \"%1\" is credited for %2 with this share":
      "der Abschluss „%1“ wird mit diesem Anteil zu %2 angerechnet",
    "the shares of a deal among reps on one plan are at most 100%":
      "die Anteile der Personen eines Plans an einem Abschluss sind zusammen höchstens 100 %",
    " on line %1": " in Zeile %1",
    " in its first row": " in der ersten Zeile",
    "each row of a split deal has the amount of the whole deal, and a `share`":
      "jede Zeile eines geteilten Abschlusses hat den Betrag des ganzen Abschlusses und einen `share`",
    "the deal \"%1\" has an amount of %2 here, but of %3%4":
      "der Abschluss „%1“ hat hier einen Betrag von %2, aber von %3%4",
    "the deal \"%1\" closed on %2 here, but on %3%4":
      "der Abschluss „%1“ ist hier vom %2, aber vom %3%4",
    "the %1 %2": "als %1 den %2",
    "no %1": "kein %1",
    "the deal \"%1\" has %2 here, but %3%4": "der Abschluss „%1“ hat hier %2, aber %3%4",
    "a deal is cancelled as a whole: write the same %1 in each of its rows, or make what was cancelled by itself a deal of its own":
      "ein Abschluss wird als Ganzes storniert: in jeder seiner Zeilen dasselbe %1 schreiben, oder das einzeln Stornierte zu einem eigenen Abschluss machen",
    "each row is paid by its own day; write the same %1 in each if that is not meant":
      "jede Zeile wird nach ihrem eigenen Tag bezahlt; wenn das nicht gemeint ist, in jeder dasselbe %1 schreiben",
    ", line %1": ", Zeile %1",
    "the return \"%1\" of %2 and the cancellation of \"%3\" on %4%5 are probably one event, told twice":
      "die Rückgabe „%1“ über %2 und die Stornierung von „%3“ am %4%5 sind wahrscheinlich ein und derselbe Vorgang, zweimal aufgeführt",
    "keep one of the two: take out the return, or the day of the cancellation":
      "nur eines behalten: die Rückgabe herausnehmen, oder den Tag der Stornierung",
    "\"%1\" and \"%2\" are two deals; are they the same?":
      "„%1“ und „%2“ sind zwei Abschlüsse; sind sie derselbe?",
    "write the name in the same way in each row": "den Namen in jeder Zeile gleich schreiben",

    // PayRun, StatementBuilder
    "the adjustment is too large": "die Korrektur ist zu groß",
    "there is no score %1 of \"%2\"; it counts as 0%":
      "es fehlt die Bewertung %1 von „%2“; sie zählt als 0 %",
    "\"%1\" for the period to %2": "„%1“ für den Zeitraum bis %2",
    "the pay of everyone together cannot be added exactly":
      "die Vergütung aller zusammen lässt sich nicht exakt addieren",
    "the pay of \"%1\" can no longer be added exactly":
      "lässt sich die Vergütung von „%1“ nicht mehr exakt addieren",
    "with this adjustment %1": "mit dieser Korrektur %1",
    "even without a deal %1": "auch ohne einen Abschluss %1",
    "with the deal \"%1\" %2": "mit dem Abschluss „%1“ %2",
    "%1: a number is too large, or has too many decimals":
      "%1: eine Zahl ist zu groß oder hat zu viele Dezimalstellen",
    "look for a slip in the amount, its currency or share, or in the rates and factors of the plan; pay goes up to %1, and what is added up to 154 digits":
      "nach einem Versehen im Betrag, in Währung oder Anteil oder in Kursen und Faktoren des Plans suchen; Vergütung reicht bis %1, und Summanden haben bis zu 154 Stellen",
    "\"%1\" has credit but no quota from %2 to %3, so there is no attainment, and \"%4\" pays nothing for it":
      "„%1“ hat vom %2 bis %3 Anrechnung, aber keine Quote; also gibt es keine Zielerreichung, und „%4“ zahlt nichts dafür",

    // Statement+Returns
    "the return \"%1\" takes nothing of the %2 that \"%3\" paid for \"%4\": a return is paid at the rates of its own day":
      "die Rückgabe „%1“ nimmt nichts von den %2, die „%3“ für „%4“ gezahlt hat: Rückgaben werden zu den Sätzen ihres eigenen Tages abgerechnet",
    "the return \"%1\" takes %2, more than the %3 that \"%4\" paid for \"%5\": a return is paid at the rates of its own day":
      "die Rückgabe „%1“ nimmt %2, mehr als die %3, die „%4“ für „%5“ gezahlt hat: Rückgaben werden zu den Sätzen ihres eigenen Tages abgerechnet",
    "if it belongs to that sale, write a cancelled date in the row of the sale instead":
      "wenn sie zu jenem Verkauf gehört, stattdessen in dessen Zeile den Tag der Stornierung schreiben",
  ]

  /// Plan files and the tables beside them.
  private static let germanPlanFileFindings: [String: String] = [
    // YAML
    "the file is empty": "die Datei ist leer",
    "there is no such file": "diese Datei gibt es nicht",
    "this is a directory, not a file": "das ist ein Ordner, keine Datei",
    "the file cannot be read": "die Datei lässt sich nicht lesen",
    "the file is not UTF-8 text": "die Datei ist kein UTF-8-Text",
    "save it again as UTF-8": "noch einmal als UTF-8 speichern",
    "values are nested more than %1 levels deep": "Werte sind mehr als %1 Ebenen tief geschachtelt",
    "a key must be text, but this is %1": "ein Schlüssel muss Text sein, ist aber %1",
    "write the word in quotes to use it as a name":
      "das Wort in Anführungszeichen setzen, um es als Namen zu verwenden",
    "an alias stands here that was not resolved": "hier steht ein Alias, der nicht aufgelöst wurde",
    "the file has %1 bytes; at most %2 are read":
      "die Datei hat %1 Bytes; gelesen werden höchstens %2",
    "the file has %1 aliases (*name); at most %2 are read":
      "die Datei hat %1 Aliasse (*name); gelesen werden höchstens %2",
    "this is not YAML: %1": "das ist kein YAML: %1",
    "the key \"%1\" is written twice here; the first is on line %2":
      "der Schlüssel „%1“ steht hier ein zweites Mal; der erste steht in Zeile %2",
    "keep one of the two": "nur eines von beiden behalten",
    "a character that YAML does not allow: %1": "ein Zeichen, das YAML nicht erlaubt: %1",
    "indent with spaces; YAML does not allow tabs":
      "mit Leerzeichen einrücken; YAML erlaubt keine Tabulatoren",
    "put text that holds \": \" in quotes, and check the indentation":
      "Text, der „: “ enthält, in Anführungszeichen setzen und die Einrückung prüfen",
    "check the indentation: keys of one group start in the same column":
      "die Einrückung prüfen: Schlüssel einer Gruppe beginnen in derselben Spalte",
    "write `%1`": "`%1` schreiben",
    "%1 has no key \"%2\"": "%1 hat keinen Schlüssel „%2“",
    "it is for a group with `%1`": "er gehört in eine Gruppe mit `%1`",
    "\"%1\" has no value": "„%1“ hat keinen Wert",
    "write a value after the colon, or leave the key out":
      "nach dem Doppelpunkt einen Wert schreiben, oder den Schlüssel weglassen",
    "a %1 needs the key %2": "die Gruppe %1 braucht den Schlüssel %2",
    "%1 needs the key \"%2\"": "%1 braucht den Schlüssel „%2“",
    "%1 must be a date, but this is %2": "%1 muss ein Datum sein, ist aber %2",
    "write year, month and day, such as 2021-05-31":
      "Jahr, Monat und Tag schreiben, etwa 2021-05-31",
    "%1 must be text, but this is %2": "%1 muss Text sein, ist aber %2",
    "%1 must be a list, but this is %2": "%1 muss eine Liste sein, ist aber %2",
    "%1,%2 may be one number or two": "%1,%2 kann eine Zahl sein oder zwei",
    "write %1%2 or \"%3,%4\" for one": "%1%2 oder \"%3,%4\" schreiben, wenn es eine ist",
    "write %1%2 or \"%3,%4\" for one, %5, %6 for two":
      "%1%2 oder \"%3,%4\" schreiben, wenn es eine ist, %5, %6 bei zweien",
    "%1 must be a group of keys, but this is %2":
      "%1 muss eine Gruppe von Schlüsseln sein, ist aber %2",
    "%1 must be true or false, but this is %2": "%1 muss true oder false sein, ist aber %2",
    "%1 must be a whole number from %2 to %3, but this is %4":
      "%1 muss eine ganze Zahl von %2 bis %3 sein, ist aber %4",
    "%1 must be one of %2, but this is %3": "%1 muss eines von %2 sein, ist aber %3",
    "a list": "eine Liste",
    "a group of keys": "eine Gruppe von Schlüsseln",

    // The parts of a plan file by their names
    "the plan": "der Plan",
    "a version": "eine Version",
    "a component": "eine Komponente",
    "a condition": "eine Bedingung",
    "a step": "ein Schritt",
    "a band": "eine Stufe",
    "a corner": "ein Stützpunkt",
    "a gate": "eine Bedingung (gate)",
    "a multiplier": "ein Multiplikator",
    "a value": "ein Wert",
    "a quota": "eine Quote",
    "a ramp": "eine Einarbeitung (ramp)",
    "a weight": "ein Gewicht",
    "the cap": "die Obergrenze",
    "the factor": "der Faktor",
    "the name of the plan": "der Name des Plans",
    "the name of the %1": "der Name hinter `%1`",
    "the measure \"%1\"": "die Messgröße „%1“",
    "the steps of a multiplier": "die Schritte eines Multiplikators",
    "the bands of %1": "die Stufen von %1",
    "the factors of %1": "die Faktoren von %1",
    "a guaranteed amount": "ein garantierter Betrag",
    "a share of the phasing": "ein Anteil der Verteilung (phasing)",
    "the shares of the phasing": "die Anteile der Verteilung (phasing)",
    "a share of the ramp": "ein Anteil der Einarbeitung (ramp)",
    "the weights of the goals": "die Gewichte der Ziele",
    "a share of the pay": "ein Anteil der Vergütung",
    "the shares of `paid`": "die Anteile in `paid`",

    // What a value of a plan file must be
    "%1 must be %2, but this is %3": "%1 muss %2 sein, ist aber %3",
    "an amount": "ein Betrag",
    "an amount, such as 57504 or 4792 per month": "ein Betrag, etwa 57504 oder 4792 per month",
    "a percentage, such as 50%": "ein Prozentsatz, etwa 50%",
    "a percentage from -99% to 900%, such as 5% or -10%":
      "ein Prozentsatz von -99% bis 900%, etwa 5% oder -10%",
    "a percentage or an amount": "ein Prozentsatz oder ein Betrag",
    "a percentage or a number of units": "ein Prozentsatz oder eine Stückzahl",
    "a factor, such as 1.25": "ein Faktor, etwa 1.25",
    "a factor between 0 and 100": "ein Faktor zwischen 0 und 100",
    "a rate, such as 1.5x, 8% or 250 each": "ein Satz, etwa 1.5x, 8% oder 250 each",
    "a multiple between 0x and 100x": "ein Vielfaches zwischen 0x und 100x",
    "%1 begins with a zero: %2": "%1 beginnt mit einer Null: %2",
    "leave the zeros out; quote an amount that contains a comma, such as \"3,000\"":
      "die Nullen weglassen; einen Betrag mit Komma in Anführungszeichen setzen, etwa \"3,000\"",
    "%1 is in %2, but the plan is in %3": "%1 ist in %2, der Plan aber in %3",
    "write every amount of a plan in its currency":
      "alle Beträge eines Plans in dessen Währung schreiben",
    "the decimal separator is a point; a comma stands between groups of three digits":
      "Dezimaltrennzeichen ist der Punkt; ein Komma steht zwischen Gruppen von drei Ziffern",
    "write the number in decimal digits": "die Zahl mit Dezimalziffern schreiben",
    "%1 may be %2 or %3: the point of %4 could group thousands":
      "%1 kann %2 oder %3 sein: der Punkt in %4 könnte Tausender trennen",
    "write %1, or %2": "%1 schreiben, oder %2",
    "%1 must not be negative, but this is %2": "%1 darf nicht negativ sein, ist aber %2",
    "%1 is too large: %2": "%1 ist zu groß: %2",
    "amounts go up to 1,000,000,000,000": "Beträge reichen bis 1.000.000.000.000",
    "%1 must be between 0% and %2%, but this is %3":
      "%1 muss zwischen 0 % und %2 % liegen, ist aber %3",
    "%1 is a percentage of money, but the measure counts units":
      "%1 ist ein Prozentsatz von Geld, die Messgröße zählt aber Stück",
    "write an amount for each unit, such as 250 each":
      "einen Betrag je Stück schreiben, etwa 250 each",
    "%1 is for each unit, but the measure counts money":
      "%1 gilt je Stück, die Messgröße zählt aber Geld",
    "give the measure a unit, such as `unit: deals`, or pay a percentage":
      "der Messgröße eine Einheit geben, etwa `unit: deals`, oder einen Prozentsatz zahlen",
    "write %1 each": "%1 each schreiben",
    "the measure counts money: write a percentage of the credit":
      "die Messgröße zählt Geld: einen Prozentsatz der Anrechnung schreiben",
    "write %1% of the credit, or %2x for a multiple":
      "%1% der Anrechnung schreiben, oder %2x für ein Vielfaches",
    "add what it is: %1% of the credit, or x for a multiple":
      "ergänzen, was es ist: %1% der Anrechnung, oder x für ein Vielfaches",
    "`to` must be a number or a percentage, but this is %1":
      "`to` muss eine Zahl oder ein Prozentsatz sein, ist aber %1",
    "%1 must be a time, but this is %2": "%1 muss eine Zeitspanne sein, ist aber %2",
    "write it with its unit, such as 90 days or 12 months":
      "mit der Einheit schreiben, etwa 90 days oder 12 months",
    "%1 sum to %2, not to 100%": "%1 ergeben zusammen %2, nicht 100 %",
    "team must be one of true, and own, but this is %1":
      "team muss eines von true, and own sein, ist aber %1",

    // Bands, corners, steps
    "a `to` follows a band without one, which has no end":
      "ein `to` folgt auf eine Stufe ohne `to`, die also kein Ende hat",
    "a band follows one without `to`, which has no end":
      "eine Stufe folgt auf eine ohne `to`, die also kein Ende hat",
    "only the last band goes without `to`": "nur die letzte Stufe hat kein `to`",
    "one table has bands in percentages and in amounts":
      "eine Tabelle hat Stufen in Prozent und in Beträgen",
    "write all of them as percentages of quota, or all as amounts":
      "alle als Prozent der Quote schreiben, oder alle als Beträge",
    "the bands do not rise: this one ends where an earlier one did, or below it":
      "die Stufen steigen nicht: diese endet, wo schon eine frühere endete, oder darunter",
    "list the bands from the lowest to the highest":
      "die Stufen von der niedrigsten zur höchsten aufführen",
    "a band from 0 to 0 is empty": "eine Stufe von 0 bis 0 ist leer",
    "the last band ends here, so nothing says what credit above it pays":
      "die letzte Stufe endet hier; nichts sagt, was Anrechnung darüber zahlt",
    "leave out its `to`, or add a last band, such as {pay: 0%}":
      "ihr `to` weglassen, oder eine letzte Stufe ergänzen, etwa {pay: 0%}",
    "`back to` must lie below the start of its band and be written like it":
      "`back to` muss unter dem Beginn seiner Stufe liegen und so geschrieben sein wie dieser",
    "one table has percentages and amounts": "eine Tabelle hat Prozentsätze und Beträge",
    "the corners do not rise here": "die Stützpunkte steigen hier nicht",
    "list them from the lowest to the highest; at most two may share one `at`":
      "vom niedrigsten zum höchsten aufführen; höchstens zwei dürfen dasselbe `at` haben",
    "`steps` and `%1` both say what is paid": "`steps` und `%1` sagen beide, was gezahlt wird",
    "one table has steps in percentages and in amounts":
      "eine Tabelle hat Schritte in Prozent und in Beträgen",
    "the steps do not rise here": "die Schritte steigen hier nicht",
    "`at` and `above` both say what has to be reached":
      "`at` und `above` sagen beide, was zu erreichen ist",
    "keep `at` where the level itself is enough": "`at` behalten, wo die Höhe selbst genügt",
    "a step follows one that has no end": "ein Schritt folgt auf einen ohne Ende",
    "the last step ends here, so nothing says what is above it":
      "der letzte Schritt endet hier; nichts sagt, was darüber gilt",
    "add a last step without `to`": "einen letzten Schritt ohne `to` ergänzen",
    "only the last step goes without `to`": "nur der letzte Schritt hat kein `to`",
    "say where this step ends": "sagen, wo dieser Schritt endet",
    "`to` and `through` both say where it ends":
      "`to` und `through` sagen beide, wo das Ende liegt",
    "keep `to` where the next one begins at the end, `through` where it begins above it":
      "`to` behalten, wo das Nächste am Ende selbst beginnt, `through`, wo es darüber beginnt",

    // Components
    "`pay` and `rates` both say what is paid": "`pay` und `rates` sagen beide, was gezahlt wird",
    "rates need at least one band": "rates braucht mindestens eine Stufe",
    "`tiers` must say how these %1 bands pay: the readings differ by real money":
      "`tiers` muss sagen, wie diese %1 Stufen zahlen: die Lesarten unterscheiden sich um echtes Geld",
    "add `tiers: marginal` (each rate for its own band), `retroactive` (the rate reached for everything) or `by deal`":
      "`tiers: marginal` ergänzen (jeder Satz für seine eigene Stufe), `retroactive` (der erreichte Satz für alles) oder `by deal`",
    "`back to` is for `tiers: marginal`; other tiers say how far rates reach":
      "`back to` gehört zu `tiers: marginal`; bei anderen steht schon fest, wie weit Sätze reichen",
    "`pays: above` and `interpolated` both say what is paid where pay begins":
      "`pays: above` und `interpolated` sagen beide, was am Anfang gezahlt wird",
    "start the corners at the threshold instead":
      "stattdessen die Stützpunkte an der Schwelle beginnen lassen",
    "`interpolated` rates have no first rate": "bei `interpolated` gibt es keinen ersten Satz",
    "interpolated": "interpolated",
    "`tiers: %1` pays no part of a band, so `pay on` says nothing":
      "`tiers: %1` bezahlt keinen Teil einer Stufe, `pay on` sagt also nichts",
    "write `tiers: marginal` or `retroactive`, or leave `pay on` out":
      "`tiers: marginal` oder `retroactive` schreiben, oder `pay on` weglassen",
    "`period: deal` and `pay on` cannot stand together: a part has no bands of its own":
      "`period: deal` und `pay on` vertragen sich nicht: ein Teil hat keine eigenen Stufen",
    "`period: deal` has no end at which a %1 could be looked at":
      "`period: deal` hat kein Ende, an dem `%1` geprüft werden könnte",
    "`period: deal` looks at no quota, so `without quota` says nothing":
      "`period: deal` beachtet keine Quote, `without quota` sagt also nichts",
    "`period: deal` and `accumulate: year to date` contradict each other":
      "`period: deal` und `accumulate: year to date` widersprechen sich",
    "`tiers: by deal` looks at the attainment before a deal, but with `period: deal` each deal starts at 0":
      "`tiers: by deal` richtet sich nach der Zielerreichung vor einem Abschluss; bei `period: deal` beginnt aber jeder Abschluss bei 0",
    "`period: deal` needs amounts: one deal has no quota to be a percentage of":
      "`period: deal` braucht Beträge: ein einzelner Abschluss hat keine Quote, von der etwas ein Prozentsatz wäre",
    "`period: deal` needs an amount here: one deal has no quota":
      "`period: deal` braucht hier einen Betrag: ein einzelner Abschluss hat keine Quote",
    "`period: deal` needs an amount here: one deal has no quota or target":
      "`period: deal` braucht hier einen Betrag: ein einzelner Abschluss hat weder Quote noch Zielbetrag",
    "a plan needs at least one component": "ein Plan braucht mindestens eine Komponente",
    "two components are called \"%1\"": "zwei Komponenten heißen „%1“",
    "give each component a name of its own": "jeder Komponente einen eigenen Namen geben",
    "a component starts with one of %1 and its name":
      "eine Komponente beginnt mit einem von %1 und ihrem Namen",
    "a component is one of %1, not both": "eine Komponente ist entweder %1, nicht beides",
    "a spiff pays an amount each or a percentage, but this is %1":
      "eine Sonderprämie zahlt einen Betrag je Abschluss oder einen Prozentsatz; das hier ist aber %1",
    "the spiff ends before it begins on %1":
      "die Sonderprämie endet, bevor sie am %1 beginnt",
    "`first` must be a number of deals, but this is %1":
      "`first` muss eine Zahl von Abschlüssen sein, ist aber %1",
    "write it with its period, such as 5 deals per quarter":
      "mit dem Zeitraum schreiben, etwa 5 deals per quarter",
    "nothing is owed on a draw that is %1, so `%2` says nothing":
      "bei einem Vorschuss der Art %1 wird nichts geschuldet; `%2` sagt also nichts",
    "leave it out, or make the draw recoverable":
      "weglassen, oder den Vorschuss rückzahlbar machen (recoverable)",
    "`share` and `amount` both say how much is guaranteed":
      "`share` und `amount` sagen beide, wie viel garantiert ist",
    "the amounts are those of %1 months, but the guarantee runs %2":
      "die Beträge sind für %1 Monate, die Garantie läuft aber %2",
    "write an amount for each period, or one for all of them":
      "für jeden Zeitraum einen Betrag schreiben, oder einen für alle",
    "a guarantee needs the key \"months\"": "eine Garantie braucht den Schlüssel „months“",
    "`attainment: restates` pays as if the deal had never been, so that it takes in full":
      "`attainment: restates` zahlt, als hätte es den Abschluss nie gegeben, fordert also alles zurück",
    "leave `take` out, or write `attainment: reduces`":
      "`take` weglassen, oder `attainment: reduces` schreiben",
    "\"%1\" is not a time": "„%1“ ist keine Zeitspanne",
    "write it with its unit, such as close_date + 90 days":
      "mit der Einheit schreiben, etwa close_date + 90 days",

    // Measures
    "`unit` and `credit` both say what is credited":
      "`unit` und `credit` sagen beide, was angerechnet wird",
    "`phasing` and the list of quotas both say what each part of the year carries":
      "`phasing` und die Liste der Quoten sagen beide, was auf jeden Teil des Jahres entfällt",
    "keep the list, or write the quota of the year":
      "die Liste behalten, oder die Quote des Jahres schreiben",
    "a scored measure is not counted from deals, so `%1` says nothing":
      "eine bewertete Messgröße wird nicht aus Abschlüssen gezählt; `%1` sagt also nichts",
    "leave out `%1`, or `scored`": "`%1` weglassen, oder `scored`",
    "quotas are for 2, 4 or 12 parts of the year, but these are %1":
      "Quoten gibt es für 2, 4 oder 12 Teile des Jahres, hier sind es aber %1",
    "write an amount for each half, quarter or month":
      "für jedes Halbjahr, Quartal oder jeden Monat einen Betrag schreiben",
    "the quotas cannot be added exactly": "die Quoten lassen sich nicht exakt addieren",
    "phasing needs 2, 4 or 12 shares, but these are %1":
      "phasing braucht 2, 4 oder 12 Anteile, hier sind es aber %1",

    // The plan as a whole
    "\"%1\" is not a currency": "„%1“ ist keine Währung",
    "write its three letters, such as USD": "ihre drei Buchstaben schreiben, etwa USD",
    "a mix divides `ote`, which is not written": "`mix` teilt `ote` auf, das nicht dasteht",
    "write `ote`, or `base` and `variable` without a mix":
      "`ote` schreiben, oder `base` und `variable` ohne `mix`",
    "`ote` and `variable` both say what is paid at 100 %":
      "`ote` und `variable` sagen beide, was bei 100 % gezahlt wird",
    "write `ote` with `mix`, or `base` and `variable`":
      "`ote` mit `mix` schreiben, oder `base` und `variable`",
    "`base` and `mix` both say how much of the `ote` is salary":
      "`base` und `mix` sagen beide, wie viel von `ote` Grundgehalt ist",
    "the base is more than the `ote`": "das Grundgehalt ist mehr als `ote`",
    "`ote` does not say how much of it is salary":
      "`ote` sagt nicht, wie viel davon Grundgehalt ist",
    "add `mix: 50/50`, or `base`": "`mix: 50/50` ergänzen, oder `base`",
    "a mix is two shares that sum to 100, but this is %1":
      "`mix` sind zwei Anteile, die zusammen 100 ergeben; das hier ist aber %1",
    "write base before incentive, such as 60/40":
      "das Grundgehalt vor dem variablen Anteil schreiben, etwa 60/40",
    "the versions do not rise: %1 is not after %2":
      "die Versionen steigen nicht: %1 liegt nicht nach %2",
    "list the versions from the first to the last":
      "die Versionen von der ersten bis zur letzten aufführen",
    "a version cannot change \"%1\"": "eine Version kann „%1“ nicht ändern",
    "write a plan of its own": "einen eigenen Plan schreiben",

    // Tables of deals, people, scores, rates, payments and adjustments
    "there is no column \"%1\"%2": "es gibt keine Spalte „%1“%2",
    ", which the plan refers to": ", auf die sich der Plan bezieht",
    "%1 has no column \"%2\", so it is not read":
      "%1 hat keine Spalte „%2“; sie wird daher nicht gelesen",
    "a deals file": "eine Datei mit Abschlüssen",
    "a roster": "eine Personalliste",
    "%1 \"%2\" is not a date": "%1 „%2“ ist kein Datum",
    "%1 \"%2\" is in %3, not in %4": "%1 „%2“ ist in %3, nicht in %4",
    "%1 \"%2\" is in %3, not an amount of money":
      "%1 „%2“ ist in %3, hier steht aber kein Geldbetrag",
    "%1 must be an amount, but \"%2\" is a percentage":
      "%1 muss ein Betrag sein, „%2“ ist aber ein Prozentsatz",
    "write the amount that it comes to": "den Betrag schreiben, den das ergibt",
    "%1 \"%2\" is not an amount": "%1 „%2“ ist kein Betrag",
    "%1 \"%2\" is too large": "%1 „%2“ ist zu groß",
    "%1 \"%2\" is not a share between 0% and %3":
      "%1 „%2“ ist kein Anteil zwischen 0 % und %3",
    "write 50% or 0.5 for a half": "für die Hälfte 50% oder 0.5 schreiben",
    "%1 is empty": "%1 ist leer",
    "close_date is empty": "close_date ist leer",
    "amount is empty": "amount ist leer",
    "paid is empty": "paid ist leer",
    "\"%1\" is not a month": "„%1“ ist kein Monat",
    "write year and month, such as 2021-05": "Jahr und Monat schreiben, etwa 2021-05",
    "a rate must be above 0": "ein Kurs muss über 0 liegen",
    "%1 has two rates for %2": "%1 hat zwei Kurse für %2",
    "\"%1\" is not a whole number of the minor unit of %2":
      "„%1“ ist keine ganze Zahl der kleinsten Einheit von %2",
    "\"%1\" is not a period of pay": "„%1“ ist kein Abrechnungszeitraum",
    "the leave ends before it starts on %1":
      "die Freistellung endet, bevor sie am %1 beginnt",
    "\"%1\" is on the roster twice": "„%1“ steht zweimal auf der Personalliste",
    "a further row for a rep is a leave, with leave_start and leave_end":
      "eine weitere Zeile für eine Person ist eine Freistellung, mit leave_start und leave_end",
    "end_date is before the hire_date %1": "end_date liegt vor dem hire_date, %1",
    "the quota of \"%1\" is %2 here, but %3 in the column \"quota %4\"":
      "die Quote für „%1“ ist hier %2, in der Spalte „quota %4“ aber %3",
    "leave one of them out": "eines davon weglassen",
    "a quota of 0 leaves no attainment": "bei einer Quote von 0 gibt es keine Zielerreichung",
    "leave the cell empty for the plan's quota, or use a ramp":
      "die Zelle leer lassen, damit die Quote des Plans gilt, oder eine Einarbeitung (ramp) nehmen",
    "the plan counts no measure for the column \"%1\"":
      "der Plan zählt keine Messgröße zur Spalte „%1“",
    "a leave needs both its leave_start and its leave_end":
      "eine Freistellung braucht leave_start und leave_end",
    "the column \"quota\" does not say which of the %1 measures it is for":
      "die Spalte „quota“ sagt nicht, zu welcher der %1 Messgrößen sie gehört",
    "call it %1": "sie %1 nennen",
    "%1 must not be negative": "%1 darf nicht negativ sein",
    "\"%1\" is scored twice for the period to %2":
      "„%1“ ist für den Zeitraum bis %2 zweimal bewertet",
  ]

  /// Offers and ladders.
  private static let germanCareerFindings: [String: String] = [
    "later pay cannot lose more than all of its value":
      "spätere Vergütung kann nicht mehr als ihren ganzen Wert verlieren",
    "write a rate such as 3%": "einen Satz wie 3% schreiben",
    "it goes from 0 to 50": "der Wert reicht von 0 bis 50",
    "2 is usual": "üblich ist 2",
    "there is no offer to look at": "es gibt kein Angebot zu prüfen",
    "it is in %1, but %2 is in %3": "es ist in %1, %2 aber in %3",
    "write all offers in one currency": "alle Angebote in einer Währung schreiben",
    "the table of prices has no \"%1\"": "die Tabelle der Preise kennt „%1“ nicht",
    "write `location` with a name that is in the table":
      "als `location` einen Namen aus der Tabelle schreiben",
    "US taxes are not known for pay in %1":
      "für Vergütung in %1 gibt es keine US-Steuern",
    "leave the taxes out": "die Steuern weglassen",
    "it cannot be worked out: %1": "es lässt sich nicht berechnen: %1",
    "look for a slip in an amount": "nach einem Versehen in einem Betrag suchen",
    "the ladder": "die Laufbahn",
    "a rung": "eine Stufe",
    "the name of the ladder": "der Name der Laufbahn",
    "the name of the rung": "der Name der Stufe",
    "%1 is not a currency": "%1 ist keine Währung",
    "the ladder has no rungs": "die Laufbahn hat keine Stufen",
    "write at least one": "mindestens eine schreiben",
    "money of must be a month, but this is %1": "money of muss ein Monat sein, ist aber %1",
    "there is no rung above the last one": "über der letzten Stufe gibt es keine",
    "leave `%1` out, or add a rung": "`%1` weglassen, oder eine Stufe ergänzen",
    "the pay of this rung cannot be worked out: %1":
      "die Vergütung dieser Stufe lässt sich nicht berechnen: %1",
    "the offer": "das Angebot",
    "a range of prices": "eine Preisspanne",
    "the name of the offer": "der Name des Angebots",
    "without a quota in the ramp there is no attainment":
      "ohne Quote in der Einarbeitung gibt es keine Zielerreichung",
    "write the guarantee that is paid instead, and leave the quota out":
      "stattdessen die gezahlte Garantie schreiben und die Quote weglassen",
    "sign-on": "die Antrittsprämie (sign-on)",
    "`value` is what vests in each year, so that `%1` says it a second time":
      "`value` ist, was in jedem Jahr übertragen wird; `%1` sagt es also ein zweites Mal",
    "keep `value`, or write `grant` for what is given once":
      "`value` behalten, oder `grant` schreiben für das, was einmal gegeben wird",
    "`grant` and `units` both say how much is given":
      "`grant` und `units` sagen beide, wie viel gegeben wird",
    "keep `grant`, or `units` with their `price`":
      "`grant` behalten, oder `units` mit `price`",
    "equity needs `value` (what vests in a year), `grant` (what is given once), or `units` and `price`":
      "eine Beteiligung braucht `value` (was im Jahr übertragen wird), `grant` (was einmal gegeben wird) oder `units` und `price`",
    "a `grant` is an amount, so that it has no `%1`":
      "`grant` ist ein Betrag und hat deshalb kein `%1`",
    "write `units` in place of `grant`": "`units` statt `grant` schreiben",
    "the price": "der Kurs",
    "the low price is above the high one": "der niedrige Kurs liegt über dem hohen",
    "write the lower one as `low`": "den niedrigeren als `low` schreiben",
    "a share that vests in a year": "ein Anteil, der in einem Jahr übertragen wird",
    "the shares that vest": "die Anteile, die übertragen werden",
    "the cliff is later than the end of the vesting":
      "`cliff` liegt nach dem Ende der Übertragung",
    "both are months of service": "beides sind Dienstmonate",
    "the plan is in %1, but %2 is in %3": "der Plan ist in %1, %2 aber in %3",
    "`model` and `chance of quota` both say how attainment varies":
      "`model` und `chance of quota` sagen beide, wie die Zielerreichung streut",
    "the chance of quota must lie between 0% and 100%":
      "die Wahrscheinlichkeit der Quote muss zwischen 0 % und 100 % liegen",
    "write for example 45%": "zum Beispiel 45% schreiben",
    "an amount is too large to compute exactly":
      "ein Betrag ist zu groß, um exakt zu rechnen",
  ]

  /// CSV files and tables of reference data.
  private static let germanTableFindings: [String: String] = [
    // Opening and reading a file
    "check the path; it is taken relative to the working directory":
      "den Pfad prüfen; er gilt ab dem Arbeitsverzeichnis",
    "check the permissions of the file": "die Zugriffsrechte der Datei prüfen",
    "the file cannot be opened: %1": "die Datei lässt sich nicht öffnen: %1",
    "reading broke off: %1": "das Lesen brach ab: %1",
    "name one file in it": "eine Datei darin nennen",
    "a CSV file has a header and at least one row":
      "eine CSV-Datei hat eine Kopfzeile und mindestens eine Zeile darunter",
    "this is a workbook or an archive, not text":
      "das ist eine Arbeitsmappe oder ein Archiv, kein Text",
    "save the sheet as CSV, or unpack the archive":
      "das Blatt als CSV speichern, oder das Archiv entpacken",
    "the header was to be on line %1, and the file ends before":
      "die Kopfzeile sollte in Zeile %1 stehen, die Datei endet aber vorher",
    "the file holds nothing but blank lines": "die Datei enthält nur leere Zeilen",
    "there is a header and no row below it": "unter der Kopfzeile steht keine Zeile",
    "the header cannot be read: a quote is left open, or text follows a closing quote":
      "die Kopfzeile ist nicht lesbar: ein Anführungszeichen ist nicht geschlossen, oder nach einem schließenden folgt Text",
    "in a quoted name, write a quote as two quotes":
      "in einem Namen in Anführungszeichen ein Anführungszeichen doppelt schreiben",
    "\"%1\" cannot be a delimiter": "„%1“ kann kein Trennzeichen sein",
    "a delimiter is one ASCII character and no quote or line break":
      "ein Trennzeichen ist ein einzelnes ASCII-Zeichen, kein Anführungszeichen und kein Zeilenumbruch",
    "the gzip data is damaged: %1": "die gzip-Daten sind beschädigt: %1",
    "it ends too early": "sie enden zu früh",
    "it cannot be unpacked": "sie lassen sich nicht entpacken",
    "the line does not end within %1 MiB": "die Zeile endet nicht innerhalb von %1 MiB",
    "is this a CSV file?": "ist das eine CSV-Datei?",
    "column %1 has no name and is called \"%2\"": "Spalte %1 hat keinen Namen und heißt hier „%2“",
    "a second column is called \"%1\"; column %2 is called \"%3\"":
      "eine zweite Spalte heißt „%1“; Spalte %2 heißt hier „%3“",
    "the first row was taken for the header, but it looks like data":
      "die erste Zeile gilt als Kopfzeile, sieht aber nach Daten aus",
    "if the file has no header, say so": "wenn die Datei keine Kopfzeile hat, das angeben",

    // Rows
    "1 field": "1 Feld",
    "%1 fields": "%1 Felder",
    "the row has %1 and the header %2; %3 is missing":
      "die Zeile hat %1, die Kopfzeile %2; es fehlt %3",
    "the row has %1 and the header %2; %3 are missing":
      "die Zeile hat %1, die Kopfzeile %2; es fehlen %3",
    "is a delimiter missing, or a line broken outside quotes?":
      "fehlt ein Trennzeichen, oder ist eine Zeile außerhalb von Anführungszeichen umbrochen?",
    "the row has %1 and the header %2; the first too many is \"%3\"":
      "die Zeile hat %1, die Kopfzeile %2; das erste überzählige ist „%3“",
    "a field that holds the delimiter must be quoted":
      "ein Feld, das das Trennzeichen enthält, muss in Anführungszeichen stehen",
    "there is a quote inside the unquoted field \"%1\"":
      "im Feld „%1“, das nicht in Anführungszeichen steht, ist ein Anführungszeichen",
    "quote the whole field, and write a quote in it as two quotes":
      "das ganze Feld in Anführungszeichen setzen und ein Anführungszeichen darin doppelt schreiben",
    "\"%1\" follows the closing quote of the field":
      "„%1“ folgt auf das schließende Anführungszeichen des Felds",
    "in a quoted field, write a quote as two quotes":
      "in einem Feld in Anführungszeichen ein Anführungszeichen doppelt schreiben",
    "the quote that opens here is left open: the file ends before it is closed":
      "das Anführungszeichen, das hier öffnet, wird nicht geschlossen: die Datei endet vorher",
    "the quote that opens here is left open: its row is longer than %1 bytes":
      "das Anführungszeichen, das hier öffnet, wird nicht geschlossen: seine Zeile ist länger als %1 Bytes",
    "the quote that opens here is left open, or closed in the wrong place: line %1 does not fit":
      "das Anführungszeichen, das hier öffnet, wird nicht oder an der falschen Stelle geschlossen: Zeile %1 passt nicht",
    "close the quote, and double a quote that is part of the text":
      "das Anführungszeichen schließen, und eines, das zum Text gehört, verdoppeln",
    "the row is longer than %1 bytes": "die Zeile ist länger als %1 Bytes",
    "there are bytes here that are not UTF-8": "hier stehen Bytes, die kein UTF-8 sind",
    "leave the encoding to be detected, or name the right one":
      "die Zeichenkodierung erkennen lassen, oder die richtige angeben",
    "this line is not UTF-8 in a file that otherwise is, read as windows-1252":
      "diese Zeile ist kein UTF-8, der Rest der Datei schon; sie wird als windows-1252 gelesen",
    "this line and %1 more are not UTF-8 in a file that otherwise is, read as windows-1252":
      "diese Zeile und %1 weitere sind kein UTF-8, der Rest der Datei schon; sie werden als windows-1252 gelesen",
    "name the encoding to have the whole file read in one way":
      "die Zeichenkodierung angeben, damit die ganze Datei gleich gelesen wird",

    // How a file is written
    "as asked": "wie verlangt",
    "as asked: there is none": "wie verlangt: es gibt keine",
    "a byte-order mark": "eine Bytereihenfolge-Markierung (BOM)",
    "a zero in every second byte": "eine Null in jedem zweiten Byte",
    "nothing but ASCII so far": "bisher nur ASCII",
    "valid UTF-8": "gültiges UTF-8",
    "most lines are valid UTF-8": "die meisten Zeilen sind gültiges UTF-8",
    "not valid UTF-8; Latin-1 is a part of it": "kein gültiges UTF-8; Latin-1 ist ein Teil davon",
    "commas": "Kommas",
    "semicolons": "Semikolons",
    "tabs": "Tabulatoren",
    "pipes": "senkrechte Striche",
    "%1 give %2 fields in every row": "%1 ergeben in jeder Zeile %2 Felder",
    "%1 give %2 fields in %3 % of the rows": "%1 ergeben in %3 % der Zeilen %2 Felder",
    "the first line says so": "die erste Zeile sagt es",
    "no delimiter splits the rows evenly, so there is one column":
      "kein Trennzeichen teilt die Zeilen gleichmäßig; es gibt also eine Spalte",
    "the first row with %1 fields": "die erste Zeile mit %1 Feldern",
    "the first line": "die erste Zeile",

    // Tables of reference data
    "the table has no column \"%1\"": "die Tabelle hat keine Spalte „%1“",
    "\"%1\" is not %2": "hier steht „%1“; erwartet ist %2",
    "the table has no rows": "die Tabelle hat keine Zeilen",
    "a location of its own": "ein eigener Ort",
    "an index from 0 to 1000, such as 112.4": "ein Index von 0 bis 1000, etwa 112.4",
    "a date like 2026-03-30, after the one above it":
      "ein Datum wie 2026-03-30, nach dem darüber",
    "a currency, the same in every row": "eine Währung, in jeder Zeile dieselbe",
    "an amount above 0": "ein Betrag über 0",
    "a year": "ein Jahr",
    "one of %1": "eines von %1",
    "an amount above that of the row before": "ein Betrag über dem der Zeile davor",
    "a rate from 0 to 1": "ein Satz von 0 bis 1",
    "a month like 2021-05": "ein Monat wie 2021-05",
    "a currency code like USD": "ein Währungskürzel wie USD",
    "none or one of %1": "nichts oder eines von %1",
    "a number from 1 to 1000": "eine Zahl von 1 bis 1000",
    "a list of new spellings: \"%1\" already means %2":
      "eine Liste neuer Schreibweisen: „%1“ heißt schon %2",
    "a positive number": "eine positive Zahl",
    "a month at or after %1": "der Monat %1 oder ein späterer",
    "month, quarter or year": "month, quarter oder year",
    "empty, as it is for all but indices": "eine leere Zelle, wie bei allem außer Indizes",
  ]

  /// Salary files.
  private static let germanSalaryFindings: [String: String] = [
    "there is no %1 table named \"%2\"": "es gibt keine Tabelle der Art %1 mit dem Namen „%2“",
    "this is no OEWS table: it has no columns OCC_CODE and A_MEDIAN":
      "das ist keine OEWS-Tabelle: sie hat keine Spalten OCC_CODE und A_MEDIAN",
    "say %1, or put the year into the name of the file, as in national_M2021_dl.csv":
      "%1 angeben, oder das Jahr in den Dateinamen aufnehmen, wie in national_M2021_dl.csv",
    "\"%1\" is not a month like 2021-05": "„%1“ ist kein Monat wie 2021-05",
    "no top code is known for %1": "für %1 ist keine Obergrenze der veröffentlichten Werte bekannt",
    "the date of this table is not known": "der Stand dieser Tabelle ist nicht bekannt",
    "add the bound of that year to oews-top-codes.csv":
      "die Grenze jenes Jahres in oews-top-codes.csv ergänzen",
    "\"%1\" is neither a number nor one of the marks #, * and **":
      "„%1“ ist weder eine Zahl noch eines der Zeichen #, * und **",
    "one %1 is %2 %3 here and %4 in an earlier row":
      "ein %1 ist hier %2 %3 und in einer früheren Zeile %4",
    "keep the row that holds": "die gültige Zeile behalten",
    "no column was recognised as %1": "keine Spalte wurde als %1 erkannt",
    "name it: %1, one of %2": "sie nennen: %1, eine von %2",
    "there is no column \"%1\"": "es gibt keine Spalte „%1“",
    "pay is taken as %1: nothing names a currency":
      "die Vergütung gilt als %1: nichts nennt eine Währung",
    "1 row of pay by the %1 counted with %2 to a year":
      "1 Zeile mit Vergütung je %1, gerechnet mit %2 im Jahr",
    "%1 rows of pay by the %2 counted with %3 to a year":
      "%1 Zeilen mit Vergütung je %2, gerechnet mit %3 im Jahr",
    "hour": "Stunde",
    "day": "Tag",
    "week": "Woche",
    "two weeks": "zwei Wochen",
    "half month": "Halbmonat",
    "pay is taken as yearly: nothing names a period":
      "die Vergütung gilt je Jahr: nichts nennt einen Zeitraum",
    "commas in pay are taken as grouping thousands: no amount shows which separator is the decimal one":
      "Kommas in der Vergütung gelten als Tausendertrennzeichen: kein Betrag zeigt, welches das Dezimalzeichen ist",
    "points in pay are taken as grouping thousands: no amount shows which separator is the decimal one":
      "Punkte in der Vergütung gelten als Tausendertrennzeichen: kein Betrag zeigt, welches das Dezimalzeichen ist",
    "if it is the other way round, say so: %1": "wenn es umgekehrt ist, das angeben: %1",
    "dates are read with the day first": "Daten werden mit dem Tag zuerst gelesen",
    "dates are read with the month first": "Daten werden mit dem Monat zuerst gelesen",
    ", which none of them proves; 2021-05-31 is never in doubt":
      ", was keines von ihnen beweist; 2021-05-31 ist immer eindeutig",
    "1 amount %1": "1 Betrag %1",
    "%1 amounts %2": "%1 Beträge %2",
    "given as a range, taken at its middle": "als Spanne angegeben, gerechnet mit der Mitte",
    "marked as approximate": "als ungefähr gekennzeichnet",
    "given as a lower bound, taken as it is":
      "als Untergrenze angegeben, gerechnet wie geschrieben",
    "given as an upper bound, taken as it is":
      "als Obergrenze angegeben, gerechnet wie geschrieben",
    "naming more pay behind a plus, which is not counted":
      "mit weiterer Vergütung hinter einem Plus, die nicht mitzählt",
    "1 row is an exact copy of earlier ones": "1 Zeile gleicht einer früheren genau",
    "%1 rows are exact copies of earlier ones": "%1 Zeilen gleichen früheren genau",
    "%1, %2 included; where two people can share every field, keep them with %3":
      "%1, auch in %2; wo zwei Personen in allen Feldern gleich sein können, sie mit %3 behalten",
    "1 row is written like an earlier one and kept, because nothing in the file tells people apart: no id, no time stamp, no employer with a title and a place":
      "1 Zeile ist geschrieben wie eine frühere und bleibt erhalten, weil nichts in der Datei Personen unterscheidet: kein Schlüssel, kein Zeitstempel, kein Arbeitgeber mit Bezeichnung und Ort",
    "%1 rows are written like an earlier one and kept, because nothing in the file tells people apart: no id, no time stamp, no employer with a title and a place":
      "%1 Zeilen sind geschrieben wie eine frühere und bleiben erhalten, weil nichts in der Datei Personen unterscheidet: kein Schlüssel, kein Zeitstempel, kein Arbeitgeber mit Bezeichnung und Ort",
    "if they are copies, say which column tells whose row it is: %1":
      "wenn es Kopien sind, die Spalte angeben, die sagt, wessen Zeile es ist: %1",
    "1 amount is set aside: too large for pay by the %1, and plausible for a month or a year":
      "1 Betrag ist aussortiert: zu groß für eine Vergütung je %1, aber plausibel für einen Monat oder ein Jahr",
    "%1 amounts are set aside: too large for pay by the %2, and plausible for a month or a year":
      "%1 Beträge sind aussortiert: zu groß für eine Vergütung je %2, aber plausibel für einen Monat oder ein Jahr",
    "write what they are for into the cells, such as 55000/year, or keep them as they are with %1":
      "den Zeitraum in die Zellen schreiben, etwa 55000/year, oder sie mit %1 unverändert behalten",
    "half of the pay is at most %1 a year; is it by the hour, or in thousands?":
      "die Hälfte der Vergütungen ist höchstens %1 im Jahr; sind es Stundenlöhne, oder Tausender?",
    "half of the pay is at least %1 a year; is it really by the %2?":
      "die Hälfte der Vergütungen ist mindestens %1 im Jahr; gelten sie wirklich je %2?",
    "say what it is for: %1": "angeben, wofür sie gelten: %1",
    "\"%1\" seems to hold means of groups%2; each row counts as one person, so percentiles and intervals are not those of people":
      "„%1“ enthält offenbar Mittelwerte von Gruppen%2; jede Zeile zählt als eine Person, Perzentile und Intervalle sind also nicht die von Personen",
    ", of which \"%1\" tells the size": ", deren Größe „%1“ nennt",
    "none of %1 rows can be used: %2": "keine der %1 Zeilen ist verwendbar: %2",
    "%1 rejected": "%1 zurückgewiesen",
    "%1 set aside as %2": "%1 aussortiert als %2",
    "the decimal separator of the column is a point": "das Dezimalzeichen der Spalte ist ein Punkt",
    "the decimal separator of the column is a comma": "das Dezimalzeichen der Spalte ist ein Komma",
    "\"%1\" is no period of pay": "„%1“ ist kein Vergütungszeitraum",
    "known are hour, day, week, biweekly, semimonthly, month and year":
      "bekannt sind hour, day, week, biweekly, semimonthly, month und year",
    "the amount is in %1, but its currency is \"%2\"":
      "der Betrag ist in %1, seine Währung ist aber „%2“",
    "\"%1\" is not a date": "„%1“ ist kein Datum",
    "\"%1\" does not say what maps to what": "„%1“ sagt nicht, was wem zugeordnet wird",
    "write ROLE=COLUMN, such as base_pay=\"Annual salary\"":
      "ROLLE=SPALTE schreiben, etwa base_pay=\"Annual salary\"",
    "\"%1\" is nothing that a column can be mapped to":
      "„%1“ ist nichts, dem eine Spalte zugeordnet werden kann",
    "%1 is mapped to \"%2\" and to \"%3\"": "%1 ist „%2“ und „%3“ zugeordnet",
    "there is no column \"%1\" to map %2 to":
      "es gibt keine Spalte „%1“, der %2 zugeordnet werden könnte",
    "the column \"%1\" is mapped to %2 and to %3":
      "die Spalte „%1“ ist %2 und %3 zugeordnet",
    "\"%1\" is not a condition": "„%1“ ist keine Bedingung",
    "write COLUMN=VALUE, or another of != < <= > >= ~ instead of =":
      "SPALTE=WERT schreiben, oder statt = eines von != < <= > >= ~",
    "did you mean %1%2?": "ist %1%2 gemeint?",
    "\"%1\" in \"%2\" is not a number, so nothing is less or greater":
      "„%1“ in „%2“ ist keine Zahl; nichts ist also kleiner oder größer",

    // What a column was taken for
    "nothing speaks for a role": "nichts spricht für eine Rolle",
    "mapped by hand": "von Hand zugeordnet",
    "\"%1\" in its name is of no use here": "„%1“ in ihrem Namen hilft hier nicht",
    "\"%1\" in its name speaks for %2, but the values do not":
      "„%1“ in ihrem Namen spricht für %2, die Werte aber nicht",
    "\"%1\" in its name; %2": "„%1“ in ihrem Namen; %2",
    "none, as mapped by hand": "keine, wie von Hand zugeordnet",
    "could be %1, but \"%2\" is the surer one": "könnte %1 sein, „%2“ ist aber sicherer",
    "no values at the top of the file": "keine Werte am Anfang der Datei",
    "%1 of %2 values at the top of the file differ":
      "%1 von %2 Werten am Anfang der Datei sind verschieden",
    "any text fits": "jeder Text passt",
    "%1 of %2 values at the top of the file fit": "%1 von %2 Werten am Anfang der Datei passen",
    "its values are %1": "ihre Werte sind %1",
    "currencies": "Währungen",
    "periods of pay": "Vergütungszeiträume",
    "US states": "US-Bundesstaaten",
    "countries": "Länder",
    "genders": "Geschlechter",
    "it is the only column whose values look like yearly pay":
      "nur in dieser Spalte sehen die Werte nach Jahresvergütung aus",

    // Amounts as people write them
    "holds no number": "enthält keine Zahl",
    "holds several numbers": "enthält mehrere Zahlen",
    "is no number with a decimal point": "ist keine Zahl mit Dezimalpunkt",
    "is no number with a decimal comma": "ist keine Zahl mit Dezimalkomma",
    "is a range whose end is below its start":
      "ist eine Spanne, deren Ende unter ihrem Anfang liegt",
    "names several currencies": "nennt mehrere Währungen",
    "names several periods of pay": "nennt mehrere Vergütungszeiträume",
    "is a percentage": "ist ein Prozentsatz",
    "holds \"%1\", which is not understood": "enthält „%1“, was nicht verständlich ist",
    "is too large": "ist zu groß",
  ]

  /// Registers of gifts, and tax tables.
  private static let germanGiftFindings: [String: String] = [
    "the column \"%1\" is not read": "die Spalte „%1“ wird nicht gelesen",
    "the register needs %1": "das Verzeichnis braucht %1",
    "the column \"date\"": "die Spalte „date“",
    "the column \"recipient\"": "die Spalte „recipient“",
    "a column \"cost\", \"paid\" or \"market_value\"":
      "eine Spalte „cost“, „paid“ oder „market_value“",
    "its columns are: %1": "seine Spalten sind: %1",
    "the register has no column %1": "das Verzeichnis hat keine Spalte %1",
    "a complete record says these for each gift":
      "ein vollständiges Verzeichnis nennt dies zu jedem Geschenk",
    "write year, month and day, such as %1 if the month stands first":
      "Jahr, Monat und Tag schreiben, etwa %1, wenn der Monat vorn steht",
    "write year, month and day, such as 2026-03-30":
      "Jahr, Monat und Tag schreiben, etwa 2026-03-30",
    "a name is empty": "ein Name ist leer",
    "a name is written twice": "ein Name steht zweimal da",
    "write each recipient once, with \";\" between them":
      "jeden Empfänger einmal schreiben, mit „;“ dazwischen",
    "there are %1 recipients and %2 employers": "es sind %1 Empfänger und %2 Arbeitgeber",
    "write one employer for all, or one for each with \";\" between them":
      "einen Arbeitgeber für alle schreiben, oder für jeden einen, mit „;“ dazwischen",
    "\"%1\" is not a %2 that is known": "„%1“ ist hier nicht bekannt (%2)",
    "tax and delivery are more than what was paid":
      "Steuer und Versand sind mehr als das Gezahlte",
    "the cost is %1, but what was paid less tax and delivery is %2":
      "die Kosten sind %1, das Gezahlte ohne Steuer und Versand ist aber %2",
    "cost is the price without tax and delivery": "cost ist der Preis ohne Steuer und Versand",
    "%1 \"%2\" may be %3 or %4: its point could group thousands":
      "%1 „%2“ kann %3 oder %4 sein: der Punkt könnte Tausender trennen",
    "%1 \"%2\" %3": "%1 „%2“ %3",
    "is not one exact amount": "ist kein einzelner genauer Betrag",
    "is not in %1, the currency of the limit": "ist nicht in %1, der Währung der Grenze",
    "is negative": "ist negativ",
    "is too large for a gift": "ist zu groß für ein Geschenk",
    "has fractions of a cent": "hat Bruchteile eines Cents",
    "write one amount in %1, such as 84.50": "einen Betrag in %1 schreiben, etwa 84.50",
    "there is no %1 for %2, %3": "es gibt kein %1 für %2, %3",
  ]

  /// Models of attainment and selling, and statistics.
  private static let germanModelFindings: [String: String] = [
    "the model of selling draws a deal of %1, which is no amount":
      "das Verkaufsmodell zieht einen Abschluss über %1, was kein Betrag ist",
    "there is no model \"%1\"": "es gibt kein Modell „%1“",
    "there is no model of selling \"%1\"": "es gibt kein Verkaufsmodell „%1“",
    "a season has twelve weights of 0 or more": "eine Saison hat zwölf Gewichte ab 0",
    "an empirical model needs a file": "ein empirisches Modell braucht eine Datei",
    "a history of attainments cannot be read from here":
      "eine Historie von Zielerreichungen lässt sich von hier nicht lesen",
    "the history is empty": "die Historie ist leer",
    "%1 in the history is not an attainment": "%1 in der Historie ist keine Zielerreichung",
    "a banded model has at least one band": "ein Modell in Klassen hat mindestens eine Klasse",
    "the band %1..%2 does not follow the one before":
      "die Klasse %1..%2 folgt nicht auf die vorige",
    "a mixture has at least one part": "eine Mischung hat mindestens einen Teil",
    "the share %1 of %2 is not above 0 and up to 1":
      "der Anteil %1 (%2) liegt nicht über 0 und bis 1",
    "the shares of %1 sum to %2, not to 1": "die Anteile (%1) ergeben zusammen %2, nicht 1",
    "the bands": "die Klassen",
    "the parts": "die Teile",
    "the size of a deal: %1": "die Höhe eines Abschlusses: %1",
    "%1 opportunities a year are not from 1 to 10,000":
      "%1 Verkaufschancen im Jahr liegen nicht zwischen 1 und 10.000",
    "a win rate of %1 is not above 0 and up to 1":
      "eine Gewinnquote von %1 liegt nicht über 0 und bis 1",
    "a share of %1 cancelled deals is not from 0 to 1":
      "ein Anteil von %1 stornierten Abschlüssen liegt nicht zwischen 0 und 1",
    "a cycle of %1 days is not from 0 to 365":
      "ein Zyklus von %1 Tagen liegt nicht zwischen 0 und 365",
    "a portfolio has at least one account": "ein Portfolio hat mindestens einen Kunden",
    "%1 accounts are not from 1 to 10,000": "%1 Kunden liegen nicht zwischen 1 und 10.000",
    "a chance of %1 is not above 0 and up to 1":
      "eine Wahrscheinlichkeit von %1 liegt nicht über 0 und bis 1",
    "a deal of %1 of the quota is not above 0": "ein Abschluss von %1 der Quote liegt nicht über 0",
    "a decay of %1 is not from 0 to 10": "eine Abnahme von %1 liegt nicht zwischen 0 und 10",
    "%1 is not an attainment": "%1 ist keine Zielerreichung",
    "a fit needs three attainments above 0, and there are %1":
      "eine Anpassung braucht drei Zielerreichungen über 0; hier sind es %1",
    "all attainments are the same": "alle Zielerreichungen sind gleich",
    "the attainments vary more than any normal model above 0":
      "die Zielerreichungen streuen mehr als jedes Normalmodell über 0",
    "the attainments fit no %1 model: %2":
      "die Zielerreichungen passen zu keinem Modell der Art %1: %2",
    "the model \"%1\" draws what is not a finite number":
      "das Modell „%1“ zieht, was keine endliche Zahl ist",
    "no closed form is known for the model \"%1\"":
      "für das Modell „%1“ ist keine geschlossene Formel bekannt",
    "the percentiles of a team's cost have no closed form":
      "für die Perzentile der Kosten eines Teams gibt es keine geschlossene Formel",
    "%1 is not a number of trials": "%1 ist keine Zahl von Ziehungen",
    "%1 is not a number of years of deals": "%1 ist keine Zahl von Jahren mit Abschlüssen",
    "%1 is not a number of team years": "%1 ist keine Zahl von Team-Jahren",
    "%1 is not a number of people": "%1 ist keine Zahl von Personen",
    "the market factor: %1": "der Marktfaktor: %1",
    "the plan \"%1\" looks at the column \"%2\" of deals, which simulated deals do not have":
      "der Plan „%1“ beachtet die Spalte „%2“ der Abschlüsse, die simulierte nicht haben",
    "the plan has no quota, of which a model of selling speaks":
      "der Plan hat keine Quote, auf die sich ein Verkaufsmodell bezieht",
    "this aim says nothing about the %1": "dieses Ziel sagt hierüber nichts: %1",
    "write for example %1": "zum Beispiel %1 schreiben",
    "write even, quarter-end, last-quarter, or twelve numbers such as 1:1:2:1:1:2:1:1:2:1:1:3":
      "even, quarter-end, last-quarter schreiben, oder zwölf Zahlen wie 1:1:2:1:1:2:1:1:2:1:1:3",
    "write empirical:history.csv": "empirical:history.csv schreiben",
    "fit a model to it, and write that": "ein Modell daran anpassen und dieses schreiben",
    "give one past attainment or more": "eine vergangene Zielerreichung oder mehr angeben",
    "write bands in rising order, each with a lower and a higher end":
      "Klassen in steigender Folge schreiben, jede mit unterem und oberem Ende",
    "simulate it instead": "stattdessen simulieren",
    "simulate the team": "das Team simulieren",
    "take 1 to %1": "1 bis %1 nehmen",
    "take 1 to 10,000,000": "1 bis 10.000.000 nehmen",
    "take 1 to 100,000": "1 bis 100.000 nehmen",
    "simulate it by attainment": "nach Zielerreichung simulieren",
    "say a reference quota": "eine Bezugsquote angeben",
    "%1: \"%2\" is none of %3": "%1: „%2“ ist keines von %3",
    "%1: %2 is given twice": "%1: %2 steht zweimal da",
    "%1: %2 is missing": "%1: %2 fehlt",
    "%1: \"%2\" is not a number": "%1: „%2“ ist keine Zahl",
    "%1: %2 is not a whole number": "%1: %2 ist keine ganze Zahl",
    "%1: \"%2\" is more than 1000%": "%1: „%2“ ist mehr als 1000 %",
    "\"%1\" is not a band": "„%1“ ist keine Klasse",
    "\"%1\" is not a part": "„%1“ ist kein Teil",

    // Statistics
    "the %1 is %2 but must be %3": "%1: %2, verlangt ist aber: %3",
    "positive and finite": "positiv und endlich",
    "finite": "endlich",
    "positive": "positiv",
    "0 or more and finite": "0 oder mehr und endlich",
    "at least 1": "mindestens 1",
    "at least 2": "mindestens 2",
    "at most 6 standard deviations above the mean":
      "höchstens 6 Standardabweichungen über dem Mittelwert",
    "mean": "Mittelwert",
    "standard deviation": "Standardabweichung",
    "coefficient of variation": "Variationskoeffizient",
    "lower bound": "untere Grenze",
    "shape": "Form",
    "scale": "Skala",
    "log mean": "logarithmischer Mittelwert",
    "log standard deviation": "logarithmische Standardabweichung",
    "first shape": "erste Form",
    "second shape": "zweite Form",
    "noncentrality": "Nichtzentralität",
    "number of degrees of freedom": "Zahl der Freiheitsgrade",
    "numerator's number of degrees of freedom": "Zahl der Freiheitsgrade des Zählers",
    "denominator's number of degrees of freedom": "Zahl der Freiheitsgrade des Nenners",
    "number of values": "Zahl der Werte",
    "spread of the logarithms": "Streuung der Logarithmen",
    "the column %1 has %2 entries for %3 rows": "die Spalte %1 hat %2 Einträge für %3 Zeilen",
    "row %1 of %2 is not a finite number; leave missing values out":
      "Zeile %1 von %2 ist keine endliche Zahl; fehlende Werte weglassen",
    "row %1 of %2 has code %3, which is no level":
      "Zeile %1 von %2 hat den Code %3, den es nicht gibt",
    "%1 rows are too few for %2 coefficients": "%1 Zeilen sind zu wenige für %2 Koeffizienten",
    "%1 columns are more than the %2 that can be solved for; is a factor an identifier?":
      "%1 Spalten sind mehr als die lösbaren %2; ist ein Faktor ein Schlüssel?",
    "the quantile %1 is not between 0 and 1": "das Quantil %1 liegt nicht zwischen 0 und 1",
    "row %1 alone decides a coefficient, so HC3 errors are not defined; use HC1, or merge the level that has one record":
      "Zeile %1 allein bestimmt einen Koeffizienten, HC3-Fehler sind also nicht definiert; HC1 verwenden, oder die Ausprägung mit nur einem Satz mit einer anderen zusammenlegen",
    "clustered errors need at least two clusters":
      "geclusterte Fehler brauchen mindestens zwei Cluster",
    "%1 cannot be told from other columns in %2; leave it out or merge levels":
      "%1 lässt sich in %2 nicht von anderen Spalten trennen; weglassen, oder Ausprägungen zusammenlegen",
    "%1 is not a factor with two levels in this regression":
      "%1 ist in dieser Regression kein Faktor mit zwei Ausprägungen",
    "the quantile regression did not converge": "die Quantilsregression ist nicht konvergiert",
    "the value in row %1 is %2; leave missing values out":
      "der Wert in Zeile %1 ist %2; fehlende Werte weglassen",
    "the weight in row %1 is %2; weights must be zero or positive and finite":
      "das Gewicht in Zeile %1 ist %2; Gewichte sind null oder positiv, und endlich",
    "the frequency weight in row %1 is %2; frequencies are whole numbers, other weights are sampling or reliability weights":
      "das Häufigkeitsgewicht in Zeile %1 ist %2; Häufigkeiten sind ganze Zahlen, andere Gewichte sind Stichproben- oder Reliabilitätsgewichte",
    "the column of %1 has %2 entries for %3 values":
      "die Spalte %1 hat %2 Einträge für %3 Werte",
    "weights need a meaning (frequency, sampling or reliability), and a meaning needs weights":
      "Gewichte brauchen eine Bedeutung (frequency, sampling oder reliability), und eine Bedeutung braucht Gewichte",
    "%1 is not defined for weighted records": "%1 ist für gewichtete Sätze nicht definiert",
    "%1 of the values are zero or negative, where this measure is not defined":
      "%1 der Werte sind null oder negativ; dort ist dieses Maß nicht definiert",
    "stratum %1 has only one sampling unit; merge it with another or choose a policy":
      "Schicht %1 hat nur eine Auswahleinheit; mit einer anderen zusammenlegen, oder eine Regel wählen",
    "cluster %1 occurs in more than one stratum; clusters are nested in strata":
      "Cluster %1 kommt in mehr als einer Schicht vor; Cluster liegen in Schichten",
  ]

  /// Questions about plans, statements and payments.
  private static let germanPayFindings: [String: String] = [
    "\"%1\" is not an attainment": "„%1“ ist keine Zielerreichung",
    "write a fraction such as 0.93 or a percentage such as 93%":
      "einen Bruch wie 0.93 oder einen Prozentsatz wie 93% schreiben",
    "\"%1\" is not between 0% and 1000%": "„%1“ liegt nicht zwischen 0 % und 1000 %",
    "there is no attainment in the column \"%1\"": "in der Spalte „%1“ steht keine Zielerreichung",
    "more than the limit is over it and not near it":
      "mehr als die Grenze liegt darüber und nicht in der Nähe",
    "write one percentage of at most 100%, such as 80%":
      "einen Prozentsatz bis höchstens 100% schreiben, etwa 80%",
    "gifts are added up over the calendar year":
      "Geschenke werden über das Kalenderjahr zusammengerechnet",
    "say %1 as the firm's written procedures have it":
      "%1 so angeben, wie es in den schriftlichen Regeln der Firma steht",
    "there is no plan to price": "es gibt keinen Plan zu berechnen",
    "the closed form draws nothing": "die geschlossene Formel zieht nichts",
    "leave out %1": "%1 weglassen",
    "it is about a team": "das betrifft ein Team",
    "add %1": "%1 ergänzen",
    "%1 %2 is not in %3, the currency of the plan":
      "%1 %2 ist nicht in %3, der Währung des Plans",
    "convert it, or leave the currency out": "umrechnen, oder die Währung weglassen",
    "an amount of 0 or less means nothing here":
      "ein Betrag von 0 oder weniger hat hier keine Bedeutung",
    "write one amount above 0, such as 690048": "einen Betrag über 0 schreiben, etwa 690048",
    "%1 is not a number of years": "%1 ist keine Zahl von Jahren",
    "%1 is not a number of threads": "%1 ist keine Zahl von Threads",
    "take 1 to 1024": "1 bis 1024 nehmen",
    "the plan has no quota to attain": "der Plan hat keine Quote, die zu erreichen wäre",
    "a quota of 0 has no attainment": "bei einer Quote von 0 gibt es keine Zielerreichung",
    "say one, such as %1, or say %2": "eine angeben, etwa %1, oder %2 angeben",
    "say one, such as %1": "eine angeben, etwa %1",
    "write one above 0": "eine über 0 schreiben",
    "take 1 to 100000": "1 bis 100000 nehmen",
    "write \"%1\"": "„%1“ schreiben",
    "this is paid for %1, of which only a part is compared, so it and what it pays for are left out":
      "dies ist für %1 gezahlt, wovon nur ein Teil verglichen wird; es bleibt mit dem, wofür es zahlt, außer Betracht",
    "%1 earned at several times, of which only a part is compared, so it and what it pays for are left out":
      "%1 hat zu mehreren Zeiten etwas erbracht, wovon nur ein Teil verglichen wird; es bleibt mit dem, wofür es zahlt, außer Betracht",
    "compare a period that holds all of it": "einen Zeitraum vergleichen, der alles enthält",
    "the plan pays at most %1": "der Plan zahlt höchstens %1",
    "%1 needs %2, and no other aim": "%1 braucht %2 und kein anderes Ziel",
    "the plan has no component \"%1\"": "der Plan hat keine Komponente „%1“",
    "there is no deal \"%1\"": "es gibt keinen Abschluss „%1“",
    "nobody called \"%1\" is paid here": "hier wird niemand namens „%1“ bezahlt",
    "%1, %2 to %3, is outside of the plan year":
      "%1, %2 bis %3, liegt außerhalb des Planjahrs",
    "the statements run from %1 to %2": "die Abrechnungen reichen vom %1 bis %2",
    "%1 is the calendar's, %2 to %3": "%1 meint den Kalender, %2 bis %3",
    "that of the plan, %1 to %2, is %3": "das des Plans, %1 bis %2, ist %3",
  ]

  /// Questions about markets.
  private static let germanMarketFindings: [String: String] = [
    "\"%1\": behind = stands how the column enters, number or category":
      "„%1“: hinter = steht, wie die Spalte eingeht, number oder category",
    "\"%1\": a category has no square": "„%1“: eine Kategorie hat kein Quadrat",
    "\"%1\" holds the pay that is compared, and pay is not adjusted by itself":
      "„%1“ enthält die verglichene Vergütung, und Vergütung wird nicht um sich selbst bereinigt",
    "\"%1\" tells the groups apart, so they have no people of the same %2":
      "„%1“ unterscheidet die Gruppen; sie haben also keine Personen mit gleichem Wert von %2",
    "no value of %1 is a number, such as %2": "kein Wert von %1 ist eine Zahl, zum Beispiel %2",
    "most values of %1 are numbers, but not %2":
      "die meisten Werte von %1 sind Zahlen, nicht aber %2",
    "say what it is: %1=number leaves those people out, %2=category makes a group of each value":
      "angeben, was es ist: %1=number lässt diese Personen aus, %2=category macht aus jedem Wert eine Gruppe",
    "%1 holds words, such as %2, and words have no square":
      "%1 enthält Wörter, etwa %2, und Wörter haben kein Quadrat",
    "if its codes are quantities, say %1=number":
      "wenn die Codes Größen sind, %1=number angeben",
    "no differentials: some pay is zero or negative, so it has no logarithm":
      "keine Differenziale: manche Vergütung ist null oder negativ und hat also keinen Logarithmus",
    "no differentials: fewer than two groups have people of whom everything is known":
      "keine Differenziale: weniger als zwei Gruppen haben Personen, von denen alles bekannt ist",
    "no differentials: %1": "keine Differenziale: %1",
    "name what pay depends on, such as experience":
      "nennen, wovon die Vergütung abhängt, etwa experience",
    "it lies between 0% and 100%, such as 95%": "der Wert liegt zwischen 0 % und 100 %, etwa 95%",
    "%1 is not between 2 and 1000000": "%1 liegt nicht zwischen 2 und 1000000",
    "it is a number from 1 up": "es ist eine Zahl ab 1",
    "it lies between 0% and 100%, such as 25%": "der Wert liegt zwischen 0 % und 100 %, etwa 25%",
    "%1 has no value \"%2\"": "%1 hat keinen Wert „%2“",
    "it has %1": "es gibt %1",
    "%1 has %2 values, and a gap is between two":
      "%1 hat %2 Werte; eine Lücke liegt zwischen zweien",
    "say which: %1, of %2": "angeben, welche: %1, aus %2",
    "a group is not held against itself": "eine Gruppe wird nicht mit sich selbst verglichen",
    "\"%1\" is one person, and a gap needs two of each group":
      "„%1“ ist eine Person; eine Lücke braucht zwei aus jeder Gruppe",
    "the groups have nobody to compare": "in den Gruppen ist niemand zu vergleichen",
    "some pay is zero or negative, so it has no logarithm":
      "manche Vergütung ist null oder negativ und hat also keinen Logarithmus",
    "no adjusted gap: fewer than two people of each group are complete and have a counterpart with the same value of every characteristic in the other group":
      "keine bereinigte Lücke: aus jeder Gruppe sind weniger als zwei Personen vollständig und haben in der anderen Gruppe ein Gegenstück mit gleichem Wert jedes Merkmals",
    "no adjusted gap: %1": "keine bereinigte Lücke: %1",
    "the pay is of %1 months, from %2 to %3, and compared as it stands":
      "die Vergütung ist aus %1 Monaten, von %2 bis %3, und wird verglichen, wie sie dasteht",
    "say %1 to bring it to one date": "%1 angeben, um sie auf einen Stand zu bringen",
    "%1 rows without a date have no pay in the comparison":
      "%1 Zeilen ohne Datum haben im Vergleich keine Vergütung",
    "it says how pay is moved, and nothing says when to":
      "es sagt, wie die Vergütung fortgeschrieben wird, aber nichts sagt, bis wann",
    "say also to when: %1": "auch angeben, bis wann: %1",
    "it carries an index on, and pay is moved by a rate, which has no end":
      "es setzt einen Index fort, fortgeschrieben wird aber mit einem Satz, der kein Ende hat",
    "the indices are those of the United States, and the pay is in %1":
      "die Indizes sind die der USA, die Vergütung ist aber in %1",
    "say how it moved, such as %1": "angeben, wie sie sich entwickelt hat, etwa %1",
    "the data do not say of when they are": "die Daten nennen keinen Stand",
    "say %1 to carry it on": "%1 angeben, um ihn fortzusetzen",
    "%1 does not go back five years": "%1 reicht keine fünf Jahre zurück",
    "published tables are moved over the years only":
      "veröffentlichte Tabellen werden nur über die Jahre fortgeschrieben",
    "say %1": "%1 angeben",
    "there is no file to read": "es gibt keine Datei zu lesen",
    "the file is given twice, and everyone in it would count twice":
      "die Datei ist zweimal angegeben; alle darin würden doppelt zählen",
    "name it once": "sie einmal nennen",
    "this is a published table and others are people's data":
      "dies ist eine veröffentlichte Tabelle, andere enthalten Daten von Personen",
    "read them apart": "sie getrennt lesen",
    "%1 is for people's data, and these are published tables":
      "%1 gehört zu Daten von Personen; das hier sind veröffentlichte Tabellen",
    "they have %1": "dafür gibt es %1",
    "%1 is for published tables, and these are people's data":
      "%1 gehört zu veröffentlichten Tabellen; das hier sind Daten von Personen",
    "their titles are a condition: %1": "deren Bezeichnungen sind eine Bedingung: %1",
    "a gap needs people's data; published tables have only percentiles":
      "eine Lücke braucht Daten von Personen; veröffentlichte Tabellen haben nur Perzentile",
    "it has %1 in %2, and %3 has %4 in %5": "darin steht %1 in %2, in %3 aber %4 in %5",
    "say %1, %2 and %3": "%1, %2 und %3 angeben",
    "nobody in the data fits the conditions": "niemand in den Daten erfüllt die Bedingungen",
    "no occupation is \"%1\"": "kein Beruf ist „%1“",
    "there are\n  %1": "es gibt\n  %1",
    "a published table has no \"%1\"": "eine veröffentlichte Tabelle hat kein „%1“",
    "the table does not say of when it is": "die Tabelle nennt keinen Stand",
    "no group of the table can be used": "keine Gruppe der Tabelle ist verwendbar",
    "the tables are of %1 dates, and only %2 is used":
      "die Tabellen haben %1 verschiedene Stände; verwendet wird nur %2",
    "the first end is not below the second": "das erste Ende liegt nicht unter dem zweiten",
    "say the lower one first: %1": "das niedrigere zuerst angeben: %1",
    "the amount is in %1 and the pay of the market in %2":
      "der Betrag ist in %1, die Vergütung im Markt in %2",
    "convert it, or name a market in %1": "umrechnen, oder einen Markt in %1 nennen",
    "%1 needs %2, because the kinds give different intervals":
      "%1 braucht %2, weil die Arten verschiedene Intervalle ergeben",
    "say sampling (the row represents that many people of the population, as in the public-use files of surveys), frequency (the row stands for that many equal people) or reliability (the row's variance is inversely proportional to the weight)":
      "sampling angeben (die Zeile steht für so viele Personen der Grundgesamtheit, wie in öffentlichen Erhebungsdateien), frequency (die Zeile steht für so viele gleiche Personen) oder reliability (die Varianz der Zeile ist umgekehrt proportional zum Gewicht)",
    "it says what weights mean, and no weights are named":
      "es sagt, was Gewichte bedeuten, es sind aber keine genannt",
    "there are no weights": "es gibt keine Gewichte",
    "of %1 people nobody has pay and, where they were asked for, a weight above zero, a cluster and a stratum":
      "von %1 Personen hat niemand eine Vergütung und, soweit verlangt, ein Gewicht über null, einen Cluster und eine Schicht",
    "stratum \"%1\" has only one sampling unit": "die Schicht „%1“ hat nur eine Auswahleinheit",
    "merge it with another one, or say %1 or certainty":
      "mit einer anderen zusammenlegen, oder %1 oder certainty angeben",
    "cluster \"%1\" occurs in more than one stratum, and clusters are drawn within strata":
      "der Cluster „%1“ kommt in mehr als einer Schicht vor; Cluster werden aber innerhalb von Schichten gezogen",
    "a weight is %1; weights are zero or positive":
      "ein Gewicht ist %1; Gewichte sind null oder positiv",
    "a weight is %1, and frequencies are whole numbers":
      "ein Gewicht ist %1; Häufigkeiten sind aber ganze Zahlen",
    "say %1 or reliability": "%1 oder reliability angeben",
    "the column \"%1\" looks like weights and is not used":
      "die Spalte „%1“ sieht nach Gewichten aus und wird nicht verwendet",
    "say %1 %2, or frequency, or reliability": "%1 %2 angeben, oder frequency, oder reliability",
    "%1 pay": "%1-Vergütung",
  ]

  /// Reports, recipes, notebooks and the command.
  private static let germanCommandFindings: [String: String] = [
    // Reports
    "it says something about %1": "es sagt etwas über %1",
    "give %1 too, or leave it out": "auch %1 angeben, oder es weglassen",
    "\"%1\" pays in %2, but \"%3\" in %4": "„%1“ zahlt in %2, „%3“ aber in %4",
    "review a plan against one in the same currency":
      "einen Plan mit einem in derselben Währung vergleichen",
    "a role file": "eine Rollendatei",
    "each of %1": "jedes von %1",
    "this report has no section \"%1\"": "dieser Bericht hat keinen Abschnitt „%1“",
    "there is nothing to say in the section \"%1\"": "im Abschnitt „%1“ gibt es nichts zu sagen",
    "give the files that it is about, or leave it out":
      "die Dateien angeben, von denen er handelt, oder ihn weglassen",
    "%1 is not from %2 to %3": "%1 liegt nicht zwischen %2 und %3",

    // Recipes and settings
    "a recipe": "ein Rezept",
    "the kind of report": "die Art des Berichts",
    "there is no report \"%1\"": "es gibt keinen Bericht „%1“",
    "\"%1\" is empty": "„%1“ ist leer",
    "leave it out": "weglassen",
    "the range \"%1\" has no step": "die Spanne „%1“ hat keine Schrittweite",
    "write from..to/step, such as %1": "von..bis/Schritt schreiben, etwa %1",
    "the range \"%1\" does not count up": "die Spanne „%1“ zählt nicht aufwärts",
    "\"%1\" stands for more than %2 numbers": "„%1“ steht für mehr als %2 Zahlen",
    "take a larger step": "eine größere Schrittweite nehmen",
    "\"%1\" may be %2 or %3": "„%1“ kann %2 oder %3 sein",
    "\"%1,%2\" may be one number or two; the comma separates numbers here":
      "„%1,%2“ kann eine Zahl sein oder zwei; das Komma trennt hier Zahlen",
    "write %1%2 or %3_%4 for one, or \"%5, %6\" for two":
      "%1%2 oder %3_%4 schreiben, wenn es eine ist, oder \"%5, %6\" bei zweien",
    "\"%1\" is negative": "„%1“ ist negativ",
    "write an amount of 0 or more": "einen Betrag ab 0 schreiben",
    "\"%1\" may be %2% or %3%": "„%1“ kann %2 % oder %3 % sein",
    "write the one that is meant": "das Gemeinte schreiben",
    "\"%1\" is not an amount": "„%1“ ist kein Betrag",
    "\"%1\" is not a percentage": "„%1“ ist kein Prozentsatz",
    "this is not one amount above 0": "das ist nicht ein Betrag über 0",
    "this is not one percentage": "das ist nicht ein Prozentsatz",
    "write one percentage, such as %1": "einen Prozentsatz schreiben, etwa %1",
    "\"%1\" is not a number that fits here": "„%1“ ist keine Zahl, die hier passt",
    "write it in digits, such as 10": "in Ziffern schreiben, etwa 10",
    "there is no \"%1\" here": "hier gibt es kein „%1“",

    // The command
    "the file cannot be opened": "die Datei lässt sich nicht öffnen",
    "reading broke off": "das Lesen brach ab",
    "there are no datasets here": "hier sind keine Datensätze",
    "looked for baseline.csv in %1; say %2": "baseline.csv wurde gesucht in %1; %2 angeben",
    "\"%1\" is not a year": "„%1“ ist kein Jahr",
    "write calendar, rolling, or fiscal:07-01":
      "calendar, rolling oder fiscal:07-01 schreiben",
    "this page is of an earlier run and not of this report":
      "diese Seite ist aus einem früheren Lauf und gehört nicht zu diesem Bericht",
    "remove it before the folder is passed on":
      "sie entfernen, bevor der Ordner weitergegeben wird",
    "the output is %1, which this call needs for something else":
      "die Ausgabe ist %1, was dieser Aufruf für etwas anderes braucht",
    "choose another name; nothing was written":
      "einen anderen Namen wählen; es wurde nichts geschrieben",
    "a notebook writes only into its own folder":
      "ein Notebook schreibt nur in seinen eigenen Ordner",
    "write into %1, which is where the notebook is": "nach %1 schreiben, wo das Notebook liegt",
    "the file is not what comes out": "die Datei ist nicht das, was herauskommt",
    "the output cannot be created: %1": "die Ausgabe lässt sich nicht anlegen: %1",
    "writing broke off: %1": "das Schreiben brach ab: %1",
    "choose a folder that exists and that you may write to":
      "einen vorhandenen Ordner wählen, in den geschrieben werden darf",
    "%1 phrases have no %2 words and stay English, such as \"%3\"":
      "für %1 Formulierungen gibt es keine Worte (%2); sie bleiben englisch, etwa „%3“",
    "several plans are compared on the same draws":
      "mehrere Pläne werden auf denselben Ziehungen verglichen",
    "add a model, such as %1": "ein Modell ergänzen, etwa %1",
    "they are two ways to say one thing": "das sind zwei Arten, dasselbe zu sagen",
    "it is about deals and months": "das betrifft Abschlüsse und Monate",
    "it is a model of its own, by draws": "das ist ein eigenes Modell, mit Ziehungen",
    "it fixes what is sold, and %1 lets it vary":
      "es legt den Umsatz fest, %1 lässt ihn aber streuen",
    "give one of %1 and %2": "eines von %1 und %2 angeben",

    // Notebooks
    "this is a directory; name the notebooks in it":
      "das ist ein Ordner; die Notebooks darin nennen",
    "the notebook cannot be read as UTF-8": "das Notebook lässt sich nicht als UTF-8 lesen",
    "the command of this block fails with status %1":
      "der Befehl dieses Blocks scheitert mit Status %1",
    "the block says that its command fails, and it does not":
      "der Block sagt, dass sein Befehl scheitert; er tut es aber nicht",
    "the fence that opens here is never closed":
      "der Codeblock, der hier beginnt, wird nie geschlossen",
    "the output that begins here has no end": "die Ausgabe, die hier beginnt, hat kein Ende",
    "put %1 behind it, or delete the mark": "%1 dahinter setzen, oder die Markierung löschen",
    "a quote in this block is never closed":
      "ein Anführungszeichen in diesem Block wird nie geschlossen",
    "a block is one command that begins with ontarget; nothing else is run":
      "ein Block ist ein Befehl, der mit ontarget beginnt; anderes wird nicht ausgeführt",
    "give each command a block of its own": "jedem Befehl einen eigenen Block geben",

    // What each kind of finding means
    "nothing that is found is called \"%1\"": "kein Befund heißt „%1“",
    "say ontarget explain to see all names": "ontarget explain zeigt alle Namen",
    "What OnTarget finds, and what it means": "Was OnTarget findet und was es bedeutet",
    "Every finding has a name. %1 says what one means, why it harms and how to mend it; %2 lists those of one family.":
      "Jeder Befund hat einen Namen. %1 sagt, was einer bedeutet, warum er schadet und wie er zu beheben ist; %2 führt die einer Familie auf.",
    "What it says": "Was er sagt",
    "Why it harms:": "Warum es schadet:",
    "Seen in public:": "Öffentlich gesehen:",
    "What to do:": "Was zu tun ist:",
    "This has it:": "Hier kommt er vor:",
    "This does not:": "Hier nicht:",
  ]
}
