/** Tables of the services' schemas that hold no agency's data, each with the reason. */
export const tablesWithoutAgency: Readonly<Record<string, string>> = {};
