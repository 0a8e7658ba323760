import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatPeriodId, toPeriod } from '#kernel/period.ts'
import { expectGone, expectSeen, takePicture } from './support-checks.ts'
import { expectSound, looks } from './support-looks.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

interface Target {
  readonly id: string
  readonly programme: string
  readonly indicator: string
  readonly years: readonly number[]
  readonly direction: string | null
}

/** Targets and money of the sample's plans, as the office sees them in mid-year. */
let stand: Stand
let target: Target
let plan = ''

const send = async (page: Page, path: string, data: object): Promise<void> => {
  const reply = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } })
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`)
}

const readTargets = async (page: Page): Promise<readonly Target[]> =>
  ((await (await page.request.get('/api/targets?size=500')).json()) as { items: Target[] }).items

const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, i) => toPeriod('administrative-month', year, i + 1)).flatMap((period) =>
    period ? [period] : [],
  )

beforeAll(async () => {
  stand = await openStand({ withDocuments: true })
  const { page, close } = await stand.newPage({ as: 'committee-office' })
  // The hook's own limit ends a wait that leads nowhere.
  for (;;) {
    const plans = (await (await page.request.get('/api/programmes')).json()) as { items: unknown[] }
    if (plans.items.length === 2) break
    await new Promise((done) => setTimeout(done, 500))
  }
  const found = (await readTargets(page)).find(({ direction }) => direction === 'decrease')
  if (!found) throw new Error('the sample has no target that falls')
  target = found
  plan = target.programme
  const year = target.years[0] ?? 0
  const today = new Date().toISOString().slice(0, 10)
  const figure = { isMet: null, source: 'Báo cáo của Công an tỉnh', note: null, corrects: null }
  const base = monthsOf(year - 1).map((period, i) => ({ period, value: 9 + (i % 3) }))
  const now = monthsOf(year).map((period, i) => ({ period, value: 8 + (i % 4) }))
  for (const { period, value } of [...base, ...now])
    if (period.from <= today)
      await send(page, `/api/targets/${target.id}/figures`, {
        ...figure,
        period: formatPeriodId(period),
        value,
      })
  const line = { item: null, place: 'III.1', agency: null, source: 'province' }
  const estimate = { amount: 1_250_500_000, on: today, note: 'Quyết định giao dự toán' }
  await send(page, `/api/programmes/${plan}/budget`, { ...line, what: 'Xử lý điểm đen', estimate })
  await send(page, `/api/programmes/${plan}/budget`, {
    ...line,
    place: 'IV.2',
    source: 'social',
    what: 'Mũ bảo hiểm cho học sinh',
    estimate: null,
  })
  await close()
})
afterAll(async () => await stand.close())

describe.each(looks)('$name', (look) => {
  let seen: SeenPage
  beforeAll(async () => {
    seen = await stand.newPage({ ...look, as: 'committee-office' })
  })
  afterAll(async () => await seen.close())

  it.each([
    ['chi-tieu', '/chi-tieu'],
    ['chi-tieu-loc', '/chi-tieu?danh-gia=unknown&q=giao%20th%C3%B4ng'],
    ['mot-chi-tieu', '/chi-tieu/:target'],
    ['mot-ke-hoach-kinh-phi', '/ke-hoach/:plan?xem=kinh-phi'],
    ['mot-ke-hoach-kinh-phi-trieu', '/ke-hoach/:plan?xem=kinh-phi&dv=million'],
  ])('%s', async (name, path) => {
    await expectSound(seen, look, name, path.replace(':target', target.id).replace(':plan', plan))
  })
})

describe('the office', () => {
  let seen: SeenPage
  beforeAll(async () => {
    seen = await stand.newPage({ as: 'committee-office' })
  })
  afterAll(async () => await seen.close())

  it('corrects a figure, and the earlier one stays in sight', async () => {
    const { page, go } = seen
    await go(`/chi-tieu/${target.id}`)
    await page
      .getByRole('button', { name: /^Sửa số liệu/u })
      .first()
      .click()
    await expectSeen(page.getByRole('dialog'))
    await takePicture(page, 'hop-sua-so-lieu')
    await page.getByLabel('Số liệu của kỳ', { exact: true }).fill('7')
    await page.getByLabel('Lý do sửa').fill('Công an tỉnh rà soát lại.')
    await page.getByRole('button', { name: 'Lưu số liệu sửa' }).click()
    await expectGone(page.getByRole('dialog'))
    await settle(page)
    await expectSeen(page.getByText('Đã sửa', { exact: true }))
    await expectSeen(page.getByText('Công an tỉnh rà soát lại.'))
  })

  it('finds the targets of one state by their number, and the address keeps it', async () => {
    const { page, go } = seen
    await go('/chi-tieu')
    await page.getByRole('button', { name: /Chưa đánh giá được/u }).click()
    await page.waitForURL(/danh-gia=unknown/u)
    await settle(page)
    expect(await page.getByRole('link', { name: target.indicator, exact: true }).count()).toBe(0)
  })

  it('spends more than was given, which is marked and not refused', async () => {
    const { page, go } = seen
    await go(`/ke-hoach/${plan}?xem=kinh-phi`)
    await page.getByRole('button', { name: 'Xử lý điểm đen' }).click()
    const form = page.getByRole('form', { name: 'Ghi bút toán' })
    await form.getByLabel('Loại').selectOption('spent')
    await form.getByLabel('Số tiền').fill('1.000.000')
    await form.getByLabel('Ghi chú, căn cứ').fill('Lệnh chi số 1')
    await form.getByRole('button', { name: 'Ghi', exact: true }).click()
    await expectSeen(page.getByRole('dialog').getByText('Chi vượt số đã cấp 1.000.000 đồng'))
    await takePicture(page, 'ngan-kinh-phi')
  })
})

it('shows whoever only views no way to change', async () => {
  const { page, go, close } = await stand.newPage({ as: 'viewer' })
  await go(`/chi-tieu/${target.id}`)
  expect(await page.getByRole('button', { name: /Nhập số liệu|^Sửa số liệu|Cách lấy/u }).count()).toBe(0)
  await go(`/ke-hoach/${plan}?xem=kinh-phi`)
  expect(await page.getByRole('button', { name: 'Thêm khoản kinh phí' }).count()).toBe(0)
  await close()
})
