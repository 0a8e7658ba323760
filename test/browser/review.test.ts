import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planText } from '#apps/server/plan-testing.ts'
import { expectGone, expectSeen, listAxeFindings } from './support-checks.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

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
    expect(await page.locator('.proposal--active').count()).toBe(1)
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

  it('leaves a quiet console', () => {
    expect(office.complaints).toEqual([])
  })
})
