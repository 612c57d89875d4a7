/** The worked example of signature.yaml as HMAC-SHA256 makes it, by `openssl dgst -sha256 -hmac example-secret`. */
export const SHA256 = {
  digestHex: 'dd9d1d7e3e3f5400b8d689c755dad3d8680d8ef017f56e74c9c17b5c62dfbefb',
  sign: '3Z0dfj4/VAC41onHVdrT2GgNjvAX9W50ycF7XGLfvvthPWV4YW1wbGUta2V5JmI9MTgwMDAwMDEwMCZjPTE4MDAwMDAwMDAmZD0xMjM0NTY3ODkw',
} as const;
