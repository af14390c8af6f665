import { describe, expect, it } from 'vitest'
import { isSafeToOpen, mediaTypeOf, UNKNOWN_TYPE } from '../../../shared/rules/media-type.ts'

const pdf = Buffer.from('%PDF-1.7\n')
const program = Buffer.from('MZ\x90\0\x03\0\0\0')

describe('EV5: what a file is', () => {
  it('EV5: the type follows the real extension, when the first bytes agree', () => {
    expect(mediaTypeOf('Board paper.PDF', pdf)).toBe('application/pdf')
    expect(mediaTypeOf('notes.txt', Buffer.from('café'))).toBe('text/plain')
    expect(mediaTypeOf('photo.webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp')
    expect(mediaTypeOf('board.pdf', program)).toBe(UNKNOWN_TYPE)
    expect(mediaTypeOf('notes.txt', program)).toBe(UNKNOWN_TYPE)
    expect(mediaTypeOf('something.xyz', pdf)).toBe(UNKNOWN_TYPE)
  })

  it('EV6: only listed kinds open, never what can carry a program', () => {
    expect(isSafeToOpen('paper.pdf', pdf)).toBe(true)
    expect(isSafeToOpen('paper.pdf', program)).toBe(false)
    expect(isSafeToOpen('paper\u202efdp.exe', pdf)).toBe(false)
    const dangerous =
      'exe com bat cmd ps1 vbs js jse wsf hta lnk url scr msi msix appx reg iso vhd xll docm xlsm pptm doc xls chm jar py sh command app desktop html svg library-ms one zip rtf'
    for (const extension of dangerous.split(' '))
      expect(isSafeToOpen(`x.${extension}`, Buffer.from('x'))).toBe(false)
    for (const name of ['x.pdf.exe', 'x.pdf .exe', 'x.exe.', 'x.pdf\0.exe', 'pdf', '.pdf'])
      expect(isSafeToOpen(name, pdf)).toBe(false)
  })
})
