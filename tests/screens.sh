#!/usr/bin/env bash
# Makes the screens of docs/screens from the real program on a pseudo-terminal (./dev screens).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p docs/screens
build/release/tests/screens docs/screens
