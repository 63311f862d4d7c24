import { createAfinnPeer } from "./afinn.js";
import type { Peer } from "./peer.js";
import { createVaderPeer } from "./vader.js";
import { createWinkPeer } from "./wink.js";

/** A peer, and how many rows of a set it is run on. */
export interface RunPeer {
  readonly peer: Peer;
  /** The slow ones are run on a sample of larger sets. */
  readonly rowsMost: number;
}

/** Rows of the fixed sample that slow peers are run on. */
export const SAMPLE_ROWS = 2000;

/** The libraries that ours is compared with. */
export function createPeers(): readonly RunPeer[] {
  return [
    { peer: createAfinnPeer(), rowsMost: Infinity },
    { peer: createVaderPeer(), rowsMost: SAMPLE_ROWS },
    { peer: createWinkPeer(), rowsMost: SAMPLE_ROWS },
  ];
}
