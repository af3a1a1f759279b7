import type { ObservationsSeed } from '../../src/backend/memory/observations/observations-seed.js';
import { translations } from '../../src/model/translations.js';

/** What the invented city decides about observations on its Air and Climate Plan. */
export const airClimateObservationRules: Omit<ObservationsSeed, 'observations'> = {
  process: 'aria-clima',
  prefix: 'PAC',
  rules: {
    kinds: ['remark', 'amendment', 'proposal'],
    fields: { title: 'optional', theme: 'optional', place: 'optional', attachments: 'optional' },
    themes: [
      { id: 'strade', label: translations({ it: 'Strade e scuole', en: 'Streets and schools', ar: 'الشوارع والمدارس' }) },
      { id: 'trasporto', label: translations({ it: 'Trasporto pubblico', en: 'Public transport', ar: 'النقل العام' }) },
      { id: 'case', label: translations({ it: 'Case ed energia', en: 'Homes and energy', ar: 'المساكن والطاقة' }) },
      { id: 'verde', label: translations({ it: 'Alberi e verde', en: 'Trees and green', ar: 'الأشجار والمساحات الخضراء' }) },
    ],
    hubs: [
      { id: 'stazione', label: translations({ it: 'Casa di quartiere Stazione', en: 'Stazione hub', ar: 'مركز حي ستاتسيوني' }) },
      { id: 'lago', label: translations({ it: 'Casa di quartiere Lago', en: 'Lago hub', ar: 'مركز حي لاغو' }) },
    ],
    attachments: { most: 3, maxBytes: 5_000_000 },
    longest: { title: 120, text: 3000 },
    closes: '2026-12-18T18:00:00+01:00',
    next: translations({
      it: 'Gli uffici leggono ogni osservazione e preparano una risposta motivata; la Giunta la approva.',
      en: 'The offices read each observation and prepare an answer with reasons; the city executive approves it.',
      ar: 'تقرأ المكاتب كل ملاحظة وتُعدّ ردًا معلَّلًا، ثم تقرّه إدارة المدينة.',
    }),
    by: '2027-02-26',
  },
  privacy: {
    published: translations({
      it: 'Tutti leggono la tua osservazione, con il tuo soprannome, la data e gli allegati. Il tuo nome non si vede.',
      en: 'Everybody can read your observation, with your nickname, the date and the attachments. Your name is not shown.',
      ar: 'يستطيع الجميع قراءة ملاحظتك مع اسمك المستعار والتاريخ والمرفقات. لا يظهر اسمك الحقيقي.',
    }),
    kept: translations({
      it: 'Il Comune conserva chi ha scritto che cosa fino a cinque anni dopo l’approvazione del Piano.',
      en: 'The city keeps who wrote what until five years after the Plan was adopted.',
      ar: 'تحتفظ البلدية بمعرفة من كتب ماذا حتى خمس سنوات بعد اعتماد الخطة.',
    }),
    erasure: translations({
      it: 'Scrivi a privacy@comune.pontelago.example o chiedi allo Sportello Partecipa.',
      en: 'Write to privacy@comune.pontelago.example or ask at the participation desk.',
      ar: 'اكتب إلى privacy@comune.pontelago.example أو اسأل في مكتب المشاركة.',
    }),
  },
};
