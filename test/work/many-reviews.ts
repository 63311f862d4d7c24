const TEXTS = [
  "Great kettle, fast delivery",
  'The lid broke,\nand nobody "answered"',
  "Kargo çok geç geldi 😡\r\nkutu ezikti",
  "Fine",
  "I was charged twice; the refund took a month",
  "Beklediğimden küçük ama kaliteli",
];

/** Reviews as CSV, with quoted line ends, a blank line now and then, and every 50th one with stars that nobody can read. */
export function csvReviews(rows: number): string {
  let csv = "id,stars,text\n";
  for (let i = 1; i <= rows; i++) {
    const stars = i % 50 === 0 ? "many" : String((i % 5) + 1);
    csv += `k-${i % 1000},${stars},"${(TEXTS[i % TEXTS.length] ?? "").replaceAll('"', '""')}"\n${i % 70 === 0 ? "\n" : ""}`;
  }
  return csv;
}

/** The same as JSON lines, with a line that is no JSON now and then. */
export function jsonReviews(rows: number): string {
  let lines = "";
  for (let i = 1; i <= rows; i++) {
    lines += i % 50 === 0 ? "{broken\n" : `${JSON.stringify({ text: TEXTS[i % TEXTS.length], rating: (i % 5) + 1 })}\n`;
  }
  return lines;
}
