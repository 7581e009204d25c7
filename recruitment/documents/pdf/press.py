"""The press itself, run in a confined child: HTML in, PDF/A-2a and PDF/UA-1 out. The only file that imports WeasyPrint.

Text that people typed is printed here. WeasyPrint by itself reads files and fetches addresses that stand in such text,
so the only addresses that are served are `data:` and `portal:` (a flat name among this folder's own assets).
"""

import io
import logging
import os
import resource
from importlib.resources import files
from pathlib import Path
from tempfile import gettempdir

# ISO 14289-1, 5: the declaration; ISO 19005-2, 6.6.2.3.2: PDF/A wants its schema described in the same place.
UA_METADATA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Indicates which part of ISO 14289 is followed</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""

ASSETS = Path(__file__).resolve().parent / "assets"
FONT_PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
MISSING_SHOWN = 20


def know_fonts() -> None:
    """Tell fontconfig about the fonts in the wheels; the system's fonts stand behind them."""
    folders = "".join(f"<dir>{files(package)}</dir>" for package in FONT_PACKAGES)
    behind = "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>"
    config = Path(gettempdir()) / "fonts.conf"
    config.write_text(f"<fontconfig>{folders}<cachedir>{gettempdir()}</cachedir>{behind}</fontconfig>", encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


know_fonts()

import pikepdf  # noqa: E402
import weasyprint  # noqa: E402  fontconfig reads its file when Pango is loaded
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: E402


class OwnAssets(URLFetcher):
    """Serves what the portal ships, and nothing else."""

    def __init__(self):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=False)

    def fetch(self, url, headers=None):
        scheme, _colon, name = url.partition(":")
        if scheme.lower() != "portal":
            return super().fetch(url, headers)
        if name not in os.listdir(ASSETS):
            raise ValueError(f"There is no asset {name}.")
        return URLFetcherResponse(url, (ASSETS / name).read_bytes(), {"Content-Type": "text/css"})


class Missing(logging.Handler):
    """Collects the characters that no font could draw."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.characters: set[str] = set()

    def emit(self, record):
        if record.msg.startswith(".notdef"):
            self.characters.add(record.args[0])


FONTS = FontConfiguration()
FETCHER = OwnAssets()
STYLES = [weasyprint.CSS(string=(ASSETS / "press.css").read_text(encoding="utf-8"), font_config=FONTS, url_fetcher=FETCHER)]
MISSING = Missing()
weasyprint.LOGGER.handlers = [MISSING]
weasyprint.LOGGER.propagate = False


def work(header: dict, body: bytes) -> tuple[dict, bytes]:
    """One document; the answer counts its pages and names the characters that no font has."""
    MISSING.characters.clear()
    before = resource.getrusage(resource.RUSAGE_SELF)
    options = {"pdf_variant": "pdf/a-2a", "pdf_identifier": header["identifier"].encode()}
    html = weasyprint.HTML(string=body.decode(), base_url=None, url_fetcher=FETCHER)
    document = html.render(font_config=FONTS, stylesheets=STYLES, **options)
    printed = accessible(document.write_pdf(**options))
    after = resource.getrusage(resource.RUSAGE_SELF)
    said = {
        "pages": len(document.pages),
        "missing": [f"U+{ord(character):04X}" for character in sorted(MISSING.characters)[:MISSING_SHOWN]],
        "seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 3),
        "peak": _peak(),
    }
    return said, printed


def _peak() -> int:
    """The most memory that this process had, in bytes; `ru_maxrss` would begin with what its parent had."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def accessible(printed: bytes) -> bytes:
    """Declare PDF/UA-1 beside PDF/A-2a: WeasyPrint writes one or the other, and its own way to add metadata is not seen.

    Writing the file anew also leaves the metadata uncompressed and the lengths of streams exact, as PDF/A asks.
    """
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().replace(b"</rdf:RDF>", UA_METADATA + b"</rdf:RDF>")
        pdf.Root.Metadata = pdf.make_stream(metadata, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        written = io.BytesIO()
        kept, packed = pikepdf.StreamDecodeLevel.none, pikepdf.ObjectStreamMode.generate
        pdf.save(written, stream_decode_level=kept, object_stream_mode=packed, deterministic_id=True)
    return written.getvalue()
