"""The rule for every country of which nothing particular is known, kind by kind, in five languages; a country's own line goes before it."""

from dataclasses import dataclass

from screening.credentials.register.phrases import Phrase
from screening.credentials.states import CountedFrom, PaperKind

WORK_PERMIT = "外国人来华工作许可办理说明（学历、无犯罪记录、工作证明、翻译件要求）"
PRACTICE = "惯例，条文未核对"


@dataclass(frozen=True)
class Rule:
    """One kind of paper: who issues it, what to do, whether it is authenticated, how long it counts and from when, typical weeks."""

    kind: PaperKind
    issuer: Phrase
    steps: Phrase
    weeks: tuple[int, int]
    is_authenticated: bool
    counted_from: CountedFrom = CountedFrom.ISSUE
    months: int | None = None
    source: str = PRACTICE


TRANSLATION: Phrase = (
    "非中文文件须附中文译文，由正规翻译机构翻译并加盖翻译专用章；附加证明书或认证页也须一并翻译。姓名译法应全程一致。",
    "A paper that is not in Chinese needs a Chinese translation with the stamp of a registered translation company. The apostille or legalisation is translated too. Your name must be rendered in the same way everywhere.",
    "Ein nicht chinesisches Dokument braucht eine chinesische Übersetzung mit dem Stempel eines zugelassenen Übersetzungsbüros. Auch Apostille oder Legalisation wird übersetzt. Ihr Name muss überall gleich wiedergegeben sein.",
    "中国語以外の書類には、正規の翻訳会社の印がある中国語訳を添えます。アポスティーユや認証の頁も訳します。氏名の表記は全書類で統一してください。",
    "중국어가 아닌 서류에는 정식 번역업체의 도장이 찍힌 중국어 번역문을 첨부합니다. 아포스티유나 인증 면도 함께 번역합니다. 성명 표기는 모든 서류에서 같아야 합니다.",
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    Rule(
        PaperKind.DEGREE,
        ("授予学位的高校", "the university that awarded the degree", "die Hochschule, die den Abschluss verliehen hat", "学位を授与した大学", "학위를 수여한 대학교"),
        (
            "三种途径任选其一：教育部留学服务中心认证；附加证明书（缔约国）；外交部门和中国使领馆认证（非缔约国）。留学服务中心认证一般无须另办附加证明书。",
            "One of three ways is enough: recognition by CSCSE; an apostille, if the country is a party to the Convention; otherwise legalisation by its foreign ministry and the Chinese embassy. CSCSE as a rule asks for no apostille.",
            "Einer von drei Wegen genügt: Anerkennung durch CSCSE; Apostille, wenn das Land Vertragsstaat ist; sonst Legalisation durch Außenministerium und chinesische Botschaft. CSCSE verlangt in der Regel keine Apostille.",
            "次のいずれか一つで足ります。CSCSEの認証、締約国であればアポスティーユ、それ以外は外務省と中国大使館の領事認証です。CSCSEは通常アポスティーユを求めません。",
            "다음 중 하나면 됩니다. CSCSE 인증, 체약국이면 아포스티유, 그 밖에는 외교부와 중국 대사관의 영사확인입니다. CSCSE는 보통 아포스티유를 요구하지 않습니다.",
        ),
        (2, 6), True, source=WORK_PERMIT,
    ),
    Rule(
        PaperKind.NO_CRIMINAL_RECORD,
        ("该国警察、安全或司法机关", "the police, security or justice authority of the country", "Polizei-, Sicherheits- oder Justizbehörde des Landes", "同国の警察、治安または司法機関", "해당 국가의 경찰, 치안 또는 사법 기관"),
        (
            "由国籍国或经常居住国出具。有效期自出具之日起算，而不是自认证之日起算，并须在申请工作许可之日仍然有效，因此不要办得过早。",
            "It comes from the country of nationality or of habitual residence. Its time runs from the day of issue, not from the day of the apostille, and it must still count on the day on which the work permit is applied for: do not get it too early.",
            "Ausstellende Stelle ist die des Staatsangehörigkeits- oder gewöhnlichen Aufenthaltsstaats. Die Frist läuft ab Ausstellung, nicht ab Apostille, und das Zeugnis muss bei der Beantragung der Arbeitserlaubnis noch gelten: nicht zu früh beantragen.",
            "国籍国または常居所国が発行します。有効期間は認証日ではなく発行日から数え、就労許可の申請日に有効でなければなりません。早すぎる取得は避けてください。",
            "국적국 또는 상거소국에서 발급합니다. 유효기간은 인증일이 아니라 발급일부터 계산하며, 취업허가 신청일에 유효해야 합니다. 너무 일찍 발급받지 마십시오.",
        ),
        (2, 8), True, months=6, source=WORK_PERMIT,
    ),
    Rule(
        PaperKind.BIRTH,
        ("出生地民事登记机关", "the civil registry of the place of birth", "Standesamt des Geburtsorts", "出生地の身分登録機関", "출생지의 신분등록기관"),
        (
            "用于子女随行、入学等手续。请领取载有父母姓名的全本副本。",
            "Needed for children who come with you, for example for school. Ask for the full copy that names both parents.",
            "Für mitreisende Kinder nötig, etwa für die Schule. Verlangen Sie die vollständige Fassung mit den Namen beider Eltern.",
            "同行する子女の入学などに必要です。両親の氏名が記載された全部証明を請求してください。",
            "동반 자녀의 입학 등에 필요합니다. 부모의 성명이 기재된 상세 증명을 신청하십시오.",
        ),
        (1, 4), True,
    ),
    Rule(
        PaperKind.MARRIAGE,
        ("结婚登记地民事登记机关", "the civil registry of the place of marriage", "Standesamt des Orts der Eheschließung", "婚姻登録地の身分登録機関", "혼인 등록지의 신분등록기관"),
        (
            "用于配偶随行。如婚后改姓，也可用来说明证件姓名不一致的原因。",
            "Needed for a spouse who comes with you. If you changed your name when you married, it also explains why certificates bear another name.",
            "Für die mitreisende Ehegattin oder den mitreisenden Ehegatten nötig. Sie erklärt auch, warum Zeugnisse einen anderen Namen tragen, wenn Sie bei der Heirat den Namen geändert haben.",
            "同行する配偶者のために必要です。婚姻で改姓した場合、証明書の氏名が異なる理由も説明できます。",
            "동반 배우자에게 필요합니다. 혼인으로 성을 바꾼 경우 증명서의 성명이 다른 이유도 설명할 수 있습니다.",
        ),
        (1, 4), True,
    ),
    Rule(
        PaperKind.LANGUAGE,
        ("举办考试的机构", "the body that held the test", "die Stelle, die die Prüfung abgenommen hat", "試験の実施機関", "시험 시행 기관"),
        (
            "成绩报告须写明考试名称、版本、等级、分数和日期。一般不需要附加证明书。",
            "The report states test, version, level, score and day. As a rule it needs no apostille.",
            "Das Zeugnis nennt Prüfung, Fassung, Stufe, Punktzahl und Tag. In der Regel ist keine Apostille nötig.",
            "試験名、版、級、得点、日付が記載された成績証明を提出します。通常アポスティーユは不要です。",
            "시험 명칭, 버전, 등급, 점수, 날짜가 적힌 성적표가 필요합니다. 보통 아포스티유는 필요하지 않습니다.",
        ),
        (2, 8), False, CountedFrom.TEST, 24,
    ),
    Rule(
        PaperKind.EMPLOYMENT,
        ("原工作单位", "the former employer", "der frühere Arbeitgeber", "以前の勤務先", "이전 직장"),
        (
            "由单位盖章或负责人签字，写明职务、起止时间、从事的项目和联系人。一般不需要附加证明书。",
            "Stamped by the employer or signed by somebody responsible, with position, period, projects and a person to contact. As a rule it needs no apostille.",
            "Vom Arbeitgeber gestempelt oder von einer verantwortlichen Person unterschrieben, mit Funktion, Zeitraum, Projekten und Ansprechperson. In der Regel ist keine Apostille nötig.",
            "勤務先の印または責任者の署名があり、職位、期間、担当業務、連絡先を記載したもの。通常アポスティーユは不要です。",
            "회사 직인 또는 책임자의 서명이 있고 직위, 기간, 담당 업무, 연락처가 적혀 있어야 합니다. 보통 아포스티유는 필요하지 않습니다.",
        ),
        (1, 4), False, source=WORK_PERMIT,
    ),
    Rule(
        PaperKind.HEALTH,
        ("入境后由上海海关所属的国际旅行卫生保健机构；或境外医院", "after arrival, the travel health-care body of the customs in Shanghai; or a hospital abroad", "nach der Einreise die Gesundheitsstelle des Zolls in Shanghai; oder ein Krankenhaus im Ausland", "入国後は上海税関の国際旅行保健機関、または国外の病院", "입국 후에는 상하이 해관 소속 국제여행보건기관, 또는 국외 병원"),
        (
            "申请有效期一年以上的居留证件时提交。现在不必办理，收到要求后再办。境外体检须使用中国规定的表格。",
            "It belongs to the application for a residence permit of a year or more. Do not get it now; we ask for it later. An examination abroad uses the Chinese form.",
            "Es gehört zum Antrag auf eine Aufenthaltserlaubnis ab einem Jahr. Besorgen Sie es noch nicht; wir fordern es später an. Untersuchungen im Ausland nutzen das chinesische Formular.",
            "一年以上の居留許可の申請時に提出します。今は取得せず、案内を受けてから用意してください。国外での検査には中国の様式を用います。",
            "1년 이상의 거주허가를 신청할 때 제출합니다. 지금은 준비하지 말고 안내를 받은 뒤 준비하십시오. 국외 검진은 중국 서식을 사용합니다.",
        ),
        (1, 2), False, CountedFrom.EXAMINATION, 6, "外国人入境出境管理条例（2013）第16条",
    ),
)  # fmt: skip
