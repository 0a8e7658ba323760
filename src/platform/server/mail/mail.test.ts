import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMailer } from './mail.ts'

const letter = {
  to: 'van-phong@tinhmau.test',
  subject: 'Niêm phong nhật ký',
  text: 'Dòng 12: đã niêm phong.',
}

/** A small SMTP server that keeps what it was given. */
const listen = async (): Promise<{ port: number; received: Promise<string>; close: () => void }> => {
  let resolve = (_text: string): void => {}
  const received = new Promise<string>((done) => (resolve = done))
  const server = net.createServer((socket) => {
    let data: string | undefined
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      if (data !== undefined) {
        data += chunk.toString()
        if (!data.includes('\r\n.\r\n')) return
        resolve(data)
        data = undefined
        socket.write('250 kept\r\n')
      } else if (chunk.toString().startsWith('DATA')) {
        data = ''
        socket.write('354 go on\r\n')
      } else if (chunk.toString().startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { port: (server.address() as net.AddressInfo).port, received, close: () => void server.close() }
}

describe('mail', () => {
  it('lies in the outbox when there is no mail server', async () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'binhan-mail-'))
    await openMailer({ smtpUrl: undefined, mailFrom: 'binhan@tinhmau.test', dataDir }).send(letter)
    const files = fs.readdirSync(path.join(dataDir, 'outbox'))
    expect(files).toHaveLength(1)
    const text = fs.readFileSync(path.join(dataDir, 'outbox', files[0] ?? ''), 'utf8')
    expect(text).toContain('To: van-phong@tinhmau.test')
    expect(text).toContain('From: binhan@tinhmau.test')
  })

  it('goes to the mail server when there is one', async () => {
    const server = await listen()
    await openMailer({
      smtpUrl: `smtp://127.0.0.1:${server.port}`,
      mailFrom: 'binhan@tinhmau.test',
      dataDir: '',
    }).send(letter)
    expect(await server.received).toContain('To: van-phong@tinhmau.test')
    server.close()
  })

  it('says when the mail server is away', async () => {
    const server = await listen()
    server.close()
    const mailer = openMailer({
      smtpUrl: `smtp://127.0.0.1:${server.port}`,
      mailFrom: 'a@b.test',
      dataDir: '',
    })
    await expect(mailer.send(letter)).rejects.toThrow(/ECONNREFUSED/u)
  })
})
