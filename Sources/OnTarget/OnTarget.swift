@_exported public import Amounts
@_exported public import Analyses
@_exported public import CSVReading
@_exported public import Findings
@_exported public import PayPlans
@_exported public import Reporting
@_exported public import SalaryData
@_exported public import Statistics
