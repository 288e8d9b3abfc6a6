# Source files do not use each other in a cycle, and each folder uses only the folders above it.
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 scripts/dependencies.py
