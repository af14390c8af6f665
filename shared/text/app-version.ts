/** The version of the app, as package.json has it; a test keeps the two the same. */
export const APP_VERSION = '0.1.0'
