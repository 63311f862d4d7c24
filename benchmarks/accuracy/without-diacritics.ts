const PLAIN: Readonly<Record<string, string>> = {
  ç: "c",
  ğ: "g",
  ı: "i",
  ö: "o",
  ş: "s",
  ü: "u",
  Ç: "C",
  Ğ: "G",
  İ: "I",
  Ö: "O",
  Ş: "S",
  Ü: "U",
};

/** A Turkish text as it is typed on a keyboard without Turkish letters. */
export function withoutDiacritics(text: string): string {
  return text.normalize("NFC").replace(/[çğıöşüÇĞİÖŞÜ]/g, (letter) => PLAIN[letter] ?? letter);
}
