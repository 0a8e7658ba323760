import fs from 'node:fs'
import path from 'node:path'
import { makeSeal, parseSeal, type Seal } from '#platform/server/journal/seal.ts'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { openMailer } from '#platform/server/mail/mail.ts'
import { EXIT, say, type Command, type Invocation } from '../command.ts'

export const journalSealCommand: Command = {
  name: 'journal seal',
  summary: 'In mã niêm phong của nhật ký để cất giữ bên ngoài hệ thống',
  usage: 'journal seal [--mail ĐỊA-CHỈ] > niem-phong.json',
  options: { mail: { type: 'string' } },
  onData: true,
  run: async ({ services: open, options, io, config }) => {
    const services = await open()
    const seal = await makeSeal(services.database.db, services.province, services.clock.now())
    io.out(JSON.stringify(seal))
    const to = options['mail'] ?? config.sealMailTo
    if (typeof to === 'string') {
      await openMailer(config).send({
        to,
        subject: `Bình An: niêm phong nhật ký, dòng ${seal.seq}`,
        text: JSON.stringify(seal),
      })
      io.err(`Đã gửi mã niêm phong đến ${to}.`)
    }
    return EXIT.done
  },
}

const readSeal = ({ options, io }: Invocation): Seal | undefined | 'unreadable' => {
  const given = options['seal']
  if (typeof given !== 'string') return undefined
  const file = path.resolve(io.cwd, given)
  if (!fs.existsSync(file)) {
    io.err(`Không có tệp niêm phong ${given}.`)
    return 'unreadable'
  }
  const seal = parseSeal(fs.readFileSync(file, 'utf8'))
  if (!seal) io.err(`Tệp ${given} không phải là mã niêm phong do “binhan journal seal” in ra.`)
  return seal ?? 'unreadable'
}

export const journalVerifyCommand: Command = {
  name: 'journal verify',
  summary: 'Kiểm tra nhật ký có còn nguyên vẹn không, nêu dòng sai lệch',
  usage: 'journal verify [--seal TỆP] [--json]',
  options: { seal: { type: 'string' } },
  onData: true,
  run: async (invocation) => {
    const seal = readSeal(invocation)
    if (seal === 'unreadable') return EXIT.usage
    const services = await invocation.services()
    if (seal && seal.province !== services.province) {
      invocation.io.err(
        `Niêm phong thuộc tỉnh “${seal.province}”, dữ liệu này thuộc tỉnh “${services.province}”.`,
      )
      return EXIT.usage
    }
    const check = await verifyJournal(services.database.db, services.province, seal)
    const lines =
      check.faults.length === 0
        ? [
            `Nhật ký nguyên vẹn: ${check.entries} dòng${seal ? `, khớp với niêm phong ở dòng ${seal.seq}` : ''}.`,
          ]
        : ['Nhật ký KHÔNG nguyên vẹn:', ...check.faults.map((fault) => `- ${fault.message}`)]
    say(invocation, { ...check, sealed: seal?.seq ?? null }, lines.join('\n'))
    return check.faults.length === 0 ? EXIT.done : EXIT.foundWrong
  },
}
