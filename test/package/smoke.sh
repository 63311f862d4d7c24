#!/usr/bin/env bash
# Packs the package, installs the tarball in an empty folder, and runs it in Node (import and require), Deno and Bun: all
# four must print the same bytes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
tarball=$(npm pack --silent --pack-destination "$work" | tail -n 1)
cd "$work"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund "./$tarball"
cat >say.mjs <<'JS'
import { analyze } from "verbatims";
import { emptySummary, addToSummary } from "verbatims/summary";
import { toMarkdown } from "verbatims/report";
const texts = ["Easy to use, but the invoice was charged twice.", "Kargo çok geç geldi, bir daha almam.", "Where is my order?"];
const analyses = texts.map((text) => analyze(text));
console.log(JSON.stringify(analyses));
console.log(toMarkdown(addToSummary(emptySummary(), analyses)));
JS
sed -e 's/^import \(.*\) from \(.*\);$/const \1 = require(\2);/' say.mjs >say.cjs
node say.mjs >node-import.txt
node say.cjs >node-require.txt
"$root/node_modules/.bin/deno" run --quiet --allow-read --node-modules-dir=manual say.mjs >deno.txt
"$root/node_modules/.bin/bun" run say.mjs >bun.txt
for other in node-require deno bun; do
  cmp node-import.txt "$other.txt" || { echo "smoke: $other differs from node-import"; exit 1; }
done
printf 'id,comment\n1,"Great shop, fast delivery"\n2,Broken on arrival\n' >reviews.csv
npx --no-install verbatims analyze reviews.csv --out scored.jsonl
npx --no-install verbatims report reviews.csv --out report.html
test "$(wc -l <scored.jsonl)" -eq 2
grep -q '</html>' report.html
echo "smoke: the packed package runs alike in Node (import, require), Deno and Bun, and its command works"
