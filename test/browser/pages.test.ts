import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { openStand, type PageOptions, type SeenPage, type Stand } from './support.ts'

/** Every page as the administrator meets it: nothing for axe, nothing sideways, a quiet console. */
const pages: readonly (readonly [string, string])[] = [
  ['hom-nay', '/'],
  ['co-quan', '/co-quan'],
  ['co-quan-cu', '/co-quan?tinh-trang=ended'],
  ['mot-co-quan', '/co-quan/so-xay-dung'],
  ['co-quan-trong', '/co-quan?q=kh%C3%B4ng%20c%C3%B3%20t%C3%AAn%20n%C3%A0y'],
  ['nhom-co-quan', '/nhom-co-quan'],
  ['nguoi-dung', '/nguoi-dung'],
  ['nhap-nguoi-dung', '/nguoi-dung/nhap'],
  ['vai-tro', '/vai-tro'],
  ['uy-quyen', '/uy-quyen'],
  ['tai-khoan', '/tai-khoan'],
  ['dia-ban', '/dia-ban'],
  ['dia-ban-cu', '/dia-ban?ngay=2025-06-30'],
  ['dia-ban-trong', '/dia-ban?q=kh%C3%B4ng%20c%C3%B3'],
  ['mot-dia-ban', '/dia-ban/90031'],
  ['mot-dia-ban-cu', '/dia-ban/902'],
  ['tuyen-duong', '/tuyen-duong'],
  ['lich-lam-viec', '/lich-lam-viec'],
  ['lich-chua-nhap', '/lich-lam-viec?nam=2031'],
  ['nhat-ky', '/nhat-ky'],
  ['viec-bi-giu-lai', '/viec-bi-giu-lai'],
  ['khong-co-trang', '/khong-co-trang-nay'],
]

const signedOut: readonly (readonly [string, string])[] = [
  ['dang-nhap', '/dang-nhap'],
  ['khoi-tao', '/khoi-tao?token=khong-con-dung-duoc-nua'],
]

/** Where the browser itself notes that a refusal came, which the page then explains. */
const isRefusalNote = (line: string): boolean => line.includes('Failed to load resource')

interface Look extends PageOptions {
  readonly name: string
  /** Wider screens show the same content as the office's: axe would say the same. */
  readonly isAxeLeftOut?: boolean
}

const looks: readonly Look[] = [
  { name: 'office', size: 'office' },
  { name: 'dark', size: 'office', theme: 'dark' },
  { name: 'phone', size: 'phone' },
  { name: 'wide', size: 'wide', isAxeLeftOut: true },
]

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(async () => await stand.close())

describe.each(looks)('$name', ({ name: look, isAxeLeftOut, ...options }) => {
  let inside: SeenPage
  let outside: SeenPage
  beforeAll(async () => {
    inside = await stand.newPage({ ...options, as: 'system-admin' })
    outside = await stand.newPage(options)
  })
  afterAll(async () => {
    await inside.close()
    await outside.close()
  })

  const see = async (seen: SeenPage, name: string, path: string): Promise<void> => {
    seen.complaints.length = 0
    await seen.go(path)
    await takePicture(seen.page, `${name}-${look}`)
    expect(await listOverflowing(seen.page)).toEqual([])
    expect(isAxeLeftOut ? [] : await listAxeFindings(seen.page)).toEqual([])
    expect(seen.complaints.filter((line) => !isRefusalNote(line))).toEqual([])
  }

  it.each(pages)('%s', async (name, path) => {
    await see(inside, name, path)
    expect(seenRefusals(inside)).toEqual([])
  })
  it.each(signedOut)('%s, signed out', async (name, path) => {
    await see(outside, name, path)
  })
})

const seenRefusals = (seen: SeenPage): readonly string[] => seen.complaints.filter(isRefusalNote)
