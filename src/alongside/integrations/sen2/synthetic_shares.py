"""What invented returns are made of: names, codes and how often each occurs, out of the sum of its row."""

from datetime import date

FORENAMES = (
    "Ada",
    "Ben",
    "Chi",
    "Dov",
    "Eve",
    "Fay",
    "Gus",
    "Hal",
    "Ivy",
    "Jan",
    "Kit",
    "Lou",
    "Mo",
    "Ned",
    "Oli",
    "Pia",
)
SURNAMES = (
    "Ashdown",
    "Birchall",
    "Cromer",
    "Dunmore",
    "Elstow",
    "Farrow",
    "Garth",
    "Holm",
    "Ingle",
    "Jessop",
    "Kelham",
    "Lorne",
    "Marsh",
    "Nene",
)
NEEDS = {
    "ASD": 373,
    "SEMH": 179,
    "SLCN": 178,
    "MLD": 91,
    "PD": 40,
    "SLD": 34,
    "SPLD": 21,
    "OTH": 9,
    "PMLD": 8,
    "HI": 7,
    "VI": 4,
    "MSI": 1,
}
SETTINGS = {"": 900, "NEET": 43, "EHE": 12, "OLA": 22, "OTH": 10, "EYP": 13}
ETHNICITIES = {
    "WBRI": 780,
    "WOTH": 60,
    "MWBC": 15,
    "AIND": 20,
    "APKN": 30,
    "BAFR": 30,
    "BCRB": 10,
    "CHNE": 10,
    "OOTH": 15,
    "REFU": 10,
    "NOBT": 20,
}
CEASE_REASONS = {"6": 480, "5": 225, "4": 100, "1": 90, "2": 60, "3": 20, "7": 15, "8": 10}
STORIES = {
    "maintained": 660,
    "issued": 130,
    "assessing": 70,
    "ceased": 50,
    "refused": 30,
    "awaiting": 25,
    "transferred": 12,
    "no_plan": 11,
    "withdrawn": 6,
    "exported": 3,
    "awaiting_earlier": 3,
}
ON_TIME_SHARE, WEEK20_SHARE, SIX_WEEK_SHARE = 0.385, 0.02, 0.955
CENSUS_DAYS = {
    2023: date(2023, 1, 19),
    2024: date(2024, 1, 18),
    2025: date(2025, 1, 16),
    2026: date(2026, 1, 15),
}
LA_NUMBER = "931"
