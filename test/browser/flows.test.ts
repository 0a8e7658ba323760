import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { todayInVietnam } from '#platform/web/format.ts'
import { expectGone, expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { openStand, settle, type Stand } from './support.ts'

/** What officers do with forms that change who may do what, when, and what the machine does. */
let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(async () => await stand.close())

const typed = (day: string): string => day.split('-').toReversed().join('/')
const later = (days: number): string =>
  new Date(Date.parse(`${todayInVietnam()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** As a person does: into the box, letter by letter, and the one of the list. */
const choose = async (page: Page, box: Locator, words: string, option: RegExp): Promise<void> => {
  await box.click()
  await box.pressSequentially(words, { delay: 20 })
  await page.getByRole('option', { name: option }).click()
}

describe('during leave', () => {
  it('another works with exactly what was handed over, and until it is taken back', async () => {
    const head = await stand.newPage({ as: 'committee-office' })
    const viewer = await stand.newPage({ as: 'viewer' })
    await viewer.go('/uy-quyen')
    const before = await permissionsOf(viewer)

    await head.go('/uy-quyen')
    await head.page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
    const dialog = head.page.getByRole('dialog')
    const person = dialog.getByRole('combobox', { name: 'Người làm thay' })
    await choose(head.page, person, 'le thi mai', /^Lê Thị Mai/u)
    await dialog.getByRole('checkbox').first().check()
    await dialog.getByLabel('Từ ngày').fill(typed(todayInVietnam()))
    await dialog.getByLabel('Đến hết ngày').fill(typed(later(-3)))
    await dialog.getByLabel('Lý do').fill('Nghỉ phép năm')
    await expectSeen(dialog.getByText('Ngày cuối phải từ ngày đầu trở đi.'))
    expect(await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).isDisabled()).toBe(true)
    await takePicture(head.page, 'uy-quyen-sai-ngay-office')
    expect(await listAxeFindings(head.page)).toEqual([])
    await dialog.getByLabel('Đến hết ngày').fill(typed(later(3)))
    await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
    await expectSeen(head.page.getByText('Đã ủy quyền.'))
    const row = head.page.getByRole('row', { name: /Hoàng Thu Nga.*Lê Thị Mai/u })
    await expectSeen(row.getByText('Đang có hiệu lực'))
    await takePicture(head.page, 'uy-quyen-xong-office')

    await viewer.go('/')
    await viewer.page.getByRole('link', { name: /^Hoàng Thu Nga ủy quyền đến hết ngày/u }).click()
    await settle(viewer.page)
    await takePicture(viewer.page, 'lam-thay-nhan-office')
    expect(await listAxeFindings(viewer.page)).toEqual([])
    await viewer.page.getByRole('button', { name: 'Bắt đầu làm thay' }).click()
    await expectSeen(viewer.page.getByText('Đang làm thay Hoàng Thu Nga'))
    await expectSeen(viewer.page.getByRole('button', { name: 'Tài khoản: Lê Thị Mai (thay Hoàng Thu Nga)' }))
    const during = await permissionsOf(viewer)
    expect(during).toContain('documents.review')
    expect(before).not.toContain('documents.review')
    await expectSeen(viewer.page.getByRole('link', { name: 'Tiếp nhận văn bản' }))
    await takePicture(viewer.page, 'dang-lam-thay-office')
    await viewer.go('/uy-quyen')
    await expectSeen(viewer.page.getByRole('row', { name: /Hoàng Thu Nga.*Lê Thị Mai/u }))

    await row.getByRole('button', { name: 'Thôi sớm' }).click()
    await expectSeen(head.page.getByText('Đã thôi ủy quyền.'))
    await expectSeen(row.getByText('Đã thôi sớm'))
    await viewer.go('/uy-quyen')
    expect(await permissionsOf(viewer)).toEqual(before)
    await head.close()
    await viewer.close()
  })

  it('an administrator hands over for somebody who is away already, on a phone', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin', size: 'phone' })
    await go('/uy-quyen')
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await choose(
      page,
      dialog.getByRole('combobox', { name: 'Người ủy quyền' }),
      'nguyen thi lan',
      /^Nguyễn Thị Lan/u,
    )
    await choose(
      page,
      dialog.getByRole('combobox', { name: 'Người làm thay' }),
      'dang hai yen',
      /^Đặng Hải Yến/u,
    )
    await dialog.getByRole('checkbox').first().check()
    await dialog.getByLabel('Từ ngày').fill(typed(later(1)))
    await dialog.getByLabel('Đến hết ngày').fill(typed(later(5)))
    await dialog.getByLabel('Lý do').fill('Đi công tác đột xuất')
    await takePicture(page, 'uy-quyen-giup-phone')
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
    await expectSeen(page.getByText('Sắp có hiệu lực'))
    expect(await listOverflowing(page)).toEqual([])
    await close()
  })
})

const permissionsOf = async ({ page }: { readonly page: Page }): Promise<string[]> => {
  const session = (await (await page.request.get('/api/session')).json()) as {
    permissions: { permission: string }[]
  }
  return session.permissions.map((one) => one.permission).toSorted()
}

describe('groups of agencies', () => {
  it('are changed in a form that shows who is meant', async () => {
    const { page, go, close } = await stand.newPage({ as: 'committee-office' })
    await go('/nhom-co-quan')
    await page
      .getByRole('link', { name: /^các sở, ban, ngành/iu })
      .first()
      .click()
    const list = page.getByRole('region', { name: /^Thành viên ngày/u }).getByRole('listitem')
    await expectSeen(list)
    const members = await list.count()
    expect(members).toBeGreaterThan(2)
    await page.getByRole('button', { name: 'Sửa nhóm' }).click()
    const dialog = page.getByRole('dialog')
    const except = dialog.getByRole('combobox', { name: /^Trừ các cơ quan/u })
    await choose(page, except, 'so y te', /^Sở Y tế/u)
    // The box is empty again, and the keyboard goes on at what was chosen.
    await expect.poll(async () => await except.inputValue()).toBe('')
    await expect
      .poll(async () => await page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Bỏ Sở Y tế tỉnh Mẫu')
    await takePicture(page, 'sua-nhom-co-quan-office')
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Lưu nhóm' }).click()
    await expectSeen(page.getByText('Đã lưu nhóm.'))
    await expectGone(dialog)
    await expect.poll(async () => await list.count()).toBe(members - 1)
    await takePicture(page, 'nhom-co-quan-office')
    await close()
  })

  it('are refused without a member, and kept apart when two change them at once', async () => {
    const first = await stand.newPage({ as: 'committee-office' })
    const second = await stand.newPage({ as: 'system-admin' })
    await first.go('/nhom-co-quan')
    await first.page.getByRole('button', { name: 'Thêm nhóm' }).click()
    const dialog = first.page.getByRole('dialog')
    await dialog.getByLabel('Cách gọi chung').fill('các đơn vị trực đường đèo')
    await expectSeen(dialog.getByText('Nhóm chưa có thành viên.'))
    expect(await dialog.getByRole('button', { name: 'Thêm nhóm' }).isDisabled()).toBe(true)
    await choose(
      first.page,
      dialog.getByRole('combobox', { name: /^Thêm từng cơ quan/u }),
      'cong an tinh',
      /^Công an tỉnh/u,
    )
    await dialog.getByRole('button', { name: 'Thêm nhóm' }).click()
    await expectSeen(first.page.getByRole('heading', { level: 1, name: 'các đơn vị trực đường đèo' }))
    const path = new URL(first.page.url()).pathname
    await second.go(path)
    for (const one of [first, second]) await one.page.getByRole('button', { name: 'Sửa nhóm' }).click()
    await first.page.getByRole('dialog').getByLabel('Cách gọi khác').fill('lực lượng trực đèo')
    await first.page.getByRole('button', { name: 'Lưu nhóm' }).click()
    await expectSeen(first.page.getByText('Đã lưu nhóm.'))
    await second.page.getByRole('dialog').getByLabel('Cách gọi khác').fill('tổ trực đèo')
    await second.page.getByRole('button', { name: 'Lưu nhóm' }).click()
    await expectSeen(second.page.getByText('Nội dung đã được người khác sửa trong lúc đang xem.'))
    expect(await second.page.getByRole('dialog').getByLabel('Cách gọi khác').inputValue()).toBe('tổ trực đèo')
    await first.close()
    await second.close()
  })
})

describe('roads and calendars', () => {
  it('a road is ended with a day; a length that is no number stays in the form with its reason', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/tuyen-duong')
    const edit = page.getByRole('button', { name: /^Sửa tuyến/u }).first()
    const code = ((await edit.getAttribute('aria-label')) ?? '').replace('Sửa tuyến ', '')
    await edit.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Chiều dài trong tỉnh (km)').fill('mười hai')
    await dialog.getByRole('button', { name: 'Lưu tuyến đường' }).click()
    await expectSeen(dialog.getByText(/Nhập số, dùng dấu phẩy cho phần lẻ/u))
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByLabel('Chiều dài trong tỉnh (km)').fill('21,75')
    await dialog.getByLabel('Khai thác từ ngày').fill('01/01/2020')
    await dialog.getByLabel('Đến hết ngày').fill('31/12/2019')
    await dialog.getByRole('button', { name: 'Lưu tuyến đường' }).click()
    await expectSeen(dialog.getByRole('alert'))
    await takePicture(page, 'sua-tuyen-duong-office')
    await dialog.getByLabel('Đến hết ngày').fill('31/12/2025')
    await dialog.getByLabel('Căn cứ').fill('Quyết định điều chuyển tuyến')
    await dialog.getByRole('button', { name: 'Lưu tuyến đường' }).click()
    await expectSeen(page.getByText('Đã lưu tuyến đường.'))
    await expectSeen(page.getByRole('row', { name: new RegExp(`^${code} .*21,8`, 'u') }))
    await close()
  })

  it('a calendar is edited: a day worked for a day off, added and taken out again', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/lich-lam-viec?nam=2026')
    const edit = page.getByRole('button', { name: 'Sửa lịch năm 2026' })
    await edit.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Thêm ngày làm bù' }).click()
    await dialog.getByLabel('Làm bù ngày').last().fill('08/08/2026')
    await dialog.getByLabel('Thay cho ngày nghỉ').last().fill('03/08/2026')
    await takePicture(page, 'sua-lich-office')
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click()
    await expectSeen(
      dialog.getByText(/Ngày 03\/08\/2026 được nghỉ hoán đổi nhưng không nằm trong kỳ nghỉ nào/u),
    )
    await dialog.getByLabel('Thay cho ngày nghỉ').last().fill('27/04/2026')
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click()
    await expectSeen(page.getByText('Đã lưu lịch làm việc năm 2026.'))
    await expectSeen(page.getByRole('cell', { name: '08/08/2026' }))
    await edit.click()
    await dialog.getByRole('button', { name: 'Bỏ ngày làm bù 08/08/2026' }).click()
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click()
    await expectGone(page.getByRole('cell', { name: '08/08/2026' }))
    await close()
  })
})

describe('work that the machine gave up', () => {
  /** As five failures leave it. */
  const hold = async (offset: number): Promise<void> => {
    const { db } = stand.server.services.database
    const entry = await db
      .selectFrom('journal')
      .select(['province', 'seq'])
      .orderBy('seq')
      .offset(offset)
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('job_delivery')
      .values({
        ...entry,
        job: 'programmes.follow-withdrawal',
        state: 'quarantined',
        attempts: 5,
        next_at: '2026-01-01T00:00:00Z',
        last_error: 'Error: đọc tệp dở dang',
      } as never)
      .execute()
  }

  it('is run again by a press, or given up with a reason that the journal keeps', async () => {
    await hold(0)
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/viec-bi-giu-lai')
    const row = page.getByRole('row', { name: /^Cập nhật kế hoạch khi văn bản bị thu hồi/u })
    await expectSeen(row.getByText('Bấm “Chạy lại”.'))
    const error = row.getByText('đọc tệp dở dang')
    expect(await error.isVisible()).toBe(false)
    await takePicture(page, 'viec-bi-giu-office')
    await row.locator('summary').click()
    await expectSeen(error)
    expect(await row.getByText('programmes.follow-withdrawal').isVisible()).toBe(true)
    await takePicture(page, 'viec-bi-giu-chi-tiet-office')
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Chạy lại' }).click()
    await expectSeen(page.getByText('Đã xếp chạy lại.'))
    await expectSeen(page.getByText('Không có việc nào bị giữ lại'))

    await hold(1)
    await page.reload()
    await page.getByRole('button', { name: 'Bỏ qua' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Lý do').fill('ok')
    await dialog.getByRole('button', { name: 'Bỏ qua việc' }).click()
    expect(await dialog.isVisible()).toBe(true)
    await takePicture(page, 'bo-qua-viec-office')
    await dialog.getByLabel('Lý do').fill('Tệp đã được thay bằng tệp khác')
    await dialog.getByRole('button', { name: 'Bỏ qua việc' }).click()
    await expectSeen(page.getByText('Không có việc nào bị giữ lại'))
    await go('/nhat-ky')
    await expectSeen(page.getByRole('row', { name: /bỏ qua/iu }))
    await close()
  })
})
