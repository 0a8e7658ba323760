import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planText } from '#apps/server/plan-testing.ts'
import { expectGone, expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { openStand, settle, sizes, type SeenPage, type Stand } from './support.ts'

/** One plan in review, as an officer decides it: with the keys, in pieces, together, and taken back. */
let stand: Stand
let office: SeenPage
beforeAll(async () => {
  stand = await openStand()
  office = await stand.newPage({ as: 'committee-office' })
  const { page, go } = office
  page.setDefaultTimeout(30_000)
  const text = planText([
    'Công an tỉnh chủ trì tuần tra trên các tuyến quốc lộ. Lập danh sách các đoạn đường hay xảy ra tai nạn.',
    'Sở Y tế tổ chức trực cấp cứu trong các dịp lễ, tết.',
    'Sở Y tế tập huấn sơ cứu cho lái xe đường dài.',
    'Chi cục Đò Ngang Mẫu kiểm tra các bến khách ngang sông trước ngày 31/8/2026.',
  ])
  await go('/van-ban/tiep-nhan')
  await page.setInputFiles('input[type=file]', {
    name: 'ke-hoach.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })
  const link = page.locator('a.button[href$="/ra-soat"]').last()
  await link.waitFor()
  await go((await link.getAttribute('href')) ?? '')
})
afterAll(async () => await stand.close())

const cardOf = (words: string, state = 'open') =>
  office.page.locator(`.proposal--${state}`).filter({ hasText: words })
const undo = async (): Promise<void> => {
  await office.page.getByRole('button', { name: 'Hoàn tác' }).last().click()
}

describe('a review', () => {
  it('keeps the six kinds beside one another, however much there is of each', async () => {
    const { page } = office
    const looks = async () =>
      await page.getByRole('tab').evaluateAll((tabs) => {
        for (const tab of tabs) for (const count of tab.children) count.textContent = '138'
        const row = tabs[0]?.parentElement
        return {
          tops: new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size,
          isScrolled: row !== undefined && row !== null && row.scrollWidth > row.clientWidth,
        }
      })
    for (const size of ['office', 'wide'] as const) {
      await page.setViewportSize(sizes[size])
      await expect.poll(looks).toEqual({ tops: 1, isScrolled: false })
    }
    await page.setViewportSize(sizes.phone)
    await expect.poll(looks).toEqual({ tops: 2, isScrolled: false })
    await page.setViewportSize(sizes.office)
    await page.reload()
    await settle(page)
  })

  it('is walked and decided with the keys alone', async () => {
    const { page } = office
    const activeId = async (): Promise<string | null> =>
      await page.locator('.proposal--active').first().getAttribute('id')
    await page.keyboard.press('j')
    await page.locator('.proposal--active').waitFor()
    const first = await activeId()
    await page.keyboard.press('j')
    await expect.poll(activeId).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(activeId).toBe(first)
    await page.keyboard.press('s')
    await expectSeen(page.getByRole('dialog'))
    // While a form is open the letters belong to it.
    await page.keyboard.press('n')
    await page.keyboard.press('Escape')
    await expectGone(page.getByRole('dialog'))
    await page.locator(`.proposal--open[id="${first}"]`).waitFor()
    await page.keyboard.press('n')
    await page.locator(`.proposal--accepted[id="${first}"]`).waitFor()
    await page
      .locator(`[id="${first}"]`)
      .getByRole('button', { name: /^Xét lại/u })
      .click()
    await page.locator(`.proposal--open[id="${first}"]`).waitFor()
    await page.locator(`[id="${first}"]`).hover()
    await page.keyboard.press('b')
    await page.locator(`.proposal--dropped[id="${first}"]`).waitFor()
    await undo()
    await page.locator(`.proposal--open[id="${first}"]`).waitFor()
  })

  it('lights the proposal when the words of the document are pointed at', async () => {
    const { page } = office
    const mark = page.locator('.paper__mark').filter({ hasText: 'trực cấp cứu' }).first()
    await mark.hover()
    await expectSeen(page.locator('.proposal--active').filter({ hasText: 'trực cấp cứu' }))
    await expect.poll(async () => await page.locator('.proposal--active').count()).toBe(1)
  })

  it('splits one into several, refuses a single piece, and puts the whole back', async () => {
    const { page } = office
    await cardOf('tuần tra')
      .getByRole('button', { name: /^Việc khác/u })
      .click()
    await page.getByRole('menuitem', { name: 'Tách thành nhiều mục' }).click()
    const dialog = page.getByRole('dialog')
    const pieces = dialog.getByLabel('Mỗi dòng là một mục')
    await pieces.fill('Tuần tra trên các tuyến quốc lộ')
    await expectSeen(dialog.getByText('Cần ít nhất hai dòng.'))
    const few = dialog.getByRole('button', { name: 'Tách thành 1 mục' })
    expect(await few.getAttribute('aria-disabled')).toBe('true')
    await pieces.fill('Tuần tra trên các tuyến quốc lộ\nLập danh sách các đoạn đường')
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Tách thành 2 mục' }).click()
    await expectGone(dialog)
    await expectSeen(cardOf('Tuần tra trên các tuyến quốc lộ', 'accepted'))
    await expectSeen(cardOf('Lập danh sách các đoạn đường', 'accepted').filter({ hasText: 'Công an tỉnh' }))
    await undo()
    await expectSeen(cardOf('hay xảy ra tai nạn'))
    await expect.poll(() => cardOf('Tuần tra trên các tuyến', 'accepted').count()).toBe(0)
  })

  it('merges several into one that says all of them, and parts them again', async () => {
    const { page } = office
    for (const words of ['trực cấp cứu', 'tập huấn sơ cứu'])
      await cardOf(words).first().getByRole('checkbox').check()
    await page.getByRole('group', { name: 'Việc với các mục đã chọn' }).getByText('Gộp').click()
    const dialog = page.getByRole('dialog')
    await expectSeen(dialog.getByText('Gộp 2 mục'))
    await dialog.getByRole('button', { name: 'Gộp' }).click()
    await expectGone(dialog)
    const both = page.locator('.proposal').filter({ hasText: 'trực cấp cứu' }).filter({ hasText: 'tập huấn' })
    await expectSeen(both)
    await undo()
    await expect.poll(() => both.count()).toBe(0)
    await expectSeen(cardOf('tập huấn sơ cứu'))
  })

  it('maps an unknown agency once, and knows it then', async () => {
    const { page } = office
    await cardOf('bến khách').getByRole('button', { name: 'gán cơ quan' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('so xay dung')
    await page
      .getByRole('option', { name: /Sở Xây dựng/u })
      .first()
      .click()
    await dialog.getByRole('button', { name: /Gán/u }).click()
    await expectGone(dialog)
    await expect.poll(() => page.getByRole('button', { name: 'gán cơ quan' }).count()).toBe(0)
  })

  it('accepts what is stated at once, leaves the rest open, and takes it back', async () => {
    const { page } = office
    await settle(page)
    const accepted = (): Promise<number> => page.locator('.proposal--accepted').count()
    const before = await accepted()
    await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
    await expect.poll(accepted).toBeGreaterThan(before)
    expect(await page.locator('.proposal--accepted').getByText('Cần xem').count()).toBe(0)
    await undo()
    await expect.poll(accepted).toBe(before)
  })

  it('adds by hand, and takes that back as if it had never been', async () => {
    const { page } = office
    const count = (): Promise<number> => page.locator('.proposal').count()
    const before = await count()
    await page.getByRole('button', { name: 'Thêm mục' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nhiệm vụ', { exact: true }).fill('Họp giao ban an toàn giao thông')
    await dialog.getByRole('button', { name: 'Thêm', exact: true }).last().click()
    await expectGone(dialog)
    await expectSeen(cardOf('Họp giao ban', 'accepted'))
    await expect.poll(count).toBe(before + 1)
    await undo()
    await expect.poll(count).toBe(before)
    expect(await page.getByText('Họp giao ban').count()).toBe(0)
  })

  it('expands a group to its members on the day of the document, and leaves one of them out', async () => {
    const { page } = office
    const card = cardOf('Các sở, ban, ngành báo cáo kết quả')
    const before = await card.locator('.proposal__party').first().innerText()
    const count = Number(/\((\d+) cơ quan\)/u.exec(before)?.[1])
    expect(count).toBeGreaterThan(2)
    await card.getByRole('button', { name: /^Sửa mục/u }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`${count} cơ quan`, { exact: true }).click()
    expect(await dialog.getByRole('checkbox', { name: 'Sở Giao thông vận tải' }).count()).toBe(0)
    await dialog.getByRole('checkbox', { name: /^Sở Y tế/u }).uncheck()
    await expectSeen(dialog.getByText(`${count - 1} trong ${count} cơ quan`))
    await takePicture(page, 'nhom-trong-de-xuat-office')
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Lưu và nhận' }).click()
    await expectSeen(cardOf('Các sở, ban, ngành', 'accepted').getByText(`${count - 1} cơ quan đã chọn`))
    await undo()
    await expectSeen(card.getByText(`(${count} cơ quan)`))
  })

  it('takes an edit back to the words that were there', async () => {
    const { page } = office
    const card = cardOf('trực cấp cứu')
    await card.getByRole('button', { name: /^Sửa mục/u }).click()
    const dialog = page.getByRole('dialog')
    const words = dialog.getByLabel('Nhiệm vụ', { exact: true })
    const said = await words.inputValue()
    await words.fill('Trực điện thoại ngày lễ')
    await dialog.getByRole('button', { name: 'Lưu và nhận' }).click()
    await expectSeen(cardOf('Trực điện thoại', 'accepted'))
    await undo()
    await expectSeen(card.filter({ hasText: said }))
    expect(await card.getByText('Đã sửa').count()).toBe(0)
  })

  it('leaves a quiet console', () => {
    expect(office.complaints).toEqual([])
  })
})

/** A phone has room for one side: the work first, the document one press away. */
describe('a review on a phone', () => {
  let phone: SeenPage
  beforeAll(async () => {
    phone = await stand.newPage({ as: 'committee-office', size: 'phone' })
    await phone.go(new URL(office.page.url()).pathname)
  })
  afterAll(async () => await phone.close())

  /** Whether it can be seen without scrolling. */
  const isInSight = async (locator: Locator): Promise<boolean> =>
    await locator.first().evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return bottom > 0 && top < innerHeight && element.checkVisibility()
    })

  it('opens on the proposals', async () => {
    const { page } = phone
    await expectSeen(page.locator('.proposal'))
    expect(await page.locator('.paper').first().isVisible()).toBe(false)
    expect(await listOverflowing(page)).toEqual([])
    expect(await listAxeFindings(page)).toEqual([])
    await takePicture(page, 'ra-soat-de-xuat-phone')
  })

  it('shows the clause of the proposal at hand, and comes back to it', async () => {
    const { page } = phone
    const card = page.locator('.proposal').filter({ hasText: 'tập huấn sơ cứu' })
    await card.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await page.getByRole('button', { name: 'Văn bản', exact: true }).click()
    const clause = page.locator('.paper__mark').filter({ hasText: 'tập huấn sơ cứu' })
    await expect.poll(() => isInSight(clause)).toBe(true)
    await expectSeen(page.locator('.paper__mark--active').filter({ hasText: 'tập huấn sơ cứu' }))
    expect(await card.isVisible()).toBe(false)
    await takePicture(page, 'ra-soat-van-ban-phone')
    expect(await listOverflowing(page)).toEqual([])
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Đề xuất', exact: true }).click()
    await expect.poll(() => isInSight(card)).toBe(true)
  })

  it('goes from the chip of a proposal to its clause, and from a clause to its proposal', async () => {
    const { page } = phone
    const ferry = page.locator('.proposal').filter({ hasText: 'bến khách ngang sông' }).first()
    await ferry.locator('.proposal__path').click()
    const mark = (words: string) => page.locator('.paper__mark').filter({ hasText: words }).first()
    await expect.poll(() => isInSight(mark('bến khách ngang sông'))).toBe(true)
    await mark('trực cấp cứu').click()
    const other = page.locator('.proposal').filter({ hasText: 'trực cấp cứu' })
    await expect.poll(() => isInSight(other)).toBe(true)
    expect(await page.locator('.paper').first().isVisible()).toBe(false)
    expect(phone.complaints).toEqual([])
  })
})
