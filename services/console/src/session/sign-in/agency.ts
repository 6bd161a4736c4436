const kept = 'yitu.agency';

/** The agency somebody signed in to on this device before, or the one an address names (`?agency=`). */
export const keptAgency = (): string =>
  new URLSearchParams(location.search).get('agency') ?? localStorage.getItem(kept) ?? '';

export const keepAgency = (code: string): void => localStorage.setItem(kept, code);
