"""How the public papers of each country are recognised in mainland China, and who gives the apostille or begins the legalisation.

The status is that of the HCCH status table and of the announcements of the Chinese foreign ministry, entered as known on `CHECKED_ON`
and unverified until an officer has compared it. Where nobody is named, the country's own list of competent authorities must be asked.
"""

import datetime
from dataclasses import dataclass

from screening.credentials.states import Recognition

CHECKED_ON = datetime.date(2026, 11, 24)
SOURCE = "HCCH status table, Apostille Convention (no. 12); 外交部领事司关于《取消外国公文书认证要求的公约》在华生效的公告（2023-10-23）"
IN_FORCE = datetime.date(2023, 11, 7)

PARTY, NOT_PARTY = Recognition.PARTY, Recognition.NOT_PARTY


@dataclass(frozen=True)
class Country:
    """One country's line: recognition, since when with China, the body and its own name, typical weeks."""

    code: str
    recognition: Recognition
    body: str = "any"
    own_name: str = ""
    weeks: tuple[int, int] = (1, 3)
    since: datetime.date | None = IN_FORCE


def _party(code: str, body: str, own_name: str = "", weeks: tuple[int, int] = (1, 3), since: datetime.date = IN_FORCE) -> Country:
    return Country(code, PARTY, body, own_name, weeks, since)


def _legalised(code: str, own_name: str = "", recognition: Recognition = NOT_PARTY) -> Country:
    return Country(code, recognition, "foreign_then_embassy", own_name, (2, 6), None)


OTHER_PARTIES = (
    "AM AZ BH BG BO BY CL CO CR CY CZ DK DO EC EE FI GE GR HR HU IL IS JM KG LT LU LV MA MD ME MK MN MT MU NA NO OM PA PE PY RO RS SI SK SN TJ "
    "TN UY UZ VE"
)
OTHER_NON_PARTIES = "CU ET GH IQ IR JO KH KW LA LB LK MM NP QA TZ UG"

COUNTRIES: tuple[Country, ...] = (
    _party("DE", "regional", "Bund: Bundesamt für Auswärtige Angelegenheiten"),
    _party("FR", "notary", "notaires"),
    _party("GB", "foreign_ministry", "Legalisation Office, FCDO"),
    _party("IT", "prosecution", "Procura della Repubblica; Prefettura"),
    _party("ES", "justice_ministry", "Ministerio de Justicia"),
    _party("NL", "court", "rechtbank"),
    _party("SE", "notary", "notarius publicus"),
    _party("CH", "chancellery", "Bundeskanzlei; Staatskanzlei"),
    _party("PL", "foreign_ministry", "Ministerstwo Spraw Zagranicznych"),
    _party("AT", "any"),
    _party("BE", "foreign_ministry", "SPF Affaires étrangères / FOD Buitenlandse Zaken"),
    _party("IE", "foreign_ministry", "Department of Foreign Affairs"),
    _party("PT", "prosecution", "Procuradoria-Geral da República"),
    _party("US", "federal_or_state", "U.S. Department of State; Secretary of State", (2, 8)),
    _party("CA", "federal_or_state", "Global Affairs Canada", (1, 6), datetime.date(2024, 1, 11)),
    _party("MX", "federal_or_state", "Secretaría de Gobernación"),
    _party("BR", "notary", "cartórios"),
    _party("AR", "foreign_ministry", "Ministerio de Relaciones Exteriores"),
    _party("AU", "foreign_ministry", "DFAT"),
    _party("NZ", "internal_affairs", "Te Tari Taiwhenua"),
    _party("JP", "foreign_ministry", "外務省", (1, 2)),
    _party("KR", "foreign_ministry", "외교부; 재외동포청", (1, 1)),
    _party("SG", "academy", "", (1, 1)),
    _legalised("MY", "Wisma Putra"),
    _legalised("TH", "กระทรวงการต่างประเทศ"),
    _party("VN", "foreign_ministry", "Bộ Ngoại giao", since=datetime.date(2026, 9, 11)),
    _party("ID", "law_ministry", "Kementerian Hukum"),
    _party("PH", "foreign_ministry", "Department of Foreign Affairs"),
    _legalised("IN", "Ministry of External Affairs", Recognition.OBJECTION),
    _party("PK", "foreign_ministry", "Ministry of Foreign Affairs"),
    _party("KZ", "any"),
    _party("RU", "any"),
    _party("ZA", "foreign_ministry", "DIRCO", (2, 6)),
    _legalised("EG"),
    _legalised("NG"),
    _legalised("KE"),
    _legalised("AE"),
    _party("SA", "foreign_ministry"),
    _party("TR", "governor", "valilik; kaymakamlık", (1, 1)),
    _party("UA", "any"),
    _party("BD", "foreign_ministry", since=datetime.date(2025, 3, 30)),
    _party("RW", "any", since=datetime.date(2024, 6, 5)),
    *(_party(code, "any") for code in OTHER_PARTIES.split()),
    *(_legalised(code) for code in OTHER_NON_PARTIES.split()),
    Country("CN", Recognition.DOMESTIC, "entry_exit", "", (0, 0), None),
    Country("HK", Recognition.OWN_ROUTE, "chinese_notary", "中国委托公证人（香港）", (1, 3), None),
    Country("MO", Recognition.OWN_ROUTE, "chinese_notary", "中国委托公证人（澳门）", (1, 3), None),
    Country("TW", Recognition.OWN_ROUTE, "chinese_notary", "两岸公证书使用查证协议", (2, 6), None),
)
