import { planText } from '#apps/server/plan-testing.ts'
import type { SeenPage } from './support.ts'

/** Takes a plan with these duties in as the office does; the address of its document, read and ready for review. */
export const takePlanIn = async ({ page, go }: SeenPage, duties: readonly string[]): Promise<string> => {
  await go('/van-ban/tiep-nhan')
  await page.setInputFiles('input[type=file]', {
    name: 'ke-hoach.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(planText(duties)),
  })
  const link = page.locator('a.button[href$="/ra-soat"]').last()
  await link.waitFor()
  return ((await link.getAttribute('href')) ?? '').replace(/\/ra-soat$/u, '')
}
