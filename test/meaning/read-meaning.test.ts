import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../src/meaning/analyzer.js";
import { COLUMN_NAMES, HEAD_COLUMNS, HEAD_NAMES, HEADS } from "../../src/meaning/heads.js";
import { loadMeaning } from "../../src/meaning/load-meaning.js";

const readers = { en: createAnalyzer({ language: "en" }), tr: createAnalyzer({ language: "tr" }) };

/** What one analysis says, by the words of the text. */
function read(language: "en" | "tr", text: string) {
  const { stage, intent, effort, urgent, themes, painPoints } = readers[language].analyze(text);
  return {
    stage: stage?.stage ?? null,
    intent: intent?.intent ?? null,
    effort: effort?.effort ?? null,
    urgent,
    themes: new Map(themes.map(({ theme, sentiment }) => [theme, sentiment.label])),
    evidence: new Map(themes.map(({ theme, evidence }) => [theme, evidence.map((span) => text.slice(...span))])),
    pain: painPoints.map(({ span }) => text.slice(...span)),
  };
}

describe("the stage of the journey", () => {
  it.each([
    ["en", "Your new ad with the dancing dog made me look you up.", "awareness"],
    ["en", "Is the XL true to size or should I go for L?", "consideration"],
    ["en", "The parcel arrived two weeks late and the box was crushed.", "purchase"],
    ["en", "The app crashes every time I open my cart since the last update.", "use"],
    ["en", "The refund took a month and nobody answered my mails.", "support"],
    ["en", "Been a customer for ten years but I am switching to another provider.", "loyalty"],
    ["tr", "Bu telefonun 256 GB'lık modeli var mı?", "consideration"],
    ["tr", "Uygulama son güncellemeden sonra sürekli kapanıyor.", "use"],
    ["tr", "on yillik musteriyim ama artik baska firmaya geciyorum", "loyalty"],
  ] as const)("%s: %s → %s", (language, text, stage) => {
    expect(read(language, text).stage).toBe(stage);
  });
});

describe("what the writer wants", () => {
  it.each([
    ["en", "How do I reset my password?", "question"],
    ["en", "Please add a dark mode.", "request"],
    ["en", "I would recommend this hotel to anyone visiting Rome.", "recommendation"],
    ["en", "Been a customer for ten years but I am switching to another provider.", "churn"],
    ["tr", "Şifremi nasıl değiştirebilirim?", "question"],
    ["tr", "Ürün çok kaliteli, tam anlatıldığı gibi, teşekkürler.", "praise"],
    ["tr", "Kargo üç hafta geç geldi, müşteri hizmetleri de cevap vermedi.", "complaint"],
  ] as const)("%s: %s → %s", (language, text, intent) => {
    expect(read(language, text).intent).toBe(intent);
  });
});

describe("effort and urgency", () => {
  it.each([
    ["en", "I called three times and each time had to explain everything again.", "high"],
    ["en", "Setting it up took two minutes, super easy.", "low"],
    ["en", "The lamp is smaller than I thought.", null],
    ["tr", "Kurulumu çok kolaydı, beş dakikada bitti.", "low"],
  ] as const)("%s: %s → effort %s", (language, text, effort) => {
    expect(read(language, text).effort).toBe(effort);
  });

  it.each([
    ["en", "Someone stole my card and there are payments I did not make, please block it now!", true],
    ["en", "The soup was cold and the bread was stale.", false],
    ["tr", "Kartımdan haberim olmadan para çekilmiş, acil yardım edin!", true],
    ["tr", "Yemek lezzetliydi ama garson çok kabaydı.", false],
  ] as const)("%s: %s → urgent %s", (language, text, urgent) => {
    expect(read(language, text).urgent).toBe(urgent);
  });
});

describe("themes", () => {
  it("of one sentence are told apart by their sentiment", () => {
    const { themes } = read("en", "Great food, rude waiter.");
    expect([themes.get("quality"), themes.get("staff")]).toEqual(["positive", "negative"]);
  });

  it("are found where no word names them", () => {
    const { themes, evidence } = read("en", "We waited 40 minutes for a table and nobody said a word.");
    expect(themes.get("responsiveness")).toBe("negative");
    expect(evidence.get("responsiveness")).toEqual(["waited 40 minutes"]);
  });

  it("of a Turkish contrast are told apart too", () => {
    const { themes } = read("tr", "Yemek lezzetliydi ama garson çok kabaydı.");
    expect([themes.get("quality"), themes.get("staff")]).toEqual(["positive", "negative"]);
  });
});

describe("pain points", () => {
  it("are the words of the problem alone, not the praise beside it", () => {
    expect(read("tr", "Yemek lezzetliydi ama garson çok kabaydı.").pain).toEqual(["garson çok kabaydı"]);
  });

  it("hold at most twelve words each", () => {
    const text = `The handle broke ${"and the lid leaked all over the kitchen table ".repeat(6)}yesterday.`;
    const { pain } = read("en", text);
    expect(pain.length).toBeGreaterThan(0);
    expect(pain.filter((span) => span.split(/\s+/).length > 12)).toEqual([]);
  });

  it("are none in plain praise and in a plain question", () => {
    expect(read("en", "Lovely soft sheets, we slept like babies.").pain).toEqual([]);
    expect(read("en", "How do I reset my password?").pain).toEqual([]);
  });
});

describe("the heads", () => {
  it("lie side by side, each column named by its head and label", () => {
    let next = 0;
    for (const name of HEAD_NAMES) {
      expect(HEADS[name].from).toBe(next);
      next += HEADS[name].labels.length;
      expect(HEADS[name].to).toBe(next);
    }
    expect(HEAD_COLUMNS).toBe(next);
    expect(new Set(COLUMN_NAMES).size).toBe(next);
  });

  it.each(["en", "tr"] as const)("of the shipped model are these: %s", (language) => {
    const { words, features } = loadMeaning(language);
    expect(words.labels).toEqual(COLUMN_NAMES);
    expect(features.labels).toEqual(COLUMN_NAMES);
  });
});
