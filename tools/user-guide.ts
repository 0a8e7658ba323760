/// <reference lib="dom" />
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'

/**
 * Takes the pictures of the user guide from the running product, on the sample province, so that they never show
 * what no longer exists: `npm run guide`. The built product is started on an empty folder of its own.
 */
const pictures = path.resolve('docs/huong-dan-su-dung/hinh')
const office = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

const start = async (dataDir: string): Promise<{ child: ChildProcess; address: string }> => {
  const child = spawn(process.execPath, ['dist/server/server.mjs'], {
    // The sign-in page shows the way over an identity provider where one is named; none is asked for a picture.
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
      OIDC_ISSUER: 'https://dinh-danh.tinhmau.example',
      OIDC_CLIENT_ID: 'binhan',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/[\d.]+:\d+/u.exec(said)
      if (found) resolve(found[0])
    })
    child.on('exit', () => reject(new Error(`the server ended: ${said}`)))
  })
  return { child, address }
}

const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('.skeleton') === null,
  )
  await page.evaluate(async () => void (await document.fonts.ready))
  await page.waitForTimeout(400)
}

const signIn = async (page: Page, address: string, login: string): Promise<void> => {
  const reply = await page.request.post(`${address}/api/session/demo`, {
    data: { login },
    headers: { origin: address },
  })
  if (!reply.ok()) throw new Error(`${login}: ${reply.status()}`)
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly state: string; readonly subject: string | null }[]
}

/** The sample documents are read, and two of them accepted, by jobs after the first start. */
const waitForSamples = async (page: Page, address: string): Promise<Listed['items']> => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const list = (await (await page.request.get(`${address}/api/documents?size=50`)).json()) as Listed
    const accepted = list.items.filter((one) => one.state === 'accepted')
    if (accepted.length === 2 && list.items.some((one) => one.state === 'read')) return list.items
    await page.waitForTimeout(1_000)
  }
  throw new Error('the sample documents were not read')
}

const takeAll = async (page: Page, address: string): Promise<void> => {
  const picture = async (name: string, where?: string): Promise<void> => {
    if (where !== undefined) await page.goto(`${address}${where}`)
    await settle(page)
    await page.screenshot({ path: path.join(pictures, `${name}.png`) })
    console.log(name)
  }
  await page.setViewportSize(office)
  await picture('dang-nhap', '/dang-nhap')
  await signIn(page, address, 'vanphong')
  const items = await waitForSamples(page, address)
  await picture('hom-nay', '/')
  await picture('tiep-nhan', '/van-ban/tiep-nhan')
  await picture('kho-van-ban', '/van-ban')
  const open = items.find((one) => one.state === 'read')
  if (!open) throw new Error('no sample document is in review')
  await picture('ra-soat', `/van-ban/${open.id}/ra-soat`)
  await page.locator('.proposal').nth(1).hover()
  await picture('ra-soat-doi-chieu')
  const withGroup = page
    .locator('.proposal')
    .filter({ hasText: /\(\d+ cơ quan\)/u })
    .first()
  await withGroup.getByRole('button', { name: /^Sửa mục/u }).click()
  await page
    .getByRole('dialog')
    .getByText(/^\d+ cơ quan$/u)
    .first()
    .click()
  await picture('nhom-trong-de-xuat')
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
  await page
    .getByRole('button', { name: /^Sửa mục/u })
    .first()
    .click()
  await picture('sua-muc')
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
  await page.getByRole('tab', { name: /Phát hiện/u }).click()
  await picture('phat-hien')
  await page.setViewportSize(phone)
  await picture('dien-thoai-ra-soat', `/van-ban/${open.id}/ra-soat`)
  await page.setViewportSize(office)
  await picture('kho-van-ban-loc', '/van-ban?nam=2026')
  await page.goto(`${address}/van-ban/${open.id}/ra-soat`)
  await settle(page)
  await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
  await page.waitForFunction(() => document.querySelector('button[aria-busy="true"]') === null)
  await page.getByRole('button', { name: 'Duyệt văn bản' }).click()
  await picture('duyet')
  const leaveOut = page.getByText('Để các mục này ngoài kế hoạch')
  if ((await leaveOut.count()) > 0) await leaveOut.click()
  await page.getByRole('button', { name: 'Duyệt và lập kế hoạch' }).click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
  const plan = page.url().slice(address.length)
  await picture('ke-hoach-de-cuong')
  await picture('ke-hoach-co-quan', `${plan}?xem=co-quan`)
  await picture('ke-hoach-nhiem-vu', `${plan}?xem=nhiem-vu`)
  await page.setViewportSize(phone)
  await picture('dien-thoai', plan)
  await page.setViewportSize(office)
  await followDuties(page, address, plan, picture)
  await picture('co-quan', '/co-quan/so-xay-dung')
  await picture('nhom-co-quan', '/nhom-co-quan')
  await page
    .getByRole('link', { name: /^các sở, ban, ngành/iu })
    .first()
    .click()
  await picture('mot-nhom-co-quan')
  await delegate(page, address, picture)
  await signIn(page, address, 'quantri')
  await picture('nguoi-dung', '/nguoi-dung')
  await picture('nhat-ky', '/nhat-ky')
  await picture('vai-tro', '/vai-tro')
  await picture('dia-ban', '/dia-ban')
  await picture('tuyen-duong', '/tuyen-duong')
  await picture('lich-lam-viec', '/lich-lam-viec')
}

type Picture = (name: string, where?: string) => Promise<void>

/** The plan's duties are given, one of them is worked on by its agency. */
const followDuties = async (page: Page, address: string, plan: string, picture: Picture): Promise<void> => {
  await picture('giao-viec', `${plan}?xem=theo-doi`)
  await page.getByRole('button', { name: /^Giao \d+ nhiệm vụ$/u }).click()
  await page.getByText(/^Đã giao \d+ nhiệm vụ/u).waitFor()
  await signIn(page, address, 'daumoiso')
  await page.goto(`${address}/nhiem-vu/danh-sach?vai-tro=own`)
  await settle(page)
  await page.locator('.duty__text').first().click()
  await page.getByText('đã xem nhiệm vụ').waitFor()
  await page.getByRole('button', { name: 'Tiếp nhận' }).click()
  await page.getByText('Đang thực hiện').first().waitFor()
  await page.setViewportSize(phone)
  await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel('Kết quả đã hoàn thành')
    .fill('Đã khảo sát, cắm đủ biển báo tại các vị trí; biên bản nghiệm thu gửi kèm.')
  await picture('dien-thoai-bao-cao')
  await dialog.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
  await page.getByText('Chờ Văn phòng xác nhận').first().waitFor()
  await page.setViewportSize(office)
  const duty = page.url().slice(address.length)
  await signIn(page, address, 'vanphong')
  await picture('mot-nhiem-vu', duty)
  await picture('bang-theo-doi', '/nhiem-vu')
  await picture('danh-sach-nhiem-vu', '/nhiem-vu/danh-sach')
  await picture('lich-nhiem-vu', '/nhiem-vu/lich')
}

const toDay = (later: number): string =>
  new Date(Date.now() + later * 86_400_000).toLocaleDateString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })

/** The office's head goes on leave; whoever stands in finds it on the first page. */
const delegate = async (page: Page, address: string, picture: Picture): Promise<void> => {
  await page.goto(`${address}/uy-quyen`)
  await settle(page)
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Người làm thay' }).fill('le thi mai')
  await page.getByRole('option', { name: /^Lê Thị Mai/u }).click()
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByLabel('Từ ngày').fill(toDay(0))
  await dialog.getByLabel('Đến hết ngày').fill(toDay(5))
  await dialog.getByLabel('Lý do').fill('Nghỉ phép năm')
  await picture('uy-quyen')
  await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await page.getByText('Đã ủy quyền.').waitFor()
  await signIn(page, address, 'nguoixem')
  await picture('lam-thay', '/tai-khoan')
}

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-guide-'))
fs.mkdirSync(pictures, { recursive: true })
const { child, address } = await start(dataDir)
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
})
try {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  })
  await takeAll(await context.newPage(), address)
} finally {
  await browser.close()
  child.removeAllListeners('exit')
  child.kill('SIGINT')
  await new Promise((resolve) => child.once('exit', resolve))
  fs.rmSync(dataDir, { recursive: true, force: true })
}
