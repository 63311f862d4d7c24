import { formatCount, formatShare } from "./format-number.js";
import { splitBar } from "./html-bars.js";
import { smallMark } from "./html-table.js";
import { html, isolate, type Markup, NOTHING } from "./markup.js";
import { SHOWN_SENTIMENTS } from "./share.js";
import type { StageStory, Story } from "./story.js";
import { nameOf, type Wording } from "./wording.js";

/** The six stages side by side, each with how it feels and what hurts most in it. */
export function journeyMarkup(story: Story, wording: Wording): Markup {
  const stages = story.journey.map((stage) => html`<li>${stageMarkup(stage, wording)}</li>\n`);
  const unplaced =
    story.unplaced === 0
      ? NOTHING
      : html`<p class="quiet">${wording.sentences.unplaced(formatCount(story.unplaced, wording.language))}</p>\n`;
  return html`<ol class="journey">\n${stages}</ol>\n${unplaced}`;
}

function stageMarkup(stage: StageStory, wording: Wording): Markup {
  const { language, sentences, sentiments, terms } = wording;
  const name = wording.stages[stage.stage];
  if (stage.n === 0) return html`<h3>${name}</h3><p class="quiet">${terms.noStage}</p>`;
  const told = SHOWN_SENTIMENTS.map(
    (label) => `${sentiments[label]} ${formatShare(stage.shares[label], language)}`,
  ).join(", ");
  const themes = stage.hurtsMost.map((theme) => {
    const count = sentences.negativeOf(formatCount(theme.shares.negative.count, language));
    return html`<li>${isolate(nameOf("themes", theme.name, wording))} <span class="quiet">${count}</span></li>`;
  });
  const hurts =
    themes.length === 0
      ? html`<p class="quiet">${terms.noPain}</p>`
      : html`<p class="label">${terms.hurtsMost}</p><ul>${themes}</ul>`;
  return html`<h3>${name}</h3><p class="score"><b class="big">${formatShare(stage.shares.negative, language)}</b> ${terms.negativeShare.toLowerCase()} <span class="quiet">n\u00a0=\u00a0${formatCount(stage.n, language)}</span>${smallMark(stage.small, wording)}</p>${splitBar(stage)}<p class="unseen">${told}</p>${hurts}`;
}
