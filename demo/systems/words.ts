/** What every page of this folder says. */
export const words = {
  city: 'Comune di Pontelago',
  title: 'Piano Aria e Clima',
  text: 'Il piano che porta Pontelago a un’aria più pulita e a meno emissioni entro il 2035.',
  link: 'Tutti i processi',
  button: 'Scrivi allo sportello',
};
