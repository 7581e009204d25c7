"""An arrangement of 2027 as it might be announced, for the tests."""

HOLIDAYS_2027 = [
    *("2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-02-09 2027-02-10 2027-02-11".split()),
    *("2027-04-05 2027-05-01 2027-05-02 2027-05-03 2027-06-09 2027-09-15 2027-10-01 2027-10-02 2027-10-03 2027-10-04".split()),
]
MAKEUP_2027 = ["2027-01-30", "2027-02-20"]
TABLE = "date,kind,name\n" + "".join(
    [f"{day},holiday,假日\n" for day in HOLIDAYS_2027] + [f"{day},makeup_workday,调休\n" for day in MAKEUP_2027]
)
SOURCE = "国务院办公厅关于2027年部分节假日安排的通知"
