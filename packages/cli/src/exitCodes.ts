/** What the command ends with. The numbers are a contract: scripts branch on them. */
export const exitCodes = {
  ok: 0,
  defect: 1,
  usage: 2,
  config: 3,
  connection: 4,
  answer: 5,
  refused: 6,
  request: 7,
  later: 8,
  findings: 9,
  notPassed: 10,
  interrupted: 130,
} as const;

export type ExitClass = keyof typeof exitCodes;

/** What each class means, for the help. */
export const exitMeanings: Readonly<Record<ExitClass, string>> = {
  ok: 'done',
  defect: 'internal error: please report it',
  usage: 'invalid arguments, or an invalid field in them; nothing was sent',
  config: 'credentials, region or base URL are missing or invalid; nothing was sent',
  connection: 'no response: DNS, the network, TLS or the time limit',
  answer: "a response that is not FinAuth's, such as a proxy's page",
  refused: 'FinAuth refused the signature, the key or its permission (403, unless 8 applies)',
  request: 'FinAuth refused the request itself (any other 4xx, unless 8 applies)',
  later: 'FinAuth, or a gateway, could not serve it now, or too many calls are in flight: ask again later',
  findings: 'explain found a mistake, or doctor a failure',
  notPassed: 'verify: there is a result, and the person has not passed',
  interrupted: 'stopped by Ctrl-C at a prompt',
};
