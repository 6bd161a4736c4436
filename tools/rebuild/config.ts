/** The password of who rebuilds, when it is not one of the demo's people. */
export const readPassword = (): string | undefined => process.env['YITU_PASSWORD'];
