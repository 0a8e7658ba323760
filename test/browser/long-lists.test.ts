import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGone, expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { hasMarginBoxes, printSheets } from './support-print.ts'
import { openStand, settle, sizes, type SeenPage, type Stand } from './support.ts'

/** A province with many roads: only those in sight are in the page, and nobody notices. */
const MANY = 600
const codeOf = (n: number): string => `ĐX.${String(n).padStart(3, '0')}`
let stand: Stand
let seen: SeenPage
beforeAll(async () => {
  stand = await openStand()
  const { db, province } = { db: stand.server.services.database.db, province: stand.server.services.province }
  const old = await db
    .withTables<{ route: Record<string, unknown> }>()
    .selectFrom('route')
    .selectAll()
    .limit(1)
    .executeTakeFirstOrThrow()
  for (let n = 0; n < MANY; n += 100)
    await db
      .withTables<{ route: Record<string, unknown> }>()
      .insertInto('route')
      .values(
        Array.from({ length: 100 }, (_, i) => ({
          ...old,
          province,
          code: codeOf(n + i + 1),
          name: `Đường xã ${n + i + 1}`,
          length_km: 1,
          course: null,
          valid_to: null,
        })),
      )
      .execute()
  seen = await stand.newPage({ as: 'system-admin' })
  await seen.go('/tuyen-duong?xep=ma')
})
afterAll(async () => {
  await seen.close()
  await stand.close()
})

const countRows = async (): Promise<number> => await seen.page.locator('tbody tr[data-row]').count()

describe('a list of many rows', () => {
  it('holds some of them in the page, and says how many there are and which is which', async () => {
    const { page } = seen
    const total = Number(
      /([\d.]+) tuyến/u.exec(await page.locator('main').innerText())?.[1]?.replace('.', ''),
    )
    expect(total).toBeGreaterThan(MANY)
    expect(await countRows()).toBeLessThan(120)
    expect(await page.locator('table').getAttribute('aria-rowcount')).toBe(String(total + 1))
    expect(await page.locator('thead tr').getAttribute('aria-rowindex')).toBe('1')
    expect(await page.locator('tbody tr[data-row]').first().getAttribute('aria-rowindex')).toBe('2')
    await takePicture(page, 'danh-sach-dai-office')
    expect(await listAxeFindings(page)).toEqual([])
    expect(seen.complaints).toEqual([])
  })

  it('is scrolled to its end and back, each row where its number says', async () => {
    const { page } = seen
    const total = Number(await page.locator('table').getAttribute('aria-rowcount')) - 1
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const last = page.locator(`tr[aria-rowindex="${total + 1}"]`)
    await last.waitFor()
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expectSeen(page.locator('tfoot'))
    expect(await countRows()).toBeLessThan(120)
    const indices = await page
      .locator('tbody tr[data-row]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
    expect(indices).toEqual(indices.map((_, i) => (indices[0] ?? 0) + i))
    const heights = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('tbody tr[data-row]')].map((row) =>
        row.getBoundingClientRect(),
      )
      return boxes.slice(1).map((box, i) => Math.abs(box.top - (boxes[i]?.bottom ?? 0)))
    })
    expect(Math.max(...heights)).toBeLessThan(1.5)
    await takePicture(page, 'danh-sach-dai-cuoi-office')
    await page.evaluate(() => scrollTo(0, 0))
    await page.locator('tr[aria-rowindex="2"]').waitFor()
  })

  it('is walked with the arrow keys beyond what was in the page, and the focus is never lost', async () => {
    const { page } = seen
    await page.locator('tbody tr[data-row] button').first().focus()
    // Faster than a person's hand, so the list gets the frames in which it puts the next rows into the page.
    for (let i = 1; i <= 90; i++) {
      await page.keyboard.press('ArrowDown')
      if (i % 10 === 0) await settle(page)
    }
    const at = () =>
      page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? 'nowhere')
    expect(await at()).toBe('92')
    const isInSight = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect()
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
    })
    expect(isInSight).toBe(true)
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await settle(page)
    expect(await at()).toBe('92')
    await page.keyboard.press('ArrowUp')
    expect(await at()).not.toBe('nowhere')
    await page.keyboard.press('Enter')
    await expectSeen(page.getByRole('dialog').getByLabel('Tên tuyến'))
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null)
    await page.keyboard.press('Escape')
    await expectGone(page.getByRole('dialog'))
  })

  it('is sorted by its heads from the first row on', async () => {
    const { page } = seen
    await page.evaluate(() => scrollTo(0, 0))
    await page.getByRole('button', { name: 'Ký hiệu' }).click()
    await page.waitForURL(/xep=-ma/u)
    await settle(page)
    const codes = await page.locator('tbody tr[data-row] td:first-child').allInnerTexts()
    expect(codes).toEqual(codes.toSorted((a, b) => b.localeCompare(a, 'vi', { numeric: true })))
  })

  it('is whole on paper, with its title, the page and the number of pages on each sheet', async () => {
    const { page } = seen
    const sheets = await printSheets(page, 'in-tuyen-duong')
    const text = sheets.join('\n')
    for (const n of [1, 250, MANY]) expect(text).toContain(codeOf(n))
    expect(sheets.length).toBeGreaterThan(5)
    const margins = await hasMarginBoxes(page)
    expect(await page.title()).toContain('Tuyến đường')
    sheets.forEach((sheet, i) => {
      expect(sheet.includes(`Trang ${i + 1}/${sheets.length}`)).toBe(margins)
      expect(/In lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/u.test(sheet)).toBe(margins || i === 0)
      expect(sheet.includes('Tỉnh Mẫu · Tuyến đường')).toBe(margins && i > 0)
      expect(sheet).toContain('Ký hiệu')
      // The sum once, the buttons not at all.
      expect(sheet.includes('963,4'), `sum on sheet ${i + 1}`).toBe(i === sheets.length - 1)
      expect(sheet).not.toContain('Thao tác')
      expect(sheet).not.toContain('Đến nội dung chính')
    })
    await expect.poll(countRows).toBeLessThan(120)
  })

  it('is a table on the narrowest sheet too, where older browsers ask for the width without the margins', async () => {
    const { page } = seen
    await page.setViewportSize({ width: 420, height: 595 })
    const head = page.locator('table thead')
    const shown = () => head.evaluate((element) => getComputedStyle(element).position)
    await expect.poll(shown).toBe('absolute')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(shown).toBe('static')
    expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group')
    await page.emulateMedia({ media: null })
    await page.setViewportSize(sizes.office)
  })

  it('is not covered on paper by a form left open', async () => {
    const { page } = seen
    await page.getByRole('button', { name: 'Thêm tuyến' }).click()
    await expectSeen(page.getByRole('dialog').getByLabel('Tên tuyến'))
    const [sheet = ''] = await printSheets(page)
    expect(sheet).not.toContain('Chiều dài trong tỉnh')
    await page.getByRole('button', { name: 'Bỏ qua' }).click()
  })

  it('is a list of cards on a phone, as long and as light', async () => {
    const phone = await stand.newPage({ as: 'system-admin', size: 'phone' })
    await phone.go('/tuyen-duong?xep=ma')
    expect(await phone.page.locator('tbody tr[data-row]').count()).toBeLessThan(120)
    await takePicture(phone.page, 'danh-sach-dai-phone')
    expect(await listOverflowing(phone.page)).toEqual([])
    for (let i = 0; i < 3; i++) {
      await phone.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      await settle(phone.page)
    }
    const total = Number(await phone.page.locator('table').getAttribute('aria-rowcount'))
    await phone.page.locator(`tr[aria-rowindex="${total}"]`).waitFor()
    await phone.close()
  })
})
