import type { Match } from "./match-cues.js";

/** Of overlapping matches with a valence the longest stays, of equally long ones the first; in text order. */
export function chooseMatches(matches: readonly Match[]): readonly Match[] {
  if (matches.length === 0 || (matches.length === 1 && matches[0]?.entry.valence !== null)) return matches;
  const chosen: Match[] = [];
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i];
    if (match === undefined || match.entry.valence === null) continue;
    const last = chosen[chosen.length - 1];
    if (last === undefined || match.from >= last.to) chosen.push(match);
    else if (match.to - match.from > last.to - last.from) {
      const before = chosen[chosen.length - 2];
      // The longer match takes the place of the last, unless it also reaches into the one before.
      if (before === undefined || match.from >= before.to) chosen[chosen.length - 1] = match;
    }
  }
  return chosen;
}
