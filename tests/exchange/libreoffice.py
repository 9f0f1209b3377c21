"""Our files as LibreOffice sees them."""

import shutil
import subprocess
from pathlib import Path


def converted(data: bytes, folder: Path, filter_name: str, opened_as: str = "") -> Path:
    """The file `data` converted in `folder` by a LibreOffice with a profile of its own.

    `opened_as` names the filter that opens it, where LibreOffice would choose another program than we want.
    """
    source = folder / "written"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", filter_name]
    command += [f"--infilter={opened_as}"] if opened_as else []
    out = folder / "out"
    subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=120)
    return out / f"written.{filter_name.partition(':')[0]}"


def pages(pdf: Path) -> list[str]:
    """The text of each page, without blanks."""
    program = shutil.which("pdftotext") or "pdftotext"
    text = subprocess.run([program, str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return ["".join(page.split()) for page in text.split("\f")[:-1]]
