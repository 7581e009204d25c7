"""What a careful candidate writes into each form, as a browser sends it."""

IDENTITY = {
    "full_name_latin": "Anna-Lena Müller",
    "name_order": "given_first",
    "family_name": "Müller",
    "given_names": "Anna-Lena",
    "sex": "2",
    "birth_date_day": "28",
    "birth_date_month": "2",
    "birth_date_year": "1990",
    "nationality": "DE",
    "other_nationalities": ["FR", ""],
    "was_chinese_national": "no",
    "residence_country": "CN",
    "shanghai_months": "18",
    "passport_number": "c01 x00t47",
    "passport_expires_on": "2036-05-01",
    "telephone": "+49 30 123456",
}
EDUCATION = {
    "title": "修士（経済学）",
    "institution": "東都大学",
    "country": "JP",
    "isced_level": "7",
    "isced_field": "03",
    "language": "ja",
    "began_on_day": "1",
    "began_on_month": "4",
    "began_on_year": "2012",
    "has_graduated": "yes",
    "graduated_on_day": "31",
    "graduated_on_month": "3",
    "graduated_on_year": "2014",
}
WORK = {
    "employer": "Muster GmbH",
    "title": "Consultant",
    "kind": "investment",
    "country": "DE",
    "began_on_day": "1",
    "began_on_month": "5",
    "began_on_year": "2014",
    "is_current": "on",
    "duties": "Advised companies on moving to Lingang.",
}
CERTIFICATE = {
    "kind": "other",
    "name": "Zertifizierter Standortberater",
    "issuer": "Kammer Musterstadt",
    "country": "DE",
    "issued_on_day": "1",
    "issued_on_month": "6",
    "issued_on_year": "2016",
}
LANGUAGE = {"language": "zh", "proof": "HSK:2.0:5", "score": "231", "tested_on": "2026-03-14"}
COMPETENCIES = {
    "motivation": "I know both markets.",
    "case_conflict": "Two teams did not speak to each other.",
    "case_event": "A fair with twelve countries.",
}
PAUSE = {
    "kind": "study",
    "began_on_day": "1",
    "began_on_month": "5",
    "began_on_year": "2012",
    "explanation": "A language course.",
}
REFEREE = {
    "name": "Dr. Karl Beispiel",
    "relation": "supervisor",
    "institution": "Muster GmbH",
    "email": "karl.beispiel@example.com",
    "language": "de",
}
INTEREST = {"kind": "relative", "who": "Li Hua, my wife’s brother", "body": "Customs, unit 3", "explanation": "He knows of it."}
DECLARATIONS = {
    "has_criminal_record": "no",
    "was_dismissed": "no",
    "consent_privacy_notice": "on",
    "consent_publication": "on",
    "consent_criminal_record": "on",
    "consent_external_assessors": "on",
}
ADJUSTMENTS = {"is_needed": "yes", "needs": ["time", "breaks"], "details": "A quarter more time.", "consent": "on"}
ENTRIES = {
    "education": EDUCATION,
    "certificates": CERTIFICATE,
    "work": WORK,
    "pauses": PAUSE,
    "languages": LANGUAGE,
    "referees": REFEREE,
    "interests": INTEREST,
}
