"""The walls of the house stand where the plan says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_imports_point_down_the_stairs():
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_top_level_is_as_the_customer_fixed_it():
    wanted = {"pyproject.toml", "ita_desktop", "resources", "fonts", "tests", "packaging", "README.md"}
    tools_demand = {".ci", ".gitignore", ".git", "LICENSE"}
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode:
        pytest.skip("this is a source archive and no checkout")
    top = {line.split("/")[0].strip('"') for line in tracked.stdout.splitlines()}
    assert top <= wanted | tools_demand
    assert wanted <= top
