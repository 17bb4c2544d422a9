'use strict'

// The mail catcher, and a check before it. It shows the codes of all sign-ins, lets every page of every site read them
// (Access-Control-Allow-Origin: *), and tells of each mail over WebSockets, which no browser keeps a foreign page from. So it
// listens where no browser comes, on a socket in a folder of its owner, and what passes to it is asked first where it is from.

const fs = require('fs')
const http = require('http')
const net = require('net')
const os = require('os')
const path = require('path')
const catcher = require('maildev')

const LOOPBACK = '127.0.0.1'
const OWN_NAMES = ['localhost', LOOPBACK]
const CROSS_ORIGIN = /^access-control-/i

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mail-'))
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

// By a short name, because the whole path of a socket holds 107 characters at most.
process.chdir(folder)
const inside = { socketPath: 'web' }
catcher({ smtp: process.env.MAIL_SMTP_PORT, ip: LOOPBACK, web: inside.socketPath, hideExtensions: [], silent: true }).listen()

/** The status to refuse a request with; undefined where it is the catcher's own page that asks, or no page at all. */
function refusalOf ({ headers, method }) {
  const host = headers.host ?? ''
  if (!OWN_NAMES.includes(host.replace(/:\d+$/, ''))) {
    // A page elsewhere can make a name of its own point here.
    return 421
  }

  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return 403
  }

  const site = headers['sec-fetch-site'] ?? 'none'
  const isVisit = method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return site === 'none' || site === 'same-origin' || isVisit ? undefined : 403
}

function pass (request, response) {
  const refusal = refusalOf(request)
  if (refusal) {
    response.writeHead(refusal, { 'content-type': 'text/plain' })
    response.end('Mails are shown at http://localhost, to the pages that are there alone.\n')
    return
  }

  const asked = http.request({ ...inside, method: request.method, path: request.url, headers: request.headers }, answer => {
    const headers = Object.entries(answer.headers).filter(([name]) => !CROSS_ORIGIN.test(name))
    response.writeHead(answer.statusCode, Object.fromEntries(headers))
    answer.pipe(response)
  })
  asked.on('error', () => response.headersSent ? response.destroy() : response.writeHead(502).end())
  response.on('close', () => asked.destroy())
  request.pipe(asked)
}

function passSocket (request, socket, head) {
  socket.on('error', () => socket.destroy())
  const refusal = refusalOf(request)
  if (refusal) {
    socket.end(`HTTP/1.1 ${refusal} ${http.STATUS_CODES[refusal]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    return
  }

  const asked = net.connect(inside.socketPath)
  asked.on('error', () => socket.destroy())
  socket.on('close', () => asked.destroy())
  asked.write(`${request.method} ${request.url} HTTP/1.1\r\n`)
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    asked.write(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}\r\n`)
  }

  asked.write('\r\n')
  asked.write(head)
  socket.pipe(asked).pipe(socket)
}

http.createServer(pass).on('upgrade', passSocket).listen(process.env.MAIL_WEB_PORT, LOOPBACK)
