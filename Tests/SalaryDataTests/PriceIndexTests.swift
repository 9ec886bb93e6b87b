import SalaryData
