import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectSound, looks } from './support-looks.ts'
import { openStand, type SeenPage, type Stand } from './support.ts'

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

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(async () => await stand.close())

describe.each(looks)('$name', (look) => {
  let inside: SeenPage
  let outside: SeenPage
  beforeAll(async () => {
    inside = await stand.newPage({ ...look, as: 'system-admin' })
    outside = await stand.newPage(look)
  })
  afterAll(async () => {
    await inside.close()
    await outside.close()
  })

  it.each(pages)('%s', async (name, path) => await expectSound(inside, look, name, path))
  it.each(signedOut)('%s, signed out', async (name, path) => {
    await expectSound(outside, look, name, path, { mayRefuse: true })
  })
})
