# The example service sends the responses in its documentation: for each `$ curl` line, the lines below it.
set -euo pipefail
cd "$(dirname "$0")/../.."
port=3917
cargo build --quiet --workspace --bins --tests
log=$(mktemp)
"${CARGO_TARGET_DIR:-target}/debug/service" "127.0.0.1:$port" 2>"$log" &
service=$!
trap 'kill $service' EXIT
until curl -s "localhost:$port" >/dev/null; do sleep 0.1; done

asked=0
check() {
    [ "$1" ] || return 0
    asked=$((asked + 1))
    answer=$(bash -c "${1//localhost:3000/localhost:$port}")
    [ "$answer" = "$2" ] || { printf 'request:  %s\nexpected: %s\nresponse: %s\n' "$1" "$2" "$answer" >&2; exit 1; }
}
command='' expected=''
while IFS= read -r line; do
    case $line in
        '$ curl'*) command=${line#'$ '} expected='' ;;
        '') check "$command" "$expected"; command='' ;;
        *) [ -z "$command" ] || expected+=${expected:+$'\n'}$line ;;
    esac
done < <(sed -n 's,^//! \{0\,1\},,p' examples/service/src/main.rs | sed 's/^```.*//')
[ "$asked" -ge 12 ]

# The details that clients do not receive are in the log.
for words in 'sk-1234' 'postgres://studio:secret@db' 'no projects yet' 'wallet 2 has 3 credits, 20 are needed'; do
    grep -qF "$words" "$log"
done
echo "$asked responses as written"
