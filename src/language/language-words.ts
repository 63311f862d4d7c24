/**
 * Frequent words that tell languages apart, folded (lower case, no diacritics). A word of two languages that matter here is in
 * neither list. From general knowledge of the languages, not from a corpus.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Function words and the commonest words of English feedback. */
export const ENGLISH_WORDS: ReadonlySet<string> = words(
  "the and i to a of it is was for in my this that you with not have on they but are be so at we as me had very your will from just no great good would if all when can service get time or has out up one there been their really don't do what it's about like after more because love only them than an app use which by how product best dont now never also could can't didn't even nice work works too bought back well i'm got then who other our some price easy quality still recommend fit size again were any buy much he she her him his us into first see made better every phone since said delivery new want went always make money am did order bad did need going customer day thing things way over does room staff before doesn't off think know people where these being i've return help years top last give say worth shipping too thanks thank you please works worked broken waiting wait late worst awful awesome amazing perfect terrible horrible fast slow cheap expensive friendly rude clean dirty happy disappointed refund charged account card bank ship arrived item items shop store website ur u r im its dont cant wont isnt",
);

/** Function words and the commonest words of Turkish feedback. */
export const TURKISH_WORDS: ReadonlySet<string> = words(
  "ve bir bu cok icin ama da de ile gibi daha ne en var yok ben degil olarak kadar sonra hic her bana mi mu guzel urun iyi sey kargo tavsiye ederim tesekkurler tesekkur geldi aldim urunu kaliteli gayet tam beden fiyat once oldu olan olsun ki o su iki bi kumasi bence biraz icin bunu ben biz siz sizi size beni bende sadece ancak fakat hem ya veya diye nasil neden niye kotu berbat rezalet memnun kaldim kaldik begendim begenmedim sorun hizli gec tek gun hala yine zaten artik simdi boyle oyle iade ettim ediyorum almayin alin alabilirsiniz herkese kesinlikle gercekten resmen film filmi musteri hizmetleri telefon numara bey hanim lutfen merhaba selam hocam turkcell vodafone fatura internet uygulama satici paketleme elime ulasti mukemmel harika super urunler aldigim verdim ayni olmasi olmus olmadi gelmedi istiyorum yapiyor oluyor calismiyor etmiyorum gore uzere uzun kisa buyuk kucuk yeni eski basarili elinize saglik dusunmeden",
);

/** Function words of other languages in Latin script that neither English nor Turkish has. */
export const OTHER_WORDS: ReadonlySet<string> = words(
  [
    // German, Dutch, Afrikaans, Scandinavian
    "und der die das ist nicht ein eine einen ich sie mit auf dem den von zu im auch sich wir aber sehr wurde haben hat bei nach uber wenn nur noch wie kann mehr oder war sind als aus fur leider paket het een niet van voor zijn maar ook dit wordt naar deze heeft ik aan bij nog wel zeer goed nie vir jy ons was og det som ikke jeg har til av er pa med en et vi kan ble meg hvor eller att inte jag ar och den av om sa fran mycket bara skulle hun han ikkje eg",
    // French, Spanish, Portuguese, Italian, Catalan, Romanian
    "le la les des du une est et que qui dans pour pas sur je vous nous avec mais tres ce cette sont au aux ou etait plus el los las una es por con para muy pero lo se su mi como mas esta este fue todo cuando hay nada yo sin o os uma e nao com muito mas foi eu ao dos ele ela isso ja meu minha il di che non sono per un della con molto ma gli anche ho questo dal nel piu come mi ha si amb els però molt va i este si nu sunt pentru mai din am fost sa cu la dar foarte ce",
    // Slavic in Latin script, Baltic, Hungarian, Finnish, Estonian, Albanian
    "sie nie jest na ze do w z jak ale po co tak tylko bardzo czy dla ma byl przez se je ze v to na s si byt jsem jako pro ktery ale uz velmi som sa nie ako pre je u i na su za se da od ne kao sam bio bilo koji az egy es nem hogy van is volt de csak mar meg nagyon ja on ei se etta mutta oli kun niin olen hyvin mina sina kui aga oli vaga ir un ka ne bet par tas kas yra labai dhe nje per eshte nuk qe ne me te ka si",
    // Azerbaijani, Turkmen, Uzbek; Indonesian, Malay, Tagalog, Vietnamese, Swahili and others
    "bilen uchun bilan emas edi juda ham va bu yang dan di ini itu tidak untuk dengan saya ada dari akan juga sudah tapi sangat kami dia tak boleh awak ang ng sa mga na ko hindi ako ay ito po lang naman cua la khong va co toi nhung cho duoc rat na ya wa kwa ni katika hii si sana bir ve uc gia ini",
  ].join(" "),
);
