/** Words of the one language that the hand-written page has. */
export const statuses = { draft: 'Bozza', 'in-force': 'In vigore', superseded: 'Superato' };

export const phaseKinds = {
  information: 'Informazione',
  gathering: 'Raccolta di contributi',
  discussion: 'Confronto',
  vote: 'Voto',
  drafting: 'Stesura',
  decision: 'Decisione',
  response: 'Risposta',
  monitoring: 'Verifica nel tempo',
};

export const phaseStatuses = { past: 'Conclusa', active: 'In corso', upcoming: 'Da iniziare' };

export const roles = {
  administration: 'Amministrazione',
  participants: 'Chi partecipa',
  guarantor: 'Garante',
  partner: 'Partner',
};

export const ties = {
  resident: 'chi vi risiede',
  'city-user': 'chi vi studia, vi lavora o la vive stabilmente',
  anyone: 'nessuno',
};

export const identities = {
  spid: 'SPID',
  cie: 'carta d’identità elettronica',
  'municipal-account': 'credenziali del Comune',
  'in-person': 'documento, allo sportello',
  none: 'nessuna',
};
