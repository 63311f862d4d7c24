/**
 * What tells languages in Latin script apart: their most frequent words, endings, letters, folded as the tokenizer folds (lower
 * case, no diacritics). A word that several languages have stands in the list of each, so that it speaks for none of
 * them against the others. From general knowledge of the languages, not from a corpus.
 */
export interface LanguageMarks {
  /** ISO 639-1 code, for the reader of this file; near relatives share an entry. */
  readonly code: string;
  /** Function words and the like, between spaces. */
  readonly words: string;
  /** Last letters of words of at least five letters, each two or three letters long. */
  readonly endings: string;
  /** Letters with diacritics, not folded, that are usual in it. */
  readonly letters: string;
}

/** English first, Turkish second, then languages that are not read here. */
export const LANGUAGE_MARKS: readonly LanguageMarks[] = [
  {
    code: "en",
    words:
      "the and i to a of it is was for in my this that you with not have on they but are be so at we as me had very your will from just no great good would if all when can service get time or has out up one there been their really don't do what it's about like after more because love only them than an app use which by how product best dont now never also could can't didn't even nice work works too bought back well i'm got then who other our some price easy quality still recommend fit size again were any buy much he she her him his us into first see made better every phone since said delivery new want went always make money am did order bad need going customer day thing things way over does room staff before doesn't off think know people where these being i've return help years top last give say worth shipping thanks thank please worked broken waiting wait late worst awful awesome amazing perfect terrible horrible fast slow cheap expensive friendly rude clean dirty happy disappointed refund charged account card bank ship arrived item items shop store website ur u r im its cant wont isnt here most many between such through while those both under during may must should might against each own same until another around without however long down take come used using two three year world part it'll i'd i'll you're that's wasn't won't isn't couldn't wouldn't there's he's let's they're we're hotel food place little few lot look looking feel keep came told asked called email call support team issue problem update free old big small high next nothing anything something everything everyone someone ever yes whole put find found getting doing nor why hello hi dear on-line online company business",
    endings: "ing ion ted ed ly ent ess ble ous n't 's ght uld ers ity ive ful ory nce ies",
    letters: "",
  },
  {
    code: "tr",
    words:
      "ve bir bu cok icin ama da de ile gibi daha ne en var yok ben degil olarak kadar sonra hic her bana mi mu guzel urun iyi sey kargo tavsiye ederim tesekkurler tesekkur geldi aldim urunu kaliteli gayet tam beden fiyat once oldu olan olsun ki o su iki bi kumasi bence biraz bunu biz siz sizi size beni bende sadece ancak fakat hem ya veya diye nasil neden niye kotu berbat rezalet memnun kaldim kaldik begendim begenmedim sorun hizli gec tek gun hala yine zaten artik simdi boyle oyle iade ettim ediyorum almayin alin alabilirsiniz herkese kesinlikle gercekten resmen film filmi musteri hizmetleri telefon numara bey hanim lutfen merhaba selam hocam fatura internet uygulama satici paketleme elime ulasti mukemmel harika super urunler aldigim verdim ayni olmasi olmus olmadi gelmedi istiyorum yapiyor oluyor calismiyor etmiyorum gore uzere uzun kisa buyuk kucuk yeni eski basarili elinize saglik dusunmeden olur oldugu oldugunu bile tum butun bazi cunku eger kendi kendisi ayrica arasinda icinde uzerinde tarafindan buna bunun bunlar onun onu ona onlar ise mudur idi etti eden etmek yapilan yapmak dedi yil yili ilk son baska sekilde zaman bugun nin nun iste az fazla ilgili dolayi ragmen itibaren hatta yani belki peki tabii evet hayir varmis yoktu vardi onlari benim bizim sizin senin onlarin hangi kim orada burada surekli tekrar hemen asla dun yarin kotuydu iyiydi guzeldi rahat kolay zor pahali ucuz temiz kirli personel calisanlar magaza siparis teslimat para parami hesap dar bol ideal kalip kalibi renk rengi kullanisli sifaris oldugundan kalite kalitesi orta asiri cidden kumas pantolon elbise ayakkabi soyle gece gunduz kart banka sube",
    endings:
      "lar ler ari eri yor rum mis mus tim dim dum tum dik tik cak cek lik luk siz suz dan den nda nde tan ten yla yle sin sun ini nin nun mak mek mam mem dir tir dur tur adi edi ydi ydu igi ugu ina ine mli mlu yim iyi iye iya rak rek sak sek miz muz niz nuz",
    // ý þ ð are ı ş ğ of windows-1254 decoded as Latin-1, often met in exports.
    letters: "çğıöşüîâýþð",
  },
  {
    code: "az",
    words:
      "və ilə bu bir ucun də da ki olan olub olaraq daha cox onun kimi sonra gorə hər mən sən biz siz nə həm hem lakin amma ancaq artiq butun deyil yox var edir edib oldu oldugu olacaq idi isə ona onu bunu belə oz ilk son iki il ili gun qeyd yaxsi yaxshi deyildi olmali xususi gozel beyendim beyenmedim mehsul lazim cixdi cixir edirem aldim hansi bizim sizin nece burada bunlar bundan zaman gorduyu qara qirmizi uzun adam dolayi yeni yerde orada ve mene sene alin tam rahat hemise razmer maddə illik etdi bildirib tərəfindən arasinda haqqinda azərbaycan",
    endings: "lər lar dən dan ndə nda dir dur rin nin mis",
    letters: "əçğıöşü",
  },
  {
    code: "de",
    words:
      "und der die das ist nicht ein eine einen einem einer eines ich sie mit auf dem den des von zu zum zur im in am an es er wir ihr auch sich aber sehr wurde wurden werden wird haben hat hatte habe bei nach uber wenn nur noch wie kann konnen mehr oder war waren sind als aus fur so dass was mir mich mein meine unser unsere man durch bis um vor gegen unter schon dann doch hier diese dieser dieses alle kein keine immer wieder gut gute ganz leider jetzt dort zwei seine seiner sein ihre ihren ihrer beim vom soll sollte muss zwischen damit denn also etwa sowie jahr jahre jahren euro deutschland uns ihm ihn da ohne seit wegen wo wer viel viele bereits einfach heute",
    endings: "ung gen ten ter ein ich sch eit cht ern den nen sen hen tet",
    letters: "äöüß",
  },
  {
    code: "nl",
    words:
      "de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit door over nog naar wel wordt werd worden heeft hebben had was ze hij ik je we u deze dit kan kunnen meer zo al moet moeten zal zou geen veel onze ons hun haar mijn waar wat tot onder tegen na omdat zeer goed jaar alleen tussen tijdens mensen nu weer hier daar heel gaat twee eerste alle andere zich toch men willen wil nie vir jy sy hulle ek dis ge werden echter volgens binnen zonder wij jullie komt maken maakt staat",
    endings: "ijk aar ing gen ten den ren len eld een ken jes tje oor ijn",
    letters: "ëïéè",
  },
  {
    code: "fr",
    words:
      "le la les de du des un une et est en que qui dans pour pas sur je vous nous il elle ils elles on avec mais tres ce cette ces cet sont au aux ou par plus se son sa ses leur leurs ne y a ete etait etre ont avait fait faire tout tous toute comme si bien mon ma mes votre notre nos vos aussi sans entre deux apres avant peut meme donc alors car quand encore dont ans premier tu moi lui deja rien jamais toujours c'est n'est qu'il j'ai d'un d'une s'est qu'on l'on chez depuis contre sous selon moins trop ici ainsi lors afin pendant plusieurs autres autre fois jour france",
    endings: "ent ait ais ion ons ant eur que aux ire tre ees oir ier",
    letters: "éèêëàâùûçôîïœ",
  },
  {
    code: "es",
    words:
      "el la los las un una unos unas de del y e o en que es por con para no se su sus lo al como mas pero muy mi me te si ya esta este esto estos estas ese esa eso fue ser son era ha han hay tiene todo todos toda cuando donde porque sin sobre entre hasta desde tambien solo nada yo le les nos asi dos anos ano segun durante parte despues contra otro otros otra puede sido estan estaba mucho muchos cada gran primera hace ante bien tan ni cual quien hacer mismo aunque hoy dijo gobierno pais vez ellos ella usted",
    endings: "ado ada dos das nte ion ar er ir ien aba dad bre ndo cia ero era ico ica rio ria oso",
    letters: "áéíóúñü",
  },
  {
    code: "pt",
    words:
      "o a os as um uma de do da dos das e em no na nos nas que para por com nao se mais mas muito foi ser ao aos pela pelo pelos pelas eu ele ela eles voce isso isto este esta esse essa meu minha seu sua seus suas ja tem sao como quando tambem so ou ate entre sobre sem anos ano dia foram era estao depois onde bem ha num numa porque quem nem tudo todos toda cada segundo ainda pode outros outro fazer mesmo apenas contra brasil primeira vai estava deve qual agora",
    endings: "cao oes ado ada dos das nte ar er ir ndo cia ico ica rio ria ram ava mos vel",
    letters: "ãõáâàéêíóôúç",
  },
  {
    code: "it",
    words:
      "il lo la i gli le un uno una di del dello della dei degli delle e ed in nel nella nei nelle che non per con su sul sulla sono si al alla ai alle dal dalla dai dalle da ma anche come piu ha ho hanno era stato stata essere questo questa questi queste quello mi ci se tra fra molto suo sua suoi loro tutto tutti cosa solo dopo prima quando dove anni anno due ogni perche cui nostro nostra o poi stati fatto puo sia sempre senza ancora cosi noi lui lei io c'e dell'a italia parte contro oggi secondo qui ne mio mia gia pero qualche altri altro fare",
    endings: "one ato ata are ere ire ita oni ndo tto tta ale ali ico ica ano osi gio nza zio ari eri ini ino ina",
    letters: "àèéìòù",
  },
  {
    code: "ca",
    words:
      "el la els les un una uns unes de del dels i o en que es per amb no se s'ha al als com mes pero molt va van ser son era ha han hi aquest aquesta aquests aquestes seu seva tambe sense sobre entre fins des tot tots quan on perque dos anys any jo li ens ja aixo l'any segons durant despres cada fer altres podeu sempre ara",
    endings: "cio tat ada ats ant ons ess ria les nts",
    letters: "àèéíòóúçï",
  },
  {
    code: "ro",
    words:
      "de la si in cu pe pentru din nu ca este sunt sa se un o a ai al ale care mai fost au am are ce prin lui ei lor dar foarte sau ar fi va vor era acest aceasta acestea cel cea cei cele dupa pana despre intre cum cand unde tot toate fara sub catre ori ani anul doar decat iar astfel trebuie poate asta inainte cat le isi te imi noi voi el ea ii intr dintre numai acum avea fie noastre mult bine asa romania prea fiind daca nici tine ne acesta",
    endings: "lor ile ate are ere ire esc est tii tia tul rea rii nul ele eaz iei",
    letters: "ăâîșțşţ",
  },
  {
    code: "da",
    words:
      "og det som ikke jeg har til av af er paa pa med en et vi kan ble blev meg mig hvor eller at i de den der for om fra var du han hun sa saa men skal vil efter etter ogsaa ogsa naar nar hvis mange meget mye nu na over under ud ut op opp bliver blir blevet blitt vaere vare man sig seg deres deg dig min mit din sin sine siger sier dem os oss noget noen andre mere mer alle to ar aar kun bare hvad hva hvem end enn ved mod mot have hadde havde da ned ind inn her dette disse ny godt skulle kunne ville maa ma uden uten mellem mellom norge danmark ikkje eg ein kommer gor faar far",
    endings: "ede ene ere hed lig nde ger der ter ner sen ske",
    letters: "æøå",
  },
  {
    code: "sv",
    words:
      "och det att som inte jag har till av ar pa med en ett vi kan den de i om fran for var mycket bara skulle sa du han hon men ska vill efter ocksa nar manga nu over under ut upp blir blev varit vara man sig sin sitt sina deras dig mig min mitt dem oss nagot nagon andra mer alla tva ars vid mot hade da ner in dar detta dessa ny bra eller kommer finns far gor manniskor utan mellan sedan redan aven samt genom enligt fick maste dock hur vad vem inom dag ingen sverige just hela",
    endings: "ade are nde het lig tet ter dag sig",
    letters: "åäö",
  },
  {
    code: "is",
    words:
      "og ad i a er sem ekki eg thad vid til um med af fyrir en var hann hun their hafa hefur verid thegar eins upp ur fra vera haf mjog lika eda ef yfir sinn",
    endings: "inn nar dur ur num ast",
    letters: "þðæáéíóúýö",
  },
  {
    code: "fi",
    words:
      "ja on ei se etta mutta oli kun niin olen hyvin mina han he me te ne ovat olla joka jotka mukaan myos vain jos kuin ole tai sen sita siita taman tama nyt viela sitten vuoden vuonna jo kanssa mita mika siella taalla voi olisi ollut kuitenkin koska hanen heidan minun seka eika eivat joten kaikki paljon kuten tulee asti jalkeen ennen enemman suomen suomessa noin joita jossa minulla mukana tassa tata aina sille saa kaksi paremmin etten miten hanta niiden naiden muun tehda pitaa itse pois ihan voidaan missa olisin oikein hyva suomi silti lisaksi",
    endings:
      "nen sen tta ssa lla sta lta aan een iin uun yyn vat ksi lle sti kin aa taa nut nyt ien jen ina ana uus oja sia tti ita ttu",
    letters: "äö",
  },
  {
    code: "et",
    words:
      "ja on ei see et ta ma kui aga oli ka ning mis kes seda selle oma vaga olen olla pole nad me te ole voi veel siis nii juba ainult kus kuid eesti aasta aastal parast ule uks kaks nende mida saab pea enne koos sest sellest mitte tema nagu juurde",
    endings: "ses sse ma da tud ust iks ile ate ise ud use ete est nud",
    letters: "äöüõ",
  },
  {
    code: "hu",
    words:
      "a az es egy nem hogy van is volt de csak mar meg nagyon ez ezt azt aki ami mint vagy ha el ki be fel le mi en te o ok sem akkor most itt ott nincs lesz lehet kell minden majd pedig illetve valamint szerint utan alatt kozott miatt tobb ket ezek azok olyan ilyen sok jo volna lett lenne vannak ne mert igen tul pont mivel amely amelyek magyar magyarorszag ahol amikor hozza neki nekem hanem sot ill csupan tehat ugy igy ala egyik masik elott szamara ennek annak evben ev evi forint tovabb teljes elso ember mindig",
    endings:
      "nak nek ban ben bol rol tol hoz hez val vel ert sag seg tak tek unk ink jak jek ott ett ok ek ak asa ese asi esi ani eni juk jat set sai iai ara ere tes tas het hat leg kor ni aba ebe nal nel tuk nie nia",
    letters: "áéíóöőúüű",
  },
  {
    code: "pl",
    words:
      "w i z na do sie nie jest ze to o a jak ale po co tak tylko bardzo czy dla ma byl byla bylo byly przez od za ktory ktora ktore ktorych jego jej ich oraz juz jako tego tej tym ten ta te sa moze przy bez pod nad mnie mi my wy pan pani go gdy kiedy gdzie wiec jeszcze rowniez takze lub u bedzie byc aby zeby roku lat nas nam sobie jednak niz jesli czyli wszystko wszystkie polska polski polsce ku we swoje swoich dwa dzis tam tu raz prze zostal zostala przed miedzy ponad tych temu innych ani bo no moj moja nic mozna trzeba podczas dnia",
    endings:
      "ego emu ych ymi ach ami owa owy cie nie sie ski ska iej wac ac ec esz amy emy nia scі osc iem iec rze ow ony ona ylo cji cja sci ala alo ali czy cza wie na nej ysz",
    letters: "ąćęłńóśźż",
  },
  {
    code: "cs",
    words:
      "a v na se je ze to s z do i o k u si ale byl byla bylo byli byt jsem jsme jsou jako pro ktery ktera ktere kteri uz velmi pri po od za tak jen jeho jeji jejich ten ta tento tato co kdyz jak kde nebo by bude budou ne neni podle mezi pak take jeste aby vsak roku let ve ke pred pod nad bez az mi me my vy ho mu sve svou protoze proto tedy lze muze ma mel tim toho tomu dnes dva prvni sa som nie ako ktory ktora ktore alebo aj ked bol bola bolo boli su iba este vsetko tiez len medzi podla nej ich cez jej pre vsetky cas nas nam kdo nic tam tu teto dalsi nekolik jejichz napriklad oni vam",
    endings:
      "ost ani eni ych ymi eho emu ach ami ova ovi ala ali ila ili ne im ich cke cky cka sky ske ska ovy ove nim ou ky tel nou mi ate ete eme ti lo",
    letters: "áčďéěíňóřšťúůýž",
  },
  {
    code: "hr",
    words:
      "je i u na se da za su od ne s a o kao sam bio bila bilo koji koja koje sto ali iz nije po do kako ili samo vec ovo to taj ta te bi ima nema sve vrlo jos ako kad kada biti smo ste mi vi oni njegov njihov nakon prije oko medu izmedu bez pod nad godine godina moze treba jer gdje gde sta ko tako vise ovaj ova ono onda dobro hvala in ki ni pa tudi ker kot lahko bil sem kar ter pri z ga so njen vse ze zelo ce hrvatske hrvatska srbije",
    endings: "ija ije iji ima ama ost nje nja iti ati ela ala ski ska sko ovi ove eva ega emu ih om oga jem nju",
    letters: "čćđšž",
  },
  {
    code: "lt",
    words:
      "ir kad i is yra tai bet kaip ne su buvo to jis ji jo jos jie o ar per nuo prie apie tik labai dar jau kas mes as man po del uz ka savo kurie kuris kuri ant bus nera gali turi pat taip metu metais lietuvos lietuvoje visi viena mano cia iki tarp",
    endings: "as is us os es ai iai iu ams oms yti eti oti mas mo imo ama oje ais ius",
    letters: "ąčęėįšųūž",
  },
  {
    code: "lv",
    words:
      "un ir ka ne par ar no bet uz tas ta to kas vai bija ari pie loti es mes vins vina vini tikai jau gan kad kur pec lai nav tiek savu viss man mums latvijas latvija gada gadu ja pa tik vel visi so sis bus tam",
    endings: "iem ana bas bu iba anu ija ais usi ies jas am em ots",
    letters: "āčēģīķļņšūž",
  },
  {
    code: "sq",
    words:
      "dhe ne te e i nje per me nuk qe eshte se ka si nga por kete ky kjo do ishte jane kane mund edhe tij saj tyre ata une ai ajo duke pas ku kur shume vetem pa sa tek deri",
    endings: "jen jes ave ve uar eve ese",
    letters: "ëç",
  },
  {
    code: "id",
    words:
      "yang dan di ini itu tidak untuk dengan saya ada dari akan juga sudah tapi sangat kami dia tak boleh pada dalam oleh karena bisa lebih kita mereka anda atau bagi telah adalah ke seperti banyak belum lagi saja kalau hanya orang tahun satu para semua awak ang nya bagus barang cepat sekali aku kamu ia dapat sebagai",
    endings: "nya kan lah kah ang ung asi gan ran",
    letters: "",
  },
  {
    code: "vi",
    words:
      "la va cua khong co toi nhung cho duoc rat nhu mot voi cac da trong den nay khi ra nguoi nam tu lam hang se thi ma vi anh em minh",
    endings: "",
    letters: "ăâđêôơưàảãáạèéìíòóùúỳýõũĩ",
  },
  {
    code: "tl",
    words:
      "ang ng sa mga na ko hindi ako ay ito po lang naman at ni si kay para mo ka siya namin nila kung may wala din rin pa ba yung nang pero kasi dahil",
    endings: "ang an in",
    letters: "",
  },
  {
    code: "sw",
    words: "ya na wa kwa ni katika hii la za kuwa si sana huu hiyo yake kama cha au lakini mimi wao hili bado pia hayo",
    endings: "ika wa",
    letters: "",
  },
  {
    code: "uz",
    words:
      "va bilan uchun bu bir ham emas edi juda men siz lekin yoki kerak bor deb esa bilen bolan shu o'z u uni uning hech yaxshi yo'q ucin biz ol hem we bolup",
    endings: "lar dan gan adi iga ish",
    letters: "ňýž",
  },
];
