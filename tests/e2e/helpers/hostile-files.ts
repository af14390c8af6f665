import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestFile } from '../pages/evidence-page.ts'
import { pngFile } from './files.ts'

/** A server that nobody should ever ask: what it was asked for is kept. */
export async function startCanary() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('globalThis.canary = true')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, asked, close: () => new Promise(resolve => server.close(resolve)) }
}

/** Evidence that would run, call home, fill the memory or pass for something else, if it could. */
export function hostileFiles(canary: string): readonly TestFile[] {
  const run = `globalThis.canary = true; fetch('${canary}/script'); alert(1)`
  const file = (name: string, content: string | Buffer): TestFile => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content as string, 'latin1'),
  })
  const png = pngFile().buffer
  const flood = Buffer.from(png)
  flood.writeUInt32BE(60_000, 16)
  flood.writeUInt32BE(60_000, 20)
  return [
    file(
      'Hostile page.html',
      `<!doctype html><html><head><meta http-equiv=refresh content="0;url=${canary}/refresh"><base href="${canary}/"><link rel=stylesheet href="${canary}/css"><script>${run}</script><script src="${canary}/js"></script></head><body onload="${run}"><img src="${canary}/img" onerror="${run}"><iframe src="${canary}/frame"></iframe><iframe srcdoc="<script>${run}</script>"></iframe><form action="${canary}/form" id=f><input autofocus onfocus="${run}"></form><script>f.submit()</script><object data="${canary}/object"></object><a href="javascript:${run}">Click</a></body></html>`,
    ),
    file(
      'Hostile drawing.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="${run}"><style>@import url(${canary}/css);</style><script>${run}</script><script xlink:href="${canary}/js"/><image href="${canary}/img"/><use href="${canary}/use#a"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${canary}/frame"/></foreignObject></svg>`,
    ),
    file(
      'Hostile data.xml',
      `<?xml version="1.0"?><?xml-stylesheet href="${canary}/xsl" type="text/xsl"?><!DOCTYPE a [<!ENTITY e SYSTEM "${canary}/entity"><!ENTITY % p SYSTEM "${canary}/dtd">%p;]><a xmlns:h="http://www.w3.org/1999/xhtml">&e;<h:script>${run}</h:script></a>`,
    ),
    file('Hostile notes.md', `![x](${canary}/img) [click](javascript:${run}) <img src=${canary}/md>`),
    file(
      'Hostile letter.txt',
      `<script>${run}</script>\u001b]8;;${canary}/terminal\u0007link\u001b]8;;\u0007`,
    ),
    file('Hostile sheet.csv', `=HYPERLINK("${canary}/csv"),=WEBSERVICE("${canary}/web")`),
    hostilePdf(canary),
    file('Flood one.png', flood),
    file('Flood two.gif', gif(65_535, 65_535)),
    file('Flood three.bmp', bmp(-40_000, 40_000)),
    file('Broken one.png', png.subarray(0, 20)),
    file('Script.png', `<script>${run}</script>`),
    file('Picture.pdf', png),
    file(
      'Broken two.pdf',
      `%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\ntrailer << /Root 1 0 R >>`,
    ),
    file(
      'Odd.webp',
      Buffer.concat([Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8 ', 'latin1'), Buffer.alloc(40, 0xff)]),
    ),
  ]
}

/** A PDF with every action that a reader might take by itself, and one line of words. */
function hostilePdf(canary: string): TestFile {
  const words = 'BT /F1 24 Tf 40 200 Td (Minutes of the board) Tj ET'
  const stream = (dictionary: string, text: string) =>
    `<< ${dictionary} /Length ${text.length} >>\nstream\n${text}\nendstream`
  const js = `(globalThis.canary = true; this.getURL\\('${canary}/js'\\); app.launchURL\\('${canary}/launch'\\))`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction 8 0 R /AA << /WC << /S /JavaScript /JS ${js} >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS ${js} >>] >> /EmbeddedFiles << /Names [(x.exe) 9 0 R] >> >> /AcroForm << /Fields [7 0 R] /NeedAppearances true /XFA [(template) 11 0 R] >> /URI << /Base (${canary}/) >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Annots [6 0 R 7 0 R 12 0 R] /AA << /O << /S /URI /URI (${canary}/page) >> >> /Resources << /Font << /F1 5 0 R >> /XObject << /I 13 0 R >> >> >>`,
    stream('', `${words} /I Do`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Annot /Subtype /Link /Rect [0 0 400 300] /A << /S /Launch /F (/bin/sh) /Next << /S /GoToR /F << /FS /URL /F (${canary}/goto) >> /D [0 /Fit] >> >> >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [0 0 100 100] /A << /S /SubmitForm /F << /FS /URL /F (${canary}/form) >> >> /AA << /E << /S /JavaScript /JS ${js} >> >> >>`,
    `<< /S /JavaScript /JS ${js} /Next << /S /URI /URI (${canary}/open) /Next << /S /Launch /F (calc.exe) >> >> >>`,
    '<< /Type /Filespec /F (x.exe) /EF << /F 10 0 R >> >>',
    stream('/Type /EmbeddedFile', 'MZ'),
    stream(
      '',
      `<xdp><template><script contentType="application/x-javascript">${'x'}</script></template></xdp>`,
    ),
    `<< /Type /Annot /Subtype /RichMedia /Rect [0 0 50 50] /RichMediaContent << /Assets << /Names [(a.swf) 9 0 R] >> >> >>`,
    `<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /F << /FS /URL /F (${canary}/image) >> /Length 0 >>\nstream\n\nendstream`,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return { name: 'Minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') }
}

function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('GIF89a')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  bytes[13] = 0x2c
  return bytes
}

function bmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.write('BM')
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  return bytes
}
