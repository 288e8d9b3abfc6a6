#!/usr/bin/env python3
"""Checks the dependencies between source files: there are no cycles, and each folder uses only those above it.

    scripts/dependencies.py [--draw]     --draw: prints every file with the files that it uses

A parent module is a file like any other. `mod x;` and a re-export are not uses; a use of a re-exported item is a use of the file that
defines the item. Tests do not count. Needs only Python 3.
"""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
# A folder may use only those above it. CONTRIBUTING.md lists their contents.
FOLDERS = ["text", "log", "code", "wire", "error", "body", "check", "response", "reference", "baseline", "private", "catalog"]
CLI_FOLDERS = ["client", "format", "page", "command"]
CRATES = {"studio-errors": ("studio_errors", FOLDERS), "studio-errors-cli": ("studio_errors_cli", CLI_FOLDERS), "studio-errors-derive": ("studio_errors_derive", [])}
# A row can refer to the published row of another table, and an `ErrorInfo` is a place in a table. A method of the trait returns an
# error with another message, which implements the trait.
EXCEPTIONS = [{"code/error_info.rs", "code/table.rs"}, {"error.rs", "error/with_message.rs"}]
# The entry points, and the guide.
LEFT_OUT = {"main", "guide", "repository", "tests"}
ITEM = r"(?:struct|enum|union|trait|type|fn|const|static|macro_rules!|mod)\s+(?:mut\s+)?(\w+)"


def closing(text, start):
    """Returns the position after the bracket that closes the one at `start`."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if not depth:
            return at + 1
    return len(text)


def without(pattern, text):
    """Removes each match of `pattern`, which ends with an opening bracket, up to the closing bracket."""
    while found := re.search(pattern, text):
        text = text[:found.start()] + text[closing(text, found.end() - 1):]
    return text


def source(path):
    """Returns the code of a file, without comments, texts, tests and the code inside of `quote!`."""
    tokens = r"""//[^\n]*|/\*[\s\S]*?\*/|\bb?r(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[^']+|[^'\\])'"""
    text = re.sub(tokens, lambda found: " " if found[0].startswith("/") else '""', path.read_text())
    text = without(r"#\[cfg\((?:all\()?test\b[^\]]*\]\s*mod\s+\w+\s*\{", text)
    return without(r"\b(?:quote|quote_spanned|parse_quote)!\s*[({\[]", text)


def paths(tree, prefix=()):
    """Yields the path and the local name of each import in the tree of a `use`."""
    tree = tree.strip()
    if group := re.match(r"([\w:$\s]*?)\{([\s\S]*)\}$", tree):
        head = tuple(name for name in re.split(r"\s*::\s*", group[1].strip()) if name)
        depth, start, inner = 0, 0, group[2] + ","
        for at, char in enumerate(inner):
            depth += (char == "{") - (char == "}")
            if char == "," and not depth:
                if inner[start:at].strip():
                    yield from paths(inner[start:at], prefix + head)
                start = at + 1
        return
    path, _, name = tree.partition(" as ")
    path = prefix + tuple(re.split(r"\s*::\s*", path.strip()))
    if path[-1] == "self":
        path = path[:-1]
    yield path, name.strip() or path[-1]


class Crate:
    def __init__(self, folder, name):
        src = root / folder / "src"
        self.name, self.modules, self.files = name, {}, {}
        for file in sorted(src.rglob("*.rs")):
            module = file.relative_to(src).with_suffix("").parts
            if not LEFT_OUT & set(module):
                module = () if module == ("lib",) else module
                self.files[module] = str(file.relative_to(src))
                text = source(file)
                imports = {local: (path, bool(shown)) for shown, tree in re.findall(r"(\bpub(?:\([^)]*\))?\s+)?\buse\s+([^;]+);", text)
                           for path, local in paths(tree)}
                code = re.sub(r"\buse\s+[^;]+;|\bmod\s+\w+;", "", text)
                self.modules[module] = imports, set(re.findall(ITEM, code)), code

    def owner(self, path, within, seen=()):
        """Returns the module whose file defines the first item of `path`, or None for another crate."""
        at, names = within, list(path)
        if names[0] in ("crate", "$crate", self.name):
            at, names = (), names[1:]
        elif names[0] not in ("self", "super") and names[0] not in self.modules[at][0] and at + (names[0],) not in self.modules:
            return None
        while names:
            name = names.pop(0)
            imports, items, _ = self.modules[at]
            if name == "self":
                pass
            elif name == "super":
                at = at[:-1]
            elif at + (name,) in self.modules:
                at += (name,)
            elif name in items:
                return at
            elif name in imports and (at, name) not in seen and imports[name][0] != (name,):
                return self.owner(imports[name][0] + tuple(names), at, (*seen, (at, name)))
            else:
                return at if path[0] in ("crate", "$crate", "self", "super", self.name) else None
        return at

    def uses(self, module):
        imports, _, code = self.modules[module]
        # A re-export alone is no use.
        written = [path for local, (path, shown) in imports.items() if not shown or re.search(rf"(?<!\w){re.escape(local)}\b", code)]
        written += [tuple(re.split(r"\s*::\s*", path)) for path in re.findall(r"\$?\b[a-z_]\w*(?:\s*::\s*\w+)+", code)]
        return {owner for path in written if (owner := self.owner(path, module)) is not None} - {module}


def circles(graph):
    """Returns the groups of files that use each other (Tarjan's strongly connected components of more than one file)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for next in sorted(graph[node]):
            if next not in index:
                visit(next)
            if next in stack:
                low[node] = min(low[node], low[next])
        if low[node] == index[node]:
            group = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(group) > 1:
                found.append(group)

    for node in graph:
        if node not in index:
            visit(node)
    return found


wrong = 0
for folder, (name, folders) in CRATES.items():
    crate = Crate(folder, name)
    graph = {module: crate.uses(module) for module in crate.modules}
    shown = lambda modules: ", ".join(sorted(crate.files[module] for module in modules))
    if "--draw" in sys.argv:
        for module, used in graph.items():
            print(f"{folder}/src/{crate.files[module]}: {shown(used) or 'nothing'}")
    for group in circles(graph):
        if {crate.files[module] for module in group} in EXCEPTIONS:
            continue
        wrong += 1
        print(f"{folder}: each of these files uses another one of them: {shown(group)}")
        for module in sorted(group):
            print(f"    {crate.files[module]} uses {shown(graph[module] & set(group))}")
    unknown = {module[0] for module in graph if module} - {*folders} if folders else set()
    for module in sorted(unknown):
        wrong += 1
        print(f"{folder}: `{module}` is missing in FOLDERS in scripts/dependencies.py")
    for module, used in graph.items() if folders and not unknown else ():
        for other in used:
            if module and (not other or folders.index(module[0]) < folders.index(other[0])):
                wrong += 1
                print(f"{folder}: {crate.files[module]} uses {crate.files[other]}, which is not above it")
    print(f"{folder}: {len(graph)} files, {sum(map(len, graph.values()))} uses")
sys.exit(wrong > 0)
