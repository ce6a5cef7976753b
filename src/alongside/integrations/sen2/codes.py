"""The code sets of a return. Source: DfE SEN2 code sets as restated in docs/explain/sen2.md."""

from typing import Final


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


SEX: Final = _codes("M F U")
GENDER_CURRENT: Final = {"0": "U", "1": "M", "2": "F", "9": "U", "M": "M", "F": "F", "U": "U"}
OUTCOME: Final = _codes("Y N A W H")
REQUEST_SOURCE: Final = _codes("1 2 3 4 5")
CEASE_REASON: Final = _codes("1 2 3 4 5 6 7 8 9")
UPN_UNKNOWN: Final = _codes("UN1 UN2 UN3 UN4 UN5 UN6 UN7 UN8 UN9 UN10")
SETTING: Final = _codes("OLA OPA EHE EYP OTH NEET NIEC NIEO")
NEED: Final = _codes("SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH DS")
RESIDENTIAL: Final = _codes("A B")
WORK_BASED: Final = _codes("A T S")
DIRECT_PAYMENTS: Final = _codes("E S H I")
REVIEW_OUTCOME: Final = _codes("A C M")
RANK: Final = _codes("1 2")
OFFICER: Final = _codes("Y N R")
ETHNICITY: Final = _codes(
    """
    WBRI WCOR WENG WNIR WSCO WWEL WOWB WIRI WIRT WOTH WALB WBOS WCRO WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR
    WTUK WTUC WEUR WEEU WWEU WOTW WROM WROG WROR WROO MWBC MWBA MWAS MWAP MWAI MWAO ABRI AWEL MOTH MAOE MABL
    MACH MBOE MBCH MCOE MWOE MWCH MOTM AIND APKN AMPK AKPA AOPK ABAN AOTH AAFR AKAO ANEP ASNL ASLT ASRO AOTA
    BBRI BWEL BCRB BAFR BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF BOTH BEUR BNAM BOTB CHNE CHKC CMAL CSNG CTWN
    COCH OOTH OAFG ORAB OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA OVIE OYEM
    OOEG REFU NOBT
    """
)
