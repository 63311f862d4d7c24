import { formatCount, formatDecimal, formatShare, formatSigned } from "./format-number.js";
import { type Headline, writeInterval } from "./headline.js";
import { columnChart, splitBar, splitKey } from "./html-bars.js";
import { smallMark } from "./html-table.js";
import { html, type Markup, NOTHING } from "./markup.js";
import type { ScoreGiven } from "./score-given.js";
import { divide } from "./share.js";
import type { Story } from "./story.js";
import type { Wording } from "./wording.js";

/** The headline in words and numbers, and the sentiment of all verbatims. */
export function overviewMarkup(story: Story, headline: Headline, wording: Wording): Markup {
  const { language, sentiments, terms } = wording;
  const { all } = story;
  const figures = [
    figure(terms.verbatims, formatCount(all.n, language), NOTHING),
    figure(sentiments.negative, formatShare(all.shares.negative, language), smallMark(all.small, wording)),
    figure(sentiments.positive, formatShare(all.shares.positive, language), smallMark(all.small, wording)),
    ...story.scores.map((score) =>
      figure(wording.scores[score.kind], scoreValue(score, wording), smallMark(score.small, wording)),
    ),
    figure(terms.urgent, formatCount(story.urgent, language), NOTHING),
  ];
  const findings = headline.findings.map((sentence) => html`<li><bdi>${sentence}</bdi></li>\n`);
  return html`<p class="lead">${headline.facts.join(" ")}</p>
<dl class="figures">${figures}</dl>
${findings.length === 0 ? NOTHING : html`<ul class="findings">\n${findings}</ul>\n`}<h3>${terms.allSentiments}</h3>
<div class="whole">${splitBar(all)}${splitKey(all, wording)}</div>
`;
}

/** Each score that customers gave: its value, on how many answers, and how they are spread. */
export function scoresMarkup(story: Story, wording: Wording): Markup {
  const cards = story.scores.map((score) => {
    const { language, terms } = wording;
    const name = wording.scores[score.kind];
    const shares = divide(score.answers.map(({ count }) => count));
    const chart = columnChart({
      id: `score-${score.kind}`,
      title: `${name}: ${formatCount(score.n, language)} ${terms.answers}`,
      fill: "plain",
      columns: score.answers.map(({ answer, count }, i) => ({
        label: String(answer),
        value: count,
        shown: count === 0 ? "0" : formatShare(shares[i] ?? { count: 0, of: 0, percent: 0 }, language),
      })),
    });
    const interval = writeInterval(score.interval, wording);
    const range = interval === null ? NOTHING : html`<br><span class="quiet">${terms.interval}: ${interval}</span>`;
    const unit = score.kind === "rating" ? html`<span class="quiet"> / 5 ·</span>` : NOTHING;
    return html`<div class="card"><h3>${name}</h3><p class="score"><b class="big">${scoreValue(score, wording)}</b>${unit} <span class="quiet">n\u00a0=\u00a0${formatCount(score.n, language)}</span>${smallMark(score.small, wording)}${range}</p>${chart}</div>\n`;
  });
  return html`<div class="cards">\n${cards}</div>\n`;
}

function scoreValue(score: ScoreGiven, wording: Wording): string {
  return score.kind === "nps"
    ? formatSigned(score.value, wording.language)
    : formatDecimal(score.value, wording.language);
}

function figure(name: string, value: string, mark: Markup): Markup {
  return html`<div><dt>${name}</dt><dd>${value}${mark}</dd></div>\n`;
}
