import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import nodemailer from 'nodemailer'
import type { Config } from '../config.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Resolves when the server took the letter, or when it lies in the outbox. */
  readonly send: (letter: Letter) => Promise<void>
}

/**
 * Sends by the SMTP server of the configuration; without one, letters are written to `DATA_DIR/outbox` as .eml files,
 * so that an office without a mail server still sees what would have gone out.
 */
export const openMailer = (config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mailer => {
  if (config.smtpUrl !== undefined) {
    const transport = nodemailer.createTransport(config.smtpUrl)
    return { send: async (letter) => void (await transport.sendMail({ from: config.mailFrom, ...letter })) }
  }
  const outbox = path.join(config.dataDir, 'outbox')
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (letter) => {
      const { message } = await composer.sendMail({ from: config.mailFrom, ...letter })
      await fs.promises.mkdir(outbox, { recursive: true, mode: 0o700 })
      const file = path.join(outbox, `${randomUUID()}.eml`)
      await fs.promises.writeFile(`${file}.draft`, message as Buffer, { mode: 0o600, flush: true })
      await fs.promises.rename(`${file}.draft`, file)
    },
  }
}

/** Whether the mail server will never take a letter for this address; any other failure may pass. */
export const isAddressRefused = (error: unknown): boolean => {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number }
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}
