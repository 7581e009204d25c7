"""Regions of the world (United Nations M49), for whoever may know where somebody comes from and no more."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Region(models.TextChoices):
    """The five regions of M49, and none for who has not stated a nationality."""

    AFRICA = "002", pgettext_lazy("region", "Africa")
    AMERICAS = "019", pgettext_lazy("region", "Americas")
    ASIA = "142", pgettext_lazy("region", "Asia")
    EUROPE = "150", pgettext_lazy("region", "Europe")
    OCEANIA = "009", pgettext_lazy("region", "Oceania")
    UNSTATED = "", pgettext_lazy("region", "not stated")


_COUNTRIES = {
    Region.AFRICA: """DZ EG LY MA SD TN EH IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW AO CM CF TD CG CD GQ GA ST
        BW SZ LS NA ZA BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG""",
    Region.AMERICAS: """AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI BZ CR SV GT HN MX NI PA AR BO
        BV BR CL CO EC FK GF GY PY PE GS SR UY VE BM CA GL PM US""",
    Region.ASIA: """KZ KG TJ TM UZ CN HK MO KP JP MN KR TW BN KH ID LA MY MM PH SG TH TL VN AF BD BT IN IR MV NP PK LK AM AZ BH CY GE IQ
        IL JO KW LB OM QA SA PS SY TR AE YE""",
    Region.EUROPE: """BY BG CZ HU PL MD RO RU SK UA AX GG JE DK EE FO FI IS IE IM LV LT NO SJ SE GB AL AD BA HR GI GR VA IT MT ME MK PT SM
        RS SI ES AT BE FR DE LI LU MC NL CH XK""",
    Region.OCEANIA: "AU CX CC HM NZ NF FJ NC PG SB VU GU KI MH FM NR MP PW UM AS CK PF NU PN WS TK TO TV WF",
}
_REGION_OF = {code: region for region, codes in _COUNTRIES.items() for code in codes.split()}


def region_of(country: str) -> Region:
    """The region of a country by its ISO 3166 code; UNSTATED for one that is empty or belongs to none."""
    return _REGION_OF.get(country, Region.UNSTATED)
