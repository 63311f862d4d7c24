/** One line of a body; `null` in the place of one that is longer than allowed. */
export interface BodyLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string | null;
}

const LINE_FEED = 0x0a;

/**
 * Cuts a body into lines, as they come: what each piece of the body completes is given at once. Blank lines are left out. Memory is
 * bounded by `mostBytes`, the longest line.
 */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<readonly BodyLine[], void, undefined> {
  let line = 1;
  let pending: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= mostBytes) pending.push(piece);
    else pending = [];
  };
  const close = (lines: BodyLine[]): void => {
    const text = length > mostBytes ? null : Buffer.concat(pending).toString("utf8");
    if (text === null || text.trim() !== "") lines.push({ line, text });
    line++;
    pending = [];
    length = 0;
  };
  for await (const chunk of body) {
    const lines: BodyLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      close(lines);
      from = end + 1;
    }
    take(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const last: BodyLine[] = [];
  close(last);
  if (last.length > 0) yield last;
}
