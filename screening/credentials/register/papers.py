"""What is particular to a country: who issues certificates of no criminal record and of civil status, and what a degree needs first.

Names are the bodies' own. Weeks are typical, not promised. A validity stands here only where the paper itself or the country's practice is
shorter than six months.
"""

from dataclasses import dataclass

from screening.credentials.states import PaperKind


@dataclass(frozen=True)
class Paper:
    """One kind of paper of one country: the body, its own name, the paper's own name, typical weeks, validity, where to read on."""

    country: str
    kind: PaperKind
    body: str = ""
    own_name: str = ""
    original_name: str = ""
    weeks: tuple[int, int] | None = None
    months: int | None = None
    link: str = ""
    before: str = ""


# Countries whose certificates say, or whose practice is, that they count for three months.
SHORT = "ES AT PT BR EG"
THREE_MONTHS = frozenset(SHORT.split())


def _police(code: str, body: str, own_name: str, original: str, weeks: tuple[int, int], link: str = "") -> Paper:
    return Paper(code, PaperKind.NO_CRIMINAL_RECORD, body, own_name, original, weeks, 3 if code in THREE_MONTHS else None, link)


POLICE = (
    _police("DE", "federal_justice", "Bundesamt für Justiz", "Führungszeugnis", (1, 3), "https://www.bundesjustizamt.de"),
    _police("FR", "criminal_register", "Casier judiciaire national", "Bulletin n° 3 du casier judiciaire", (1, 2), "https://casier-judiciaire.justice.gouv.fr"),
    _police("GB", "criminal_register", "ACRO", "Police Certificate", (2, 4), "https://www.acro.police.uk"),
    _police("IT", "prosecution", "Casellario giudiziale, Procura della Repubblica", "Certificato del casellario giudiziale", (1, 3), "https://www.giustizia.it"),
    _police("ES", "justice_ministry", "Ministerio de Justicia", "Certificado de antecedentes penales", (1, 2), "https://www.mjusticia.gob.es"),
    _police("NL", "screening", "Justis", "Verklaring Omtrent het Gedrag (VOG)", (1, 4), "https://www.justis.nl"),
    _police("SE", "police", "Polisen", "Utdrag ur belastningsregistret", (2, 3), "https://polisen.se"),
    _police("CH", "federal_justice", "BJ / OFJ / UFG", "Privatauszug aus dem Strafregister", (1, 2), "https://www.strafregister.admin.ch"),
    _police("PL", "criminal_register", "Krajowy Rejestr Karny", "Informacja o osobie z KRK", (1, 2), "https://ekrk.ms.gov.pl"),
    _police("AT", "local_police", "Landespolizeidirektion; Gemeinde", "Strafregisterbescheinigung", (1, 1), "https://www.oesterreich.gv.at"),
    _police("BE", "municipality", "commune / gemeente", "Extrait de casier judiciaire / Uittreksel uit het strafregister", (1, 2), "https://justice.belgium.be"),
    _police("IE", "police", "An Garda Síochána", "Police Certificate", (2, 6), "https://www.garda.ie"),
    _police("PT", "justice_ministry", "Direção-Geral da Administração da Justiça", "Certificado do registo criminal", (1, 1), "https://registocriminal.justica.gov.pt"),
    _police("US", "fbi", "FBI", "Identity History Summary", (2, 8), "https://www.fbi.gov"),
    _police("CA", "mounted_police", "RCMP / GRC", "Certified Criminal Record Check", (2, 8), "https://rcmp.ca"),
    _police("MX", "federal_or_state", "", "Constancia de antecedentes penales", (1, 4), "https://www.gob.mx"),
    _police("BR", "federal_police", "Polícia Federal", "Certidão de antecedentes criminais", (1, 1), "https://www.gov.br/pf"),
    _police("AR", "criminal_register", "Registro Nacional de Reincidencia", "Certificado de antecedentes penales", (1, 2), "https://www.argentina.gob.ar/justicia/reincidencia"),
    _police("AU", "federal_police", "Australian Federal Police", "National Police Certificate", (1, 3), "https://www.afp.gov.au"),
    _police("NZ", "justice_ministry", "Te Tāhū o te Ture", "Criminal record check", (1, 4), "https://www.justice.govt.nz"),
    _police("JP", "local_police", "都道府県警察本部", "犯罪経歴証明書", (1, 2)),
    _police("KR", "police", "경찰청", "범죄·수사경력 회보서", (1, 1), "https://crims.police.go.kr"),
    _police("SG", "police", "Singapore Police Force", "Certificate of Clearance", (2, 4), "https://www.police.gov.sg"),
    _police("MY", "foreign_ministry", "Kementerian Luar Negeri", "Sijil Kelakuan Baik", (3, 6), "https://www.kln.gov.my"),
    _police("TH", "police", "Royal Thai Police", "Police Clearance Certificate", (2, 4)),
    _police("VN", "public_security", "Bộ Công an", "Phiếu lý lịch tư pháp số 2", (2, 4)),
    _police("ID", "police", "Polri", "Surat Keterangan Catatan Kepolisian (SKCK)", (1, 2), "https://skck.polri.go.id"),
    _police("PH", "investigation", "NBI", "NBI Clearance", (1, 2), "https://clearance.nbi.gov.ph"),
    _police("IN", "passport_office", "Passport Seva", "Police Clearance Certificate", (2, 6), "https://www.passportindia.gov.in"),
    _police("PK", "local_police", "", "Police Character Certificate", (1, 3)),
    _police("KZ", "prosecution", "eGov", "Справка о наличии либо отсутствии судимости", (1, 2), "https://egov.kz"),
    _police("RU", "interior", "МВД России", "Справка о наличии (отсутствии) судимости", (2, 5), "https://www.gosuslugi.ru"),
    _police("ZA", "police", "SAPS Criminal Record Centre", "Police Clearance Certificate", (3, 8), "https://www.saps.gov.za"),
    _police("EG", "interior", "", "فيش وتشبيه", (1, 2), ""),
    _police("NG", "police", "Nigeria Police Force", "Police Character Certificate", (1, 4)),
    _police("KE", "police", "Directorate of Criminal Investigations", "Certificate of Good Conduct", (2, 6), "https://www.dci.go.ke"),
    _police("AE", "interior", "", "Criminal Status Certificate", (1, 2), "https://moi.gov.ae"),
    _police("SA", "interior", "", "شهادة خلو سوابق", (1, 3)),
    _police("TR", "justice_ministry", "e-Devlet", "Adli sicil kaydı", (1, 1), "https://www.turkiye.gov.tr"),
    _police("UA", "interior", "МВС України", "Витяг про відсутність судимості", (1, 4)),
    _police("CN", "entry_exit", "", "无犯罪记录证明", (1, 3)),
)  # fmt: skip

# Country, body, the body's own name: births and marriages are recorded there, at the place where they happened.
CIVIL = (
    ("DE", "civil_registry", "Standesamt"), ("FR", "municipality", "mairie"), ("GB", "civil_registry", "General Register Office"),
    ("IT", "municipality", "Comune, ufficio di stato civile"), ("ES", "civil_registry", "Registro Civil"), ("NL", "municipality", "gemeente"),
    ("SE", "tax_agency", "Skatteverket"), ("CH", "civil_registry", "Zivilstandsamt / office de l’état civil"),
    ("PL", "civil_registry", "Urząd Stanu Cywilnego"), ("AT", "civil_registry", "Standesamt"), ("BE", "municipality", "commune / gemeente"),
    ("IE", "civil_registry", "General Register Office"), ("PT", "civil_registry", "Conservatória do Registo Civil"), ("US", "vital_records", ""),
    ("CA", "vital_records", ""), ("MX", "civil_registry", "Registro Civil"), ("BR", "civil_registry", "cartório de registro civil"),
    ("AR", "civil_registry", "Registro Civil"), ("AU", "vital_records", "Registry of Births, Deaths and Marriages"),
    ("NZ", "internal_affairs", "Births, Deaths and Marriages"), ("JP", "municipality", "戸籍"), ("KR", "municipality", "가족관계등록"),
    ("SG", "immigration", "ICA"), ("MY", "civil_registry", "Jabatan Pendaftaran Negara"), ("TH", "municipality", "อำเภอ / สำนักงานเขต"),
    ("VN", "municipality", "Ủy ban nhân dân"), ("ID", "civil_registry", "Dukcapil"), ("PH", "statistics", "PSA"), ("IN", "municipality", ""),
    ("PK", "civil_registry", "NADRA"), ("KZ", "civil_registry", "РАГС"), ("RU", "civil_registry", "ЗАГС"), ("ZA", "home_affairs", "DHA"),
    ("EG", "civil_registry", ""), ("NG", "civil_registry", ""), ("KE", "civil_registry", "Civil Registration Services"), ("AE", "any", ""),
    ("SA", "civil_registry", "الأحوال المدنية"), ("TR", "civil_registry", "nüfus müdürlüğü"), ("UA", "civil_registry", "ДРАЦС"),
)  # fmt: skip

BEFORE_DEGREE = {
    "notary": "GB US CA AU NZ IE SG ZA JP KR FR SE NG KE",
    "education": "ES NL PL PH IN PK KZ RU UA EG AE SA MY TH VN ID AR TR BD",
    "regional": "DE CH AT IT BR MX",
}

PAPERS: tuple[Paper, ...] = (
    *POLICE,
    *(
        Paper(code, kind, body, name, weeks=(1, 3))
        for code, body, name in CIVIL
        for kind in (PaperKind.BIRTH, PaperKind.MARRIAGE)
    ),
    *(Paper(code, PaperKind.DEGREE, before=step) for step, codes in BEFORE_DEGREE.items() for code in codes.split()),
)  # fmt: skip
