/** APPNOTE.TXT 6.3.10, 4.3: signatures of a zip's records, and their lengths before names. */
export const local = { signature: 0x04034b50, length: 30 } as const;
export const central = { signature: 0x02014b50, length: 46 } as const;
export const end = { signature: 0x06054b50, length: 22 } as const;
export const zip64Locator = { signature: 0x07064b50, length: 20 } as const;
