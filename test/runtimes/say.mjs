// Prints all that the package makes of the texts: run from a folder where `verbatims` is installed, with texts.json beside.
import { readFileSync } from "node:fs";
import { analyze, createAnalyzer, identifyLanguage, tokenize } from "verbatims";
import { createScorer, encodeModel, explain, trainModel } from "verbatims/learning";
import { toHtml, toMarkdown, toTerminal } from "verbatims/report";
import { addToSummary, emptySummary, mergeSummaries } from "verbatims/summary";

const texts = JSON.parse(readFileSync("texts.json", "utf8"));
const months = ["2026-01", "2026-02", "2026-03"];
const analyses = texts.map((text, i) =>
  analyze({ text, at: `${months[i % 3]}-05`, channel: i % 2 ? "review" : "chat", rating: 1 + (i % 5), nps: i % 11 }),
);
const summary = mergeSummaries(
  addToSummary(emptySummary(), analyses.slice(0, 7)),
  addToSummary(emptySummary(), analyses.slice(7)),
);
// JSON spells lone surrogates out; printed bare they would be replaced on the way.
const say = (name, value) => console.log(`${name} ${JSON.stringify(value)}`);
for (const analysis of analyses) say("analysis", analysis);
for (const language of ["en", "tr"]) {
  const analyzer = createAnalyzer({ language });
  for (const text of texts) say(language, analyzer.analyze(text));
}
for (const text of texts) say("tokens", [tokenize(text), identifyLanguage(text)]);
say("summary", summary);
for (const language of ["en", "tr"]) {
  say("html", toHtml(summary, { language }));
  say("markdown", toMarkdown(summary, { language }));
  say("terminal", toTerminal(summary, { language }));
}

// A model of every kind: the bits of its weights, of its probabilities and of its reasons.
const rows = Array.from({ length: 240 }, (_, i) => ({
  text: `${texts[i % texts.length]} (${i * 37})`,
  label: String(i % 3),
}));
const train = async (kind) => {
  const examples =
    kind === "multi" ? rows.map(({ text, label }) => ({ text, labels: label === "0" ? [] : [label, "a"] })) : rows;
  const labels = kind === "ordinal" ? ["0", "1", "2"] : undefined;
  const model = await trainModel(examples, { kind, ...(labels && { labels }), features: { bits: 14 } });
  say(kind, Array.from(encodeModel(model)));
  for (const text of texts) say(kind, [createScorer(model).score(text), explain(model, text)]);
};
train("single")
  .then(() => train("multi"))
  .then(() => train("ordinal"));
