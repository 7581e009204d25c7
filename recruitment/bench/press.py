"""How long a notice of many names takes to print, and how much memory."""

from recruitment.documents import pdf

LINE = {
    "position_title": "国际投资顾问",
    "full_name": "Anna-Lena Müller",
    "chinese_name": "穆安娜",
    "sex": "女",
    "institution": "示例大学公共管理学院",
}


def notice(names: int) -> tuple[float, float, int]:
    """(seconds of processor time, MiB at the peak of the press, bytes) of a notice with so many names."""
    rows = [{**LINE, "order": number, "candidate_no": f"SH-2026-{number:05d}"} for number in range(1, names + 1)]
    text = {
        "title": "关于拟聘任人员的公示",
        "opening": "现予以公示。",
        "period": "公示时间",
        "invitation": "如有异议",
        "consequence": "办理聘任手续",
    }
    text |= {"supervision_body": "监督处", "supervision_hours": "工作日", "supervision_address": "上海", "issuing_body": "管理委员会"}
    context = {
        "document_no": "沪示〔2026〕1号",
        "text": text,
        "rows": rows,
        "supervision_phone": "021-5550-0100",
        "supervision_email": "a@example.org",
    }
    context |= {"online_channel": "https://example.org/", "issued_on": "2026年1月2日", "digest": "0" * 64, "title": "公示"}
    printed = pdf.render("documents/notice.html", context, "zh-hans")
    return printed.seconds, printed.peak / 2**20, len(printed.content)
