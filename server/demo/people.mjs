/**
 * The people of the demonstration and of the tests. They are invented and named by what they are; so are their fiscal codes, which have
 * the length of real ones and the shape of none. The provider knows the first half of each, the city's registry the second.
 */
export const people = [
  {
    id: 'resident',
    label: { it: 'Residente, 34 anni', en: 'Resident, aged 34' },
    about: { it: 'Abita nel distretto 3 e può votare.', en: 'Lives in district 3 and is on the electoral roll.' },
    fiscalCode: 'INVENTATO0000001',
    age: 34,
    proof: 'spid',
    roles: [],
    registry: { ties: ['resident'], district: '3', onElectoralRoll: true },
  },
  {
    id: 'young-resident',
    label: { it: 'Residente, 15 anni', en: 'Resident, aged 15' },
    about: {
      it: 'Abita nel distretto 3 ed entra con le credenziali del Comune.',
      en: 'Lives in district 3 and uses an account of the city.',
    },
    fiscalCode: 'INVENTATO0000002',
    age: 15,
    proof: 'municipal-account',
    roles: [],
    registry: { ties: ['resident'], district: '3', onElectoralRoll: false },
  },
  {
    id: 'city-user',
    label: { it: 'City user, 27 anni', en: 'City user, aged 27' },
    about: { it: 'Abita altrove e studia in città.', en: 'Lives elsewhere and studies in the city.' },
    fiscalCode: 'INVENTATO0000003',
    age: 27,
    proof: 'cie',
    roles: [],
    registry: { ties: ['city-user'], district: '1', onElectoralRoll: false },
  },
  {
    id: 'not-resident',
    label: { it: 'Non residente, 41 anni', en: 'Not resident, aged 41' },
    about: { it: 'Non ha legami con la città.', en: 'Has no tie with the city.' },
    fiscalCode: 'INVENTATO0000004',
    age: 41,
    proof: 'spid',
    roles: [],
    registry: { ties: [], onElectoralRoll: false },
  },
  {
    id: 'pending',
    label: { it: 'In attesa di verifica, 52 anni', en: 'Verification pending, aged 52' },
    about: {
      it: 'Ha chiesto di partecipare e il Comune sta controllando.',
      en: 'Asked to take part, and the city is still checking.',
    },
    fiscalCode: 'INVENTATO0000005',
    age: 52,
    proof: 'spid',
    roles: [],
    registry: { ties: ['city-user'], onElectoralRoll: false, verification: 'pending' },
  },
  {
    id: 'hub-operator',
    label: { it: 'Operatrice di un hub di quartiere, 38 anni', en: 'Operator of a neighbourhood hub, aged 38' },
    about: { it: 'Abita nel distretto 2 e lavora in un hub.', en: 'Lives in district 2 and works in a hub.' },
    fiscalCode: 'INVENTATO0000006',
    age: 38,
    proof: 'spid',
    roles: ['hub-operator'],
    registry: { ties: ['resident'], district: '2', onElectoralRoll: true },
  },
  {
    id: 'official',
    label: { it: 'Funzionario del Comune, 46 anni', en: 'Official of the city, aged 46' },
    about: { it: 'Abita nel distretto 1 e lavora per il Comune.', en: 'Lives in district 1 and works for the city.' },
    fiscalCode: 'INVENTATO0000007',
    age: 46,
    proof: 'cie',
    roles: ['official'],
    registry: { ties: ['resident'], district: '1', onElectoralRoll: true },
  },
];

/** The date of birth, `YYYY-MM-DD`, by which somebody has that age on a day and for half a year more. */
export function birthDateOf({ age }, today = new Date()) {
  const born = new Date(Date.UTC(today.getUTCFullYear() - age, today.getUTCMonth() - 6, 15));
  return born.toISOString().slice(0, 10);
}

/** What SPID says of somebody: never where they live. */
export const claimsOf = person => ({
  fiscal_number: `TINIT-${person.fiscalCode}`,
  birthdate: birthDateOf(person),
  identity_proof: person.proof,
  roles: person.roles,
});
