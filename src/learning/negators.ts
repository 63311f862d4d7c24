import { hashWord } from "../language/word-hash.js";

/** Words that turn what follows them, in both languages, folded as tokens are. Turkish negates mostly by suffixes, which pieces of words show. */
const NEGATORS = [
  ..."not no never none nothing nobody nor neither without cannot can't cant don't dont doesn't doesnt didn't didnt".split(
    " ",
  ),
  ..."isn't isnt wasn't wasnt aren't arent weren't werent won't wont wouldn't wouldnt couldn't couldnt shouldn't".split(
    " ",
  ),
  ..."hasn't hasnt haven't havent hadn't hadnt ain't aint hardly barely scarcely lack lacks lacking".split(" "),
  ..."hic hicbir asla ne".split(" "),
];

/** Hashes of the negators, as `Tokens.hash` holds them. */
export const NEGATOR_HASHES: ReadonlySet<number> = new Set(NEGATORS.map(hashWord));
