import { TRAIT, type WordReading } from "./traits.js";

const traitsByWord = new Map<string, number>();

function give(trait: number, words: string): void {
  for (const word of words.split(" ")) traitsByWord.set(word, (traitsByWord.get(word) ?? 0) | trait);
}

// "n't" words are given with and without their apostrophe where the bare form is no other word.
give(
  TRAIT.negator,
  "not don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent weren't werent won't wont wouldn't wouldnt can't cant cannot couldn't couldnt shouldn't shouldnt haven't havent hasn't hasnt hadn't hadnt ain't aint needn't mustn't never nobody nothing neither nor hardly barely scarcely rarely seldom nowhere",
);
give(TRAIT.negator | TRAIT.nearNegator, "no none without zero lack lacks lacked lacking minus");
give(
  TRAIT.booster,
  "very really so extremely absolutely totally completely incredibly super truly highly really quite especially particularly insanely ridiculously utterly exceptionally remarkably seriously such way much far most deeply terribly awfully freaking fucking damn bloody hella thoroughly unbelievably consistently always entirely fully genuinely beyond mega ultra",
);
give(
  TRAIT.dampener,
  "slightly somewhat fairly kinda kind-of sorta partly rather little bit mildly relatively almost nearly semi",
);
give(TRAIT.negatorAfter, "gone disappear disappears disappeared vanish vanished vanishes cured");
give(TRAIT.excess, "too overly excessively");
give(TRAIT.contrast, "but however yet nevertheless nonetheless except only");
give(TRAIT.concession, "although though despite while whilst whereas notwithstanding");
give(TRAIT.unreal, "if would could should wish hoped hoping unless might maybe expected supposed wished ideally");
give(TRAIT.question, "what where when which who whom whose how why");
give(
  TRAIT.auxiliary,
  "is are do does did can could will would should isn't aren't don't doesn't didn't can't won't couldn't wouldn't",
);
give(
  TRAIT.timeUnit,
  "second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks wk wks month months year years yr yrs decade decades night nights evening evenings morning mornings",
);
give(
  TRAIT.numberWord,
  "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand million several couple few dozen half multiple many countless",
);
give(TRAIT.coordinator, "and or nor & plus");
give(TRAIT.cause, "because cos cuz bc since");
give(TRAIT.degree, "more less so such as any better worse");
give(
  TRAIT.subject,
  "i we you he she it they the this that these those my our your his her its their there i'm i've we're we've it's they're that's there's everyone everything nobody",
);
give(TRAIT.than, "than");
give(TRAIT.request, "please pls plz kindly");
give(TRAIT.opinion, "think believe expect say suppose imagine feel know thought see seem seems");

/** Words that end like a comparative and are none. */
const NOT_COMPARATIVE = new Set(
  "number tender offer order water paper matter letter better after over under never ever other another customer counter computer register partner corner power shower tower summer winter user super finger dinner manager member center centre charger driver filter folder former further gather holder hotter later latter leader layer liver master meter monster mother father murder player poster prayer printer proper quarter rather remember river server shoulder sister silver soldier speaker spider sticker sweater teacher theater together trailer transfer trigger upper whether writer answer deliver discover consider suffer differ prefer refer enter owner buyer seller courier carrier barrier premier supplier waiter interest forest test guest request latest best rest honest modest west list host cost most lost post past request harvest protest invest suggest digest contest arrest".split(
    " ",
  ),
);

/**
 * Base forms that an English word may be a regular inflection of, likeliest first: `crashes` → `crash`, `stopped` → `stop`,
 * `messier` → `messy`. The word itself is not among them. The guesses are meant for look-up in a list, which decides.
 */
export function readEnglishStems(word: string): string[] {
  const stems: string[] = [];
  const bare = word.endsWith("'s") || word.endsWith("s'") ? word.slice(0, -2) + (word.endsWith("s'") ? "s" : "") : word;
  if (bare !== word) stems.push(bare);
  const cut = (suffix: string, ...endings: string[]): void => {
    if (!bare.endsWith(suffix) || bare.length - suffix.length < 2) return;
    const stem = bare.slice(0, -suffix.length);
    for (const ending of endings) stems.push(stem + ending);
    const last = stem.charAt(stem.length - 1);
    if (suffix !== "s" && stem.length > 2 && last === stem.charAt(stem.length - 2)) stems.push(stem.slice(0, -1));
  };
  cut("ies", "y", "ie");
  cut("es", "", "e");
  cut("s", "");
  cut("ied", "y");
  cut("ed", "", "e");
  cut("ing", "", "e");
  if (!NOT_COMPARATIVE.has(bare)) {
    cut("ier", "y");
    cut("iest", "y");
    cut("er", "", "e");
    cut("est", "", "e");
  }
  cut("ily", "y");
  cut("ly", "", "le");
  return stems;
}

/** Whether a word has the form of a comparative or superlative. */
export function isEnglishComparative(word: string): boolean {
  return word.length > 4 && (word.endsWith("er") || word.endsWith("est")) && !NOT_COMPARATIVE.has(word);
}

/** The function of an English word in its clause, as {@link TRAIT} bits; 0 for a content word. */
export function readEnglishTraits(word: string): WordReading["traits"] {
  return (traitsByWord.get(word) ?? 0) | (isEnglishComparative(word) ? TRAIT.comparative : 0);
}
