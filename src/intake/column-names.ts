/** The fields that a column can be read into: those of a verbatim. */
export const COLUMN_FIELDS = [
  "text",
  "id",
  "at",
  "rating",
  "nps",
  "csat",
  "ces",
  "channel",
  "segment",
  "language",
  "customer",
  "value",
  "question",
  "repliedAt",
] as const;
/** Field of a verbatim that a column can be read as. */
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/**
 * Folds a column's name: letters and digits alone, in lower case, without accents; `"Müşteri Yorumu"` gives
 * `"musteriyorumu"`. Only the first 200 characters count.
 */
export function foldName(name: string): string {
  return name
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Folded names by which columns are recognised, the surer first. Left out on purpose: `score` (of what?), `title` and
 * `summary` (a heading is not the text), `name`, `type` and `category`.
 *
 * Source: headers of public review sets (Amazon, Yelp, Google Play, App Store, TripAdvisor, Kaggle exports) and of survey and
 * help-desk exports (SurveyMonkey, Qualtrics, Zendesk, Intercom, Trustpilot), and their Turkish translations.
 */
export const SYNONYMS: Readonly<Record<ColumnField, readonly string[]>> = {
  text: words(`verbatim verbatims text reviewtext reviewbody reviewcontent reviewstext review reviews comment comments
    commenttext commentbody feedback feedbacktext customerfeedback customercomment customerreview userreview usercomment
    openended openendedresponse response responsetext answer answertext message messagetext messagebody body content
    description ticketbody ticketdescription complaint complainttext conversation
    yorum yorumlar yorumu yorummetni musteriyorumu kullaniciyorumu metin mesaj mesajmetni sikayet sikayetmetni gorus
    gorusler gorusleriniz gorusunuz geribildirim degerlendirmemetni aciklama cevap yanit icerik`),
  id: words(`verbatimid reviewid commentid feedbackid responseid respondentid ticketid messageid conversationid
    recordid rowid id uuid guid yorumid yorumno kayitno kayitid sikayetno talepno`),
  at: words(`at date datetime createdat created creationdate datecreated createddate reviewdate reviewedat dateposted
    posteddate postedat publishedat publisheddate publishdate dateofreview reviewtime submittedat submissiondate
    datesubmitted responsedate completedat recordeddate enddate timestamp time unixreviewtime
    tarih yorumtarihi olusturmatarihi kayittarihi gonderimtarihi yanittarihi tarihsaat zaman`),
  rating: words(`rating ratings stars star starrating reviewrating reviewsrating userrating ratingvalue overallrating
    overall numstars puan puani yildiz yildizlar yildizsayisi yildizpuani verilenpuan`),
  nps: words(`nps npsscore npsrating npsanswer npsresponse npspuani npsskoru likelihoodtorecommend
    howlikelyareyoutorecommendus ltr recommendscore recommendationscore tavsiyepuani tavsiyeskoru tavsiyeetmeolasiligi`),
  csat: words(`csat csatscore csatrating csatpuani csatskoru satisfaction satisfactionscore satisfactionrating
    customersatisfaction overallsatisfaction memnuniyet memnuniyetpuani memnuniyetskoru`),
  ces: words("ces cesscore cesrating cespuani cesskoru customereffortscore effortscore customereffort caba eforpuani"),
  channel: words("channel source sourcechannel medium kanal kanali kaynak"),
  segment: words(`segment customersegment segmentname plan plantype planname tier customertier region cohort
    musterisegmenti musteritipi bolge paket abonelik`),
  language: words("language lang languagecode reviewlanguage dil dili"),
  customer: words(`customer customerid customerkey customernumber userid clientid accountid
    musteri musteriid musterino musterinumarasi kullaniciid`),
  value: words(`customervalue revenue annualrevenue arr mrr ltv clv lifetimevalue customerlifetimevalue planprice gelir
    ciro musteridegeri`),
  question: words("question questiontext surveyquestion prompt soru sorumetni"),
  repliedAt: words(`repliedat replydate firstreplyat firstreplydate firstresponseat firstresponsedate ilkyanittarihi
    ilkcevaptarihi`),
};

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
