import path from 'node:path'
import { runServer } from '#apps/server/run.ts'
import type { Config } from '#platform/server/config.ts'
import { readConfig } from '#platform/server/config.ts'
import { EXIT, type Command, type Invocation } from '../command.ts'
import { makeTemporaryCertificate } from '../tls.ts'

const options = {
  empty: { type: 'boolean' },
  province: { type: 'string' },
  tls: { type: 'boolean' },
  certificate: { type: 'string' },
  key: { type: 'string' },
} as const

/** The configuration with the certificate that the person named, or the temporary one. */
const withTls = async (config: Config, { options: given, io }: Invocation): Promise<Config | undefined> => {
  if (given['tls'] !== true) return config
  const certificate = typeof given['certificate'] === 'string' ? given['certificate'] : config.tlsCertificate
  const key = typeof given['key'] === 'string' ? given['key'] : config.tlsKey
  if ((certificate === undefined) !== (key === undefined)) {
    io.err('Cần nêu cả --certificate và --key.')
    return undefined
  }
  if (certificate !== undefined && key !== undefined) {
    return { ...config, tlsCertificate: path.resolve(io.cwd, certificate), tlsKey: path.resolve(io.cwd, key) }
  }
  const made = await makeTemporaryCertificate(config.dataDir)
  io.err(
    'Đang dùng chứng thư tạm tự tạo; trình duyệt sẽ cảnh báo cho đến khi thay bằng chứng thư của cơ quan.',
  )
  return { ...config, tlsCertificate: made.certificate, tlsKey: made.key }
}

const run = async (invocation: Invocation): Promise<number> => {
  // The server logs as configured; the quiet level is for the other commands.
  const config = await withTls(readConfig(), invocation)
  if (!config) return EXIT.usage
  const { options: given } = invocation
  const province = typeof given['province'] === 'string' ? given['province'] : undefined
  return await runServer(config, { empty: given['empty'] === true, province })
}

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Chạy máy chủ; --tls để phục vụ HTTPS',
  usage: 'serve [--tls [--certificate TỆP --key TỆP]] [--province GÓI | --empty]',
  options,
  onData: false,
  run,
}

export const startCommand: Command = {
  name: 'start',
  summary: 'Chạy máy chủ, như npm start',
  usage: 'start [--province GÓI | --empty]',
  options,
  onData: false,
  run,
}
