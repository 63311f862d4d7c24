import { foldText } from "./characters.js";
import { TRAIT } from "./traits.js";
import { CONDITIONAL, looksNegative, NEGATIVE, PRIVATIVE, readNounSuffixes } from "./turkish-suffixes.js";

const traitsByWord = new Map<string, number>();
const traitsByStem = new Map<string, number>();

function give(to: Map<string, number>, trait: number, words: string): void {
  for (const word of words.split(" ")) {
    const key = foldText(word);
    to.set(key, (to.get(key) ?? 0) | trait);
  }
}

give(traitsByStem, TRAIT.negatorAfter, "değil yok diil degl");
give(
  traitsByWord,
  TRAIT.booster,
  "çok aşırı gayet oldukça fazlasıyla inanılmaz acayip cidden gerçekten kesinlikle son derece tam baya bayağı epey resmen en hakikaten bi daha kat hiç hiçbir asla",
);
give(traitsByWord, TRAIT.dampener, "biraz az kısmen birazcık nispeten pek neredeyse");
give(traitsByWord, TRAIT.excess, "fazla haddinden gereğinden gereksiz");
give(traitsByWord, TRAIT.contrast, "ama fakat ancak lakin oysa oysaki halbuki yalnız amma fakt");
give(traitsByWord, TRAIT.concession, "rağmen karşın");
give(traitsByWord, TRAIT.unreal, "keşke eğer umarım acaba şayet");
give(
  traitsByWord,
  TRAIT.question,
  "mi mı mu mü mısınız misiniz musunuz müsünüz mıyım miyim muyum müyüm mıyız miyiz muyuz müyüz mıdır midir mudur müdür mıydı miydi muydu müydü mısın misin nasıl neden niye niçin nerede nereden nereye nerden nerde kaç kaçta hangi hangisi kim kime ne nedir kaçıncı",
);
give(traitsByStem, TRAIT.timeUnit, "saniye dakika dk saat gün hafta ay yıl sene sn gece akşam");
give(
  traitsByWord,
  TRAIT.numberWord,
  "bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon birkaç onlarca yüzlerce defalarca kaç ikinci üçüncü dördüncü onca",
);
give(traitsByWord, TRAIT.coordinator, "ve veya ile hem");
give(traitsByWord, TRAIT.cause, "çünkü zira");
give(traitsByWord, TRAIT.degree, "daha kadar");
give(traitsByWord, TRAIT.request, "lütfen lutfen rica");
give(traitsByWord, TRAIT.negator | TRAIT.nearNegator, "ne");

/** The part of a word that stands before its apostrophe (`Ankara'dan` → `ankara`), or the whole word. */
export function beforeApostrophe(word: string): string {
  const at = word.indexOf("'");
  return at > 1 ? word.slice(0, at) : word;
}

/**
 * The function of a Turkish word in its clause, as {@link TRAIT} bits, read from the word itself, from the stem it inflects,
 * or from its suffixes (`-me` negates, `-siz` takes away, `-se` supposes).
 *
 * @param word folded word
 */
export function readTurkishTraits(word: string): number {
  let traits = traitsByWord.get(word) ?? 0;
  for (const [stem, trait] of traitsByStem) {
    if (word === stem || (word.startsWith(stem) && readNounSuffixes(word, stem.length) !== 0)) traits |= trait;
  }
  if (looksNegative(word)) traits |= TRAIT.negated;
  return traits;
}

/** Turns the bits of a suffix chain into traits. */
export function traitsOfSuffixes(bits: number): number {
  return (
    ((bits & NEGATIVE) !== 0 ? TRAIT.negated : 0) |
    ((bits & PRIVATIVE) !== 0 ? TRAIT.privative : 0) |
    ((bits & CONDITIONAL) !== 0 ? TRAIT.unreal : 0)
  );
}

/**
 * Other forms that a Turkish stem takes before certain suffixes, each with the suffix beginnings it stands before:
 * final `k p t` softens before a vowel (`sokak` → `sokağı`), and a verb's last vowel narrows before `-iyor` (`başla-` → `başlıyor`).
 *
 * @param stem folded stem
 */
export function turkishStemVariants(stem: string, isVerb: boolean): string[] {
  const head = stem.slice(0, -1);
  const last = stem.charAt(stem.length - 1);
  const variants: string[] = [];
  if (isVerb) {
    // Only these few verbs soften.
    if (
      ["et", "git", "tat", "gut"].some(
        (verb) =>
          stem === verb || stem.endsWith(` ${verb}`) || (verb === "et" && stem.endsWith("et") && stem.length < 8),
      )
    ) {
      variants.push(`${head}d`);
    }
    if (last === "a" || last === "e") variants.push(`${head}i`, `${head}u`);
    if (stem === "iste" || stem === "bekle" || stem === "odeme") return variants;
  } else if (stem.length > 3) {
    const soft = last === "k" ? "g" : last === "p" ? "b" : last === "t" ? "d" : "";
    if (soft !== "") variants.push(head + soft);
  }
  return variants;
}
