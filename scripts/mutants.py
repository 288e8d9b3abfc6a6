#!/usr/bin/env python3
"""Mutation tests in minutes: compiles all mutants that cargo-mutants lists at once, then runs the tests for each mutant.

    scripts/mutants.py [--missed] [--changed=COMMIT] [--at-most=COUNT] [--accept=COUNT] [FILE..]

    --missed            only the mutants that the last run missed
    --changed=COMMIT    only the mutants in lines that have changed since this commit
    --at-most=COUNT     of each crate only this many mutants, evenly spaced
    --accept=COUNT      succeed if not more than this many mutants are missed; the default is 0

Each function becomes a `match` with an arm for each of its mutants, and the environment variable `MUTANT` selects one at run
time. At compile time, no mutant is selected: a mutant of a `const fn` is tested by the tests that call it at run time.
`scripts/mutants.sh` tests the mutants that this script cannot. `target/mutants/<crate>/results.jsonl` lists each mutant with the
first test that failed. Needs cargo-mutants.
"""
import collections
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import threading
import time

root = pathlib.Path(__file__).resolve().parent.parent
out = root / "target/mutants"
# The test programs for each crate, the fastest first: the package, its folder, and the cargo arguments.
TEST_PROGRAMS = {
    "studio-errors-derive": [("studio-errors-derive", "studio-errors-derive", ["--lib"]),
                             ("studio-errors-derive-library", "tests/crates/derive", ["--test", "derive"])],
    "studio-errors": [("studio-errors", "studio-errors", ["--lib"]),
                      ("studio-errors-tests", "tests", ["--test", "downstream"]),
                      ("studio-errors-tests", "tests", ["--test", "response_log"])],
    "studio-errors-cli": [("studio-errors-tests", "tests", ["--test", "downstream"])],
}
# The code that is added to each crate: the number of the mutant. `const_eval_select` distinguishes compile time from run time.
CHOICE = """mod mutant {
    static CHOSEN: std::sync::LazyLock<u32> =
        std::sync::LazyLock::new(|| std::env::var("MUTANT").map_or(0, |id| id.parse().unwrap()));
    %s
}
"""
IN_CONST_FN = ("#![allow(internal_features)]\n#![feature(core_intrinsics, const_eval_select)]\n", """
        const fn none() -> u32 { 0 }
        fn one() -> u32 { *CHOSEN }
        pub(crate) const fn chosen() -> u32 { core::intrinsics::const_eval_select((), none, one) }""")
CHOOSE = {
    "studio-errors-derive": ("", "pub(crate) fn chosen() -> u32 { *CHOSEN }"),
    "studio-errors": IN_CONST_FN,
    "studio-errors-cli": IN_CONST_FN,
}
# Other crates with the same sources.
SAME_SOURCES = {"studio-errors-derive": ["tests/crates/derive/src/lib.rs"], "studio-errors-cli": [], "studio-errors": []}
sysroot = subprocess.run(["rustc", "--print", "sysroot"], cwd=root, check=True, capture_output=True, text=True).stdout.strip()
# The compiler of the packages of the workspace. Their dependencies are those of other builds in the target directory.
out.mkdir(parents=True, exist_ok=True)
compiler = out / "rustc"
# `sh` of Debian would remove variables such as `CARGO_BIN_EXE_hostile-errors`.
compiler.write_text('#!/usr/bin/env bash\nRUSTC_BOOTSTRAP=studio_errors,studio_errors_cli exec "$@" --cap-lints allow\n')
compiler.chmod(0o755)
env = os.environ | {
    "CARGO_TARGET_DIR": os.environ.get("CARGO_TARGET_DIR", str(root / "target")),
    "PROPERTIES_MS": "300",
    # Another wrapper, such as sccache, does not know this one.
    "RUSTC_WRAPPER": "",
    "RUSTC_WORKSPACE_WRAPPER": str(compiler),
    # The stack frame of a function holds the variables of all its mutants.
    "RUST_MIN_STACK": str(64 << 20),
    # cargo sets this for the tests of a procedural macro.
    "LD_LIBRARY_PATH": str(next(pathlib.Path(sysroot).glob("lib/rustlib/*/lib"))),
}


def listed(*options):
    if subprocess.run(["cargo", "mutants", "--version"], capture_output=True).returncode:
        sys.exit("error: cargo-mutants is missing; install it with `cargo install --locked cargo-mutants@27.1.0`")
    run = subprocess.run(["cargo", "mutants", "--list", "--json", *options], cwd=root, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"error: `cargo mutants --list --json` failed\n{run.stderr}")
    mutants = json.loads(run.stdout)
    for i, mutant in enumerate(mutants, 1):
        # Line numbers change: the name without them identifies a mutant after an edit.
        mutant["id"], mutant["key"] = i, re.sub(r":\d+:\d+:", "", mutant["name"], count=1)
    return mutants


def span(lines, place):
    return [lines[place[end]["line"] - 1] + place[end]["column"] - 1 for end in ("start", "end")]


def all_at_once(file, mutants, chosen):
    """Returns the text of `file` with an arm for each chosen mutant, and the id of the mutant at each line."""
    text = (root / file).read_text()
    lines = [0] + [end.end() for end in re.finditer("\n", text)]
    of_function, bodies = collections.defaultdict(list), {}
    for mutant in mutants:
        function = json.dumps(mutant["function"]["span"])
        of_function[function].append(mutant)
        # Every function has a mutant that replaces its whole body.
        if mutant["genre"] == "FnValue":
            bodies[function] = span(lines, mutant["span"])

    def with_arms(start, end, within):
        pieces, at = [], start
        for function, (first, last) in sorted(bodies.items(), key=lambda body: (body[1][0], -body[1][1])):
            if first < at or last > end or function == within:
                continue
            pieces += [text[at:first], "match crate::mutant::chosen() {\n"]
            for mutant in of_function[function]:
                if mutant["id"] in chosen:
                    a, b = span(lines, mutant["span"])
                    mutated = text[first:a] + mutant["replacement"] + text[b:last]
                    pieces.append(f"/*<{mutant['id']}*/ {mutant['id']} => {{ {mutated}\n}} /*>*/\n")
            pieces.append(f"_ => {{ {with_arms(first, last, function)}\n}} }}")
            at = last
        return "".join(pieces) + text[at:end]

    text = with_arms(0, len(text), None)
    owners, owner = {}, None
    for number, line in enumerate(text.split("\n"), 1):
        if mark := re.search(r"/\*<(\d+)\*/", line):
            owner = int(mark[1])
        owners[number] = owner
        if "/*>*/" in line:
            owner = None
    return text, owners


def copied(tree):
    """Makes `tree` a copy of the repository. A file that differs gets a new time, so that cargo builds it again."""
    files = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(files, cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    files = {tree / file: root / file for file in files if (root / file).exists()}
    for old in {*tree.rglob("*.rs")} - {*files}:
        old.unlink()
    for copy, file in files.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not (copy.exists() and copy.read_bytes() == file.read_bytes()):
            shutil.copy(file, copy)


def compiled(package, tree, mutants, chosen):
    """Returns the test programs with all chosen mutants, and the mutants that do not compile."""
    copied(tree)
    by_file = collections.defaultdict(list)
    for mutant in mutants:
        by_file[mutant["file"]].append(mutant)
    lib = f"{package}/src/lib.rs"
    front, choose = CHOOSE[package]
    unviable = set()
    while True:
        owners = {}
        for file in {*by_file, lib}:
            text, owners[file] = all_at_once(file, by_file[file], chosen - unviable)
            if file == lib:
                text = front + text + CHOICE % choose
                owners[file] = {line + front.count("\n"): id for line, id in owners[file].items()}
            if (tree / file).read_text() != text:
                (tree / file).write_text(text)
        for other in SAME_SOURCES[package]:
            (tree / other).write_text(front + (root / other).read_text() + CHOICE % choose)
        programs, wrong, output = [], set(), []
        for package_of_test, folder, which in TEST_PROGRAMS[package]:
            features = [] if package == "studio-errors-derive" else ["--all-features"]
            run = subprocess.run(["cargo", "test", "--no-run", "--message-format=json", "-p", package_of_test, *which, *features],
                                 cwd=tree, env=env, capture_output=True, text=True)
            for message in map(json.loads, run.stdout.splitlines()):
                if message["reason"] == "compiler-artifact" and message["executable"] and message["profile"]["test"]:
                    programs.append((tree / folder, message["executable"]))
                if message["reason"] == "compiler-message" and message["message"]["level"] == "error":
                    output.append(message["message"]["rendered"])
                    for place in message["message"]["spans"]:
                        while place:
                            wrong.add(owners.get(place["file_name"], {}).get(place["line_start"]))
                            place = place["expansion"] and place["expansion"]["span"]
            if run.returncode:
                break
        if not run.returncode:
            return programs, unviable
        wrong -= {None} | unviable
        if not wrong:
            sys.exit("\n".join(output) or run.stderr)
        unviable |= wrong


def outcome_of(folder, program, id, seconds):
    """Returns the outcome of a test program, and the first test that fails."""
    # The limit also stops a mutant that allocates without end.
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    running = subprocess.Popen([program], cwd=folder, env=env | {"MUTANT": str(id), "CARGO_MANIFEST_DIR": str(folder)},
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                               start_new_session=True, preexec_fn=limit)
    ended = []

    def stop(why):
        ended.append(why)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, 9)

    alarm = threading.Timer(seconds, stop, ["timeout"])
    alarm.start()
    failed = ""
    for line in running.stdout:
        if not failed and line.endswith(" ... FAILED\n"):
            failed = line.split()[1]
            stop("caught")
    code = running.wait()
    alarm.cancel()
    return ended[0] if ended else "caught" if code else "missed", failed or pathlib.Path(program).name


def tried(package, mutants, chosen):
    # One tree for all crates: cargo takes packages at the same place of two workspaces for the same, and would not build the second.
    programs, unviable = compiled(package, out / "tree", mutants, {mutant["id"] for mutant in chosen})
    seconds = {}
    for folder, program in programs:
        began = time.monotonic()
        outcome, by = outcome_of(folder, program, 0, 600)
        if outcome != "missed":
            sys.exit(f"error: the tests fail without a mutant: {by} {outcome}")
        seconds[program] = 5 + 6 * (time.monotonic() - began)

    def outcome(mutant):
        if mutant["id"] in unviable:
            return "unviable", ""
        for folder, program in programs:
            ended, by = outcome_of(folder, program, mutant["id"], seconds[program])
            if ended != "missed":
                break
        return ended, by

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(chosen, pool.map(outcome, chosen))


missed = 0
files = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
options = dict(argument.split("=", 1) for argument in sys.argv[1:] if argument.startswith("--") and "=" in argument)
every = listed()
changed = None
if "--changed" in options:
    diff = subprocess.run(["git", "diff", options["--changed"], "--", "*.rs"], cwd=root, check=True, capture_output=True)
    (out / "changed.diff").write_bytes(diff.stdout)
    # cargo-mutants prints no list for an empty diff.
    changed = {mutant["name"] for mutant in listed("--in-diff", str(out / "changed.diff"))} if diff.stdout else set()
for package in TEST_PROGRAMS:
    results = out / package / "results.jsonl"
    mutants = [mutant for mutant in every if mutant["package"] == package and mutant["function"]]
    chosen = [mutant for mutant in mutants if not files or mutant["file"] in files]
    if "--missed" in sys.argv:
        last = map(json.loads, results.read_text().splitlines() if results.exists() else [])
        again = {row["key"] for row in last if row["outcome"] == "missed"}
        chosen = [mutant for mutant in chosen if mutant["key"] in again]
    if changed is not None:
        chosen = [mutant for mutant in chosen if mutant["name"] in changed]
    if (most := int(options.get("--at-most", len(chosen)))) < len(chosen):
        print(f"{package}: {most} of {len(chosen)} mutants are tested")
        chosen = [chosen[i * len(chosen) // most] for i in range(most)]
    if not chosen:
        print(f"{package}: no mutants")
        continue
    (out / package).mkdir(parents=True, exist_ok=True)
    count = collections.Counter()
    rows = []
    for mutant, (outcome, by) in tried(package, mutants, chosen):
        count[outcome] += 1
        rows.append({"key": mutant["key"], "name": mutant["name"], "outcome": outcome, "by": by})
        if outcome == "missed":
            print(outcome, mutant["name"], flush=True)
    results.write_text("".join(json.dumps(row) + "\n" for row in rows))
    missed += count["missed"]
    print(f"{package}: {len(chosen)} mutants: {', '.join(f'{many} {outcome}' for outcome, many in count.items())}", flush=True)
sys.exit(missed > int(options.get("--accept", 0)))
