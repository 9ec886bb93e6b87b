import CSVReading
import Findings
import SalaryData
import Tables
import Testing

@Suite("Recognising columns")
struct ColumnRecognitionTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let csv: String
    let roles: [ColumnRole: String]
    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(
      name: "a survey with questions as headers",
      csv: """
        Timestamp,How old are you?,What industry do you work in?,Job title,"If your job title needs additional context, please clarify here:","What is your annual salary? (You'll indicate the currency in a later question. If you are part-time or hourly, please enter an annualized equivalent.)","How much additional monetary compensation do you get, if any (for example, bonuses or overtime in an average year)?",Please indicate the currency,"If ""Other,"" please indicate the currency here:","If your income needs additional context, please provide it here:",What country do you work in?,"If you're in the U.S., what state do you work in?",What city do you work in?,How many years of professional work experience do you have overall?,How many years of professional work experience do you have in your field?,What is your highest level of education completed?,What is your gender?,What is your race? (Choose all that apply.)
        4/27/2021 11:02:10,25-34,Education (Higher Education),Research and Instruction Librarian,,"55,000",0,USD,,,United States,Massachusetts,Boston,5-7 years,5-7 years,Master's degree,Woman,White
        4/27/2021 11:02:22,25-34,Computing or Tech,Change & Internal Communications Manager,,"54,600",4000,GBP,,,United Kingdom,,Cambridge,8 - 10 years,5-7 years,College degree,Non-binary,White
        4/27/2021 11:02:38,25-34,"Accounting, Banking & Finance",Marketing Specialist,,34000,,USD,,,US,Tennessee,Chattanooga,2 - 4 years,2 - 4 years,College degree,Woman,White
        """,
      roles: [
        .date: "Timestamp", .industry: "What industry do you work in?", .title: "Job title",
        .basePay:
          "What is your annual salary? (You'll indicate the currency in a later question. If you are part-time or hourly, please enter an annualized equivalent.)",
        .bonus:
          "How much additional monetary compensation do you get, if any (for example, bonuses or overtime in an average year)?",
        .currency: "Please indicate the currency", .country: "What country do you work in?",
        .state: "If you're in the U.S., what state do you work in?",
        .experience: "How many years of professional work experience do you have overall?",
        .gender: "What is your gender?", .city: "What city do you work in?",
      ]),
    Sample(
      name: "a German export",
      csv: """
        Arbeitgeber;Berufsbezeichnung;Branche;Bundesland;Jahresgehalt (brutto);Provision;Prämie;Berufserfahrung;Geschlecht;Stichtag;Gewicht
        Muster AG;Vertriebsmitarbeiter;Software;Bayern;57.504,00 €;12.000 €;1.000 €;5;w;31.05.2021;1,5
        Beispiel GmbH;Key Account Manager;Maschinenbau;Hessen;61.516,00 €;8.000 €;;7;m;31.05.2021;0,8
        """,
      roles: [
        .employer: "Arbeitgeber", .title: "Berufsbezeichnung", .industry: "Branche",
        .state: "Bundesland", .basePay: "Jahresgehalt (brutto)", .commission: "Provision",
        .bonus: "Prämie", .experience: "Berufserfahrung", .gender: "Geschlecht",
        .date: "Stichtag",
      ]),
    Sample(
      name: "a table of job postings in several currencies",
      csv: """
        work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,employee_residence,remote_ratio,company_location,company_size
        2020,MI,FT,Data Scientist,70000,EUR,79833,DE,0,DE,L
        2020,SE,FT,Machine Learning Scientist,260000,USD,260000,JP,0,JP,S
        """,
      roles: [
        .date: "work_year", .level: "experience_level", .title: "job_title",
        .basePay: "salary_in_usd", .currency: "salary_currency", .country: "employee_residence",
      ]),
    Sample(
      name: "a payroll with parts of pay",
      csv: """
        EmployeeName,JobTitle,BasePay,OvertimePay,OtherPay,Benefits,TotalPay,TotalPayBenefits,Year,Agency
        A B,GENERAL MANAGER,167411.18,0.00,400184.25,,567595.43,567595.43,2011,San Francisco
        C D,CAPTAIN III,155966.02,245131.88,137811.38,,538909.28,538909.28,2011,San Francisco
        """,
      roles: [
        .title: "JobTitle", .basePay: "BasePay", .totalPay: "TotalPay", .bonus: "OtherPay",
        .date: "Year", .employer: "Agency", .identifier: "EmployeeName",
      ]),
    Sample(
      name: "visa disclosure data",
      csv: """
        CASE_NUMBER,CASE_STATUS,EMPLOYER_NAME,EMPLOYER_STATE,JOB_TITLE,SOC_TITLE,NAICS_CODE,WAGE_RATE_OF_PAY_FROM,WAGE_RATE_OF_PAY_TO,WAGE_UNIT_OF_PAY,PREVAILING_WAGE,PW_UNIT_OF_PAY,WORKSITE_STATE
        I-200-1,CERTIFIED,ACME,CA,ACCOUNT EXECUTIVE,Sales Agents,541810,57504.00,61516.00,Year,50000,Year,NY
        I-200-2,CERTIFIED,GLOBEX,CA,SALES REP,Sales Agents,541810,27.65,,Hour,25,Hour,TX
        """,
      roles: [
        .employer: "EMPLOYER_NAME", .title: "JOB_TITLE", .industry: "NAICS_CODE",
        .basePay: "WAGE_RATE_OF_PAY_FROM", .payPeriod: "WAGE_UNIT_OF_PAY",
        .state: "WORKSITE_STATE", .identifier: "CASE_NUMBER",
      ]),
    Sample(
      name: "levels of technology companies in one word each",
      csv: """
        timestamp,company,level,title,totalyearlycompensation,location,yearsofexperience,yearsatcompany,basesalary,stockgrantvalue,bonus,gender
        6/7/2017 11:33:27,Oracle,L3,Product Manager,127000,"Redwood City, CA",1.5,1.5,107000,20000,10000,
        6/10/2017 17:11:29,eBay,SE 2,Software Engineer,100000,"San Francisco, CA",5,3,100000,0,0,Male
        """,
      roles: [
        .date: "timestamp", .employer: "company", .level: "level", .title: "title",
        .totalPay: "totalyearlycompensation", .experience: "yearsofexperience",
        .basePay: "basesalary", .bonus: "bonus", .gender: "gender", .city: "location",
      ]),
  ]

  @Test("finds each role in the files that people have", arguments: samples)
  func recognizes(_ sample: Sample) throws {
    let reader = SalaryReader(try BundledData.vocabularies())
    let file = try CSVFile(bytes: Array(sample.csv.utf8), name: "sample.csv")
    let recognition = try reader.recognize(file)
    for role in ColumnRole.allCases {
      #expect(recognition.name(of: role) == sample.roles[role], "\(role.rawValue)")
    }
  }

  @Test("uses the values where the names say nothing")
  func byValues() throws {
    let rows = (1...20).map {
      "\($0),\(50_000 + 700 * $0),\(["CA", "NY", "TX"][$0 % 3]),\(["Man", "Woman"][$0 % 2])"
    }
    let file = try CSVFile(
      bytes: Array((["q1,q2,q3,q4"] + rows).joined(separator: "\n").utf8), name: "sample.csv")
    let recognition = try SalaryReader(BundledData.vocabularies()).recognize(file)
    #expect(recognition.name(of: .basePay) == "q2")
    #expect(recognition.name(of: .state) == "q3")
    #expect(recognition.name(of: .gender) == "q4")
    #expect(recognition.columns[1].reason.plainText.contains("yearly pay"))
  }

  @Test("is overruled by a mapping, and a misspelt column gets a suggestion")
  func mapping() throws {
    let vocabularies = try BundledData.vocabularies()
    let file = try CSVFile(
      bytes: Array("salary,other amount\n50000,60000\n52000,61000\n".utf8), name: "sample.csv")
    var options = SalaryReadingOptions()
    try options.mapping.add("base_pay=Other amount", to: .people, among: [.people])
    let recognition = try SalaryReader(vocabularies, options: options).recognize(file)
    #expect(recognition.name(of: .basePay) == "other amount")
    #expect(recognition.columns[1].reason == "mapped by hand")
    #expect(recognition.columns[0].role == nil)

    options.mapping = TableMapping()
    try options.mapping.add("base_pay=other amont", to: .people, among: [.people])
    let failure = #expect(throws: InputFailure.self) {
      try SalaryReader(vocabularies, options: options).recognize(file)
    }
    #expect(failure?.log.findings.first?.remedy?.plainText == "did you mean \"other amount\"?")
    #expect(throws: InputFailure.self) {
      try options.mapping.add("basepay", to: .people, among: [.people])
    }
    #expect(throws: InputFailure.self) {
      try options.mapping.add("base=salary", to: .people, among: [.people])
    }
  }

  @Test("takes a mapping from a file, whose mistakes have a place")
  func mappingFile() throws {
    var mapping = TableMapping()
    try mapping.add(
      CSVFile(bytes: Array("role,column\nbase_pay,Amount\nbonus,\n".utf8), name: "map.csv"),
      to: .people, among: [.people])
    #expect(mapping.column(of: "base_pay", in: .people) == "Amount")
    #expect(mapping.column(of: "bonus", in: .people) == "")
    mapping = TableMapping()
    let failure = #expect(throws: InputFailure.self) {
      try mapping.add(
        CSVFile(bytes: Array("role,column\nbase_pay,A\nbonnus,B\n".utf8), name: "map.csv"),
        to: .people, among: [.people])
    }
    #expect(failure?.code == .badData)
    #expect(failure?.log.findings.first?.place == Place(file: "map.csv", line: 3, column: 1))
    #expect(failure?.log.findings.first?.remedy?.plainText == "did you mean \"bonus\"?")
  }
}
