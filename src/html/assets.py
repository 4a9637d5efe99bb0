# SPDX-License-Identifier: Apache-2.0
"""Turns page.css and page.js into a C file that holds their text and the hash that allows each of them in the page.

usage: assets.py page.css page.js assets.c
"""
import base64
import hashlib
import sys


def literal(text):
    """C string literals, one a line of the text."""
    lines = []
    for line in text.splitlines(keepends=True):
        escaped = line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("?", "\\?")
        lines.append('\t"%s"' % escaped)
    return "\n".join(lines)


def main():
    css, js, target = sys.argv[1:]
    parts = ['/* Made of page.css and page.js by assets.py. */\n#include "html/html.h"\n']
    for name, path in (("css", css), ("js", js)):
        with open(path, encoding="utf-8", newline="\n") as file:
            text = file.read()
        if "</style" in text or "</script" in text or "<!--" in text:
            sys.exit("%s: would end its own element" % path)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        parts.append("const char html_%s[] =\n%s;\n" % (name, literal(text)))
        parts.append('const char html_%s_hash[] = "sha256-%s";\n' % (name, digest))
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(parts))


main()
