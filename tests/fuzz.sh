#!/usr/bin/env bash
# ./dev fuzz [TARGET] [SECONDS]: runs one fuzz target, or each in turn, for so long (60 seconds), under clang's
# libFuzzer with the address and undefined sanitizers. Seeds are made here from tests/python; what is new stays in
# build/fuzz/corpus. An input that fails is left in build/fuzz/found: put it into tests/fuzz/crashes/TARGET with its
# fix.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

targets=()
for file in tests/fuzz/fuzz_*.c; do name=${file##*/fuzz_}; targets+=("${name%.c}"); done
seconds=60
chosen=("${targets[@]}")
for word in "$@"; do
  case "$word" in
    *[!0-9]*)
      [ -f "tests/fuzz/fuzz_$word.c" ] || { echo "fuzz: no target $word (there are: ${targets[*]})" >&2; exit 2; }
      chosen=("$word") ;;
    *) seconds=$word ;;
  esac
done
command -v clang >/dev/null || { echo "fuzz: needs clang (./dev test --all installs it)" >&2; exit 1; }

build=build/fuzz
[ -f $build/build.ninja ] || cmake --preset fuzz >/dev/null
cmake --build $build --target "${chosen[@]/#/fuzz_}" >$build/build.log 2>&1 ||
  { tail -n 40 $build/build.log >&2; exit 1; }

# Seeds: whole programs, and the pieces of them that each target reads.
seeds() {
  python3 -P - "$1" "$2" <<'PYTHON'
import glob, os, re, sys
target, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
paths = [p for p in sorted(glob.glob("tests/python/*.py")) if os.path.getsize(p) < 4000]
programs = [open(p, encoding="utf-8").read() for p in paths]
seeds = []
if target == "source":
    # Programs that wait, start threads or import what takes long under the sanitizers would leave nine inputs a second.
    slow = re.compile(r"sleep|thread|async|subprocess|timeit|unittest|import (\w+, )*(sklearn|pandas|keras|tensorflow|matplotlib|"
                      r"scipy|cv2|decimal|fractions)|from (sklearn|pandas|keras|tensorflow|matplotlib|scipy|PIL|decimal)")
    seeds = [text for text in programs if not slow.search(text)]
elif target == "mend":
    for k, text in enumerate(programs[::3]):
        lines = text.split("\n")
        seeds.append(["".join(">>> " + l + "\n" for l in lines),
                      "```python\n" + text + "```\n",
                      "".join("    " + l + "\n" for l in lines),
                      "".join(f"{i + 1}  {l}\n" for i, l in enumerate(lines)),
                      text.replace("print(", "print ").replace('"', "\u201c"),
                      "".join(f"In [{i}]: {l}\nOut[{i}]: 1\n" for i, l in enumerate(lines))][k % 6])
elif target == "notebook":
    import json
    for k, text in enumerate(programs[::4]):
        cells = [{"cell_type": "code", "source": c.splitlines(True) if k % 2 else c, "outputs": [], "metadata": {}}
                 for c in text.split("\n\n")]
        cells += [{"cell_type": "markdown", "source": "# a"}, {"cell_type": "code", "source": "%time x = 1\n!ls\nx?"}]
        book = {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells}
        if k % 3 == 0:
            for c in cells: c["input"] = c.pop("source")
            book = {"nbformat": 3, "worksheets": [{"cells": cells}], "metadata": {}}
        seeds.append(json.dumps(book))
elif target == "format":
    for text in programs:
        seeds += re.findall(r"'([^'\n]*[%{][^'\n]*)'", text) + re.findall(r":([<>=^+\-0-9.,_a-zA-Z%#]{1,12})\}", text)
elif target == "index":
    for text in programs: seeds += re.findall(r"\w\[([^\[\]\n]{1,60})\]", text)
elif target == "file":
    import gzip, io, numpy as np
    for a in (np.arange(6).reshape(2, 3), np.zeros((0, 3)), np.float32(1), np.array([True]), np.arange(4, dtype=">i4"),
              np.asfortranarray(np.ones((2, 2)))):
        b = io.BytesIO(); np.save(b, a); seeds.append(b.getvalue())
        b = io.BytesIO(); np.savez(b, x=a, y=a); seeds.append(b.getvalue())
        b = io.BytesIO(); np.savez_compressed(b, x=a); seeds.append(b.getvalue())
    for head in (b"\0\0\x08\x01\0\0\0\x03abc", b"\0\0\x08\x03\0\0\0\x01\0\0\0\x02\0\0\0\x02abcd",
                 b"\0\0\x0d\x01\0\0\0\x01\x3f\x80\0\0"):
        seeds += [head, gzip.compress(head)]
for n, seed in enumerate(dict.fromkeys(seeds)):
    with open(os.path.join(folder, f"seed{n}"), "wb") as f: f.write(seed if isinstance(seed, bytes) else seed.encode())
PYTHON
}

sanitizer=allocator_may_return_null=1:detect_leaks=1:detect_stack_use_after_return=0
export UBSAN_OPTIONS=print_stacktrace=1 OPENBLAS_NUM_THREADS=1
ulimit -s 65536 || true # frames are larger under the sanitizers: the language's own limit of depth must come first
status=0
for target in "${chosen[@]}"; do
  corpus=$build/corpus/$target seed_folder=$build/seeds/$target
  mkdir -p "$corpus" "$build/found/$target"
  rm -rf "$seed_folder"
  seeds "$target" "$seed_folder"
  echo "== fuzz: $target, $seconds seconds, $(ls "$seed_folder" | wc -l) seeds" >&2
  kept=tests/fuzz/crashes/$target
  [ -d "$kept" ] || kept=
  # A format may ask for any width, a hundred times an input: what is large fails at once.
  megabytes=64
  [ "$target" != format ] || megabytes=24
  ASAN_OPTIONS=$sanitizer:max_allocation_size_mb=$megabytes \
    "$build/tests/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=4096 \
    -print_final_stats=1 \
    -artifact_prefix="$build/found/$target/" "$corpus" "$seed_folder" $kept >"$build/$target.log" 2>&1 || status=1
  grep -E '^(SUMMARY|artifact)|ERROR:|runtime error' "$build/$target.log" >&2 || true
  grep -E 'cov:' "$build/$target.log" | tail -n 1 >&2
  grep -E 'number_of_executed_units|new_units_added' "$build/$target.log" >&2 || true
done
exit $status
