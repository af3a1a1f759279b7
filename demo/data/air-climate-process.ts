import { translations } from '../../src/model/translations.js';
import type { ProcessSeed } from '../../src/backend/memory/seed.js';
import { processPage } from './addresses.js';

const page = processPage('aria-clima');

/** The making of the city's Air and Climate Plan, seen from late November 2026: observations are being gathered. */
export const airClimateProcess: ProcessSeed = {
  id: 'aria-clima',
  title: translations({ it: 'Piano Aria e Clima', en: 'Air and Climate Plan', ar: 'خطة الهواء والمناخ' }),
  summary: translations({
    it: 'Il piano che porta Pontelago a un’aria più pulita e a meno emissioni entro il 2035.',
    en: 'The plan that gives Pontelago cleaner air and lower emissions by 2035.',
    ar: 'الخطة التي تمنح بونتيلاغو هواءً أنقى وانبعاثات أقل بحلول عام 2035.',
  }),
  administration: translations({
    it: 'Consiglio comunale di Pontelago',
    en: 'City Council of Pontelago',
    ar: 'المجلس البلدي في بونتيلاغو',
  }),
  timeZone: 'Europe/Rome',
  url: page,
  contact: translations({
    it: 'Sportello Partecipa, piazza del Lago 1, piano terra. Da lunedì a venerdì dalle 9 alle 13, giovedì anche dalle 15 alle 18. Telefono 0123 456700.',
    en: 'Participation desk, piazza del Lago 1, ground floor. Monday to Friday 9 am to 1 pm, Thursday also 3 to 6 pm. Telephone 0123 456700.',
    ar: 'مكتب المشاركة، ساحة ديل لاغو 1، الطابق الأرضي. من الاثنين إلى الجمعة من 9 إلى 13، والخميس أيضًا من 15 إلى 18. هاتف ‎0123 456700.',
  }),
  phases: [
    {
      id: 'informazione',
      kind: 'information',
      title: translations({ it: 'Informazione', en: 'Information', ar: 'الإعلام' }),
      start: '2026-09-14',
      end: '2026-10-30',
      online: translations({
        it: 'Si leggono la proposta di Piano, i dati sulla qualità dell’aria e le risposte alle domande frequenti.',
        en: 'You read the draft Plan, the air quality data and the answers to frequent questions.',
        ar: 'تقرأ مسودة الخطة وبيانات جودة الهواء والإجابات عن الأسئلة المتكررة.',
      }),
      inPerson: translations({
        it: 'Sei incontri, uno per quartiere, con i tecnici del Comune; mostra nell’atrio della biblioteca civica.',
        en: 'Six meetings, one in each district, with the city’s experts; an exhibition in the hall of the public library.',
        ar: 'ستة لقاءات، واحد في كل حي، مع خبراء البلدية؛ ومعرض في بهو المكتبة العامة.',
      }),
      url: `${page}/informazione`,
    },
    {
      id: 'raccolta',
      kind: 'gathering',
      active: true,
      title: translations({ it: 'Raccolta delle osservazioni', en: 'Gathering of observations', ar: 'جمع الملاحظات' }),
      start: '2026-11-02',
      end: '2026-12-18',
      online: translations({
        it: 'Si presentano osservazioni su ogni articolo della proposta e si commentano quelle degli altri.',
        en: 'You make observations on each article of the draft and comment on those of others.',
        ar: 'تقدّم ملاحظات على كل مادة من مواد المسودة وتعلّق على ملاحظات الآخرين.',
      }),
      inPerson: translations({
        it: 'Sportello Partecipa e sei laboratori nei quartieri. Chi vuole detta l’osservazione a un operatore.',
        en: 'The participation desk and six workshops in the districts. Whoever wishes dictates the observation to a member of staff.',
        ar: 'مكتب المشاركة وست ورشات في الأحياء. ومن أراد أملى ملاحظته على موظف.',
      }),
      url: `${page}/osservazioni`,
    },
    {
      id: 'istruttoria',
      kind: 'drafting',
      title: translations({ it: 'Istruttoria', en: 'Examination and drafting', ar: 'الدراسة والصياغة' }),
      start: '2027-01-07',
      end: '2027-02-26',
      online: translations({
        it: 'Si segue lo stato di ogni osservazione: ricevuta, in esame, esaminata.',
        en: 'You follow where each observation stands: received, under examination, examined.',
        ar: 'تتابع حالة كل ملاحظة: استُلمت، قيد الدراسة، دُرست.',
      }),
      inPerson: translations({
        it: 'Due sedute pubbliche del gruppo di lavoro, nella sala consiliare.',
        en: 'Two public sittings of the working group, in the council chamber.',
        ar: 'جلستان علنيتان لفريق العمل في قاعة المجلس.',
      }),
    },
    {
      id: 'decisione',
      kind: 'decision',
      title: translations({ it: 'Decisione del Consiglio', en: 'Decision of the Council', ar: 'قرار المجلس' }),
      start: '2027-03-15',
      end: '2027-04-16',
      online: translations({
        it: 'Le sedute del Consiglio comunale si seguono in diretta, con i sottotitoli.',
        en: 'The sittings of the City Council are streamed live, with captions.',
        ar: 'تُبثّ جلسات المجلس البلدي مباشرةً مع ترجمة نصية.',
      }),
      inPerson: translations({
        it: 'Le sedute sono aperte al pubblico; servizio di interprete LIS su richiesta.',
        en: 'The sittings are open to the public; an Italian Sign Language interpreter comes on request.',
        ar: 'الجلسات مفتوحة للجمهور؛ ويتوفر مترجم للغة الإشارة الإيطالية عند الطلب.',
      }),
    },
    {
      id: 'risposte',
      kind: 'response',
      title: translations({ it: 'Risposte motivate', en: 'Reasoned responses', ar: 'الردود المعلَّلة' }),
      start: '2027-04-17',
      end: '2027-06-15',
      online: translations({
        it: 'A ogni osservazione si pubblica la controdeduzione, con le ragioni e il testo modificato.',
        en: 'Each observation gets its published response, with the reasons and the changed text.',
        ar: 'يُنشر لكل ملاحظة ردّها مع الأسباب والنص المعدَّل.',
      }),
      inPerson: translations({
        it: 'Assemblea pubblica finale: che cosa è cambiato grazie alle osservazioni.',
        en: 'Closing public assembly: what changed because of the observations.',
        ar: 'اجتماع عام ختامي: ما الذي تغيّر بفضل الملاحظات.',
      }),
    },
  ],
};
