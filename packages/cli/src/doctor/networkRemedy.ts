const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there, or a firewall refuses. Check host and port.',
  ECONNRESET: 'Something on the way ends the connection: check the firewall, and any proxy.',
  ETIMEDOUT: 'Nothing comes back: check that the firewall lets this machine out to that host and port.',
  EHOSTUNREACH: "There is no route: check this machine's network.",
  ENETUNREACH: "There is no route: check this machine's network.",
  CERT_HAS_EXPIRED: "The certificate has expired, or this machine's date is wrong: check the date first.",
  CERT_NOT_YET_VALID: "The certificate is not valid yet, or this machine's date is wrong: check the date first.",
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another host: check the base URL, and what answers in its place.',
  EPROTO: 'What listens there does not speak TLS: check the port, and http: against https:.',
};

const UNTRUSTED =
  'The certificate comes from somebody this machine does not trust, often a proxy of your company that reads along. Give its certificate by NODE_EXTRA_CA_CERTS; never switch the check off.';

/** What to do about an error of the network or of TLS. */
export function networkRemedy(code: string, env: NodeJS.ProcessEnv): string {
  const remedy =
    byCode[code] ??
    (/CERT|SIGNATURE|ISSUER/.test(code)
      ? UNTRUSTED
      : code.startsWith('ERR_SSL')
        ? byCode.EPROTO!
        : 'Check the network between this machine and that host.');
  const proxy = Object.keys(env).find((name) => /^https?_proxy$/i.test(name) && env[name]);
  return proxy === undefined
    ? remedy
    : `${remedy} ${proxy} is set, and Node does not obey it by itself (NODE_USE_ENV_PROXY=1 from Node 24 on).`;
}
