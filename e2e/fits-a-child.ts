import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

/** Nothing scrolls, nothing is smaller than a child's finger or eye, no picture is flat, and axe finds nothing serious. */
export async function fitsAChild(page: Page, where: string): Promise<void> {
  const faults = await page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function travels to the page
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const root = document.documentElement
    // What is drawn for 1024x768 is whole on every larger page; on a smaller panel the page is made as large (`zoomFor`).
    const room = innerWidth < 1024 || innerHeight < 768 ? [`a page of ${innerWidth}x${innerHeight}`] : []
    const scroll =
      root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ['the page scrolls'] : []
    const small = [...document.querySelectorAll('button')].filter(seen).flatMap((button) => {
      // As it lies, not as it is pressed: an animation must not decide.
      const [width, height] = [button.offsetWidth, button.offsetHeight]
      const box = button.getBoundingClientRect()
      const out = box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1
      return width < 63 || height < 63 || out
        ? [`${button.ariaLabel ?? button.textContent}: ${width} x ${height}`]
        : []
    })
    const tiny = [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('svg, .quiet') && seen(element))
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 20)
      .map((element) => `under 20 px: ${element.textContent}`)
    // A host lays out what another one does not: a picture of no height is there for every other test.
    const flat = [...document.querySelectorAll('svg[viewBox], img')]
      .filter((picture) => seen(picture) && !picture.closest('.drawings, .quiet'))
      .filter(
        (picture) =>
          Math.min(picture.getBoundingClientRect().width, picture.getBoundingClientRect().height) < 1,
      )
      .map((picture) => `a flat picture: ${picture.parentElement?.className}`)
    return [...room, ...scroll, ...small, ...tiny, ...flat]
  })
  expect(faults, where).toEqual([])
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([])
}
