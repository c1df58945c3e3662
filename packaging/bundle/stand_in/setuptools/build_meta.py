"""pip asks a build backend for name and version before it saves a source package; they stand in PKG-INFO."""

from pathlib import Path


class __legacy__:  # noqa: N801 - the name that pip asks for
    @staticmethod
    def prepare_metadata_for_build_wheel(folder: str, _settings: object = None) -> str:
        facts = Path("PKG-INFO").read_text("utf-8")
        named = dict(line.split(": ", 1) for line in facts.splitlines() if line.startswith(("Name: ", "Version: ")))
        info = Path(folder, f"{named['Name'].replace('-', '_')}-{named['Version']}.dist-info")
        info.mkdir()
        (info / "METADATA").write_text(facts, "utf-8")
        return info.name
