/** Tables of the services' schemas that hold no agency's data, each with the reason; `*.` stands for every service. */
export const tablesWithoutAgency: Readonly<Record<string, string>> = {
  '*.migrations': 'which migrations ran; no service may read it',
};
