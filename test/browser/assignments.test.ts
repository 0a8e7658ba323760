import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGone, expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { expectSound, looks } from './support-looks.ts'
import { takePlanIn } from './support-plan.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

/**
 * From an accepted plan to a duty that is done: the office gives it, the agency accepts and reports with a photo, the
 * office sends it back and then takes it, and the board counts it. The plan is due long after the test runs.
 */
const year = new Date().getFullYear() + 1
const duties = [
  `Sở Xây dựng chủ trì rà soát, xử lý các điểm đen tai nạn giao thông; hoàn thành trước ngày 15/12/${year}.`,
  `Chi cục Đò Ngang Mẫu kiểm tra các bến khách ngang sông trước ngày 15/12/${year}.`,
]
const photo = {
  name: 'hien-truong.png',
  mimeType: 'image/png',
  // One red point.
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
    'base64',
  ),
}

let stand: Stand
let office: SeenPage
let agency: SeenPage
let plan: string
let duty: string

const acceptPlan = async ({ page, go }: SeenPage): Promise<string> => {
  await go(`${await takePlanIn(office, duties)}/ra-soat`)
  await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
  await expectSeen(page.locator('.proposal--accepted'))
  await page.getByRole('button', { name: 'Duyệt văn bản' }).click()
  await expectSeen(page.getByRole('dialog'))
  const leaveOut = page.getByText('Để các mục này ngoài kế hoạch')
  if ((await leaveOut.count()) > 0) await leaveOut.click()
  await page.getByRole('button', { name: 'Duyệt và lập kế hoạch' }).click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
  return new URL(page.url()).pathname
}

beforeAll(async () => {
  stand = await openStand()
  office = await stand.newPage({ as: 'committee-office' })
  agency = await stand.newPage({ as: 'agency-focal', size: 'phone' })
  plan = await acceptPlan(office)
})
afterAll(async () => await stand.close())

const expectSoundNow = async (page: Page): Promise<void> => {
  expect(await listAxeFindings(page)).toEqual([])
  expect(await listOverflowing(page)).toEqual([])
}

/** Presses a verb of the duty's page, fills the dialog, and sends it. */
const act = async (
  { page }: SeenPage,
  verb: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> => {
  await page.getByRole('complementary').getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expectGone(dialog)
}

const report = (words: string) => async (dialog: ReturnType<Page['getByRole']>) => {
  await dialog.getByLabel('Kết quả đã hoàn thành').fill(words)
  await dialog.locator('input[type=file]').setInputFiles(photo)
  await expectSeen(dialog.getByRole('listitem').filter({ hasText: photo.name }))
}

describe('a duty of a plan', () => {
  it('is looked at before it is given, and chosen among the others', async () => {
    const { page, go } = office
    await go(`${plan}?xem=theo-doi`)
    await expectSeen(page.getByText('mục chưa giao được vì chưa rõ cơ quan chủ trì'))
    await expectSeen(page.getByRole('row', { name: /Danh bạ chưa có.*Đò Ngang/u }))
    await expectSoundNow(page)
    await page.getByRole('checkbox', { name: /^Chọn cả \d+ mục$/u }).uncheck()
    expect(await page.getByRole('button', { name: 'Giao 0 nhiệm vụ' }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: /^Giao: .*điểm đen/u }).check()
    await page.getByRole('button', { name: 'Giao 1 nhiệm vụ' }).click()
    await expectSeen(page.getByText('Đã giao 1 nhiệm vụ.'))
    await expectSeen(page.getByRole('row', { name: /điểm đen.*Sở Xây dựng tỉnh Mẫu.*chờ tiếp nhận/u }))
    await expectSoundNow(page)
  })

  it('waits on the first page of its agency, is opened by that, and accepted by one press', async () => {
    const { page, go } = agency
    await go('/')
    await page.getByRole('link', { name: '1 nhiệm vụ mới giao, chờ tiếp nhận' }).click()
    await expectSeen(page.getByRole('heading', { level: 1, name: 'Việc của cơ quan tôi' }))
    await settle(page)
    expect(new URL(page.url()).search).toBe('?vai-tro=own&buoc=assigned')
    await expectSoundNow(page)
    await page.getByRole('link', { name: /điểm đen/u }).click()
    await expectSeen(page.getByText('đã xem nhiệm vụ'))
    duty = new URL(page.url()).pathname
    await settle(page)
    await expectSoundNow(page)
    await page.getByRole('button', { name: 'Tiếp nhận' }).click()
    await expectSeen(page.getByText('Đang thực hiện'))
    await page.reload()
    await settle(page)
    expect(await page.getByText('đã xem nhiệm vụ').count()).toBe(1)
  })

  it('is reported done with a photo, and not without words', async () => {
    const { page } = agency
    await act(agency, 'Báo cáo hoàn thành', async (dialog) => {
      await dialog.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
      await expectSeen(dialog.getByText(/ghi ít nhất vài chữ/u))
      await report('Đã xử lý xong 5 điểm.')(dialog)
      await takePicture(page, 'bao-cao-hoan-thanh-phone')
      await expectSoundNow(page)
    })
    await expectSeen(page.getByText('Chờ Văn phòng xác nhận'))
  })

  it('shows the office what was sent, and goes back with a reason', async () => {
    const { page, go } = office
    await go(duty)
    const image = page.getByRole('img', { name: /hien-truong\.png/u })
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1)
    await expectSoundNow(page)
    await act(office, 'Trả lại để bổ sung', async (dialog) => {
      await dialog.getByLabel('Cần bổ sung gì').fill('Thiếu biên bản nghiệm thu')
      await takePicture(page, 'tra-lai-office')
      await expectSoundNow(page)
    })
    await expectSeen(page.locator('.page-header').getByText('Trả lại để bổ sung'))
  })

  it('tells who was typing what changed meanwhile, and keeps the words', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'Cho ý kiến chỉ đạo' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ý kiến chỉ đạo').fill('Bổ sung trong tuần này')
    await agency.go(duty)
    await act(agency, 'Báo cáo hoàn thành', report('Đã bổ sung biên bản nghiệm thu.'))
    await dialog.getByRole('button', { name: 'Cho ý kiến chỉ đạo' }).click()
    await expectSeen(dialog.getByText('Nhiệm vụ vừa thay đổi trong lúc Quý vị nhập'))
    await expectSeen(dialog.getByText(/Đã bổ sung biên bản nghiệm thu/u))
    expect(await dialog.getByLabel('Ý kiến chỉ đạo').inputValue()).toBe('Bổ sung trong tuần này')
    await settle(page)
    await expectSoundNow(page)
    await dialog.getByRole('button', { name: 'Cho ý kiến chỉ đạo' }).click()
    await expectGone(dialog)
    await expectSeen(page.locator('.duty-story__words').filter({ hasText: 'Bổ sung trong tuần này' }))
  })

  it('is verified, and the board counts it as done in time', async () => {
    const { page, go } = office
    await go('/')
    await page.getByRole('link', { name: '1 báo cáo hoàn thành chờ xác nhận' }).click()
    await page.getByRole('link', { name: /điểm đen/u }).click()
    await act(office, 'Xác nhận hoàn thành', async () => undefined)
    await expectSeen(page.getByText('Đã xác nhận hoàn thành'))
    await go('/nhiem-vu')
    const row = page.getByRole('row', { name: /^Sở Xây dựng tỉnh Mẫu/u })
    await row.getByRole('link', { name: '1: Sở Xây dựng tỉnh Mẫu, hoàn thành đúng hạn' }).click()
    await expectSeen(page.getByText('1 nhiệm vụ, hạn gần trước'))
    await expectSeen(page.getByRole('row', { name: /điểm đen.*Hoàn thành đúng hạn/u }))
  })
})

describe('duties of no plan', () => {
  it('are typed by hand for several agencies, each its own', async () => {
    const { page, go } = office
    await go('/nhiem-vu')
    await page.getByRole('button', { name: 'Giao việc ngoài kế hoạch' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
    await expectSeen(dialog.getByText('Chọn ít nhất một cơ quan.'))
    await dialog.getByLabel('Nội dung nhiệm vụ').fill('Rà soát biển báo tại nút giao km 12 quốc lộ 4D.')
    for (const [typed, name] of [
      ['so xay dung', /^Sở Xây dựng/u],
      ['cong an tinh', /^Công an tỉnh/u],
    ] as const) {
      await dialog.getByRole('combobox', { name: /^Cơ quan chủ trì/u }).fill(typed)
      await page.getByRole('option', { name }).first().click()
    }
    await dialog.getByLabel(/^Hạn hoàn thành/u).fill(`20/12/${year}`)
    await dialog.getByLabel('Nguồn').fill('Đồng chí Trưởng ban gọi điện ngày 20/11/2026')
    await settle(page)
    await takePicture(page, 'giao-viec-ngoai-ke-hoach-office')
    await expectSoundNow(page)
    await dialog.getByRole('button', { name: 'Giao cho 2 cơ quan' }).click()
    await expectSeen(page.getByText('2 nhiệm vụ, hạn gần trước'))
  })

  it('are acted on together, with a word about each', async () => {
    const { page } = office
    await page.getByRole('checkbox', { name: 'Chọn cả 2 nhiệm vụ trên trang' }).check()
    expect(await page.getByRole('button', { name: 'Xác nhận hoàn thành (0)' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Cho ý kiến chỉ đạo (2)' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ý kiến chỉ đạo').fill('Báo cáo trước cuộc họp thứ Sáu')
    await expectSoundNow(page)
    await dialog.getByRole('button', { name: 'Cho ý kiến chỉ đạo 2 nhiệm vụ' }).click()
    await expectSeen(dialog.getByText('Đã thực hiện với 2 nhiệm vụ'))
    await dialog.getByRole('button', { name: 'Đóng' }).last().click()
    await expectGone(dialog)
  })

  it('stand in the calendar, which the arrow keys walk', async () => {
    const { page, go } = office
    await go(`/nhiem-vu/lich?thang=${year}-12`)
    const link = page.getByRole('link', { name: '2 nhiệm vụ' })
    await link.focus()
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe(`${year}-12-19`)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expectSeen(page.getByText('2 nhiệm vụ, hạn gần trước'))
    expect(office.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})

describe.each(looks)('$name', (look) => {
  let seen: SeenPage
  beforeAll(async () => {
    seen = await stand.newPage({ ...look, as: 'committee-office' })
  })
  afterAll(async () => await seen.close())

  it.each([
    ['bang-theo-doi', '/nhiem-vu'],
    ['bang-theo-muc', '/nhiem-vu?nhom=section'],
    ['bang-theo-xa', '/nhiem-vu?nhom=commune'],
    ['danh-sach-nhiem-vu', '/nhiem-vu/danh-sach'],
    ['danh-sach-nhiem-vu-trong', '/nhiem-vu/danh-sach?q=kh%C3%B4ng%20c%C3%B3'],
    ['mot-nhiem-vu', ':duty'],
    ['lich-nhiem-vu', '/nhiem-vu/lich'],
    ['ke-hoach-theo-doi', ':plan?xem=theo-doi'],
  ])('%s', async (name, path) => {
    await expectSound(seen, look, name, path.replace(':duty', duty).replace(':plan', plan))
  })
})

describe('somebody who only looks', () => {
  it('sees the duty without buttons and without evidence', async () => {
    const viewer = await stand.newPage({ as: 'viewer', size: 'phone' })
    await viewer.go(duty)
    expect(await viewer.page.getByRole('complementary').count()).toBe(0)
    expect(await viewer.page.getByRole('img', { name: /hien-truong/u }).count()).toBe(0)
    await viewer.go('/nhiem-vu')
    expect(await viewer.page.getByRole('button', { name: 'Giao việc ngoài kế hoạch' }).count()).toBe(0)
    await expectSoundNow(viewer.page)
    await viewer.close()
  })
})
