"""The command `handbook`: check, format and export the sources of a tree, explain findings, import the official text.

Exit codes: 0 nothing found, 1 findings, 2 could not look (no tree, an unknown option, a file that cannot be written).
"""

from __future__ import annotations

import argparse
import os
import signal
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from handbook.languages import SOURCE
from handbook.sources.files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.corpus import SourceFile
    from handbook.findings.finding import Finding
    from handbook.model.corpus import Corpus

ADDRESSES = "data/addresses.txt"
#: Environment variable that names the booklet's text.
OFFICIAL = "HANDBOOK_OFFICIAL"
HAS_FINDINGS = 1
NOT_LOOKED = 2
#: As a shell has it: 128 and the number of the signal that a keyboard sends.
INTERRUPTED = 130


class _StoppedError(Exception):
    """The command line is answered: with help, or with what is wrong with it."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code


class _Parser(argparse.ArgumentParser):
    """argparse without its own exits."""

    def error(self, message: str) -> NoReturn:
        raise _StoppedError(NOT_LOOKED, f"{self.format_usage()}{self.prog}: {message}")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise _StoppedError(status, message or "")


def main(argv: Sequence[str]) -> int:
    """Run one command; print what it gives; return its exit code."""
    from handbook.corpus import NoTreeError

    try:
        options = _parser().parse_args(argv)
        return _run(options)
    except _StoppedError as stopped:
        if str(stopped):
            print(str(stopped), file=sys.stderr)
        return stopped.code
    except NoTreeError as error:
        print(f"handbook: {error}", file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"handbook: {where}{error.strerror}", file=sys.stderr)
    return NOT_LOOKED


def run() -> NoReturn:
    """The program: `main` on the command line. Prints UTF-8 whatever the terminal says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Ended from outside, it clears away what it was writing, as it does where a keyboard interrupts it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("handbook: interrupted", file=sys.stderr)
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more while it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = HAS_FINDINGS
    sys.exit(code)


def _parser() -> _Parser:
    parser = _Parser(prog="handbook", description="Check and export the sources of a decisions handbook.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check = commands.add_parser("check", help="look for what is wrong in data/ and content/")
    check.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", help="form of the findings"
    )
    export = commands.add_parser("export", help="write the whole handbook as data")
    export.add_argument("form", choices=("json",), help="form of the data")
    export.add_argument("--output", type=Path, metavar="FILE", help="file to write, instead of printing")
    addresses = commands.add_parser("addresses", help="list every address of the site")
    addresses.add_argument("--write", action="store_true", help="write them to data/addresses.txt")
    taking = commands.add_parser("import", help="read the official text into an overlay, which is never published")
    taking.add_argument("file", type=Path, metavar="FILE", help="plain text of the booklet, in UTF-8")
    taking.add_argument("--lang", default=SOURCE, metavar="LANG", help=f"language of the file ({SOURCE})")
    taking.add_argument("--into", type=Path, metavar="DIR", help="folder of the overlay (official)")
    taking.add_argument("--stage", metavar="NAME", help="print what one stage makes of the file, and write nothing")
    verify = commands.add_parser("verify", help="hold record and prose against the official text")
    verify.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help=f"the booklet's text; {OFFICIAL} names it too"
    )
    verify.add_argument("--lang", default=SOURCE, metavar="LANG", help=f"language of the file ({SOURCE})")
    verify.add_argument("--unexplained", action="store_true", help="leave out what data/errata.yaml explains")
    explain = commands.add_parser("explain", help="say what a code means, with a bad and a good example")
    explain.add_argument("code", nargs="?", metavar="CODE", help="id or name: RF003, reference-label; all, if left out")
    explain.add_argument("--markdown", action="store_true", help="print the manual's page of codes")
    layout = commands.add_parser("format", help="write prose in its one form, where that changes nothing that it says")
    layout.add_argument(
        "paths", type=Path, nargs="*", metavar="PATH", help="files or folders of content/; all, if none"
    )
    layout.add_argument("--check", action="store_true", help="write nothing, and name what would be written")
    for command in (check, export, addresses, taking, verify, layout):
        command.add_argument(
            "--root", type=Path, default=Path(), metavar="DIR", help="the tree, if not the current folder"
        )
    return parser


def _run(options: argparse.Namespace) -> int:
    from handbook.corpus import load_corpus

    if options.command == "explain":
        return _explain(options.code, options.markdown)
    if options.command == "format":
        return _format(options.root, options.paths, check=options.check)
    corpus = load_corpus(options.root)
    if options.command == "check":
        return _check(corpus, options.format)
    if options.command == "export":
        return _export(corpus, options.output)
    if options.command == "import":
        return _import(corpus, options)
    if options.command == "verify":
        return _verify(corpus, options)
    return _addresses(corpus, options.root if options.write else None)


def _findings(corpus: Corpus) -> list[Finding]:
    from handbook.checks import ALL, run_checks

    return run_checks(corpus, ALL)


def _check(corpus: Corpus, form: str) -> int:
    from handbook.checks import explanations
    from handbook.findings import report

    findings = _findings(corpus)
    printed = report.sarif(findings, explanations()) if form == "sarif" else report.FORMATS[form](findings)
    print(printed, end="")
    return HAS_FINDINGS if findings else 0


def _explain(called: str | None, markdown: bool) -> int:
    """Print what one code means, or all of them: in one line each, or as the manual's page."""
    from handbook.checks import explanations
    from handbook.findings import explain

    if called is not None and markdown:
        raise _StoppedError(NOT_LOOKED, f"handbook: explain {called!r} with --markdown, expected one of them")
    try:
        if called is not None:
            print(explain.explained(called, explanations()), end="")
        else:
            print(explain.as_markdown(explanations()) if markdown else explain.listed(), end="")
    except explain.UnknownCodeError as error:
        raise _StoppedError(NOT_LOOKED, f"handbook: {error}") from None
    return 0


def _format(root: Path, paths: Sequence[Path], *, check: bool) -> int:
    """Write files of prose in their one form, each whole or not at all; what cannot be written stays as it is."""
    from handbook.prose.formatting import NotFormattedError, formatted

    written = left = 0
    for code, source, name in _chosen(root, paths):
        try:
            if source.text is None or source.findings:
                raise NotFormattedError(f"reading finds: {source.findings[0].message}")
            text = formatted(source.path, code, name, source.text)
        except NotFormattedError as error:
            left += 1
            print(f"{source.path}: left alone, as {error}")
            continue
        if text != source.text:
            written += 1
            print(f"{source.path}: {'would be written' if check else 'written'}")
            if not check:
                replace_file(root / source.path, text)
    print(f"{written} {'to be written' if check else 'written'}, {left} left alone")
    return HAS_FINDINGS if left or (check and written) else 0


def _chosen(root: Path, paths: Sequence[Path]) -> Iterator[tuple[str, SourceFile, str]]:
    """Language, source and name of each file of prose; of those at or under `paths`, where any are given."""
    from handbook.corpus import NoTreeError, page_name, prose_files
    from handbook.languages import LANGUAGES

    if not (root / "content").is_dir():
        raise NoTreeError(f"{root} has no content/: not the root of a handbook")
    resolved_paths = [path.resolve() for path in paths]
    matched: set[Path] = set()
    for code in LANGUAGES:
        for source in prose_files(root, code):
            file = (root / source.path).resolve()
            above = {path for path in resolved_paths if file == path or path in file.parents}
            matched |= above
            if above or not resolved_paths:
                yield code, source, page_name(source.path, code)
    for path, resolved in zip(paths, resolved_paths, strict=True):
        if resolved not in matched:
            raise _StoppedError(NOT_LOOKED, f"handbook: {path} is no prose of {root / 'content'}")


def _export(corpus: Corpus, output: Path | None) -> int:
    """Nothing is written of a tree that has findings: they go to stderr."""
    from handbook.build.export import to_json
    from handbook.findings import report

    findings = _findings(corpus)
    if findings:
        print(report.text(findings), end="", file=sys.stderr)
        return HAS_FINDINGS
    exported = to_json(corpus)
    if output is None:
        print(exported, end="")
    else:
        replace_file(output, exported)
    return 0


def _import(corpus: Corpus, options: argparse.Namespace) -> int:
    """Write the overlay of one file and print its report, or show one stage. What cannot be read goes to stderr."""
    from handbook.official import overlay
    from handbook.official.importing import guide, stages, text

    _check_language(options.lang)
    if options.stage is not None and options.stage not in stages.STAGES:
        raise _StoppedError(NOT_LOOKED, f"handbook: --stage {options.stage!r}, expected {', '.join(stages.STAGES)}")
    name = _name(options.file)
    try:
        data = _bytes(options.file)
        if options.stage:
            reading = stages.read_stages(text.decode(data, name), guide.guide_of(corpus, options.lang))
            print(stages.shown(reading, options.stage), end="")
            return 0
        imported = stages.imported(data, name, corpus, options.lang)
        written = overlay.write_overlay(options.into or options.root / overlay.FOLDER, imported)
    except (text.UnreadableError, overlay.OverlayError) as error:
        raise _StoppedError(NOT_LOOKED, f"handbook: {error}") from None
    print(written, end="")
    return 0


def _verify(corpus: Corpus, options: argparse.Namespace) -> int:
    """Print every difference between the handbook and the official text; say so where there is no text to look at."""
    from handbook.official.importing import stages, text
    from handbook.official.model import DECISIONS
    from handbook.official.verifying import report
    from handbook.official.verifying.run import verify

    _check_language(options.lang)
    named = os.environ.get(OFFICIAL, "")
    if options.file is None and not named:
        print(f"verify: skipped, as no file is given and {OFFICIAL} is not set")
        return 0
    path = options.file or Path(named)
    name = _name(path)
    try:
        data = _bytes(path)
        imported = stages.imported(data, name, corpus, options.lang)
    except text.UnreadableError as error:
        raise _StoppedError(NOT_LOOKED, f"handbook: {error}") from None
    if imported.source.document != DECISIONS:
        raise _StoppedError(NOT_LOOKED, f"handbook: {name} is a {imported.source.document}, expected the decisions")
    verified = verify(corpus, imported, text.decode(data, name))
    print(report.shown(verified, unexplained=options.unexplained), end="")
    return HAS_FINDINGS if verified.unexplained else 0


def _check_language(code: str) -> None:
    from handbook.official.importing.stages import GRAMMARS

    if code not in GRAMMARS:
        known = ", ".join(GRAMMARS)
        raise _StoppedError(NOT_LOOKED, f"handbook: --lang {code!r}: the importer has a grammar for {known} alone")


def _name(path: Path) -> str:
    """A file's name as it can be written down: one line, and UTF-8 whatever its bytes are."""
    return " ".join(path.name.encode("utf-8", "backslashreplace").decode("utf-8").split())


def _bytes(path: Path) -> bytes:
    """The official text's file, if it is one and not too large. Raises UnreadableError, or OSError."""
    from handbook.official.importing import text

    found = path.stat()
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise text.UnreadableError(f"{_name(path)} is no file: save the booklet's text in one")
    text.check_size(found.st_size, _name(path))
    return path.read_bytes()


def _addresses(corpus: Corpus, root: Path | None) -> int:
    """Print every address, or write them to the list; one that is on the list and no longer on the site is refused."""
    from handbook.site.kinds import KINDS
    from handbook.site.site import Site

    addresses = Site(corpus, KINDS).addresses
    listed = "".join(f"{address}\n" for address in addresses)
    if root is None:
        print(listed, end="")
        return 0
    path = root / ADDRESSES
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    gone = [address for address in before if address not in set(addresses)]
    if gone:
        print(
            f"handbook: {ADDRESSES} lists {gone[0]!r} (of {len(gone)} such), which the site does not have",
            file=sys.stderr,
        )
        print("bring back what stood there: published addresses are cited", file=sys.stderr)
        return HAS_FINDINGS
    replace_file(path, listed)
    print(f"{ADDRESSES}: {len(set(addresses) - set(before))} added, {len(before)} stood there")
    return 0
