const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there, or a firewall rejects the connection. Check host and port.',
  ECONNRESET: 'Something in between closes the connection: check the firewall, and any proxy.',
  ETIMEDOUT: 'No response: check that the firewall lets this machine connect to that host and port.',
  EHOSTUNREACH: "There is no route: check this machine's network.",
  ENETUNREACH: "There is no route: check this machine's network.",
  CERT_HAS_EXPIRED: "The certificate has expired, or this machine's date is wrong: check the date first.",
  CERT_NOT_YET_VALID: "The certificate is not valid yet, or this machine's date is wrong: check the date first.",
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another host: check the base URL, and what answers there.',
  EPROTO: 'What listens there does not speak TLS: check the port, and http: against https:.',
};

/** What to do about an error of the network or of TLS. */
export function networkRemedy(code: string, env: NodeJS.ProcessEnv): string {
  if (isUntrusted(code)) return untrusted(env);
  return byCode[code] ?? (code.startsWith('ERR_SSL') ? byCode.EPROTO! : 'Check the network between this machine and that host.');
}

/** Whether the error says that the issuer of a certificate is not known here. */
export function isUntrusted(code: string): boolean {
  return byCode[code] === undefined && /CERT|SIGNATURE|ISSUER/.test(code);
}

function untrusted({ NODE_EXTRA_CA_CERTS: file }: NodeJS.ProcessEnv): string {
  const remedy = file
    ? 'NODE_EXTRA_CA_CERTS is set but does not help: check that it is the path of a readable PEM file with the root CA certificate and any intermediate certificates that the server does not send, and was set before Node started.'
    : 'Ask your network team for its root CA certificate and any intermediate certificates that it does not send, save them in one PEM file, and set NODE_EXTRA_CA_CERTS to its path before Node starts.';
  return `The certificate's issuer is not trusted on this machine. Often it is a proxy of your company that inspects TLS. ${remedy} Never turn the check off.`;
}
