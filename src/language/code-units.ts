const encoder = new TextEncoder();

/** UTF-8 bytes of the text at hand; texts longer than this are copied unit by unit. */
const bytes: Uint8Array = new Uint8Array(1 << 14);

/**
 * Copies the UTF-16 code units of a text to the start of `into`, which must have room for them: reading them from there costs
 * less than asking the string for each.
 *
 * Most texts are plain ASCII. Their UTF-8 bytes are their code units, and runtimes encode much faster than a loop does.
 */
export function copyCodeUnits(text: string, into: Uint16Array): void {
  const { length } = text;
  if (length <= bytes.length && encoder.encodeInto(text, bytes).written === length) {
    into.set(bytes.subarray(0, length));
    return;
  }
  for (let i = 0; i < length; i++) into[i] = text.charCodeAt(i);
}
