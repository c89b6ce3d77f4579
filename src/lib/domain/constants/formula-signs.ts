/**
 * What a cell may not begin with: Excel, LibreOffice and Google Sheets take it for a formula, the wide forms too
 * (OWASP, "CSV Injection"). An apostrophe before it makes a text of it.
 */
export const formulaSigns = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;
