#!/usr/bin/env bash
# Speed and memory of the real program, side by side with Keras where a Python has it; ./dev bench builds first.
#
#   tests/bench.sh [--write] [NAME...]   NAME: start, language, numpy, epoch, steps, programs; all where none is named
#
# Prints Markdown; --write puts it into docs/benchmarks.md too. NNSH_BENCH_PYTHON names the Python of the rival (else
# python3, where it can import keras), NNSH_BENCH_NUMPY that of the part numpy (else the first of Debian's python3 and
# python3 that can import numpy), NNSH_BENCH_BINARY another nnsh. Everything is measured in one run on one machine,
# so that ratios mean something where times do not; a machine that does other work beside it shows in the spread.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8
# What would choose other kernels than a user gets.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE NNSH_SIMD NNSH_THREADS

write=no
names=()
for argument in "$@"; do
  case "$argument" in
    --write) write=yes ;;
    start|language|numpy|epoch|steps|programs) names+=("$argument") ;;
    *) printf 'tests/bench.sh [--write] [start] [language] [numpy] [epoch] [steps] [programs]; got %s\n' "$argument" >&2; exit 2 ;;
  esac
done
[ ${#names[@]} -gt 0 ] || names=(start language numpy epoch steps programs)
if [ "$write" = yes ] && [ ${#names[@]} -lt 6 ]; then
  printf '%s\n' '--write needs all parts' >&2
  exit 2
fi

nnsh=${NNSH_BENCH_BINARY:-build/release/nnsh}
[ -x "$nnsh" ] || { printf 'no %s: ./dev build first\n' "$nnsh" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${CC:-cc}" -O1 -D_GNU_SOURCE -o "$work/measure" tests/bench/measure.c

python=${NNSH_BENCH_PYTHON:-python3}
if ! command -v "$python" >/dev/null || ! "$python" -c 'import keras' >/dev/null 2>&1; then python=; fi
# Each backend that this Python has: "jax", "tensorflow".
backends=()
if [ -n "$python" ]; then
  for backend in jax tensorflow; do
    "$python" -c "import $backend" >/dev/null 2>&1 && backends+=("$backend")
  done
fi
export TF_CPP_MIN_LOG_LEVEL=3 CUDA_VISIBLE_DEVICES=
# Keras would download what Debian's package has: it gets a cache of its own that holds the same files.
images=/usr/share/datasets/fashion-mnist
if [ -d "$images" ] && [ ! -e "${KERAS_HOME:-$HOME/.keras}/datasets/fashion-mnist/train-images-idx3-ubyte.gz" ]; then
  mkdir -p "$work/keras/datasets/fashion-mnist"
  ln -s "$images"/*.gz "$work/keras/datasets/fashion-mnist/"
  export KERAS_HOME="$work/keras"
fi

keras_name() { KERAS_BACKEND=$1 "$python" -c 'import keras; print("Keras", keras.__version__)' 2>/dev/null; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }
milliseconds() { awk -v s="$1" 'BEGIN { printf "%.1f ms", s * 1000 }'; }
megabytes() { awk -v k="$1" 'BEGIN { printf "%.0f MB", k / 1024 }'; }
# Median, least and largest of the numbers on stdin, one a line.
spread() { sort -n | awk '{ v[NR] = $1 } END { printf "%s %s %s\n", v[int((NR + 1) / 2)], v[1], v[NR] }'; }
# One row of the rival where there is none.
absent() { [ ${#backends[@]} -gt 0 ] || printf '| Keras | not installed |%s\n' "$1"; }

machine() {
  local model kernel
  model=$(sed -nE 's/^model name[[:space:]]*: (.*)$/\1/p' /proc/cpuinfo | head -n 1)
  kernel=$("$nnsh" --version | grep -im 1 blas || true)
  printf '# Benchmarks\n\n'
  printf 'Made by `./dev bench --write`: medians of several runs, all taken in one go on one machine, and what else\n'
  printf 'runs on it adds to them. Ratios travel better than times.\n\n'
  printf -- '- Processor: %s, %s cores in use%s\n' "${model:-unknown}" "$(nproc)" \
    "$(grep -qw avx512f /proc/cpuinfo && echo ', AVX-512' || { grep -qw avx2 /proc/cpuinfo && echo ', AVX2'; } || true)"
  printf -- '- nnsh: %s; %s\n' "$("$nnsh" --version | head -n 1)" "${kernel:-BLAS unknown}"
  local load; load=$(cut -d' ' -f1 /proc/loadavg)
  printf -- '- Load when the run began: %s\n' "$load"
}

bench_start() {
  local result
  printf '\n## Start\n\n'
  printf '| | median of 51 | memory |\n|---|---|---|\n'
  result=$("$work/measure" 51 "$nnsh" -c pass)
  printf '| `nnsh -c pass` (to be under 10 ms) | %s | %s |\n' "$(milliseconds "${result% *}")" \
    "$(megabytes "${result#* }")"
  absent ' |'
  local backend rival
  for backend in "${backends[@]}"; do
    rival=$(KERAS_BACKEND=$backend "$work/measure" 3 "$python" -c 'import keras') || continue
    printf '| `import keras`, %s on %s (median of 3) | %.1f s | %s |\n' "$(keras_name "$backend")" "$backend" \
      "${rival% *}" "$(megabytes "${rival#* }")"
  done
}

# $1: who; $2: median; $3, $4: spread; $5: nnsh's median
epoch_row() { printf '| %s | %.3f s | %.3f to %.3f s | %s |\n' "$1" "$2" "$3" "$4" "$(ratio "$2" "$5")"; }

bench_epoch() {
  local own result backend
  printf '\n## One epoch\n\n'
  printf 'Dense 784-50-10, Adam, batch 32, 60,000 images of Fashion-MNIST in float64; seven fits of one epoch after a\n'
  printf 'first one (to be under 0.13 s on two cores). `tests/bench/epoch.py`, the same file for both.\n\n'
  printf '| | median | least and largest | times nnsh |\n|---|---|---|---|\n'
  "$nnsh" tests/bench/epoch.py >"$work/epoch"
  read -r -a own < <(spread <"$work/epoch")
  epoch_row 'nnsh' "${own[@]}" "${own[0]}"
  NNSH_THREADS=1 "$nnsh" tests/bench/epoch.py >"$work/epoch"
  read -r -a result < <(spread <"$work/epoch")
  epoch_row 'nnsh, one thread' "${result[@]}" "${own[0]}"
  absent ' | |'
  for backend in "${backends[@]}"; do
    KERAS_BACKEND=$backend "$python" tests/bench/epoch.py >"$work/epoch" 2>"$work/errors" ||
      { printf '| Keras on %s | failed | | |\n' "$backend"; continue; }
    read -r -a result < <(spread <"$work/epoch")
    epoch_row "$(keras_name "$backend") on $backend" "${result[@]}" "${own[0]}"
  done
}

# One step of training of four networks: what a batch costs, reading and starting left out.
bench_steps() {
  local program own result backend
  printf '\n## One step\n\n'
  printf 'Median of five runs of 40 to 200 steps each, after a first one; `tests/bench/steps`, the same files for both. To be\n'
  printf 'under 15 ms for the convnet, under 1.5 ms for the dense network.\n\n'
  printf '| | | median | least and largest | times nnsh |\n|---|---|---|---|---|\n'
  for program in convnet dense lstm tape; do
    "$nnsh" "tests/bench/steps/$program.py" >"$work/steps" || { printf '| `%s` | nnsh | failed | | |\n' "$program"; continue; }
    read -r -a own < <(spread <"$work/steps")
    step_row "\`$program\`" nnsh "${own[@]}" "${own[0]}"
    for backend in "${backends[@]}"; do
      KERAS_BACKEND=$backend "$python" "tests/bench/steps/$program.py" >"$work/steps" 2>"$work/errors" || continue
      read -r -a result < <(spread <"$work/steps")
      step_row '' "$(keras_name "$backend") on $backend" "${result[@]}" "${own[0]}"
    done
  done
}
# $1: what; $2: who; $3: median; $4, $5: spread; $6: nnsh's median
step_row() {
  printf '| %s | %s | %s | %s to %s | %s |\n' "$1" "$2" "$(step_time "$3")" "$(step_time "$4")" "$(step_time "$5")" \
    "$(ratio "$3" "$6")"
}
step_time() { awk -v s="$1" 'BEGIN { printf "%.2f ms", s * 1000 }'; }

bench_programs() {
  local program own rival backend
  printf '\n## Whole programs\n\n'
  printf 'From start to exit, reading the images included; median of three runs, largest memory.\n\n'
  printf '| | | time | memory |\n|---|---|---|---|\n'
  for program in softmax perceptron; do
    own=$("$work/measure" 3 "$nnsh" "tests/bench/$program.py") ||
      { printf '| `%s.py` | nnsh | failed | |\n' "$program"; continue; }
    printf '| `%s.py` | nnsh | %.2f s | %s |\n' "$program" "${own% *}" "$(megabytes "${own#* }")"
    [ ${#backends[@]} -gt 0 ] || printf '| | Keras | not installed | |\n'
    for backend in "${backends[@]}"; do
      rival=$(KERAS_BACKEND=$backend "$work/measure" 1 "$python" "tests/bench/$program.py") ||
        { printf '| | Keras on %s | failed | |\n' "$backend"; continue; }
      printf '| | %s on %s (one run) | %.2f s (%s times) | %s (%s times) |\n' "$(keras_name "$backend")" "$backend" \
        "${rival% *}" "$(ratio "${rival% *}" "${own% *}")" "$(megabytes "${rival#* }")" \
        "$(ratio "${rival#* }" "${own#* }")"
    done
  done
}

# $1: folder; $2: the rival's Python; $3: what the rival is called. Whole processes, start included on both sides.
beside_python() {
  local program run own theirs
  printf '| | nnsh | %s | times |\n|---|---|---|---|\n' "$3"
  for program in "$1"/*.py; do
    : >"$work/own"; : >"$work/theirs"
    for run in 1 2 3 4 5 6 7; do
      "$work/measure" 1 "$nnsh" "$program" >>"$work/own"
      "$work/measure" 1 "$2" "$program" >>"$work/theirs"
    done
    own=$(sort -n "$work/own" | head -n 1 | cut -d' ' -f1)
    theirs=$(sort -n "$work/theirs" | head -n 1 | cut -d' ' -f1)
    printf '| `%s` | %.0f ms | %.0f ms | %s |\n' "$(basename "$program" .py)" "$(awk -v s="$own" 'BEGIN { print s * 1000 }')" \
      "$(awk -v s="$theirs" 'BEGIN { print s * 1000 }')" "$(awk -v a="$theirs" -v b="$own" 'BEGIN { printf "%.2f", a / b }')"
  done
}

# Loops, calls, texts and dicts beside CPython.
bench_language() {
  local rival=${NNSH_BENCH_CPYTHON:-/usr/bin/python3}
  printf '\n## The language\n\n'
  printf 'Least of seven runs, taken in turns with the rival; `tests/bench/language`.\n\n'
  if ! command -v "$rival" >/dev/null; then printf 'No CPython here to compare with.\n'; return; fi
  beside_python tests/bench/language "$rival" "$("$rival" --version)"
}

# Small numpy steps in loops beside CPython with numpy, with one thread and with all: the faster of the two counts.
bench_numpy() {
  local rival='' candidate threads best
  for candidate in ${NNSH_BENCH_NUMPY:-/usr/bin/python3 python3}; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import numpy' 2>/dev/null; then rival=$candidate; break; fi
  done
  printf '\n## numpy in loops\n\n'
  printf 'Least of seven runs, taken in turns with the rival, starts and imports included on both sides;\n'
  printf '`tests/bench/numpy`.\n'
  if [ -z "$rival" ]; then printf '\nNo numpy here to compare with.\n'; return; fi
  # How many threads suit numpy: measured with the program that has the largest products.
  best=
  for threads in 1 "$(nproc)"; do
    local taken; taken=$(OPENBLAS_NUM_THREADS=$threads "$work/measure" 3 "$rival" tests/bench/numpy/training.py)
    if [ -z "$best" ] || awk -v a="${taken% *}" -v b="${best%% *}" 'BEGIN { exit !(a < b) }'; then best="$taken $threads"; fi
  done
  threads=${best##* }
  printf 'numpy has %s of %s threads, with which it is faster.\n\n' "$threads" "$(nproc)"
  OPENBLAS_NUM_THREADS=$threads beside_python tests/bench/numpy "$rival" \
    "$("$rival" -c 'import sys, numpy; print("Python", sys.version.split()[0], "with numpy", numpy.__version__)')"
  cat tests/bench/misses.md # with their profiles
}

all_parts() {
  machine
  local name
  for name in "${names[@]}"; do "bench_$name"; done
}

if [ "$write" = yes ]; then
  all_parts | tee "$work/page"
  cp "$work/page" docs/benchmarks.md
else
  all_parts
fi
