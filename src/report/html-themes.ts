import { formatCount } from "./format-number.js";
import { shareTable, splitTable, topTable } from "./html-table.js";
import { html, type Markup } from "./markup.js";
import type { Story } from "./story.js";
import { nameOf, type Wording } from "./wording.js";

/** Every theme with its sentiments, the most painful first. */
export function themesMarkup(story: Story, wording: Wording): Markup {
  const { terms } = wording;
  return splitTable(
    story.themes,
    { caption: terms.captionThemes, head: terms.theme, name: (name) => nameOf("themes", name, wording) },
    wording,
  );
}

/** Channels, segments, languages and touchpoints, those that there are. */
export function sourcesMarkup(story: Story, wording: Wording): Markup {
  const { terms } = wording;
  return html`${topTable(story.channels, terms.captionChannels, null, wording)}${topTable(story.segments, terms.captionSegments, null, wording)}${topTable(story.languages, terms.captionLanguages, "languages", wording)}${topTable(story.touchpoints, terms.captionTouchpoints, "touchpoints", wording)}`;
}

/** Intents, emotions, effort, and how many need an answer now. */
export function signalsMarkup(story: Story, wording: Wording): Markup {
  const { language, sentences, terms } = wording;
  return html`<p>${sentences.urgent(formatCount(story.urgent, language), story.urgent === 1)}</p>
<div class="cards tables">${shareTable(story.intents, terms.captionIntents, "intents", wording)}${shareTable(story.emotions, terms.captionEmotions, "emotions", wording)}${shareTable(story.efforts, terms.captionEfforts, "efforts", wording)}</div>
`;
}
