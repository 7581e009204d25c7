"""Bodies that issue and authenticate papers, in the order of `LANGUAGES`; the body's own name is added in brackets."""

LANGUAGES = ("zh_hans", "en", "de", "ja", "ko")
Phrase = tuple[str, str, str, str, str]

BODIES: dict[str, Phrase] = {
    "academy": ("新加坡法律学会", "Singapore Academy of Law", "Singapore Academy of Law", "シンガポール法律アカデミー", "싱가포르 법률아카데미"),
    "any": ("该国指定的主管机关", "the authority that the country has named", "die vom Land benannte Behörde", "同国が指定した権限当局", "해당 국가가 지정한 권한 기관"),
    "chancellery": ("联邦或州政府办公厅", "federal or cantonal chancellery", "Bundes- oder Staatskanzlei", "連邦または州の官房", "연방 또는 주 사무처"),
    "chinese_notary": ("中国内地认可的公证途径", "notarial route recognised in mainland China", "in Festlandchina anerkannter notarieller Weg", "中国本土で認められた公証手続", "중국 본토가 인정하는 공증 절차"),
    "civil_registry": ("民事登记机关", "civil registry office", "Standesamt", "身分登録機関", "신분등록기관"),
    "court": ("法院", "court", "Gericht", "裁判所", "법원"),
    "criminal_register": ("国家犯罪记录登记机构", "national criminal records office", "zentrale Strafregisterbehörde", "国の犯罪記録機関", "국가 범죄기록기관"),
    "entry_exit": ("公安机关出入境管理部门或公证处", "exit-entry administration or a notary public", "Ein- und Ausreisebehörde oder Notariat", "出入国管理部門または公証処", "출입국관리부문 또는 공증처"),
    "fbi": ("联邦调查局", "Federal Bureau of Investigation", "Bundesermittlungsbehörde", "連邦捜査局", "연방수사국"),
    "federal_justice": ("联邦司法局", "Federal Office of Justice", "Bundesamt für Justiz", "連邦司法庁", "연방법무청"),
    "federal_or_state": ("联邦或州主管机关", "federal or state authority", "Behörde des Bundes oder des Gliedstaats", "連邦または州の当局", "연방 또는 주 기관"),
    "federal_police": ("联邦警察", "federal police", "Bundespolizeibehörde", "連邦警察", "연방경찰"),
    "foreign_ministry": ("外交部", "Ministry of Foreign Affairs", "Außenministerium", "外務省", "외교부"),
    "foreign_then_embassy": ("外交部，然后中国驻该国使领馆", "foreign ministry, then the Chinese embassy or consulate", "Außenministerium, dann chinesische Botschaft oder chinesisches Konsulat", "外務省、その後に中国大使館・総領事館", "외교부, 이후 중국 대사관 또는 영사관"),
    "governor": ("省长或县长公署", "governor’s or district governor’s office", "Gouverneurs- oder Landratsamt", "県知事または郡長の役所", "주지사 또는 군수 사무소"),
    "home_affairs": ("内政部", "Department of Home Affairs", "Behörde für innere Angelegenheiten", "内務省", "내무부"),
    "immigration": ("移民与关卡局", "Immigration and Checkpoints Authority", "Einwanderungs- und Grenzbehörde", "入国管理・検問所庁", "이민국"),
    "interior": ("内政部", "Ministry of the Interior", "Innenministerium", "内務省", "내무부"),
    "internal_affairs": ("内政部", "Department of Internal Affairs", "Behörde für innere Angelegenheiten", "内務省", "내무부"),
    "investigation": ("国家调查局", "national bureau of investigation", "nationale Ermittlungsbehörde", "国家捜査局", "국가수사국"),
    "justice_ministry": ("司法部", "Ministry of Justice", "Justizministerium", "司法省", "법무부"),
    "law_ministry": ("法律部", "Ministry of Law", "Ministerium für Recht", "法務省", "법무부"),
    "local_police": ("地方警察机关", "local police authority", "örtliche Polizeibehörde", "地方の警察", "지방경찰"),
    "municipality": ("居住地市政机关", "municipality", "Gemeinde", "市区町村役場", "시·구·읍·면 사무소"),
    "mounted_police": ("皇家骑警", "Royal Canadian Mounted Police", "Royal Canadian Mounted Police", "王立カナダ騎馬警察", "왕립캐나다기마경찰"),
    "notary": ("公证人", "notary", "Notariat", "公証人", "공증인"),
    "passport_office": ("护照办公室", "passport office", "Passbehörde", "旅券事務所", "여권사무소"),
    "police": ("国家警察", "national police", "nationale Polizei", "国家警察", "국가경찰"),
    "prosecution": ("检察机关", "public prosecution service", "Staatsanwaltschaft", "検察庁", "검찰"),
    "public_security": ("公安部", "Ministry of Public Security", "Ministerium für öffentliche Sicherheit", "公安省", "공안부"),
    "regional": ("联邦州主管机关", "authority of the state in which the paper was issued", "Behörde des ausstellenden Landes", "発行地の州の当局", "발급지 주의 기관"),
    "screening": ("司法与安全部下属审查机构", "screening authority of the Ministry of Justice and Security", "Prüfbehörde des Ministeriums für Justiz und Sicherheit", "司法安全省の審査機関", "법무안전부 산하 심사기관"),
    "statistics": ("国家统计局", "national statistics authority", "nationale Statistikbehörde", "国家統計局", "국가통계청"),
    "tax_agency": ("税务局（人口登记）", "tax agency, which keeps the population register", "Finanzbehörde, die das Melderegister führt", "住民登録を管轄する国税庁", "주민등록을 담당하는 국세청"),
    "vital_records": ("州或省出生婚姻登记处", "vital records office of the state or province", "Personenstandsbehörde des Bundesstaats oder der Provinz", "州の出生・婚姻登録所", "주 출생·혼인 등록청"),
}  # fmt: skip

# What is done to a degree certificate before the apostille or the legalisation.
BEFORE: dict[str, Phrase] = {
    "notary": (
        "先由当地公证人或律师核证毕业证书或其复印件，再办理附加证明书或领事认证。",
        "A notary or solicitor of the country first certifies the certificate or a copy of it; apostille or legalisation follows.",
        "Zuerst beglaubigt ein Notariat des Landes die Urkunde oder eine Kopie; danach folgt Apostille oder Legalisation.",
        "まず現地の公証人が証書または写しを認証し、その後アポスティーユまたは領事認証を受けます。",
        "먼저 현지 공증인이 증서 또는 사본을 공증하고, 그다음 아포스티유 또는 영사확인을 받습니다.",
    ),
    "education": (
        "先由该国教育主管部门确认学位证书，再办理附加证明书或领事认证。",
        "The education authority of the country first confirms the certificate; apostille or legalisation follows.",
        "Zuerst bestätigt die Bildungsbehörde des Landes die Urkunde; danach folgt Apostille oder Legalisation.",
        "まず同国の教育当局が証書を確認し、その後アポスティーユまたは領事認証を受けます。",
        "먼저 해당 국가의 교육 당국이 증서를 확인하고, 그다음 아포스티유 또는 영사확인을 받습니다.",
    ),
    "regional": (
        "由高校所在州（省）的主管机关办理；私立高校的证书可能须先经公证。",
        "The authority of the state, canton or province of the university is competent; papers of private universities may need a notary first.",
        "Zuständig ist die Behörde des Landes, Kantons oder Bundesstaats der Hochschule; Urkunden privater Hochschulen müssen eventuell zuerst notariell beglaubigt werden.",
        "大学所在地の州の当局が担当します。私立大学の証書は先に公証が必要な場合があります。",
        "대학 소재지의 주(州) 기관이 담당합니다. 사립대학의 증서는 먼저 공증이 필요할 수 있습니다.",
    ),
}  # fmt: skip


def named(body: str, own_name: str = "") -> dict[str, str]:
    """The phrase in each language with the body's own name in brackets."""
    said = {}
    for language, phrase in zip(LANGUAGES, BODIES[body], strict=True):
        wide = language in ("zh_hans", "ja")
        bracketed = (f"（{own_name}）" if wide else f" ({own_name})") if own_name and own_name != phrase else ""
        said[language] = phrase + bracketed
    return said
