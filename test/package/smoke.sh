#!/usr/bin/env bash
# Packs the package, installs the tarball in an empty folder, and runs it in Node (import and require), Deno and Bun: all
# four must print the same bytes for the texts of test/runtimes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
tarball=$(npm pack --silent --pack-destination "$work" | tail -n 1)
cd "$work"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund "./$tarball"
cp "$root"/test/runtimes/{say.mjs,texts.json} .
sed -e 's/^import \(.*\) from \(.*\);$/const \1 = require(\2);/' say.mjs >say.cjs
if grep -q '^import ' say.cjs; then echo "smoke: say.cjs still imports"; exit 1; fi
node say.mjs >node-import.txt
node say.cjs >node-require.txt
"$root/node_modules/.bin/deno" run --quiet --allow-read --node-modules-dir=manual say.mjs >deno.txt
"$root/node_modules/.bin/bun" run say.mjs >bun.txt
for other in node-require deno bun; do
  cmp node-import.txt "$other.txt" || { echo "smoke: $other differs from node-import"; exit 1; }
done
lines=$(wc -l <node-import.txt)
test "$lines" -gt 70 || { echo "smoke: only $lines lines were compared"; exit 1; }
# Every entry point can be imported and required: that of the queue with its peers, all others without them.
load() {
  node --input-type=module -e "import * as all from '$1'; if (Object.keys(all).length === 0) process.exit(1)"
  node --input-type=commonjs -e "if (Object.keys(require('$1')).length === 0) process.exit(1)"
}
for entry in $(node -p 'Object.keys(require("verbatims/package.json").exports).filter((name) => !name.endsWith(".json") && name !== "./bullmq").map((name) => "verbatims" + name.slice(1)).join(" ")'); do
  load "$entry"
done
printf 'id,comment\n1,"Great shop, fast delivery"\n2,Broken on arrival\n' >reviews.csv
npx --no-install verbatims analyze reviews.csv --out scored.jsonl
npx --no-install verbatims report reviews.csv --out report.html
npx --no-install verbatims report --out demo.html >/dev/null
test "$(wc -l <scored.jsonl)" -eq 2
grep -q '</html>' report.html
grep -q '</html>' demo.html
peers=$(node -p 'const { devDependencies } = require(process.argv[1]); ["bullmq", "ioredis"].map((name) => `${name}@${devDependencies[name]}`).join(" ")' "$root/package.json")
# shellcheck disable=SC2086 # two words
npm install --silent --no-audit --no-fund $peers
load verbatims/bullmq
echo "smoke: the packed package gives the same $lines lines in Node (import, require), Deno and Bun, and its command works"
