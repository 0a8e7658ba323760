import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says of whoever signs in next. */
export interface Claims {
  readonly sub: string
  readonly [name: string]: unknown
}

/** Ways in which a provider (or somebody in between) can lie. */
export type Lie =
  | 'other-key'
  | 'other-nonce'
  | 'no-nonce'
  | 'other-audience'
  | 'other-issuer'
  | 'expired'
  | 'no-signature'

export interface Provider {
  readonly issuer: string
  /** The person who confirms at the provider from now on. */
  setClaims: (claims: Claims) => void
  setLie: (lie: Lie | undefined) => void
  readonly close: () => Promise<void>
}

export const CLIENT = { id: 'binhan', secret: 'bí mật của phép thử' }

const toBase64 = (value: object | Buffer): string =>
  (value instanceof Buffer ? value : Buffer.from(JSON.stringify(value))).toString('base64url')

interface Grant {
  readonly claims: Claims
  readonly nonce: string
  readonly challenge: string
  readonly redirectUri: string
}

/**
 * A small OpenID provider over real HTTP: discovery, keys, authorization with PKCE, token. It confirms whoever
 * `setClaims` names without asking, as a browser already signed in there would see it.
 */
export const openProvider = async (): Promise<Provider> => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const strangeKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  let claims: Claims = { sub: 'nobody' }
  let lie: Lie | undefined
  let issuer = ''

  const sign = (payload: object): string => {
    const header = { alg: lie === 'no-signature' ? 'none' : 'RS256', kid: 'k1', typ: 'JWT' }
    const text = `${toBase64(header)}.${toBase64(payload)}`
    if (lie === 'no-signature') return `${text}.`
    const signer = (lie === 'other-key' ? strangeKey : key).privateKey
    return `${text}.${toBase64(createSign('RSA-SHA256').update(text).sign(signer))}`
  }

  const answerToken = (form: URLSearchParams): [number, object] => {
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight =
      grant !== undefined &&
      grant.challenge === challenge &&
      grant.redirectUri === form.get('redirect_uri') &&
      form.get('client_secret') === CLIENT.secret
    if (!isRight) return [400, { error: 'invalid_grant' }]
    const now = Math.floor(Date.now() / 1000)
    const idToken = sign({
      ...grant.claims,
      iss: lie === 'other-issuer' ? 'http://localhost:1' : issuer,
      aud: lie === 'other-audience' ? 'somebody-else' : CLIENT.id,
      ...(lie === 'no-nonce' ? {} : { nonce: lie === 'other-nonce' ? 'other' : grant.nonce }),
      iat: lie === 'expired' ? now - 7200 : now,
      exp: lie === 'expired' ? now - 3600 : now + 300,
    })
    return [200, { access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: idToken }]
  }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const send = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (url.pathname === '/.well-known/openid-configuration') {
      send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      })
    } else if (url.pathname === '/keys') {
      send(200, {
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }],
      })
    } else if (url.pathname === '/authorize') {
      const ask = url.searchParams
      const back = new URL(ask.get('redirect_uri') ?? '')
      if (ask.get('client_id') !== CLIENT.id || ask.get('code_challenge_method') !== 'S256')
        return send(400, {})
      const code = randomBytes(16).toString('hex')
      grants.set(code, {
        claims,
        nonce: ask.get('nonce') ?? '',
        challenge: ask.get('code_challenge') ?? '',
        redirectUri: back.href,
      })
      back.searchParams.set('code', code)
      back.searchParams.set('state', ask.get('state') ?? '')
      response.writeHead(302, { location: back.href }).end()
    } else if (url.pathname === '/token') {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => send(...answerToken(new URLSearchParams(body))))
    } else send(404, {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    setClaims: (next) => (claims = next),
    setLie: (next) => (lie = next),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
