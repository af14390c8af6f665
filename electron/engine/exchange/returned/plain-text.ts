import { cleanText } from '../clean-text.ts'

/** A text as Excel means it: `_x000D_` stands for a character, lines end in `\n`, and what cannot be shown is `\ufffd`. */
export function plainText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return cleanText(decoded).text
}
