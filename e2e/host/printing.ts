import type { Page } from './page.ts'

const paper: Record<string, [number, number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
}

const margin = (value: number | undefined): number => value ?? 0.4

/** Electron's `printToPDF` through Chromium's own; sizes in inches. */
export async function printToPdf(page: Page, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (paper[pageSize] ?? [8.5, 11]) : [pageSize.width, pageSize.height]
  const { data } = await page.send('Page.printToPDF', {
    paperWidth,
    paperHeight,
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    marginTop: margin(margins?.top),
    marginBottom: margin(margins?.bottom),
    marginLeft: margin(margins?.left),
    marginRight: margin(margins?.right),
  })
  return Buffer.from(data, 'base64')
}
