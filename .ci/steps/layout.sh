# No source files use each other in a circle, and each folder uses only the folders above it.
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 scripts/dependencies.py
