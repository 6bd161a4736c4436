/** What changes with a sheet: the trip's people, and the papers of its file. */
export const sheetTouches = [
  ['itinerary', 'operations-sheet'],
  ['itinerary', 'archive-file'],
] as const;
