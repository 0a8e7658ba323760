import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Problem, type ProblemKind } from '#kernel/problem.ts'

const noCertificate: ProblemKind = {
  code: 'serve.no-certificate',
  status: 500,
  title: 'Không có chứng thư để phục vụ HTTPS và không tạo được chứng thư tạm.',
  action: 'Nêu --certificate và --key, hoặc cài chương trình openssl; xem mục HTTPS trong docs/van-hanh.md.',
}

/** Days that a certificate made here is good for: long enough to get a real one, short enough to be noticed. */
const DAYS = 90

/**
 * The certificate made for the time until the office has its own: kept in the data folder, made again when it runs out.
 *
 * @returns paths of certificate and key, PEM
 */
export const makeTemporaryCertificate = async (
  dataDir: string,
): Promise<{ certificate: string; key: string }> => {
  const folder = path.join(dataDir, 'tls')
  const certificate = path.join(folder, 'tam.pem')
  const key = path.join(folder, 'tam.key')
  const madeAt = fs.statSync(certificate, { throwIfNoEntry: false })?.mtimeMs
  if (madeAt !== undefined && Date.now() - madeAt < (DAYS - 7) * 86_400_000) return { certificate, key }
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const names = [
    'DNS:localhost',
    `DNS:${os.hostname()}`,
    'IP:127.0.0.1',
    ...listAddresses().map((ip) => `IP:${ip}`),
  ]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const subject = [
    '-days',
    String(DAYS),
    '-subj',
    '/CN=Binh An',
    '-addext',
    `subjectAltName=${names.join(',')}`,
  ]
  try {
    await promisify(execFile)('openssl', [...request, ...subject, '-keyout', key, '-out', certificate])
  } catch {
    throw new Problem(noCertificate)
  }
  fs.chmodSync(key, 0o600)
  return { certificate, key }
}

/** IPv4 addresses of this machine, so that a phone in the same network may use any of them. */
const listAddresses = (): string[] =>
  Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
