"""Writes the crates that the benchmarks measure, and runs cargo on them."""

import os
import resource
import subprocess
import sys


def write(crate, dependencies, manifest="", **sources):
    """Writes a crate in its own workspace: its dependencies, the rest of its manifest, and the files of its `src`."""
    (crate / "src").mkdir(parents=True, exist_ok=True)
    (crate / "Cargo.toml").write_text(
        f'[package]\nname = "{crate.name}"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n'
        f'[dependencies]\n{dependencies}\n\n{manifest}\n')
    for name, text in sources.items():
        (crate / "src" / f"{name}.rs").write_text(text)


def cargo(crate, *arguments, may_fail=False, **settings):
    """Runs cargo, and returns the CPU seconds (user and system) and the finished process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(["cargo", "--quiet", *arguments], cwd=crate, env={**os.environ, **settings}, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode and not may_fail:
        sys.exit(f"{crate.name}: cargo {' '.join(arguments)}\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done
