/** How names of people look, and what looks like them and is none. Titles and numbers are surer than capitals, so a column of names needs forenames that are known. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Forenames as they are found in staff lists of the NHS; one of them in a column of two capitalised words is enough to tell it from a column of places. */
const FORENAMES = words(`aaliyah aaron abdul abdullah abigail adam adrian ahmed aisha alan alastair albert alex alexander alexandra ali alice alison amanda amelia amina amir amit amy ana andrea andrew angela anita anjali ann anna anne annie anthony anton
  antonio arjun arthur asha ashley aysha barbara barry ben benjamin bernadette beth bethany bhavna bola brenda brian bridget bronwen caroline carol catherine cathy charles charlotte cheryl chidi chinedu chloe chris christine christopher ciara claire clare
  claudia colin colleen craig cristina daniel daniela darren david dawn dean deborah debbie deepak denise dennis derek diana diane dominic donna dorothy douglas duncan dylan eleanor elena elizabeth ella ellen ellie emily emma emmanuel eric esther eva evelyn
  farah fatima femi fiona florence frances francis frank freya gareth gary gemma geoffrey george georgia gerald gillian giulia grace graham grant grzegorz gwen hannah hannah harold harpreet harriet harry hassan hassan hazel heather helen henry hilary hina holly
  howard hugh hussain ian ibrahim imran ines iram irene isaac isabella isla iwona jack jacqueline jade jake james jamie jan jane janet janice jasmine jason jaspreet jay jean jennifer jeremy jessica jill joan joanna joanne joe john jonathan jordan jose joseph
  joshua joyce juan judith julia julian julie june kamran karen kate katherine kathleen kathryn katie kavita keith kelly ken kenneth kerry kevin khadija kieran kiran kofi krystyna kwame kyle laura lauren leah lee leila lesley lewis liam lilian lily linda lindsay
  lisa liz lorraine louise lucy luke lydia lynn magdalena malcolm manjit marcus margaret maria marian marie marion mark marta martha martin mary matthew maureen max maya meera megan mehmet melanie mia michael michelle miguel mohamed mohammad mohammed moira
  monica muhammad nadia nancy naomi natalie natasha nathan neha neil nia nicholas nick nicola nigel nikita nina noor norma nuala ngozi obi olga oliver olivia olu oluwaseun omar oscar owen paige pamela parveen patricia patrick paul paula pauline peter philip
  philippa phillip piotr poppy priya rachel raj rajesh ravi raymond rebecca reena rhian rhys richard rita robert roberta robin roger rohan ronald rosa rose rosemary ross ruby russell ruth ryan sadia safiya sally sam samantha samina samir samuel sana sandeep
  sandra sanjay sara sarah saima sean shabana shaheen sharon shaun sheila shirley shreya sian simon simran sofia sonia sophia sophie stacey stanley stefan stephanie stephen steve steven stewart stuart sunil sunita susan suzanne sylvia tamara tanya tara tariq
  teresa terence tessa thandi theresa thomas tim timothy tina toby tom tomasz tony tracey tracy trevor una usha valerie vanessa vera veronica victor victoria vijay vikram vincent vivian wai wei wendy william xin yasmin yusuf yvonne zainab zara zoe zofia`);

/** Words of posts, places and things. */
const NO_PERSON = words(`a academy accident account accounts acute adult adults advisor agency ahp all allied ambulance analyst and anaesthetics area assistant associate assurance audit average band bank board building business cardiology care centre chair
  chief child children chief city clinic clinical college commissioning committee community consultant contract corporate council county critical data day deanery delivery dental department deputy development digital director directorate district division doctor
  doctors east education emergency england equality estates executive facilities family finance financial foundation for forecast founders general governance gp grade group hall hall head health healthcare high home hospital hospitals hr human improvement in
  infection information intensive it job junior lead leadership learning library list london lower manager managers management maternity medical medicine mental midlands midwife midwifery ministry month national new newborn nhs night non north northern not nurse
  nurses nursing of office officer older on operating operations or organisation other outpatients paediatrics partnership pathology patient pay people performance pharmacist pharmacy physio physiotherapy plan planning policy pool post practice practitioner
  primary procurement professional programme project public quality radiology region regional registered registrar report research resources review risk role royal safety scientist secretary senior service services sheet sister site social south southern
  specialist st staff standard strategic strategy summary support surgery table talent target targets team technical technician temporary test the theatre therapist therapy to total training transformation trust unit university unknown upper urgent vacancy vacant valley value
  access block court drive excel farm floor gardens grange green hill house infirmary king lane lodge outlook park place prince princess queen road saint school street suite teams view villa wing word vacancies ward west western women workforce year young`);

const CAPITALISED = /^\p{Lu}[\p{L}'’.-]*$/u;
const isNoPerson = (word: string): boolean => NO_PERSON.has(word.toLowerCase().replace(/[.'’]+$/, ""));

/** One to four capitalised words, none of them a word of posts, places and things. @example looksLikeName("Okafor, Ngozi") // => true */
export function looksLikeName(text: string, atLeast: 1 | 2 = 2): boolean {
  const parts = text.replace(/^(dr|mr|mrs|ms|miss|prof|professor|sir|dame|rev)\.?\s+/i, "").split(/[\s,]+/).filter((part) => part !== "");
  return parts.length >= atLeast && parts.length <= 4 && parts.every((part) => CAPITALISED.test(part) && !isNoPerson(part) && !/^\p{Lu}{4,}$/u.test(part) || /^(de|van|von|der|bin|al|el|da|di|o)$/i.test(part));
}

/** @example hasForename("Okafor, Ngozi") // => true */
export const hasForename = (text: string): boolean => text.split(/[\s,-]+/).some((part) => FORENAMES.has(part.toLowerCase()));

const TITLE = /(?:^|[^\p{L}\p{N}])(Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Dame|Rev)\.?\s+(\p{Lu}[\p{L}'’-]*)/gu;
/** Organisations that are called after somebody. */
const CALLED_AFTER = words("foster gray gray's grays");

/** @example namesByTitle("Agreed with Mrs Patel") // => true */
export function namesByTitle(text: string): boolean {
  // Debit and credit, and no doctor.
  if (/\bCr\b/.test(text)) return false;
  return [...text.matchAll(TITLE)].some(([, title = "", name = ""]) => !isNoPerson(name) && name.length > 1 && !(title === "Dr" && CALLED_AFTER.has(name.toLowerCase().replace("’", "'"))) && !/^\p{Lu}+$/u.test(name));
}

const INSURANCE = /(?:^|[^A-Z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?![A-Z0-9])/;
export const hasInsuranceNumber = (text: string): boolean => INSURANCE.test(text);

/** Lengths are bounded, so that a cell full of letters takes no time. */
const EMAIL = /[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/;
export const hasEmail = (text: string): boolean => text.includes("@") && EMAIL.test(text);

/** In threes and a four, with the check digit right. @example hasNhsNumber("943 476 5919") // => true */
export const hasNhsNumber = (text: string): boolean => [...text.matchAll(/(?<![0-9])([0-9]{3})[ -]([0-9]{3})[ -]([0-9]{4})(?![0-9])/g)].some(([, one = "", two = "", three = ""]) => isNhsNumber(one + two + three));

/** Ten digits, the last of which is worked out from the others. */
export function isNhsNumber(digits: string): boolean {
  if (!/^[1-9][0-9]{9}$/.test(digits) || /^(.)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
