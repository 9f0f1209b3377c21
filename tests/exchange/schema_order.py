"""The order that the WordprocessingML schema (ISO/IEC 29500-1, transitional) demands of the children of an element."""

from lxml import etree

from pbeditor.exchange.markup import W

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "trPr": "",  # a choice: any order
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left bottom right insideH insideV",
    "tcBorders": "top left bottom right insideH insideV tl2br tr2bl",
    "tblCellMar": "top left bottom right",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "zoom evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "body": "",
}
# What must stand in an element, and first or last of all.
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr", "tbl": "tblPr"}
LAST = {"tc": "p", "body": "sectPr"}


def faults(root: etree._Element) -> list[str]:
    """Each element whose children do not stand as the schema wants them."""
    return [fault for element in root.iter(f"{W}*") for fault in _faults(element)]


def _faults(element: etree._Element) -> list[str]:
    name, children = _name(element), [_name(child) for child in element]
    order = ORDERS.get(name, "").split()
    found = [f"{name}: {child} is unknown" for child in children if order and child not in order]
    places = [order.index(child) for child in children if child in order]
    found += [f"{name}: {children}"] if places != sorted(places) else []
    first, last = FIRST.get(name, ""), LAST.get(name, "")
    found += [f"{name}: {first} is not first"] if first in children[1:] else []
    found += [f"{name}: {last} is not last"] if last and children[-1:] != [last] else []
    return found


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(W)
